/**
 * Learns the weights of the second reader from `test/corpora/tuning` and writes `locales/en-GB/danger-weight-words.json`.
 *
 *   node scripts/train-safety.ts             measures each batch by weights learned from the others, then learns from all and writes
 *   node scripts/train-safety.ts --measure   measures only
 *   --show                                   lists what would be missed, and what would be a false alarm
 *
 * Nothing is random: the same lines give the same weights.
 */
import { writeFileSync } from 'node:fs';
import { patternsOnly, pressing, reader } from '../src/safety/index.ts';
import {
  beginningOf,
  eachMark,
  groupFrom,
  groupNames,
  isSingle,
  partsOf,
  sorts,
  wordFrom,
} from '../src/safety/marks.ts';
import type { Heap } from '../src/safety/rows.ts';

import { isShort, type Limits, lengthStep, smoothing, type Weights } from '../src/safety/weigh.ts';

import { batchOf, type Line, linesOf, writtenWith } from './safety/corpus.ts';
import { type Example, type Learned, learn, scoreOf } from './safety/learn.ts';
import { type Judged, patience, raised, report, thresholds } from './safety/thresholds.ts';

const lang = 'en-GB';
const measureOnly = process.argv.includes('--measure');
const atLeastTwice = 2;
/** A mark that weighs less says nothing. */
const leastWeight = 0.05;
const mostForKind = 1500;

const { wordsOf, rootOf, concepts } = reader(lang);
const lines = linesOf();
const words = lines.map(({ said }) => wordsOf(said));
const families = lines.map(({ said }) => patternsOnly(said, lang));
const found = families.map((family) => family?.level ?? 'none');
/** An answer of which the patterns are sure was not meant to be harmless. */
const usable = lines.map((line, at) => batchOf(line) !== 'answers' || found[at] !== 'sure');

/** What has a number: words, beginnings and roots that stand in two lines and more. */
const names: string[] = (() => {
  const often = new Map<string, number>();
  for (const line of words)
    for (const said of new Set(line.flatMap((one) => [one, beginningOf(one), rootOf(one)])))
      often.set(said, (often.get(said) ?? 0) + 1);
  return [...often].flatMap(([said, times]) => (times < atLeastTwice || said === '.' ? [] : [said]));
})();
const ids = new Map(names.map((name, at) => [name, at + wordFrom]));
const numbers = {
  ofWord: (word: string) => ids.get(word) ?? 0,
  ofBeginning: (word: string) => ids.get(beginningOf(word)) ?? 0,
  ofRoot: (word: string) => ids.get(rootOf(word)) ?? 0,
  ofGroup: (group: number) => group + groupFrom,
};
const groups = groupNames(concepts);
const nameOf = (number: number) =>
  number === 1 ? '.' : number < wordFrom ? (groups[number - groupFrom] ?? '') : (names[number - wordFrom] ?? '');
const isKnown = (mark: number) => {
  const [sort, one, other] = partsOf(mark);
  return one !== 0 && (isSingle(sort) || other !== 0);
};

/** All marks of all lines, each with a place; how rare a mark is says how much it tells. */
const places = new Map<number, number>();
const inLines: number[] = [];
const marked = words.map((line) => {
  const own = new Map<number, number>();
  let all = 0;
  eachMark(line, concepts, numbers, (mark) => {
    all += 1;
    if (!isKnown(mark)) return;
    const place = places.get(mark) ?? places.size;
    places.set(mark, place);
    if (!own.has(place)) inLines[place] = (inLines[place] ?? 0) + 1;
    own.set(place, 1);
  });
  return { own: [...own.keys()], all };
});
const telling = inLines.map((times) => (times < atLeastTwice ? 0 : (Math.log(lines.length / (times + 1)) / 3) ** 2));

function exampleOf(line: number, is: 1 | -1, counts: number): Example {
  const { own, all } = marked[line] ?? { own: [], all: 0 };
  const at = Int32Array.from(own.filter((place) => (telling[place] ?? 0) > 0));
  const value = Float32Array.from(at, (place) => (telling[place] ?? 0) / Math.sqrt(all + smoothing));
  return { at, value, is, counts };
}

const harm = lines.map((line, at) => exampleOf(at, line.kind === null ? -1 : 1, line.counts));
/** Each line judged by weights that were learned without its batch, as if its writer were new. */
function judged(): Judged[] {
  const batches = lines.map(writtenWith);
  return [...new Set(batches)].flatMap((batch) => {
    if (batch === 'drill') return [];
    const learned = learn(
      harm.filter((_one, at) => batches[at] !== batch && usable[at]),
      places.size,
    );
    return lines.flatMap((line, at) => (batches[at] === batch ? [judgedLine(line, at, learned)] : []));
  });
}

