/** The hand-written messages that the second reader learns from: `test/corpora/tuning`, never `held-out`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Line {
  readonly file: string;
  readonly said: string;
  /** A kind of harm, or null when nobody is in danger. */
  readonly kind: string | null;
  /** 1 for messages written for this reader; less for answers to questions, which are easy. */
  readonly counts: number;
}

const folder = 'test/corpora/tuning';

export function linesOf(): Line[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((text) => {
          const { said, kind } = JSON.parse(text) as { said: string; kind?: string };
          const harm = file.endsWith('disclosures.jsonl') ? (kind ?? null) : null;
          return { file, said, kind: harm, counts: /disclosures|harmless/.test(file) ? 1 : 0.3 };
        }),
    );
}

/** The batch that a line belongs to: those after the first were written when the patterns stood already. */
export const batchOf = ({ file, counts }: Line) =>
  counts < 1 ? 'answers' : /^(?:disclosures|harmless)/.test(file) ? 'first' : (file.split('-')[0] ?? 'first');

/** Lines that are nearly the same have the same number, so that none is learned from and asked about at once. */
export function alike(words: readonly (readonly string[])[]): number[] {
  const sets = words.map((line) => new Set(line));
  const often = new Map<string, number>();
  for (const set of sets) for (const word of set) often.set(word, (often.get(word) ?? 0) + 1);
  const group = sets.map((_set, at) => at);
  const root = (at: number): number => (group[at] === at ? at : root(group[at] ?? at));
  const by = new Map<string, number[]>();
  for (const [at, set] of sets.entries()) {
    const rare = [...set].toSorted((one, other) => (often.get(one) ?? 0) - (often.get(other) ?? 0)).slice(0, 4);
    for (const other of new Set(rare.flatMap((word) => (by.get(word) ?? []).slice(-200)))) {
      const that = sets[other] ?? new Set<string>();
      const same = [...set].filter((word) => that.has(word)).length;
      if (same / (set.size + that.size - same) >= 0.6) group[root(at)] = root(other);
    }
    for (const word of rare) by.set(word, [...(by.get(word) ?? []), at]);
  }
  return group.map((_own, at) => root(at));
}
