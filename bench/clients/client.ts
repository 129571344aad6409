/** Somebody who talks to a server under test. */
import type { Step } from '../script.ts';

export interface Conversation {
  /** Says one thing; done when the replies to it have arrived. */
  say(step: Step): Promise<void>;
  /** Goes away. */
  end(): void;
}

/** Opens a conversation that is ready for its first answer: a new one, or one that is kept under this secret. */
export type Client = (url: string, known?: Known) => Promise<Conversation>;

/** A conversation that is kept already. */
export interface Known {
  readonly plan: string;
  readonly secret: string;
}
