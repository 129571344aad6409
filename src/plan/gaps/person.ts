/** What is missing about the person, who writes, and who may see it. */
import type { Plan } from '../plan.ts';
import type { Gap } from '../schema/agreement.ts';
import { gap, when } from './gap.ts';

export function ofRecord({ plan, budget, blanks, support, risks }: Plan): Gap[] {
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

export function ofDeciding({ plan, deciding, best_interests: interests }: Plan): Gap[] {
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

export function ofSharing({ sharing, contradictions }: Plan): Gap[] {
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
export function ofPerson({ prepare, about }: Plan): Gap[] {
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
