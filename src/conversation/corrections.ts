/** Changes of mind that say the new words at once: "no, I mean Thursday", "change my goal to ...", "take the gas bill out". */
import type { Event, Stamp } from '../dialog/index.ts';
import { type Answer, isBlank, type Slot } from '../plan/kept.ts';
import { questions, sectionOf } from '../plan/questions/index.ts';
import type { People } from '../plan/values.ts';
import { correctionIn, nameSaidAgain, turnsRound } from '../understanding/index.ts';
import { answerTo } from './answer.ts';
import type { Decision } from './decision.ts';
import { type Position, type Resting, restingAt, step } from './position.ts';
import { offersOf } from './prompt.ts';
import { read } from './read.ts';
import type { Said } from './talk.ts';
import type { Tools } from './tools.ts';

/** The answer at this place given anew, and back to where the talk was; null when the new words are no answer there. */
export function changedTo(before: Position, slot: Slot, to: string, tools: Tools, stamp: Stamp): Decision | null {
  const change: Event = { type: 'CHANGE', slot, stamp };
  const there = step(before, change).position;
  const resting = restingAt(there);
  if (resting === null || before.context.kept.answers[slot]?.question !== resting.question) return null;
  const said: Said = { id: 'correction', channel: 'webchat', text: to };
  const decision = answerTo(there, resting, said, tools, stamp, ['goal.by_when']);
  if (!decision.events.some(({ type }) => type === 'ANSWER')) return null;
  const { said: _, ...rest } = decision;
  const back = isSaidBack.has(questions[resting.question].kind)
    ? []
    : [{ say: 'conversation.changed_to', with: { words: to.slice(0, 80) }, waits: false }];
  return { ...rest, says: [...back, ...decision.says], events: [change, ...decision.events] };
}

/** "Put my sister instead of my brother": where one person was named alone, the other one is put; null when that is not one place. */
export function swappedTo(before: Position, old: string, to: string, tools: Tools, stamp: Stamp): Decision | null {
  const { kept, passed } = before.context;
  const named = old.match(/\p{L}{3,}/gu) ?? [];
  const places = Object.keys(kept.answers).filter((slot) => isAlone(kept.answers[slot], named));
  const place = places.length > 1 && passed !== null && places.includes(passed.slot) ? passed.slot : places[0];
  if (place === undefined || (places.length > 1 && place !== passed?.slot)) return null;
  return changedTo(before, place, to, tools, stamp);
}

/** Is this the answer that names one person, and is it that one? */
function isAlone(answer: Answer | undefined, named: readonly string[]): boolean {
  if (answer === undefined || isBlank(answer) || questions[answer.question].kind !== 'person') return false;
  const [person, ...others] = (answer.value as People).people;
  const words: readonly string[] =
    `${person?.name ?? ''} ${person?.link ?? ''}`.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return person !== undefined && others.length === 0 && named.some((word) => words.includes(word));
}

/** What every answer of these kinds is followed by says how it was understood. */
const isSaidBack: ReadonlySet<string> = new Set(['date', 'scale', 'money']);

/** The questions that name a thing of a list: taking the name out takes the thing out. A goal is taken out where it is checked. */
const naming: ReadonlySet<string> = new Set([
  'spend.item',
  'action.what',
  'risk.what',
  'contingency.trigger',
  'network.who',
  'support.what',
]);

/** One thing of a list is taken out, and the rest is kept; null where the answer is not the name of a thing. */
export function takenOut(before: Position, slot: Slot, stamp: Stamp): Decision | null {
  const answer = before.context.kept.answers[slot];
  if (answer?.item === undefined || !naming.has(answer.question)) return null;
  return {
    events: [
      { type: 'NOTE', facts: [{ type: 'removed', ...stamp, item: answer.item }], stamp },
      { type: 'REOPEN', slots: [], stamp },
    ],
    says: [{ say: 'conversation.taken_out', with: { words: answer.said.slice(0, 60) }, waits: false }],
  };
}

/** "No, I mean Thursday", when that is no answer to what is asked now: it puts right the answer just given. */
export function meantBefore(
  before: Position,
  resting: Resting,
  said: string,
  tools: Tools,
  stamp: Stamp,
): Decision | null {
  const { kept, passed } = before.context;
  if (sectionOf(resting.question) !== 'safety' && turnsRound(said, kept.lang)) return turnedRound(before, tools, stamp);
  const renamed = namedAnew(before, resting, said, tools, stamp);
  if (renamed !== null) return renamed;
  const correction = correctionIn(said, kept.lang);
  const slot = passed?.slot;
  const given = slot === undefined ? undefined : kept.answers[slot];
  if (correction === null || slot === undefined || given === undefined || isBlank(given)) return null;
  const isOpen = questions[resting.question].kind === 'free_text';
  const asked = { before, resting, tools, stamp };
  if (!isOpen && read(asked, offersOf(kept, resting, tools), said).is === 'answer') return null;
  // Words that fit any open question are only taken back to the one before when that is plainly meant.
  if (!correction.isPlain && (isOpen || questions[given.question].kind === 'free_text')) return null;
  return changedTo(before, slot, correction.to, tools, stamp);
}

/** "Actually my name is Sue", where something else is asked and a name was given before. */
function namedAnew(before: Position, { question }: Resting, said: string, tools: Tools, stamp: Stamp): Decision | null {
  const name = nameSaidAgain(said, question);
  const { answers } = before.context.kept;
  const slot = ['who.call_me', 'who.details'].find((id) => !isBlank(answers[id]));
  return name === undefined || slot === undefined || sectionOf(question) === 'safety'
    ? null
    : changedTo(before, slot, name, tools, stamp);
}

/** "I meant it the other way": a score counts from the other end; any other answer just given is asked again. */
function turnedRound(before: Position, tools: Tools, stamp: Stamp): Decision | null {
  const { kept, passed } = before.context;
  const given = passed === null ? undefined : kept.answers[passed.slot];
  if (passed === null || given === undefined || isBlank(given)) return null;
  if (questions[given.question].kind === 'scale' && typeof given.value === 'number')
    return changedTo(before, passed.slot, String(turned - given.value), tools, stamp);
  return { events: [{ type: 'CHANGE', slot: passed.slot, stamp }], says: [] };
}

/** Scores go from 1 to 10: 2 from the one end is 9 from the other. */
const turned = 11;
