/** The hand-written messages that the second reader learns from: `test/corpora/tuning`, never `held-out`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from './learn.ts';

export interface Line {
  readonly file: string;
  readonly said: string;
  /** A kind of harm, or null when nobody is in danger. */
  readonly kind: string | null;
  /** 1 for messages written for this reader; more for answers to questions, most of what is said; less for drills. */
  readonly counts: number;
}

const folder = 'test/corpora/tuning';
const drills = 'test/corpora/drills';

export const linesOf = (): Line[] => [...handWritten(), ...drilled()];

/** Answers to questions that tell of harm too: neither learned as harmless nor counted so. */
const alsoHarm = new Set(readFileSync(join(drills, 'answers-with-harm.txt'), 'utf8').toLowerCase().split('\n'));
const isAnswer = (file: string) => !/disclosures|harmless/.test(file);

function handWritten(): Line[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .flatMap((text) => {
          const { said, kind } = JSON.parse(text) as { said: string; kind?: string };
          if (isAnswer(file) && alsoHarm.has(said.toLowerCase())) return [];
          const harm = file.endsWith('disclosures.jsonl') ? (kind ?? null) : null;
          return [{ file, said, kind: harm, counts: isAnswer(file) ? 2 : 1 }];
        }),
    );
}

const ofEachDrill = 15;

/** Sentences with choices, "my [son|nephew] took my [pension|card]": a few of the many that each stands for. */
function drilled(): Line[] {
  return ['disclosures.txt', 'harmless.txt'].flatMap((name) => {
    let kind: string | null = null;
    const random = randomFrom(11);
    return readFileSync(join(drills, name), 'utf8')
      .split('\n')
      .flatMap((line) => {
        if (line.startsWith('# ')) kind = line.slice(2);
        if (line.startsWith('# ') || line.trim() === '') return [];
        const made = Array.from({ length: ofEachDrill }, () => chosen(line, random));
        return [...new Set(made)].map((said) => ({ file: `drill ${line}`, said, kind, counts: 0.3 }));
      });
  });
}

const chosen = (line: string, random: () => number) =>
  line
    .replace(/\[([^\]]*)\]/g, (_all, choices: string) => {
      const each = choices.split('|');
      return each[Math.floor(random() * each.length)] ?? '';
    })
    .replace(/\s+([,.])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/** The batch that a line belongs to: those after the first were written when the patterns stood already. */
export const batchOf = ({ file }: Line) =>
  file.startsWith('drill')
    ? 'drill'
    : isAnswer(file)
      ? 'answers'
      : /^(?:disclosures|harmless)/.test(file)
        ? 'first'
        : (file.split('-')[0] ?? 'first');

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
