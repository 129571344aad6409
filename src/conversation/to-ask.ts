/** What the person means to ask somebody goes on their list of questions, and the talk goes on. */
import type { Event, Stamp } from '../dialog/index.ts';
import { questions, sectionOf } from '../plan/questions/index.ts';
import { findsOut } from '../understanding/index.ts';
import type { Decision } from './decision.ts';
import { slotIn } from './empty.ts';
import type { Position, Resting } from './position.ts';
import { namesIn } from './prompt.ts';

/** Null where the message is something else, or is itself the answer. */
export function toAsk(before: Position, resting: Resting, text: string, stamp: Stamp): Decision | null {
  const { question } = resting;
  const how = sectionOf(question) === 'safety' ? undefined : findsOut(text, question);
  if (how === undefined) return null;
  const said = text.trim();
  const note: Event = { type: 'NOTE', stamp, facts: [{ type: 'to_ask', ...stamp, where: question, said }] };
  const skip: Event = { type: 'SKIP', reason: 'dont_know', said, stamp, ...slotIn(resting) };
  const goesOn = how === 'later' && questions[question].skip;
  return {
    events: goesOn ? [note, skip] : [note],
    says: [
      {
        say: 'conversation.to_ask',
        with: { ...namesIn(before.context.kept), words: said.slice(0, 120) },
        waits: false,
      },
    ],
  };
}
