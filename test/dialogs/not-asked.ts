/** Questions that a kind of plan never asks, and so the only ones that a model of it does not reach. */
import type { QuestionId } from '../../src/plan/questions/index.ts';

const carersOwn: readonly QuestionId[] = [
  'carer.able',
  'carer.breaks',
  'carer.does',
  'carer.free_time',
  'carer.hours',
  'carer.impact',
  'carer.learning',
  'carer.others',
  'carer.willing',
  'carer.wishes',
  'carer.work',
];
/** For somebody who may not be able to choose: only when somebody else writes. */
const forAnother: readonly QuestionId[] = [
  'decide.authority',
  'decide.help_tried',
  'decide.knows',
  'decide.knows_why',
  'decide.person_can',
  'interests.asked',
  'interests.disagree',
  'interests.least',
  'interests.now',
  'interests.past',
  'interests.took_part',
  'interests.values',
  'interests.wait',
  'interests.why',
];
/** The council of these talks offers one language. */
const oneLanguage: readonly QuestionId[] = ['language.choice'];

export const notAsked: Readonly<Record<string, readonly QuestionId[]>> = {
  self: [...carersOwn, ...forAnother, ...oneLanguage, 'who.person_name', 'who.relation'],
  on_behalf: [...carersOwn, ...oneLanguage],
  carer_self: [...forAnother, ...oneLanguage],
};
