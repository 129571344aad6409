/** What is usable of a message that raised a worry: it is kept as an answer, without the words about harm. */
import type { Event, Stamp } from '../dialog/index.ts';
import type { Kept } from '../plan/kept.ts';
import { answerTo } from './answer.ts';
import { type Position, type Resting, restingAt, step } from './position.ts';
import type { Tools } from './tools.ts';

/** What was usable of the answer is kept as an answer, without the words about harm. */
export function keepRest(before: Position, rest: string, tools: Tools, stamp: Stamp): Event[] {
  const resting = restingAt(before);
  if (resting === null || before.context.kept.safety !== null) return [];
  const { events } = answerTo(before, resting, { id: '', channel: 'webchat', text: rest }, tools, stamp);
  return events.filter((event) => event.type === 'ANSWER');
}

/** What was usable of the message that raised the gentle question, once it is known that it was no saying. */
export function restBefore(before: Position, resting: Resting, tools: Tools, stamp: Stamp): Event[] {
  const { heard } = askedAbout(before.context.kept, tools);
  if (resting.question !== 'safety.check' || heard === null || heard.rest === null) return [];
  const { question, meta } = resting;
  const over: Event = { type: 'ANSWER', stamp, question, value: 'saying', said: '', meta };
  return keepRest(step(before, over).position, heard.rest, tools, stamp);
}

/** What the gentle question is about: the words, and what is heard in them. */
export function askedAbout(kept: Kept, tools: Tools) {
  const words = kept.flags.find((flag) => flag.id === kept.safety?.flag)?.said ?? '';
  return { words, heard: tools.danger(words, kept.lang) };
}
