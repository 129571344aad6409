/** The legal contents of a plan: Care Act 2014 s.25, and in Wales regulation 3 of SI 2015/1335. Facts only. */
import type { Plan } from './plan.ts';
import type { Text } from './schema/agreement.ts';

export const legalIds = ['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'L9', 'L10', 'L11', 'L12', 'L13'] as const;
export type LegalId = (typeof legalIds)[number];

/** `there: null` means that this plan does not need it. Anything that is not there stops "agree", and never stops sending. */
export interface Legal {
  readonly id: LegalId;
  readonly there: boolean | null;
  readonly paths: readonly string[];
  readonly filled_by: readonly ('A' | 'P' | 'C' | 'W' | 'S')[];
  readonly text: Text;
}

type Rule = (plan: Plan) => boolean | null;

/** The list as this plan stands. */
export function legalContents(plan: Plan): Legal[] {
  return legalIds.map((id) => {
    const { there, paths, by } = rules[id];
    return { id, there: there(plan), paths, filled_by: by, text: { key: `checks.legal.${id.toLowerCase()}` } };
  });
}

const isWelsh = ({ plan }: Plan) => plan.nation === 'wales';
const everyNeed = (plan: Plan, holds: (need: Plan['needs'][number]) => boolean) =>
  plan.needs.length > 0 && plan.needs.every(holds);
const eligible = ({ needs }: Plan) => needs.filter((need) => need.eligible === 'yes' || need.eligible === 'partly');

const wishes: Rule = ({ carer, needs, goals }) => {
  const linked = goals.length > 0 && (needs.length === 0 || needs.some(({ goal_links }) => goal_links.length > 0));
  if (carer === undefined) return linked;
  return (
    linked &&
    [carer.wishes_caring, carer.wishes_work, carer.wishes_learning, carer.wishes_free_time].every(
      (wish) => wish !== undefined,
    )
  );
};

const budget: Rule = (plan) => {
  if (isWelsh(plan)) return null;
  const { total, council_pays, person_pays } = plan.budget;
  return [total, council_pays, person_pays].every((money) => money?.amount_pence !== undefined);
};

const directPayments: Rule = ({ budget: { managed }, direct_payment: paid }) =>
  managed.includes('direct_payment') || managed.includes('mixed')
    ? paid.needs.length > 0 && paid.amount !== undefined && paid.frequency !== undefined && paid.frequency !== 'unsure'
    : null;

const rules: Readonly<Record<LegalId, { there: Rule; paths: readonly string[]; by: Legal['filled_by'] }>> = {
  L1: { there: ({ needs }) => needs.length > 0, paths: ['needs[].text'], by: ['A', 'W'] },
  L2: {
    there: (plan) =>
      everyNeed(plan, ({ eligible: is, extent }) => is !== 'not_decided' && (is !== 'partly' || extent !== undefined)),
    paths: ['needs[].eligible', 'needs[].extent'],
    by: ['W'],
  },
  L3: {
    there: (plan) =>
      plan.needs.length > 0 &&
      eligible(plan).every(({ met_by, how }) => met_by.length > 0 && (how.length > 0 || !met_by.includes('council'))),
    paths: ['needs[].met_by', 'needs[].how'],
    by: ['W'],
  },
  L4: { there: wishes, paths: ['needs[].goal_links', 'carer.wishes_caring'], by: ['P', 'C', 'W'] },
  L5: { there: budget, paths: ['budget.total', 'budget.person_pays', 'budget.council_pays'], by: ['W'] },
  L6: { there: ({ advice }) => advice.reduce.length > 0, paths: ['advice.reduce'], by: ['W'] },
  L7: {
    there: ({ advice }) => advice.prevent.length + advice.delay.length > 0,
    paths: ['advice.prevent', 'advice.delay'],
    by: ['W'],
  },
  L8: {
    there: directPayments,
    paths: ['direct_payment.needs', 'direct_payment.amount', 'direct_payment.frequency'],
    by: ['W'],
  },
  L9: {
    there: ({ plan, provenance }) =>
      plan.written_by.some(({ who }) => who === 'person') || provenance['best_interests.took_part'] !== undefined,
    paths: ['plan.written_by', 'involve.people', 'involve.carer_joins'],
    by: ['S', 'W'],
  },
  L10: {
    there: ({ sharing }) => sharing.copies.some(({ who }) => who === 'person'),
    paths: ['sharing.copies'],
    by: ['P', 'W'],
  },
  L11: {
    there: ({ review }) => review.first_due.date !== undefined || review.first_due.latest_allowed !== undefined,
    paths: ['review.first_due', 'review.next_due'],
    by: ['P', 'W'],
  },
  L12: {
    there: (plan) =>
      isWelsh(plan) ? plan.goals.length > 0 && plan.goals.every(({ sign }) => sign !== undefined) : null,
    paths: ['goals[].sign'],
    by: ['W'],
  },
  L13: {
    there: (plan) => {
      const unmet = plan.needs.filter(({ met_by }) => met_by.includes('not_met'));
      return unmet.length === 0
        ? null
        : unmet.every(({ id }) => plan.not_met.some(({ need, told_on }) => need === id && told_on !== undefined));
    },
    paths: ['not_met'],
    by: ['W'],
  },
};
