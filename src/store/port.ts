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
  /** Tries if anything could be kept at this moment. Throws `NotKept` when not: full, read-only, gone. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** Ids that a plan may have: unguessable, and safe as the name of a file. No plan is ever found under another one. */
export const isPlanId = (id: string): boolean => /^[A-Za-z0-9_-]{8,64}$/.test(id);

/** Somebody else wrote first. Read again and decide anew. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

/** The disk refused: full, read-only, broken. Nothing was kept; `cause` says why. */
export class NotKept extends Error {
  override readonly name = 'NotKept';
}

/** Says of anything that the disk refuses that nothing was kept. Our own mistakes stay what they are. */
export async function orNotKept(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) throw new NotKept('The disk refused.', { cause });
    throw cause;
  }
}

/** One thing that is wrong with what is kept, and what the people who run the service can do about it. */
export interface Problem {
  readonly path: string;
  readonly what: string;
  readonly todo: string;
}

/** What is kept is missing, damaged or in use, and going on would lose answers. All that was found is told together. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map(({ path, what, todo }) => `${path}: ${what} ${todo}`).join('\n'), options);
    this.problems = problems;
  }
}
