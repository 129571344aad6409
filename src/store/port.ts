/** Where plans are kept. A plan is a list of facts; its version is how many there are. */
import type { Fact } from '../plan/facts.ts';

export interface Stored {
  readonly version: number;
  readonly facts: readonly Fact[];
}

export interface PlanStore {
  /** The plan's facts, oldest first; null when there is no such plan. */
  read(plan: string): Promise<Stored | null>;
  /**
   * Adds facts at the end, all of them or none, and returns the new version once they are on disk.
   * `expected` is the version the writer knows (0 for a new plan); another one is refused with `Conflict`.
   */
  append(plan: string, expected: number, facts: readonly Fact[]): Promise<number>;
  /** Takes the plan away for good ("delete", or no to `privacy.go_on`). True if there was one. */
  remove(plan: string): Promise<boolean>;
  /** The ids of all plans. */
  plans(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Somebody else wrote first. Read again and decide anew. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

/** The disk refused: full, read-only, broken. Nothing was kept; `cause` says why. */
export class NotKept extends Error {
  override readonly name = 'NotKept';
}
