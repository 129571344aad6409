/** "Please ring me", typed at any question, and what is said of when and how it is safe. */
import type { Stamp } from '../dialog/index.ts';
import { questions, sectionOf } from '../plan/questions/index.ts';
import { asksToBeRung, commandIn, ringSaidIn, speaksOfRinging } from '../understanding/index.ts';
import { obey } from './commands.ts';
import type { Decision } from './decision.ts';
import { type Position, restingAt } from './position.ts';
import { type RingQuestion, ringAnswered, ringAskedFor, ringLeft, ringQuestions } from './ring-details.ts';
import { ringMe } from './ring-me.ts';
import type { Tools } from './tools.ts';

/** What a message about a call leads to; null when it is about something else. `asked` is what the last message asked. */
export function ringAsked(
  before: Position,
  text: string,
  tools: Tools,
  stamp: Stamp,
  asked: string | undefined,
): Decision | null {
  const { kept } = before.context;
  if (kept.state === 'declined') return null;
  const question = ringQuestions.find((one) => one === asked);
  if (question !== undefined) return answered(question, before, text, tools, stamp);
  const resting = restingAt(before);
  const here = resting === null ? atRest : { ...questions[resting.question], id: resting.question };
  const isWorry = resting !== null && sectionOf(resting.question) === 'safety' && resting.question !== 'safety.resume';
  return !isWorry && isAsked(text, here, kept.lang) ? ringAskedFor(kept, text, tools, stamp) : null;
}

/** Beside words about harm: whoever rings needs the number, when and how it is safe; the words themselves go to the flag alone. */
export function ringInDanger(
  before: Position,
  text: string,
  tools: Tools,
  stamp: Stamp,
  asked: string | undefined,
): Decision | null {
  const { phone, ...said } = ringSaidIn(text);
  if (phone === undefined || !ringQuestions.some((one) => one === asked)) return null;
  return ringMe(before, { ...said, phone, words: text }, tools, stamp);
}

const atRest = { ...questions['topic.main_part'], id: 'nav.ring' };

/** By the make of the request, or by a word about ringing in a request for a person. */
const isAsked = (text: string, here: typeof atRest | Parameters<typeof commandIn>[1], lang: string): boolean =>
  asksToBeRung(text, here) || (speaksOfRinging(text) && commandIn(text, here, lang)?.command === 'person');

function answered(asked: RingQuestion, before: Position, text: string, tools: Tools, stamp: Stamp): Decision | null {
  const { kept } = before.context;
  const { phone, when, safe } = ringSaidIn(text);
  const command = phone !== undefined || when.length + safe.length > 0 ? null : commandIn(text, atRest, kept.lang);
  if (command === null) return ringAnswered(asked, kept, text, tools, stamp);
  if (passing.has(command.command)) return ringLeft(asked, tools, stamp);
  if (command.command === 'person' && speaksOfRinging(text)) return ringAskedFor(kept, text, tools, stamp);
  return obey(command, before, tools, stamp);
}

const passing: ReadonlySet<string> = new Set(['skip', 'back', 'dont_know', 'prefer_not']);
