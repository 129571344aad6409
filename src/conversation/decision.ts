import type { Event } from '../dialog/index.ts';
import type { Reply } from '../plan/replies.ts';

/** What a part of a turn decided: events for the statechart, and what to say before the next question. */
export interface Decision {
  readonly events: readonly Event[];
  readonly says: readonly Reply[];
  /** How the question is put this time; absent: as always. */
  readonly again?: Reply;
  /** The words as the talk keeps them, when they are not those that came in; null when they are kept nowhere. */
  readonly said?: string | null;
}

/** Says something, and asks the same question again. */
export const only = (says: readonly Reply[]): Decision => ({ events: [], says });
