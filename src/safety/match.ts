/** Finds where ways of saying stand among the words of a message. */
import type { Part, Pattern, Saying } from './pattern.ts';
import type { Token } from './plain.ts';

export interface Found<T> {
  readonly about: T;
  /** The words from `from` up to, not with, `to`. */
  readonly from: number;
  readonly to: number;
}

interface Entry<T> {
  readonly about: T;
  readonly saying: Saying;
  /** The side by which it is found, and how many words can stand before the rarest word of that side. */
  readonly side: number;
  readonly before: number;
}

/** Ways of saying, by the rarest word of each. */
export interface Index<T> {
  readonly byWord: ReadonlyMap<string, readonly Entry<T>[]>;
  readonly stops: ReadonlySet<string>;
}

/** How far apart the sides of a way of saying may stand. */
const near = 12;

export function indexOf<T>(
  sayings: readonly (readonly [Saying, T])[],
  common: ReadonlySet<string>,
  stops: ReadonlySet<string>,
): Index<T> {
  const byWord = new Map<string, Entry<T>[]>();
  for (const [saying, about] of sayings) {
    const rare = saying.sides.map((side) => rarest(side, common));
    const side = rare.reduce((best, one, at) => (one.weight < (rare[best]?.weight ?? 0) ? at : best), 0);
    const pattern = saying.sides[side] ?? [];
    const at = rare[side]?.at ?? -1;
    const part = pattern[at];
    if (part === undefined) throw new Error('a way of saying needs one word that is always there');
    const entry = { about, saying, side, before: lengthOf(pattern.slice(0, at)) };
    for (const word of firstWords(part)) byWord.set(word, [...(byWord.get(word) ?? []), entry]);
  }
  return { byWord, stops };
}

function rarest(pattern: Pattern, common: ReadonlySet<string>): { at: number; weight: number } {
  let best = { at: -1, weight: Number.POSITIVE_INFINITY };
  for (const [at, part] of pattern.entries()) {
    if (part.is !== 'words' || part.optional) continue;
    const weight = [...firstWords(part)].reduce((sum, word) => sum + (common.has(word) ? 1_000 : 1), 0);
    if (weight < best.weight) best = { at, weight };
  }
  return best;
}

function firstWords(part: Part): Set<string> {
  if (part.is !== 'words') return new Set();
  const words = new Set(part.words);
  for (const phrase of part.phrases) {
    for (const one of phrase) {
      for (const word of firstWords(one)) words.add(word);
      if (one.is === 'words' && !one.optional) break;
    }
  }
  return words;
}

/** The most words that these parts can take. */
function lengthOf(pattern: Pattern): number {
  return pattern.reduce((sum, part) => {
    if (part.is === 'gap') return sum + part.most;
    if (part.is === 'any') return sum + 1;
    return part.is === 'words' ? sum + Math.max(1, ...part.phrases.map(lengthOf)) : sum;
  }, 0);
}

/** Everything that is said, in the order in which it stands. */
export function findAll<T>(tokens: readonly Token[], { byWord, stops }: Index<T>): Found<T>[] {
  const found: Found<T>[] = [];
  const tried = new Map<Entry<T>, number>();
  for (const [place, token] of tokens.entries()) {
    for (const entry of byWord.get(token.word) ?? []) {
      const first = Math.max(0, place - entry.before, tried.get(entry) ?? 0);
      for (let from = first; from <= place; from += 1) {
        const to = endOf(entry.saying.sides[entry.side] ?? [], 0, tokens, from, stops);
        const span = to > from ? withOthers(entry, { from, to }, tokens, stops) : null;
        if (span !== null) found.push({ about: entry.about, ...span });
      }
      tried.set(entry, place + 1);
    }
  }
  return found;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The words that all sides take, when each finds words of its own near the first one and in its sentence. */
function withOthers<T>(
  { saying, side }: Entry<T>,
  first: Span,
  tokens: readonly Token[],
  stops: ReadonlySet<string>,
): Span | null {
  if (saying.sides.length === 1) return first;
  const { from, to } = around(first, tokens);
  for (const part of saying.without)
    for (let at = from; at < to; at += 1) if (endOf([part], 0, tokens, at, stops) > at) return null;
  const taken: Span[] = [first];
  for (const [index, pattern] of saying.sides.entries()) {
    if (index === side) continue;
    const own = freeSpan(pattern, { from, to }, taken, tokens, stops);
    if (own === null) return null;
    taken.push(own);
  }
  return { from: Math.min(...taken.map((one) => one.from)), to: Math.max(...taken.map((one) => one.to)) };
}

function around({ from, to }: Span, tokens: readonly Token[]): Span {
  let begin = from;
  while (begin > 0 && from - begin < near && tokens[begin - 1]?.word !== '.') begin -= 1;
  let end = to;
  while (end < tokens.length && end - to < near && tokens[end]?.word !== '.') end += 1;
  return { from: begin, to: end };
}

function freeSpan(
  pattern: Pattern,
  within: Span,
  taken: readonly Span[],
  tokens: readonly Token[],
  stops: ReadonlySet<string>,
): Span | null {
  for (let from = within.from; from < within.to; from += 1) {
    const to = endOf(pattern, 0, tokens, from, stops);
    if (to <= from) continue;
    if (taken.every((one) => to <= one.from || one.to <= from)) return { from, to };
  }
  return null;
}

/** Where the pattern ends when it begins at `at`; -1 when it does not stand there. */
function endOf(
  pattern: Pattern,
  part: number,
  tokens: readonly Token[],
  at: number,
  stops: ReadonlySet<string>,
): number {
  const next = pattern[part];
  if (next === undefined) return at;
  const rest = (from: number) => endOf(pattern, part + 1, tokens, from, stops);
  const word = tokens[at]?.word;
  switch (next.is) {
    case 'begin':
      return at === 0 || tokens[at - 1]?.word === '.' ? rest(at) : -1;
    case 'end':
      return word === undefined || word === '.' ? rest(at) : -1;
    case 'any':
      return word === undefined || word === '.' || stops.has(word) ? -1 : rest(at + 1);
    case 'not':
      return endOf([next.part], 0, tokens, at, stops) > at ? -1 : rest(at);
    case 'gap':
      return overGap(next, rest, tokens, at, stops);
    case 'words': {
      const one = word !== undefined && next.words.has(word) ? rest(at + 1) : -1;
      if (one >= 0) return one;
      for (const phrase of next.phrases) {
        const over = endOf(phrase, 0, tokens, at, stops);
        const to = over >= at ? rest(over) : -1;
        if (to >= 0) return to;
      }
      return next.optional ? rest(at) : -1;
    }
  }
}

function overGap(
  { most, free }: Extract<Part, { is: 'gap' }>,
  rest: (from: number) => number,
  tokens: readonly Token[],
  at: number,
  stops: ReadonlySet<string>,
): number {
  for (let over = 0; over <= most; over += 1) {
    const to = rest(at + over);
    if (to >= 0) return to;
    const passed = tokens[at + over]?.word;
    if (passed === undefined || passed === '.' || (!free && stops.has(passed))) return -1;
  }
  return -1;
}
