/**
 * Learns the weights of the second reader of requests from `test/corpora/tuning` and writes `locales/en-GB/request-weight-words.json`.
 *
 *   node scripts/train-requests.ts                    learns from all lines and writes
 *   node scripts/train-requests.ts --without=fifth    leaves a batch out of the learning, says how well it is read, writes nothing
 *   --write                                           with it: writes all the same, so that the whole can be measured on that batch
 *
 * Nothing is random: the same lines give the same weights.
 */
import { writeFileSync } from 'node:fs';
import { plain, tokensOf } from '../src/understanding/plain.ts';
import { marksOf, shareOf } from '../src/understanding/request-marks.ts';
import { type Parts, partsOf } from '../src/understanding/sentence-parts.ts';
import { type Line, linesOf } from './requests/corpus.ts';
import { type Example, learn, scoreOf } from './safety/learn.ts';

const without = process.argv.find((one) => one.startsWith('--without='))?.slice('--without='.length);
/** A larger number follows the messages more closely. */
const closeness = 5;
const mostMarks = 8_000;
const mostForKind = 350;
const lines = linesOf();
const learnedFrom = lines.filter(({ batch }) => batch !== without);

const numbers = new Map<string, number>();
const written = new Map<number, string>();
const numberOf = (word: string): number => {
  const number = numbers.get(word) ?? numbers.size + 1;
  if (!numbers.has(word)) written.set(number, word);
  numbers.set(word, number);
  return number;
};
const partOf = new Map<Line, Parts>(
  lines.map((line) => [line, partsOf(tokensOf(plain(line.said), new Set()).map(({ word }) => word))]),
);
/** How often each mark stands in each message. */
const marked = new Map<Line, ReadonlyMap<number, number>>();
/** In how many messages a mark stands: one that comes once tells nothing of others. */
const often = new Map<number, number>();
for (const [line, parts] of partOf) {
  const own = new Map<number, number>();
  for (const mark of marksOf(parts, line.said.includes('?'), numberOf)) own.set(mark, (own.get(mark) ?? 0) + 1);
  marked.set(line, own);
  if (line.batch !== without) for (const mark of own.keys()) often.set(mark, (often.get(mark) ?? 0) + 1);
}
const marks = [...often].flatMap(([mark, times]) => (times > 1 ? [mark] : []));
const places = new Map(marks.map((mark, place) => [mark, place]));

function exampleOf(line: Line, is: 1 | -1): Example {
  const parts = partOf.get(line);
  const share = parts === undefined ? 0 : shareOf(parts);
  const own = [...(marked.get(line) ?? [])].flatMap(([mark, times]) => {
    const place = places.get(mark);
    return place === undefined ? [] : [{ place, times }];
  });
  return {
    at: Int32Array.from(own, ({ place }) => place),
    value: Float32Array.from(own, ({ times }) => times * share),
    is,
    counts: line.counts * closeness,
  };
}

/** A mark as it is written in the weights: "again", "read it", "read _ again", "<question>". */
function nameOf(mark: number): string {
  const word = (number: number) => written.get(number) ?? '';
  const [whole, last] = [Math.floor(mark / 32_768), mark % 32_768];
  if (whole === 0) return word(last);
  return whole < 32_768 ? `${word(whole)} ${word(last)}` : `${word(whole - 32_768)} _ ${word(last)}`;
}

const hundredths = (value: number) => Math.round(value * 100);

/** The heaviest weights by their marks, as whole numbers. */
function heaviest(weights: Float64Array, most: number): Record<string, number> {
  const heavy = marks
    .map((mark, place) => [nameOf(mark), hundredths(weights[place] ?? 0)] as const)
    .filter(([, weight]) => weight !== 0)
    .toSorted(([, one], [, other]) => Math.abs(other) - Math.abs(one))
    .slice(0, most);
  return Object.fromEntries(heavy.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

const asked = learn(
  learnedFrom.map((line) => exampleOf(line, line.command === null ? -1 : 1)),
  marks.length,
);
const requests = learnedFrom.filter(({ command }) => command !== null);
const commands = [...new Set(requests.map(({ command }) => command ?? ''))].toSorted();
const kinds = commands.map((command) => {
  const learned = learn(
    requests.map((line) => exampleOf(line, line.command === command ? 1 : -1)),
    marks.length,
  );
  return { command, learned };
});

if (without !== undefined) {
  const own = lines.filter(({ batch }) => batch === without);
  for (const bar of [-0.5, -0.3, 0, 0.3]) {
    const judged = own.map((line) => {
      const score = (learned: { weights: Float64Array; start: number }) => scoreOf(exampleOf(line, 1), learned);
      const best = kinds.toSorted((one, other) => score(other.learned) - score(one.learned))[0]?.command;
      return { line, isFound: score(asked) > bar, isRight: best === line.command };
    });
    const meant = judged.filter(({ line }) => line.command !== null);
    const found = meant.filter(({ isFound }) => isFound);
    const right = found.filter(({ isRight }) => isRight);
    const wrongly = judged.filter(({ line, isFound }) => line.command === null && isFound);
    console.log(
      `above ${bar}: ${found.length} of ${meant.length} requests, ${right.length} of them the right one; ${wrongly.length} of ${own.length - meant.length} answers`,
    );
  }
}
if (without === undefined || process.argv.includes('--write')) {
  const weights = {
    start: hundredths(asked.start),
    asked: heaviest(asked.weights, mostMarks),
    kinds: Object.fromEntries(
      kinds.map(({ command, learned }) => [
        command,
        { start: hundredths(learned.start), weights: heaviest(learned.weights, mostForKind) },
      ]),
    ),
  };
  const text = `${JSON.stringify(weights, null, 1)}\n`;
  writeFileSync('locales/en-GB/request-weight-words.json', text);
  console.log(`request-weight-words.json: ${(text.length / 1024).toFixed(0)} KB`);
}
