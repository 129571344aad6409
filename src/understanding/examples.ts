/**
 * Which option a message is most like, learned from examples of how people say each (`understanding-examples.json`):
 * every word and pair of words weighs for some options and against others. Learned at the first message to a question,
 * always in the same order, so the same message is always weighed alike.
 */
import enGB from '../../locales/en-GB/understanding-examples.json' with { type: 'json' };
import { askBack } from './hits.ts';
import type { Heard } from './kinds.ts';
import { traitsIn, traitsOf } from './traits.ts';
import type { Words } from './words.ts';

/** How much each option is spoken for, the most first. */
export interface Likeness {
  readonly id: string;
  /** All of them, in that order. */
  readonly ids: readonly string[];
  /** How far it is before the next. */
  readonly lead: number;
  /** How far it is before this one. */
  before(id: string): number;
}

interface Learned {
  readonly ids: readonly string[];
  /** Where the weights of a trait begin, one for each option. */
  readonly places: ReadonlyMap<string, number>;
  readonly weights: Float64Array;
}

interface Example {
  readonly places: readonly number[];
  readonly is: number;
  readonly counts: number;
}

type Written = Readonly<Record<string, readonly string[]>>;
const written: Readonly<Record<string, Written>> = enGB.examples;

const shared: Written = enGB.shared;
/** "+agree" stands for lines that many questions share. */
const linesOf = (line: string): readonly string[] => (line.startsWith('+') ? (shared[line.slice(1)] ?? []) : [line]);

const rounds = 10;
const pace = 0.5;
const modesty = 0.01;
/** Not worth a step. */
const slight = 0.03;

/** What this message is most like among the examples of this question; undefined when there are none. */
export function likest(heard: Heard, question: string, words: Words): Likeness | undefined {
  const own = written[question];
  if (own === undefined) return undefined;
  const { ids, places, weights } = words.made(`learned ${question}`, () => learned(withOthers(own), words.turns));
  const traits = traitsOf(heard.tokens);
  const sums = ids.map((id) => ({ id, sum: 0 }));
  for (const trait of traits) {
    const place = places.get(trait);
    if (place !== undefined) for (const [at, one] of sums.entries()) one.sum += weights[place + at] ?? 0;
  }
  const scale = 1 / Math.sqrt(Math.max(1, traits.size));
  const inOrder = sums.toSorted((one, other) => other.sum - one.sum);
  const [first, second] = inOrder;
  if (first === undefined || second === undefined) return undefined;
  return {
    id: first.id,
    ids: inOrder.map(({ id }) => id),
    lead: (first.sum - second.sum) * scale,
    before: (id) => (first.sum - (sums.find((one) => one.id === id)?.sum ?? first.sum)) * scale,
  };
}

/** What says nothing of any option, at whatever question. */
const withOthers = (own: Written): Written => ({
  ...own,
  [askBack]: [...(own[askBack] ?? []), ...(written['*']?.[askBack] ?? [])],
});

/** Softmax regression, a step for each example, smaller where much was learned already. */
function learned(own: Written, turns: ReadonlySet<string>): Learned {
  const ids = Object.keys(own);
  const places = new Map<string, number>();
  const examples = ids.flatMap((id, is) =>
    (own[id] ?? []).flatMap(linesOf).flatMap((line) => examplesOf(line, is, ids.length, places, turns)),
  );
  const shares = ids.map((_, is) => examples.reduce((sum, one) => sum + (one.is === is ? one.counts : 0), 0));
  const mean = shares.reduce((sum, share) => sum + share, 0) / ids.length;
  const order = examples
    .map((example, at) => ({ example, place: (at * 7919) % examples.length }))
    .toSorted((one, other) => one.place - other.place);
  const weights = new Float64Array(places.size * ids.length);
  const turned = new Float64Array(weights.length).fill(0.01);
  for (let round = 0; round < rounds; round += 1) {
    for (const { example } of order) {
      learn(example, weights, turned, ids.length, Math.sqrt(mean / (shares[example.is] ?? mean)));
    }
  }
  return { ids, places, weights };
}

function examplesOf(
  line: string,
  is: number,
  size: number,
  places: Map<string, number>,
  turns: ReadonlySet<string>,
): Example[] {
  const all = variantsOf(line);
  return all.map((text) => ({
    is,
    counts: 1 / Math.sqrt(all.length),
    places: [...traitsIn(text, turns)].map((trait) => {
      const place = places.get(trait) ?? places.size * size;
      places.set(trait, place);
      return place;
    }),
  }));
}

/** "[my son|my wife] [decides|chooses]" in as many ways as its longest choice has: each word comes once at least. */
function variantsOf(line: string): string[] {
  const parts = [...line.matchAll(/\[([^\]]*)\]|([^[]+)/g)].map(
    ([, choice, text = '']) => choice?.split('|') ?? [text],
  );
  const most = Math.max(...parts.map((part) => part.length));
  return Array.from({ length: most }, (_, turn) =>
    parts.map((part, at) => part[(turn + (turn >= part.length ? at : 0)) % part.length] ?? '').join(''),
  );
}

function learn(
  { places, is, counts }: Example,
  weights: Float64Array,
  turned: Float64Array,
  size: number,
  fairness: number,
): void {
  const scale = 1 / Math.sqrt(places.length);
  const odds = new Float64Array(size);
  for (const place of places)
    for (let at = 0; at < size; at += 1) odds[at] = (odds[at] ?? 0) + (weights[place + at] ?? 0) * scale;
  let all = 0;
  for (let at = 0; at < size; at += 1) all += odds[at] = Math.exp(odds[at] ?? 0);
  for (let at = 0; at < size; at += 1) {
    const off = (odds[at] ?? 0) / all - (at === is ? 1 : 0);
    if (Math.abs(off) < slight) continue;
    const wrong = off * scale * counts * fairness;
    for (const place of places) {
      const turn = wrong + modesty * (weights[place + at] ?? 0);
      const sofar = (turned[place + at] ?? 0) + turn * turn;
      turned[place + at] = sofar;
      weights[place + at] = (weights[place + at] ?? 0) - (pace * turn) / Math.sqrt(sofar);
    }
  }
}
