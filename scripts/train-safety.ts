/**
 * Learns the weights of the second reader from `test/corpora/tuning` and writes `locales/en-GB/danger-weight-words.json`.
 *
 *   node scripts/train-safety.ts             measures by tenfold cross-validation, then learns from all lines and writes
 *   node scripts/train-safety.ts --measure   measures only
 *   --without=fourth                         leaves a batch out of the learning and measures on it
 *   --show                                   lists what would be missed, and what would be a false alarm
 *
 * Nothing is random: the same lines give the same weights.
 */
import { writeFileSync } from 'node:fs';
import { patternsOnly, pressing, reader } from '../src/safety/index.ts';
import { eachMark, partsOf, type Sort, sorts } from '../src/safety/marks.ts';
import { beginningOf, isLong, isShort, smoothing, type Weights, type Written } from '../src/safety/weigh.ts';
import { alike, batchOf, type Line, linesOf } from './safety/corpus.ts';
import { type Example, learn, randomFrom, scoreOf } from './safety/learn.ts';
import { type Judged, type Limits, patience, raised, report, thresholds } from './safety/thresholds.ts';

const lang = 'en-GB';
const without = process.argv.find((one) => one.startsWith('--without='))?.slice('--without='.length);
const measureOnly = process.argv.includes('--measure') || without !== undefined;
const folds = 10;
const atLeastTwice = 2;
const mostMarks = 15_000;
const mostForKind = 320;

const { wordsOf, concepts } = reader(lang);
const lines = linesOf();
const words = lines.map(({ said }) => wordsOf(said));
const families = lines.map(({ said }) => patternsOnly(said, lang));
const found = families.map((family) => family?.level ?? 'none');
/** An answer of which the patterns are sure was not meant to be harmless. */
const usable = lines.map((line, at) => batchOf(line) !== 'answers' || found[at] !== 'sure');

const names: string[] = [];
const ids = new Map<string, number>();
function numberOf(name: string): number {
  const known = ids.get(name) ?? names.length + 512;
  if (!ids.has(name)) {
    ids.set(name, known);
    names.push(name);
  }
  return known;
}
const numbers = {
  ofWord: numberOf,
  ofBeginning: (word: string) => numberOf(beginningOf(word)),
  ofGroup: (group: number) => group + 2,
};
const nameOf = (number: number) =>
  number === 1 ? '.' : number < 512 ? `<${concepts.names[number - 2]}>` : (names[number - 512] ?? '');

/** All marks of all lines, each with a place; how rare a mark is says how much it tells. */
const places = new Map<number, number>();
const inLines: number[] = [];
const marked = words.map((line) => {
  const own = new Map<number, number>();
  let all = 0;
  eachMark(line, concepts, numbers, (mark) => {
    all += 1;
    const place = places.get(mark) ?? places.size;
    places.set(mark, place);
    if (!own.has(place)) inLines[place] = (inLines[place] ?? 0) + 1;
    own.set(place, 1);
  });
  return { own: [...own.keys()], all };
});
const rarity = inLines.map((times) => (times < atLeastTwice ? 0 : Math.log(lines.length / (times + 1)) / 3));

function exampleOf(line: number, is: 1 | -1, counts: number): Example {
  const { own, all } = marked[line] ?? { own: [], all: 0 };
  const at = Int32Array.from(own.filter((place) => (rarity[place] ?? 0) > 0));
  const value = Float32Array.from(at, (place) => (rarity[place] ?? 0) / Math.sqrt(all + smoothing));
  return { at, value, is, counts };
}

const harm = lines.map((line, at) => exampleOf(at, line.kind === null ? -1 : 1, line.counts));
const fold = (() => {
  const group = alike(words);
  const random = randomFrom(3);
  const of = new Map<number, number>();
  return group.map((one) => of.get(one) ?? of.set(one, Math.floor(random() * folds)).get(one) ?? 0);
})();

/** Each line judged by weights that were learned without it, and without those that are nearly the same. */
function judged(): Judged[] {
  const scores = new Float64Array(lines.length);
  if (without !== undefined) {
    const own = lines.map((line) => batchOf(line) === without);
    const learned = learn(
      harm.filter((_one, at) => !own[at] && usable[at]),
      places.size,
    );
    for (const [at, one] of harm.entries()) scores[at] = scoreOf(one, learned);
    return lines.flatMap((line, at) => (own[at] ? [judgedLine(line, at, scores)] : []));
  }
  for (let part = 0; part < folds; part += 1) {
    const learned = learn(
      harm.filter((_one, at) => fold[at] !== part && usable[at]),
      places.size,
    );
    for (const [at, one] of harm.entries()) if (fold[at] === part) scores[at] = scoreOf(one, learned);
  }
  return lines.map((line, at) => judgedLine(line, at, scores));
}

const judgedLine = (line: Line, at: number, scores: Float64Array): Judged => ({
  line,
  batch: batchOf(line),
  harm: line.kind !== null,
  pattern: found[at] ?? 'none',
  pressing: pressing.has(families[at]?.kind ?? ''),
  short: isShort(words[at] ?? []),
  long: isLong(words[at] ?? []),
  score: scores[at] ?? 0,
});

/** The heaviest weights by their words, as whole numbers. */
function written(weights: Float64Array, most: number): Written {
  const heavy = [...places]
    .map(([mark, place]) => [mark, (weights[place] ?? 0) * (rarity[place] ?? 0)] as const)
    .filter(([, weight]) => Math.abs(weight) >= 0.01)
    .toSorted(([, one], [, other]) => Math.abs(other) - Math.abs(one))
    .slice(0, most);
  const bySort: Partial<Record<Sort, Record<string, number>>> = {};
  for (const sort of sorts) {
    const own = heavy.flatMap(([mark, weight]) => {
      const [is, one, other] = partsOf(mark);
      if (is !== sort) return [];
      return [[other === 0 ? nameOf(one) : `${nameOf(one)} ${nameOf(other)}`, Math.round(weight * 100)] as const];
    });
    bySort[sort] = Object.fromEntries(own.toSorted(([one], [other]) => (one < other ? -1 : 1)));
  }
  return bySort;
}

function kinds(): Weights['kinds'] {
  const disclosed = lines.flatMap((line, at) => (line.kind === null ? [] : [{ at, own: line.kind }]));
  const all = [...new Set(disclosed.map(({ own }) => own))].toSorted();
  return Object.fromEntries(
    all.map((kind) => {
      const learned = learn(
        disclosed.map(({ at, own }) =>
          exampleOf(at, own === kind ? 1 : -1, (own === kind ? 3 : 1) * (lines[at]?.counts ?? 1)),
        ),
        places.size,
      );
      return [kind, { start: hundredths(learned.start), weights: written(learned.weights, mostForKind) }];
    }),
  );
}

/** What would be read wrongly if it were new, the worst first. */
function show(some: readonly Judged[], limits: Limits): void {
  const wrong = some.filter((one) => one.harm !== raised(one, limits) && one.batch !== 'drill');
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
    ask: hundredths(limits.ask),
    askLong: hundredths(limits.askLong),
    keep: hundredths(limits.keep),
    likely: hundredths(limits.likely),
    believe: hundredths(limits.believe),
    sure: hundredths(limits.sure),
    patience: hundredths(patience),
    start: hundredths(learned.start),
    harm: written(learned.weights, mostMarks),
    kinds: kinds(),
  };
  const text = `${JSON.stringify(weights, null, 1)}\n`;
  writeFileSync('locales/en-GB/danger-weight-words.json', text);
  console.log(`danger-weight-words.json: ${(text.length / 1024).toFixed(0)} KB`);
}
