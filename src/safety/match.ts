/** Finds where ways of saying stand among the words of a message. */
import { firstWords, type Part, type Pattern, type Saying } from './pattern.ts';
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
  /** The words with which the side that is looked for first can begin; null when it can begin with any. */
  readonly begins: ReadonlySet<string> | null;
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
  common: ReadonlyMap<string, number>,
  stops: ReadonlySet<string>,
): Index<T> {
  const byWord = new Map<string, Entry<T>[]>();
  for (const [saying, about] of sayings) {
    const hooks = saying.sides.map((side) => hookOf(side, common));
    const least = Math.min(...hooks.map((hook) => hook.weight));
    const side = hooks.findIndex((hook) => hook.weight === least);
    const [pattern, hook] = [saying.sides[side], hooks[side]];
    if (pattern === undefined || hook === undefined || hook.words.size === 0)
      throw new Error('a way of saying needs one word that is always there');
    const entry = { about, saying, side, begins: beginsWith(pattern), before: hook.before };
    for (const word of hook.words) byWord.set(word, [...(byWord.get(word) ?? []), entry]);
  }
  return { byWord, stops };
}

/** Words one of which is always there when the pattern is, and how many words can stand before it. */
interface Hook {
  readonly words: ReadonlySet<string>;
  readonly before: number;
  /** How often these words are met: the rarer, the better to look a pattern up by. */
  readonly weight: number;
}

function hookOf(pattern: Pattern, common: ReadonlyMap<string, number>): Hook {
  let best: Hook = { words: new Set(), before: 0, weight: Number.POSITIVE_INFINITY };
  for (const [at, part] of pattern.entries()) {
    if (part.is !== 'words' || part.optional) continue;
    const words = new Set(part.words);
    let within = 0;
    let known = true;
    for (const phrase of part.phrases.all) {
      const hook = hookOf(phrase, common);
      if (hook.words.size === 0) known = false;
      for (const word of hook.words) words.add(word);
      within = Math.max(within, hook.before);
    }
    const weight = [...words].reduce((sum, word) => sum + 1 / ((common.get(word) ?? 2_000) + 3), 0);
    if (known && weight < best.weight) best = { words, before: lengthOf(pattern.slice(0, at)) + within, weight };
  }
  return best;
}

function beginsWith([first]: Pattern): ReadonlySet<string> | null {
  return first?.is === 'words' && !first.optional ? firstWords(first) : null;
}

/** The most words that these parts can take. */
function lengthOf(pattern: Pattern): number {
  return pattern.reduce((sum, part) => {
    if (part.is === 'gap') return sum + part.most;
    if (part.is === 'any') return sum + 1;
    return part.is === 'words' ? sum + Math.max(1, ...part.phrases.all.map(lengthOf)) : sum;
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
        if (entry.begins !== null && !entry.begins.has(tokens[from]?.word ?? '')) continue;
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
  const word = tokens[at]?.word;
  switch (next.is) {
    case 'begin':
      return at === 0 || tokens[at - 1]?.word === '.' ? endOf(pattern, part + 1, tokens, at, stops) : -1;
    case 'end':
      return word === undefined || word === '.' ? endOf(pattern, part + 1, tokens, at, stops) : -1;
    case 'any':
      return word === undefined || word === '.' || stops.has(word)
        ? -1
        : endOf(pattern, part + 1, tokens, at + 1, stops);
    case 'not':
      return endOf([next.part], 0, tokens, at, stops) > at ? -1 : endOf(pattern, part + 1, tokens, at, stops);
    case 'gap':
      return overGap(next, pattern, part, tokens, at, stops);
    case 'words':
      return overWords(next, pattern, part, tokens, at, stops);
  }
}

function overWords(
  { words, phrases, optional }: Extract<Part, { is: 'words' }>,
  pattern: Pattern,
  part: number,
  tokens: readonly Token[],
  at: number,
  stops: ReadonlySet<string>,
): number {
  const word = tokens[at]?.word;
  if (word !== undefined && words.has(word)) {
    const to = endOf(pattern, part + 1, tokens, at + 1, stops);
    if (to >= 0) return to;
  }
  for (const some of [word === undefined ? undefined : phrases.byFirst.get(word), phrases.always]) {
    if (some === undefined) continue;
    for (const phrase of some) {
      const over = endOf(phrase, 0, tokens, at, stops);
      const to = over >= at ? endOf(pattern, part + 1, tokens, over, stops) : -1;
      if (to >= 0) return to;
    }
  }
  return optional ? endOf(pattern, part + 1, tokens, at, stops) : -1;
}

function overGap(
  { most, free }: Extract<Part, { is: 'gap' }>,
  pattern: Pattern,
  part: number,
  tokens: readonly Token[],
  at: number,
  stops: ReadonlySet<string>,
): number {
  for (let over = 0; over <= most; over += 1) {
    const to = endOf(pattern, part + 1, tokens, at + over, stops);
    if (to >= 0) return to;
    const passed = tokens[at + over]?.word;
    if (passed === undefined || passed === '.' || (!free && stops.has(passed))) return -1;
  }
  return -1;
}
