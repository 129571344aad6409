/**
 * The second reader: adds up what each word, pair of words and group of words weighs. The weights were learned from our
 * own corpus (`scripts/train-safety.ts`), are kept in `danger-weight-words.json`, and never change while the service runs.
 */
import type { Concepts } from './concepts.ts';
import { eachMark, groupNames } from './marks.ts';
import { type RootWords, rootsOf } from './roots.ts';
import { type Heap, type Scale, scaleOf } from './rows.ts';

/** The sums of weights at which something is done. */
export interface Limits {
  /** From here on one gentle question is asked, by how long the message is: the shortest first. */
  readonly ask: readonly number[];
  /** From here on a pattern that may be harm is asked about. */
  readonly keep: number;
  /** From here on a pattern that is most likely harm is asked about. */
  readonly likely: number;
  /** From here on a pattern that is most likely harm is believed. */
  readonly believe: number;
  /** From here on there is no doubt. */
  readonly sure: number;
}

/** What `danger-weight-words.json` holds. */
export interface Weights extends Limits {
  readonly harm: Heap;
  /** The weights of each kind of harm, for the one that fits best. */
  readonly kinds: Readonly<Record<string, Heap>>;
  /** By how much less a pattern that may be pressing is still asked about. */
  readonly patience: number;
}

/** Weights made ready for reading. */
export interface Scales {
  readonly concepts: Concepts;
  readonly harm: Scale;
  readonly kinds: ReadonlyMap<string, Scale>;
  readonly weights: Weights;
}

/** The weight of a part of a message: how much it tells of harm, and where. */
export interface Weighed {
  readonly score: number;
  /** The words from `from` up to, not with, `to`. */
  readonly from: number;
  readonly to: number;
}

export function scalesOf(weights: Weights, concepts: Concepts, words: RootWords): Scales {
  const groups = groupNames(concepts);
  const rootOf = rootsOf(words);
  const ready = (heap: Heap) => scaleOf(heap, groups, rootOf);
  const kinds = new Map(Object.entries(weights.kinds).map(([kind, heap]) => [kind, ready(heap)]));
  return { concepts, harm: ready(weights.harm), kinds, weights };
}

/** A message up to this many words is weighed as one; a longer one in parts of this length, which overlap. */
const wholeAtMost = 45;
const part = 24;
/** So that a message of two words does not weigh as much as a clear sentence. */
export const smoothing = 10;

/** "Yes", a name: too few words for weights to raise a question without a pattern. */
export const isShort = (words: readonly string[]) => lengthOf(words) < 3;
/** A relation, most answers, a long answer, a story: each has a limit of its own. */
const lengths = [6, 11, 18];
export const lengthSteps = lengths.length + 1;
export const lengthStep = (words: readonly string[]) => {
  const length = lengthOf(words);
  return lengths.filter((most) => length > most).length;
};
const lengthOf = (words: readonly string[]) => words.reduce((sum, word) => sum + Number(word !== '.'), 0);

/** The heaviest part of a message. */
export function weigh(words: readonly string[], scales: Scales): Weighed {
  const { sums, counts } = sumsOf(words, scales);
  const scoreOf = (from: number, to: number) =>
    scales.harm.table.start +
    ((sums[to] ?? 0) - (sums[from] ?? 0)) / Math.sqrt((counts[to] ?? 0) - (counts[from] ?? 0) + smoothing);
  // The sums have one place more: what ends with the message.
  const all = words.length + 1;
  if (words.length <= wholeAtMost) return { score: scoreOf(0, all), from: 0, to: words.length };
  let best: Weighed = { score: Number.NEGATIVE_INFINITY, from: 0, to: words.length };
  for (let from = 0; from < words.length; from += part / 3) {
    const to = Math.min(all, from + part);
    const score = scoreOf(from, to);
    if (score > best.score) best = { score, from, to: Math.min(to, words.length) };
    if (to === all) break;
  }
  return best;
}

function sumsOf(words: readonly string[], { concepts, harm: { numbers, table } }: Scales) {
  const sums = new Float64Array(words.length + 2);
  const counts = new Int32Array(words.length + 2);
  eachMark(words, concepts, numbers, (mark, _from, to) => {
    const place = Math.min(to, words.length) + 1;
    sums[place] = (sums[place] ?? 0) + table.weightOf(mark);
    counts[place] = (counts[place] ?? 0) + 1;
  });
  for (let place = 1; place < sums.length; place += 1) {
    sums[place] = (sums[place] ?? 0) + (sums[place - 1] ?? 0);
    counts[place] = (counts[place] ?? 0) + (counts[place - 1] ?? 0);
  }
  return { sums, counts };
}

/** The kind of harm that these words fit best. */
export function kindOf(words: readonly string[], scales: Scales): string {
  let best = { kind: '', score: Number.NEGATIVE_INFINITY };
  for (const [kind, { numbers, table }] of scales.kinds) {
    let sum = 0;
    let count = smoothing;
    eachMark(words, scales.concepts, numbers, (mark) => {
      sum += table.weightOf(mark);
      count += 1;
    });
    const score = table.start + sum / Math.sqrt(count);
    if (score > best.score) best = { kind, score };
  }
  return best.kind;
}

/** The run of words that weighs most: what the worry rests on. */
export function heaviest(words: readonly string[], scales: Scales): { from: number; to: number } {
  const each = new Float64Array(words.length);
  const { numbers, table } = scales.harm;
  eachMark(words, scales.concepts, numbers, (mark, from, to) => {
    const weight = table.weightOf(mark);
    const [begin, end] = [Math.max(0, from), Math.min(words.length - 1, to)];
    for (let at = begin; at <= end; at += 1) each[at] = (each[at] ?? 0) + weight / (end - begin + 1);
  });
  let best = { from: 0, to: Math.min(1, words.length), sum: Number.NEGATIVE_INFINITY };
  let run = { from: 0, sum: 0 };
  for (const [at, weight] of each.entries()) {
    run = run.sum > 0 ? { from: run.from, sum: run.sum + weight } : { from: at, sum: weight };
    if (run.sum > best.sum) best = { from: run.from, to: at + 1, sum: run.sum };
  }
  return best;
}
