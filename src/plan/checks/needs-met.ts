/** Needs and what answers each: the table that C1, C4 and C9 look at. */
import type { Plan } from '../plan.ts';
import type { Filling } from '../replies.ts';
import { shareWords } from '../words.ts';
import { personName, supportName } from './finding.ts';

export type Need = Plan['needs'][number];

export const isEligible = ({ eligible }: Need): boolean => eligible === 'yes' || eligible === 'partly';

const willing: readonly (string | undefined)[] = ['happy', 'happy_for_now', 'finding_it_hard'];

/** People of the network who would be meeting a need: those who do what it speaks of, else all who do something. */
export function carersOf(plan: Plan, need: Need): Plan['network']['items'] {
  if (!need.met_by.includes('carer')) return [];
  const doing = plan.network.items.filter(
    ({ does, helps_with, willing: will }) =>
      will !== 'no' && (does !== undefined || helps_with.length > 0 || will !== undefined),
  );
  const plainly = doing.filter(({ does }) => shareWords(does ?? '', need.text));
  return plainly.length > 0 ? plainly : doing;
}

/** What the plan has against a need: supports, actions and costs, a willing carer, another way, or a written reason why not. */
export function answersTo(plan: Plan, need: Need): Filling[] {
  const linked = need.how.map((id) => nameOfItem(plan, id)).filter((one) => one !== undefined);
  const carers = carersOf(plan, need).filter(({ willing: will }) => willing.includes(will));
  const otherwise = need.met_by.filter((by) => by !== 'carer' && by !== 'not_met');
  return [
    ...linked,
    ...carers.map(({ person }) => personName(plan, person)),
    ...otherwise.map((by) => ({ key: `checks.met_by.${by}` })),
    ...plan.not_met.filter((one) => one.need === need.id).map(({ reason }) => reason),
  ];
}

/** Eligible needs, or needs not decided on yet, that nothing answers. */
export const unanswered = (plan: Plan): Need[] =>
  plan.needs.filter((need) => isEligible(need) && answersTo(plan, need).length === 0);

function nameOfItem(plan: Plan, id: string): Filling | undefined {
  const support = plan.support.find((one) => one.id === id);
  if (support !== undefined) return supportName(support);
  return plan.actions.find((one) => one.id === id)?.what ?? plan.spend.items.find((one) => one.id === id)?.what;
}

/** Support without days or hours: "some support". A free local group keeps its own times. */
export const isVague = ({ when, hours, from_action, kind, paid_by }: Plan['support'][number]): boolean =>
  when === undefined &&
  hours === undefined &&
  from_action === undefined &&
  !(kind === 'community' && paid_by === 'free');
