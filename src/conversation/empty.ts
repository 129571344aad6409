/** An answer left empty: skipped, not known, or rather not said. It is never an error. */
import type { Event, Stamp } from '../dialog/index.ts';
import { type Kept, slotOf } from '../plan/kept.ts';
import { questions } from '../plan/questions/index.ts';
import { type Decision, only } from './decision.ts';
import type { Position, Resting } from './position.ts';
import { keptAsItWas } from './said-before.ts';
import { why } from './statements.ts';
import type { Tools } from './tools.ts';

export function leaveEmpty(
  before: Position,
  resting: Resting,
  reason: 'skipped' | 'dont_know' | 'prefers_not',
  tools: Tools,
  stamp: Stamp,
  said = '',
): Decision {
  const { kept } = before.context;
  const { question, meta } = resting;
  // Whoever went back to look skips on; what stands there is not thrown away.
  const same = reason === 'skipped' ? keptAsItWas(before, resting, stamp) : null;
  if (same !== null) return same;
  if (!questions[question].skip) return only([{ say: 'conversation.cannot_skip', waits: false }]);
  const urged = kept.stumbles?.slot === slotOf(question, resting.item);
  if (meta.urges === true && !urged) {
    return {
      events: [{ type: 'STUMBLE', how: 'dont_know', stamp, ...slotIn(resting) }],
      says: [...why(question, kept, tools), { say: 'conversation.skip_again', waits: false }],
    };
  }
  const pauses: Event[] = question === 'check.send' ? [{ type: 'STOP', stamp }] : [];
  return {
    events: [{ type: 'SKIP', reason, said, stamp, ...slotIn(resting) }, ...pauses],
    says: pauses.length > 0 || justSkipped(kept) ? [] : [{ say: `conversation.blank.${reason}`, waits: false }],
  };
}

/** Somebody who skips one question after the other is not told each time that it is fine. */
const justSkipped = ({ answers }: Kept): boolean => Object.values(answers).at(-1)?.blank !== undefined;

/** The place that a question rests at, as facts name it. */
export const slotIn = ({ question, item, parent }: Resting) => ({
  question,
  ...(item === undefined ? {} : { item }),
  ...(parent === undefined ? {} : { parent }),
});
