/**
 * The list of all plans there should be, so that one that is missing is noticed. One line each time a plan is kept or
 * removed. Lines of removed plans stay: a backup that is put back can't bring a deleted plan to life.
 */
import type { Disk } from './disk.ts';
import { GrowingFile } from './growing-file.ts';

export interface Listed {
  readonly kept: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
  /** Up to here the list is whole. */
  readonly length: number;
  /** Numbers of the lines that can't be read. */
  readonly damaged: readonly number[];
}

/** Reads the list. A last line without its end was never acknowledged. */
export function listed(bytes: Buffer): Listed {
  const kept = new Set<string>();
  const removed = new Set<string>();
  const damaged: number[] = [];
  const length = bytes.lastIndexOf('\n') + 1;
  const lines = bytes.toString('latin1', 0, length).split('\n').slice(0, -1);
  lines.forEach((line, index) => {
    const [, act, plan] = /^(kept|removed) ([A-Za-z0-9_-]{8,64})$/.exec(line) ?? [];
    if (plan === undefined) damaged.push(index + 1);
    else {
      (act === 'kept' ? kept : removed).add(plan);
      (act === 'kept' ? removed : kept).delete(plan);
    }
  });
  return { kept, removed, length, damaged };
}

export class KnownPlans {
  readonly #file: GrowingFile;
  #last: Promise<unknown> = Promise.resolve();

  constructor(disk: Disk, path: string, length: number) {
    this.#file = new GrowingFile(disk, path, length);
  }

  kept(plan: string): Promise<void> {
    return this.#add(`kept ${plan}\n`);
  }

  removed(plan: string): Promise<void> {
    return this.#add(`removed ${plan}\n`);
  }

  async mend(): Promise<void> {
    await this.#file.mend();
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#file.letGo();
  }

  /** One after the other: the file is one, whichever plan it is about. */
  #add(line: string): Promise<void> {
    const mine = this.#last.then(() => this.#file.add(Buffer.from(line)));
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
