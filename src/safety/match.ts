/** Finds where ways of saying stand among the words of a message. */
import { has, type Index, type Ready, type Step, type Steps, stop, type Words, wordsOf } from './compiled.ts';

export interface Found<T> {
  readonly about: T;
  /** The words from `from` up to, not with, `to`. */
  readonly from: number;
  readonly to: number;
  /** Every word that the way of saying asks for: what else stands between is not of its making. */
  readonly words: () => ReadonlySet<string>;
}

/** How far apart the sides of a way of saying may stand. */
const near = 12;

/** Everything that is said, in the order in which it stands. The words are numbers of the vocabulary of the index. */
export function findAll<T>(said: Int32Array, { byWord, stops, size }: Index<T>): Found<T>[] {
  const found: Found<T>[] = [];
  // Where each way of saying was last looked for: it is not looked for twice at one place.
  const tried = new Int32Array(size);
  for (let place = 0; place < said.length; place += 1) {
    const entries = byWord[said[place] ?? 0];
    if (entries === undefined) continue;
    for (const entry of entries) {
      const { number } = entry;
      const last = place - entry.least;
      let from = tried[number] ?? 0;
      if (from < place - entry.most) from = place - entry.most;
      if (from > last) continue;
      entry.ready ??= entry.make();
      const { begins, sides } = entry.ready;
      for (; from <= last; from += 1) {
        if (begins !== null && has(begins, said[from] ?? 0) === 0) continue;
        const to = endOf(sides[0] ?? [], 0, said, from, stops);
        const span = to > from ? withOthers(entry.ready, { from, to }, said, stops) : null;
        if (span !== null) found.push({ about: entry.about, words: () => wordsOf(entry.saying()), ...span });
      }
      if (last >= (tried[number] ?? 0)) tried[number] = last + 1;
    }
  }
  return found;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The words that all sides take, when each finds words of its own near the first one and in its sentence. */
function withOthers({ sides, without }: Ready, first: Span, said: Int32Array, stops: Words): Span | null {
  if (sides.length === 1) return first;
  const { from, to } = around(first, said);
  for (const steps of without)
    for (let at = from; at < to; at += 1) if (endOf(steps, 0, said, at, stops) > at) return null;
  const taken: [Span, ...Span[]] = [first];
  for (const steps of sides.slice(1)) {
    const own = freeSpan(steps, { from, to }, taken, said, stops);
    if (own === null) return null;
    taken.push(own);
  }
  return { from: Math.min(...taken.map((one) => one.from)), to: Math.max(...taken.map((one) => one.to)) };
}

function around({ from, to }: Span, said: Int32Array): Span {
  let begin = from;
  while (begin > 0 && from - begin < near && said[begin - 1] !== stop) begin -= 1;
  let end = to;
  while (end < said.length && end - to < near && said[end] !== stop) end += 1;
  return { from: begin, to: end };
}

/** The words nearest to the first side that no other side has taken. */
function freeSpan(
  steps: Steps,
  within: Span,
  taken: readonly [Span, ...Span[]],
  said: Int32Array,
  stops: Words,
): Span | null {
  const [first] = taken;
  const furthest = Math.max(within.to - first.to, first.from - within.from + 1);
  for (let away = 0; away < furthest; away += 1) {
    for (const from of [first.to + away, first.from - away]) {
      if (from < within.from || from >= within.to) continue;
      const to = endOf(steps, 0, said, from, stops);
      if (to > from && taken.every((one) => to <= one.from || one.to <= from)) return { from, to };
    }
  }
  return null;
}

/** Where the steps end when they begin at `at`; -1 when they do not stand there. */
function endOf(steps: Steps, index: number, said: Int32Array, at: number, stops: Words): number {
  const next = steps[index];
  if (next === undefined) return at;
  const ended = at >= said.length || said[at] === stop;
  switch (next.is) {
    case 'words':
      return overWords(next, steps, index, said, at, stops);
    case 'gap':
      return overGap(next, steps, index, said, at, stops);
    case 'begin':
      return at === 0 || said[at - 1] === stop ? endOf(steps, index + 1, said, at, stops) : -1;
    case 'end':
      return ended ? endOf(steps, index + 1, said, at, stops) : -1;
    case 'any':
      return ended || has(stops, said[at] ?? 0) === 1 ? -1 : endOf(steps, index + 1, said, at + 1, stops);
    case 'not':
      return endOf(next.not ?? [], 0, said, at, stops) > at ? -1 : endOf(steps, index + 1, said, at, stops);
  }
}

function overWords(step: Step, steps: Steps, index: number, said: Int32Array, at: number, stops: Words): number {
  if (at < said.length) {
    const word = said[at] ?? 0;
    if (word === step.only || has(step.words, word) === 1) {
      const to = endOf(steps, index + 1, said, at + 1, stops);
      if (to >= 0) return to;
    }
    if (has(step.firsts, word) === 1) {
      const to = overPhrases(step.byFirst.get(word) ?? [], steps, index, said, at, stops);
      if (to >= 0) return to;
    }
  }
  if (step.always.length > 0) {
    const to = overPhrases(step.always, steps, index, said, at, stops);
    if (to >= 0) return to;
  }
  return step.optional ? endOf(steps, index + 1, said, at, stops) : -1;
}

function overPhrases(
  phrases: readonly Steps[],
  steps: Steps,
  index: number,
  said: Int32Array,
  at: number,
  stops: Words,
): number {
  for (const phrase of phrases) {
    const over = endOf(phrase, 0, said, at, stops);
    const to = over >= at ? endOf(steps, index + 1, said, over, stops) : -1;
    if (to >= 0) return to;
  }
  return -1;
}

function overGap(gap: Step, steps: Steps, index: number, said: Int32Array, at: number, stops: Words): number {
  for (let over = 0; over <= gap.most; over += 1) {
    const to = endOf(steps, index + 1, said, at + over, stops);
    if (to >= 0) return to;
    if (at + over >= said.length) return -1;
    const passed = said[at + over] ?? 0;
    if (passed === stop || (!gap.free && has(stops, passed) === 1)) return -1;
  }
  return -1;
}
