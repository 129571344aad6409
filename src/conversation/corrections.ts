/** Changes of mind that say the new words at once: "no, I mean Thursday", "change my goal to ...", "take the gas bill out". */
import type { Event, Stamp } from '../dialog/index.ts';
import { isBlank, type Slot } from '../plan/kept.ts';
import { questions } from '../plan/questions/index.ts';
import { correctionIn } from '../understanding/index.ts';
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
  const decision = answerTo(there, resting, said, tools, stamp);
  if (!decision.events.some(({ type }) => type === 'ANSWER')) return null;
  const { said: _, ...rest } = decision;
  const back = isSaidBack.has(questions[resting.question].kind)
    ? []
    : [{ say: 'conversation.changed_to', with: { words: to.slice(0, 80) }, waits: false }];
  return { ...rest, says: [...back, ...decision.says], events: [change, ...decision.events] };
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
