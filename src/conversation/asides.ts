/** Answers to what is said in passing: a greeting, thanks, anger, "is this private". The question then comes again. */

import type { Stamp } from '../dialog/index.ts';
import { type QuestionId, sectionOf } from '../plan/questions/index.ts';
import { asideIn } from '../understanding/index.ts';
import { type Decision, only } from './decision.ts';
import type { Position, Resting } from './position.ts';
import { explain } from './statements.ts';
import type { Tools } from './tools.ts';

/** What is asked there is what they want to know: a question is the answer. */
const asksForQuestions: readonly QuestionId[] = ['pause.questions', 'info.need', 'check.missing'];

export function inPassing(
  text: string,
  { context: { kept } }: Position,
  { question }: Resting,
  tools: Tools,
  { at }: Stamp,
): Decision | null {
  if (sectionOf(question) === 'safety' || asksForQuestions.includes(question)) return null;
  const aside = asideIn(text);
  return aside === null ? null : only(explain(`aside.${aside}`, kept, tools, at));
}
