/** "No, thursday", "make it a six", "no I mean 07700 900124": a few words instead of the value that was just given. */
import type { Stamp } from '../dialog/index.ts';
import { type Answer, isBlank, type Kept, type Slot, slotOf } from '../plan/kept.ts';
import { questions, sectionOf } from '../plan/questions/index.ts';
import type { Kind } from '../plan/questions/kinds.ts';
import type { DateValue } from '../plan/values.ts';
import { phonesIn, putInstead } from '../understanding/index.ts';
import { changedTo } from './corrections.ts';
import type { Decision } from './decision.ts';
import type { Position, Resting } from './position.ts';
import { offersOf } from './prompt.ts';
import { read } from './read.ts';
import type { Tools } from './tools.ts';

/** The value that was just given is put right, where the words are no answer to what is asked now; null otherwise. */
export function justGiven(
  before: Position,
  resting: Resting,
  said: string,
  tools: Tools,
  stamp: Stamp,
): Decision | null {
  const instead = putInstead(said);
  const { kept } = before.context;
  const given = lastIn(kept);
  if (instead === undefined || given === undefined || isBlank(given)) return null;
  if (sectionOf(resting.question) === 'safety') return null;
  const slot = slotOf(given.question, given.item);
  const { kind } = questions[resting.question];
  const number = withNumber(given, instead);
  if (number !== undefined) return kind === 'phone' ? null : changedTo(before, slot, number, tools, stamp);
  if (!valued.has(questions[given.question].kind)) return null;
  const asked = { before, resting, tools, stamp };
  if (kind !== 'free_text' && read(asked, offersOf(kept, resting, tools), instead).is === 'answer') return null;
  return valueChanged(before, slot, instead, tools, stamp);
}

/** Kinds whose values are plain in a few words. */
const valued: ReadonlySet<Kind> = new Set<Kind>(['date', 'scale', 'number', 'money']);

/** The latest answer that has words of its own. */
function lastIn({ answers }: Kept): Answer | undefined {
  return Object.values(answers).reduce<Answer | undefined>(
    (last, answer) => (last === undefined || answer.at >= last.at ? answer : last),
    undefined,
  );
}

/** "Ann 07700 900123" with the other number; undefined where there was none, or more was said than a number. */
function withNumber(given: Answer, instead: string): string | undefined {
  const [was, ...others] = phonesIn(given.said);
  const [is] = phonesIn(instead);
  const isAlone = is?.number !== undefined && is.at === 0 && !/\p{L}/u.test(instead);
  if (was === undefined || others.length > 0 || !isAlone) return undefined;
  return `${given.said.slice(0, was.at)}${is.number}${given.said.slice(was.end)}`;
}

/** The new value, when it is one: "no, never" is not a day. */
function valueChanged(before: Position, slot: Slot, to: string, tools: Tools, stamp: Stamp): Decision | null {
  const decision = changedTo(before, slot, to, tools, stamp);
  const answer = decision?.events.find((event) => event.type === 'ANSWER');
  if (answer?.type !== 'ANSWER' || answer.notes?.includes('none') === true) return null;
  const isDay = questions[answer.question].kind !== 'date' || (answer.value as DateValue).date !== undefined;
  return isDay ? decision : null;
}
