/** What the plan does not say yet, why it should, and who can fill it in. A gap never stops anybody from sending. */
import { answersTo, isEligible, isVague } from './checks/needs-met.ts';
import type { Plan } from './plan.ts';
import type { QuestionId } from './questions/index.ts';
import type { Gap } from './schema/agreement.ts';

export function gapsOf(plan: Plan): Gap[] {
  return [
    ...ofRecord(plan),
    ...ofDeciding(plan),
    ...ofNeeds(plan),
    ...ofDoing(plan),
    ...ofSupport(plan),
    ...ofMoney(plan),
    ...ofChange(plan),
    ...ofAdvice(plan),
    ...ofSharing(plan),
    ...ofPerson(plan),
  ];
}

type Who = Gap['who_can_fill'];

/** `asked` is the question that would fill it. */
const gap = (path: string, why: string, who_can_fill: Who, note: string, asked?: QuestionId): Gap => ({
  path,
  why,
  who_can_fill,
  note: { key: `checks.gap.${note}` },
  ...(asked === undefined ? {} : { suggested_question: asked }),
});
const when = (missing: boolean, ...parts: Parameters<typeof gap>): Gap[] => (missing ? [gap(...parts)] : []);

function ofRecord({ plan, budget, blanks, support, risks }: Plan): Gap[] {
  const led = budget.state === 'none' || budget.state === 'not_relevant';
  const councilPays = support.some(({ paid_by }) => paid_by === 'council') || budget.total !== undefined;
  const refused = ['skipped', 'dont_know'];
  return [
    ...when(
      plan.based_on.state === 'none_linked',
      'plan.based_on',
      's.25(1)(a)',
      'worker',
      led ? 'no_assessment_health' : 'no_assessment',
    ),
    ...when(
      refused.includes(blanks['person.full_name'] ?? ''),
      'person.full_name',
      'good',
      'either',
      'identity',
      'who.details',
    ),
    ...when(councilPays, 'plan.start_date', '000:61', 'worker', 'start_date'),
    ...when(risks.none_seen, 'risks.none_seen', '003:22', 'worker', 'risk_none', 'risk.what'),
  ];
}

function ofDeciding({ plan, deciding, best_interests: interests }: Plan): Gap[] {
  if (plan.mode !== 'on_behalf' || deciding.person_can === 'yes' || deciding.person_can === 'yes_with_help') return [];
  return [
    ...when(
      deciding.person_can === 'no' && deciding.help_tried.length === 0,
      'deciding.help_tried',
      'MCA s.1(3)',
      'either',
      'help_tried',
      'decide.help_tried',
    ),
    ...when(
      interests.why === undefined,
      'best_interests.why',
      '001:16',
      'person',
      'best_interests_why',
      'interests.why',
    ),
    ...when(
      interests.asked.length === 0,
      'best_interests.asked',
      'MCA s.4(7)',
      'either',
      'best_interests_asked',
      'interests.asked',
    ),
  ];
}

function ofNeeds(plan: Plan): Gap[] {
  const view = plan.needs.find(({ person_view }) => person_view !== undefined)?.person_view;
  return [
    ...plan.needs.flatMap((need) => [
      ...when(
        isEligible(need) && answersTo(plan, need).length === 0,
        `needs[${need.id}].how`,
        's.25(1)(c)',
        'worker',
        'need_open',
        'need.met_by',
      ),
      ...when(need.eligible === 'not_decided', `needs[${need.id}].eligible`, 's.25(1)(b)', 'worker', 'need_undecided'),
      ...when(
        need.eligible === 'partly' && need.extent === undefined,
        `needs[${need.id}].extent`,
        's.25(1)(b)',
        'worker',
        'need_extent',
      ),
    ]),
    ...when(
      view !== undefined && view.right !== 'yes',
      'needs.person_view',
      '002:11',
      'worker',
      'need_disputed',
      'need.wrong',
    ),
  ];
}

function ofDoing({ goals, actions, barriers }: Plan): Gap[] {
  return [
    ...goals.flatMap(({ id, may_be_action }) =>
      when(may_be_action, `goals[${id}].what`, '004:489', 'worker', 'may_be_action', 'goal.coach'),
    ),
    ...actions.flatMap(({ id, cost }) =>
      when(
        cost !== undefined && (!cost.sure || cost.find_out === true),
        `actions[${id}].cost`,
        '003:27',
        'person',
        'action_cost',
        'action.cost',
      ),
    ),
    ...barriers.flatMap(({ id, fix }) =>
      when(fix === undefined, `barriers[${id}].fix`, '004:606', 'worker', 'barrier_fix', 'barrier.fix'),
    ),
  ];
}