const judgedLine = (line: Line, at: number, learned: Learned): Judged => ({
  line,
  batch: batchOf(line),
  harm: line.kind !== null,
  pattern: found[at] ?? 'none',
  pressing: pressing.has(families[at]?.kind ?? ''),
  short: isShort(words[at] ?? []),
  length: lengthStep(words[at] ?? []),
  score: scoreOf(harm[at] ?? exampleOf(at, -1, 0), learned),
});

/** Weights by their words, as whole numbers, each line by the first of its words. */
function written({ weights, start }: Learned): Heap {
  const heavy = [...places]
    .map(([mark, place]) => ({ mark, weight: (weights[place] ?? 0) * (telling[place] ?? 0) }))
    .filter(({ weight }) => Math.abs(weight) >= leastWeight)
    .map(({ mark, weight }) => {
      const [sort, one, other] = partsOf(mark);
      return { first: nameOf(one), sort, text: `${isSingle(sort) ? '' : `${nameOf(other)} `}${hundredths(weight)}` };
    });
  const rows = Object.entries(Object.groupBy(heavy, ({ first }) => first)).map(([first, marks = []]) => {
    const bySort = sorts.flatMap((sort) => {
      const own = marks.flatMap((one) => (one.sort === sort ? [one.text] : [])).toSorted();
      return own.length === 0 ? [] : [`${sort}: ${own.join(' ')}`];
    });
    return [first, bySort.join(' ')] as const;
  });
  const inOrder = rows.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { start: hundredths(start), marks: heavy.length, rows: Object.fromEntries(inOrder) };
}

/** Of the marks that tell this kind of harm from the others, those that tell most of most lines, weighed by themselves. */
function kindOfHarm(kind: string): Heap {
  const examples = lines.flatMap((line, at) =>
    line.kind === null ? [] : [exampleOf(at, line.kind === kind ? 1 : -1, (line.kind === kind ? 3 : 1) * line.counts)],
  );
  const all = learn(examples, places.size);
  const tells = all.weights.map((weight, at) => Math.abs(weight) * (telling[at] ?? 0) * Math.sqrt(inLines[at] ?? 0));
  const least = tells.toSorted((one, other) => other - one)[mostForKind] ?? 0;
  return written(
    learn(
      examples.map((one) => onlyThose(one, (place) => (tells[place] ?? 0) > least)),
      places.size,
    ),
  );
}

function onlyThose(one: Example, is: (place: number) => boolean): Example {
  return { ...one, at: one.at.filter(is), value: one.value.filter((_value, index) => is(one.at[index] ?? 0)) };
}

function kinds(): Weights['kinds'] {
  const all = [...new Set(lines.flatMap(({ kind }) => kind ?? []))].toSorted();
  return Object.fromEntries(all.map((kind) => [kind, kindOfHarm(kind)]));
}

/** What would be read wrongly if it were new, the worst first. */
function show(some: readonly Judged[], limits: Limits): void {
  const wrong = some.filter((one) => one.harm !== raised(one, limits));
  for (const { line, harm, pattern, score } of wrong.toSorted((one, other) => one.score - other.score))
    console.log(`${harm ? 'missed' : 'alarm'} ${score.toFixed(2)} ${pattern} ${line.kind ?? ''} "${line.said}"`);
}

const hundredths = (value: number) => Math.round(value * 100);

const cases = judged();
const limits = thresholds(cases);
report(cases, limits);
if (process.argv.includes('--show')) show(cases, limits);
if (!measureOnly) {
  const learned = learn(
    harm.filter((_one, at) => usable[at]),
    places.size,
  );
  const weights: Weights = {
    ask: limits.ask.map(hundredths),
    keep: hundredths(limits.keep),
    likely: hundredths(limits.likely),
    believe: hundredths(limits.believe),
    sure: hundredths(limits.sure),
    patience: hundredths(patience),
    harm: written(learned),
    kinds: kinds(),
  };
  const text = `${JSON.stringify(weights, null, 1)}\n`;
  writeFileSync('locales/en-GB/danger-weight-words.json', text);
  console.log(`danger-weight-words.json: ${(text.length / 1024).toFixed(0)} KB`);
}
