/** Where codes are kept: their references, and their words as a hash only. */

/** A code that opens a plan: its person's, or a helper's. */
export interface Entry {
  readonly reference: string;
  readonly plan: string;
  /** Absent: the code is the person's own. */
  readonly helper?: string | undefined;
  /** Base64url, for this entry alone. */
  readonly salt: string;
  /** Base64url: scrypt of the words. */
  readonly hash: string;
}

export interface CodeBook {
  find(reference: string): Entry | undefined;
  /** Keeps a code; the one that its person (or this helper) had before no longer opens. On disk once it returns. */
  keep(entry: Entry): Promise<void>;
  /** A helper's code no longer opens. */
  end(plan: string, helper: string): Promise<void>;
  close(): Promise<void>;
}

/** One line of the book. */
export type Line = { readonly kept: Entry } | { readonly ended: Owner };
type Owner = Pick<Entry, 'plan' | 'helper'>;

/** The codes that stand: each person and each helper has one at most. */
export class Standing {
  readonly #byReference = new Map<string, Entry>();
  readonly #byOwner = new Map<string, Entry>();

  find(reference: string): Entry | undefined {
    return this.#byReference.get(reference);
  }

  /** All of them, in the order in which they came. */
  all(): readonly Entry[] {
    return [...this.#byReference.values()];
  }

  enter(line: Line): void {
    const owner = ownerIn('kept' in line ? line.kept : line.ended);
    this.#byReference.delete(this.#byOwner.get(owner)?.reference ?? '');
    this.#byOwner.delete(owner);
    if (!('kept' in line)) return;
    this.#byReference.set(line.kept.reference, line.kept);
    this.#byOwner.set(owner, line.kept);
  }
}

const ownerIn = ({ plan, helper = '' }: Owner): string => `${plan}/${helper}`;

/** Codes for as long as the program runs: for tests, and for trying things out. */
export function memoryCodes(): CodeBook {
  const standing = new Standing();
  return {
    find: (reference) => standing.find(reference),
    keep: async (kept) => standing.enter({ kept }),
    end: async (plan, helper) => standing.enter({ ended: { plan, helper } }),
    close: async () => undefined,
  };
}