function ofSupport(plan: Plan): Gap[] {
  const strained = plan.network.items.filter(({ willing }) => willing === 'finding_it_hard' || willing === 'no');
  const linkable = plan.needs.length + plan.goals.length > 0;
  return [
    ...plan.support.flatMap((support) => [
      ...when(isVague(support), `support[${support.id}].when`, '003:20', 'either', 'support_vague', 'support.when'),
      ...when(
        support.length === undefined,
        `support[${support.id}].length`,
        '003:29',
        'either',
        'support_length',
        'support.how_long',
      ),
      ...when(
        linkable && support.needs.length + support.goals.length === 0,
        `support[${support.id}].needs`,
        '003:20',
        'worker',
        'support_link',
      ),
      ...when(
        support.paid_by === 'council' && support.if_not === undefined,
        `support[${support.id}].if_not`,
        '003:25',
        'either',
        'support_backup',
        'contingency.trigger',
      ),
    ]),
    ...when(
      strained.length > 0 && plan.network.carer_assessment === undefined,
      'network.carer_assessment',
      '004:387',
      'worker',
      'carer_assessment',
    ),
  ];
}

function ofMoney({ budget, spend, direct_payment: paid }: Plan): Gap[] {
  const direct = budget.managed.includes('direct_payment');
  const known = budget.state === 'known' || budget.state === 'told_roughly';
  return [
    ...when(budget.state === 'not_told', 'budget.total', 's.25(1)(e)', 'worker', 'budget'),
    ...when(
      known && budget.total?.amount_pence === undefined,
      'budget.total',
      's.25(1)(e)',
      'worker',
      'budget_figure',
      'budget.amount',
    ),
    ...spend.items.flatMap(({ id, amount }) =>
      when(
        amount?.amount_pence === undefined && amount?.hourly === undefined,
        `spend[${id}].amount`,
        '003:27',
        'either',
        'spend_amount',
        'spend.cost',
      ),
    ),
    ...when(
      (spend.over_under?.amount_pence ?? 0) < 0,
      'spend.over_under',
      '003:21',
      'either',
      'over_budget',
      'spend.check',
    ),
    ...spend.excluded.map(({ item }) => gap(`spend.excluded[${item}]`, '001:30-34', 'worker', 'excluded')),
    ...when(direct && paid.needs.length === 0, 'direct_payment.needs', 's.25(2)(a)', 'worker', 'direct_payment'),
    ...when(direct && paid.amount === undefined, 'direct_payment.amount', 's.25(2)(b)', 'worker', 'direct_payment'),
    ...when(
      direct && (paid.frequency === undefined || paid.frequency === 'unsure'),
      'direct_payment.frequency',
      's.25(2)(b)',
      'worker',
      'direct_payment',
      'money.direct_when',
    ),
  ];
}

function ofChange({ contingency, emergency, provenance, risks, review }: Plan): Gap[] {
  return [
    ...contingency.flatMap(({ id, call }) =>
      when(call?.phone === undefined, `contingency[${id}].call`, '003:25', 'either', 'call_number', 'contingency.call'),
    ),
    ...when(
      emergency.contacts.length === 0 && provenance['emergency.contacts'] === undefined,
      'emergency.contacts',
      '004:646',
      'either',
      'emergency',
      'emergency.contact',
    ),
    ...risks.items.flatMap(({ id, controls }) =>
      when(controls.length === 0, `risks[${id}].controls`, '003:22', 'either', 'risk_step', 'risk.controls'),
    ),
    ...when(review.first_due.too_late === true, 'review.first_due', '000:61', 'worker', 'review_late', 'review.first'),
  ];
}

function ofAdvice({ advice, needs, carer }: Plan): Gap[] {
  const wishes = [
    ['work', carer?.wishes_work, 's.10(6)(a)', 'carer.work'],
    ['learning', carer?.wishes_learning, 's.10(6)(b)', 'carer.learning'],
    ['free_time', carer?.wishes_free_time, 's.10(6)(b)', 'carer.free_time'],
  ] as const;
  return [
    ...when(needs.length > 0 && advice.reduce.length === 0, 'advice.reduce', 's.25(1)(f)', 'worker', 'advice'),
    ...when(advice.prevent.length + advice.delay.length === 0, 'advice.prevent', 's.25(1)(f)', 'worker', 'advice'),
    ...(carer === undefined
      ? []
      : wishes.flatMap(([name, said, why, asked]) =>
          when(said === undefined, `carer.wishes_${name}`, why, 'person', 'carer_wish', asked),
        )),
  ];
}

function ofSharing({ sharing, contradictions }: Plan): Gap[] {
  return [
    ...sharing.people.flatMap(({ who, unclear }) =>
      when(unclear === true, `sharing.people[${who}].parts`, '004:660', 'person', 'sharing', 'share.parts'),
    ),
    ...when(
      sharing.never.some(({ unclear }) => unclear),
      'sharing.never',
      'safety',
      'person',
      'never',
      'share.never',
    ),
    ...contradictions.map(({ path }) => gap(path, 'good', 'either', 'contradiction')),
  ];
}

/** Jobs that the person gives the worker: things to find out, questions, trouble they had before. */
function ofPerson({ prepare, about }: Plan): Gap[] {
  return [
    ...prepare.info.flatMap(({ state }, index) =>
      when(state === 'need', `prepare.info[${index}]`, '004:341', 'worker', 'find_out'),
    ),
    ...prepare.questions.map((_, index) => gap(`prepare.questions[${index}]`, '004:379', 'worker', 'question')),
    ...when(
      about.topics.past_problems?.said !== undefined,
      'about.topics[past_problems]',
      '004:325',
      'worker',
      'past_problems',
    ),
  ];
}
