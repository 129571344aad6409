/** B. Who the plan is for. */
import { choice, date, person, text, yesNo } from './kinds.ts';

export const who = {
  'who.plan_for': choice('plan.mode', ['me', 'asked_me', 'cannot_alone', 'i_care', 'paid_worker']),
  'who.call_me': text('person.call_me'),
  'who.person_name': text('person.call_me'),
  'who.relation': text('author.relation'),
  'way.choose': choice(undefined, ['short', 'full']),
  'who.details': text('person.full_name'),
  'who.birth_date': date('person.dob'),
  /** Under 18: the talk stops here, with the right team's number. The date can be put right. */
  'who.too_young': choice(undefined, ['change_date', 'stop'], { must: true }),
  'who.contact': text('person.contact'),
  'who.assessment': choice('plan.based_on', ['yes', 'not_yet', 'waiting', 'unsure']),
  'who.assessment_right': yesNo('plan.based_on'),
  'who.partner': person('plan.partner'),
  'who.reablement': yesNo('plan.after_reablement'),
};
