import type { Event, Stamp } from '../dialog/index.ts';
import type { QuestionId } from '../plan/questions/index.ts';
import type { Reply } from '../plan/replies.ts';
import type { Position, Resting } from './position.ts';
import type { Tools } from './tools.ts';

/** What a part of a turn decided: events for the statechart, and what to say before the next question. */
export interface Decision {
  readonly events: readonly Event[];
  readonly says: readonly Reply[];
  /** How the question is put this time; absent: as always. */
  readonly again?: Reply;
  /** The words as the talk keeps them, when they are not those that came in; null when they are kept nowhere. */
  readonly said?: string | null;
  /** What only the one who spoke is told; nothing of it is kept in the talk. */
  readonly aside?: readonly Reply[];
}

/** Says something, and asks the same question again. */
export const only = (says: readonly Reply[]): Decision => ({ events: [], says });

/** What an answer is an answer to: the question on which the talk rests, and when and by whom it is answered. */
export interface Asked {
  readonly before: Position;
  readonly resting: Resting;
  readonly tools: Tools;
  readonly stamp: Stamp;
  /** What may be answered in passing although it is known: the date of a goal that is said anew. */
  readonly anew?: readonly QuestionId[];
}
