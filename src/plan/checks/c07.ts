import type { Plan } from '../plan.ts';
import type { CheckState, Text } from '../schema/agreement.ts';
import { type Check, finding, hasFlag, nameOf, seen, text, textIf } from './finding.ts';

const doubts = ['capacity_question', 'person_not_involved', 'disagreement', 'authority_mismatch'];

/** C7. Decisions are your own, or in your best interests (003:23). Nobody's capacity is decided here (MCA 2005 s.1). */
export const c07: Check = (plan) => {
  const { deciding, best_interests, agreement, author } = plan;
  const behalf = plan.plan.mode === 'on_behalf';
  const state = behalf ? forSomebody(plan) : forOneself(plan);
  return finding('C7', state, {
    evidence: [
      seen('deciding.own_choices', deciding.own_choices),
      seen('deciding.person_can', deciding.person_can),
      seen('deciding.authority', ...deciding.authority),
      seen('best_interests.wishes_now', best_interests.wishes_now),
      seen('best_interests.wishes_past', best_interests.wishes_past),
      seen('best_interests.asked', ...best_interests.asked),
      seen('best_interests.disagree', best_interests.disagree),
      seen('best_interests.why', best_interests.why),
      seen('agreement.person_says', agreement.person_says, agreement.person_changes),
    ],
    worker: behalf ? aboutWriter(plan) : aboutPerson(plan, state),
    resident: behalf
      ? [text('c7.resident.on_behalf', { author: author?.name ?? { key: 'checks.somebody' } })]
      : [text(state === 'not shown' ? 'c7.resident.not_shown' : 'c7.resident.met')],
  });
};

function forOneself(plan: Plan): CheckState {
  const { own_choices } = plan.deciding;
  const { person_says } = plan.agreement;
  if (hasFlag(plan, doubts) || own_choices === 'someone_else' || own_choices === 'unsure') return 'needs judgement';
  const own = own_choices === 'yes' || own_choices === 'yes_with_help';
  return own && (person_says === 'yes' || person_says === 'mostly') ? 'met' : 'not shown';
}

/** Where the person can choose, the writer only helps; where that is in doubt, wishes and reasons must be there (s.4). */
function forSomebody({ deciding, best_interests: { why, wishes_now, wishes_past } }: Plan): CheckState {
  if (deciding.person_can === 'yes' || deciding.person_can === 'yes_with_help') return 'needs judgement';
  return why === undefined || (wishes_now === undefined && wishes_past === undefined) ? 'not shown' : 'needs judgement';
}

function aboutPerson(plan: Plan, state: CheckState): Text[] {
  const name = nameOf(plan);
  const { own_choices } = plan.deciding;
  const { person_says } = plan.agreement;
  return [
    text(own_choices === undefined ? 'c7.worker.choices_not_said' : `c7.worker.own_choices.${own_choices}`, { name }),
    text(person_says === undefined ? 'c7.worker.not_confirmed' : `c7.worker.person_says.${person_says}`, { name }),
    ...(state === 'needs judgement' ? [text('c7.worker.needs_judgement')] : []),
  ];
}

function aboutWriter(plan: Plan): Text[] {
  const name = nameOf(plan);
  const { deciding, best_interests: interests, author } = plan;
  const writer = {
    author: author?.name ?? { key: 'checks.somebody' },
    relation: author?.relation ?? { key: 'checks.link_not_said' },
  };
  return [
    text('c7.worker.written_by', writer),
    text(deciding.person_can === undefined ? 'c7.worker.can_not_said' : `c7.worker.can.${deciding.person_can}`, {
      name,
    }),
    ...textIf(
      deciding.authority.map((paper) => ({ key: `checks.authority.${paper}` })),
      deciding.authority_seen === undefined ? 'c7.worker.papers_not_seen' : 'c7.worker.papers_seen',
    ),
    interests.wishes_now === undefined
      ? text('c7.worker.no_wishes', { name })
      : text('c7.worker.wishes', { words: interests.wishes_now }),
    ...(interests.why === undefined ? [text('c7.worker.no_why')] : []),
    ...textIf(interests.asked, 'c7.worker.asked'),
    ...(interests.disagree === undefined ? [] : [text('c7.worker.disagree', { words: interests.disagree })]),
    ...(deciding.capacity_record === undefined ? [text('c7.worker.no_capacity_record')] : []),
  ];
}
