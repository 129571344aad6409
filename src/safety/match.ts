/** Finds where ways of saying stand among the words of a message. */
import { addTo, firstWords, noPhrases, type Part, type Pattern, type Saying, wordsIn } from './pattern.ts';
import type { Token } from './plain.ts';

export interface Found<T> {
  readonly about: T;
  /** The words from `from` up to, not with, `to`. */
  readonly from: number;
  readonly to: number;
  /** Every word that the way of saying asks for: what else stands between is not of its making. */
  readonly words: ReadonlySet<string>;
}

interface Entry<T> {
  readonly about: T;
  readonly saying: Saying;
  /** The words with which the side that is looked for first can begin; null when it can begin with any. */
  readonly begins: ReadonlySet<string> | null;
  /** How many words can stand before the rarest word of the first side, by which it is found: at least and at most. */
  readonly least: number;
  readonly most: number;
  readonly number: number;
}

/** Ways of saying, by the rarest word of each. */
export interface Index<T> {
  readonly byWord: ReadonlyMap<string, readonly Entry<T>[]>;
  readonly stops: ReadonlySet<string>;
  readonly size: number;
}

/** How far apart the sides of a way of saying may stand. */
const near = 12;

export function indexOf<T>(
  sayings: readonly (readonly [Saying, T])[],
  common: ReadonlyMap<string, number>,
  stops: ReadonlySet<string>,
): Index<T> {
  const byWord = new Map<string, Entry<T>[]>();
  const known = new Map<Part, Hook | null>();
  let number = 0;
  for (const [{ sides, without }, about] of sayings.flatMap(oneByOne)) {
    // The rarest side first: most messages are done with at one look.
    const byRarity = sides
      .map((side) => ({ side, hook: hookOf(side, common, known) }))
      .toSorted((one, other) => one.hook.weight - other.hook.weight);
    const [first] = byRarity;
    if (first === undefined || first.hook.words.size === 0)
      throw new Error('a way of saying needs one word that is always there');
    const { side, hook } = first;
    const saying = { sides: byRarity.map((one) => one.side), without };
    const entry = { about, saying, begins: beginsWith(side), least: hook.least, most: hook.most, number };
    number += 1;
    for (const word of hook.words) addTo(byWord, word, entry);
  }
  return { byWord, stops, size: number };
}

/** A way of saying that is nothing but a class of phrases is each of these: every phrase has a rare word of its own. */
function oneByOne<T>([saying, about]: readonly [Saying, T]): (readonly [Saying, T])[] {
  const [only, ...others] = saying.sides.length === 1 ? (saying.sides[0] ?? []) : [];
  if (only?.is !== 'words' || only.optional || others.length > 0) return [[saying, about]];
  const words: Pattern = [{ ...only, phrases: noPhrases }];
  const each = only.phrases.all.map((phrase) => [{ sides: [phrase], without: [] }, about] as const);
  return only.words.size === 0 ? each : [[{ sides: [words], without: [] }, about], ...each];
}

/** Words one of which is always there when the pattern is, and how many words can stand before it. */
interface Hook {
  readonly words: ReadonlySet<string>;
  readonly least: number;
  readonly most: number;
  /** How often these words are met: the rarer, the better to look a pattern up by. */
  readonly weight: number;
}

function hookOf(pattern: Pattern, common: ReadonlyMap<string, number>, known: Map<Part, Hook | null>): Hook {
  let best: Hook = { words: new Set(), least: 0, most: 0, weight: Number.POSITIVE_INFINITY };
  for (const [at, part] of pattern.entries()) {
    const own = known.get(part);
    const hook = own === undefined ? partHook(part, common, known) : own;
    known.set(part, hook);
    if (hook === null || hook.weight >= best.weight) continue;
    const before = pattern.slice(0, at);
    best = { ...hook, least: fewestIn(before) + hook.least, most: mostIn(before) + hook.most };
  }
  return best;
}

/** Null when no word of it is always there. */
function partHook(part: Part, common: ReadonlyMap<string, number>, known: Map<Part, Hook | null>): Hook | null {
  if (part.is !== 'words' || part.optional) return null;
  const hooks = part.phrases.all.map((phrase) => hookOf(phrase, common, known));
  if (hooks.some((hook) => hook.words.size === 0)) return null;
  const words = hooks.length === 0 ? part.words : new Set([...part.words, ...hooks.flatMap((hook) => [...hook.words])]);
  let weight = 0;
  for (const word of words) weight += 1 / ((common.get(word) ?? 2_000) + 3);
  const least = part.words.size > 0 ? 0 : Math.min(...hooks.map((hook) => hook.least));
  return { words, weight, least, most: Math.max(0, ...hooks.map((hook) => hook.most)) };
}

function beginsWith([first]: Pattern): ReadonlySet<string> | null {
  return first?.is === 'words' && !first.optional ? firstWords(first) : null;
}

/** The most words that these parts can take. */
function mostIn(pattern: Pattern): number {
  return pattern.reduce((sum, part) => {
    if (part.is === 'gap') return sum + part.most;
    if (part.is === 'any') return sum + 1;
    return part.is === 'words' ? sum + Math.max(1, ...part.phrases.all.map(mostIn)) : sum;
  }, 0);
}

/** The fewest words that these parts can take. */
function fewestIn(pattern: Pattern): number {
  return pattern.reduce((sum, part) => {
    if (part.is === 'any') return sum + 1;
    if (part.is !== 'words' || part.optional) return sum;
    return sum + Math.min(part.words.size > 0 ? 1 : Number.POSITIVE_INFINITY, ...part.phrases.all.map(fewestIn));
  }, 0);
}

/** Everything that is said, in the order in which it stands. */
export function findAll<T>(tokens: readonly Token[], { byWord, stops, size }: Index<T>): Found<T>[] {
  const found: Found<T>[] = [];
  const words = tokens.map((token) => token.word);
  // Where each way of saying was last looked for: it is not looked for twice at one place.
  const tried = new Int32Array(size);
  for (const [place, word] of words.entries()) {
    for (const entry of byWord.get(word) ?? []) {
      const last = place - entry.least;
      for (let from = Math.max(0, place - entry.most, tried[entry.number] ?? 0); from <= last; from += 1) {
        if (entry.begins !== null && !entry.begins.has(words[from] ?? '')) continue;
        const to = endOf(entry.saying.sides[0] ?? [], 0, tokens, from, stops);
        const span = to > from ? withOthers(entry, { from, to }, tokens, stops) : null;
        if (span !== null) found.push({ about: entry.about, words: wordsOf(entry.saying), ...span });
      }
      tried[entry.number] = Math.max(tried[entry.number] ?? 0, last + 1);
    }
  }
  return found;
}

function wordsOf({ sides }: Saying): ReadonlySet<string> {
  const words = new Set<string>();
  for (const side of sides) wordsIn(side, words);
  return words;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The words that all sides take, when each finds words of its own near the first one and in its sentence. */
function withOthers<T>(
  { saying }: Entry<T>,
  first: Span,
  tokens: readonly Token[],
  stops: ReadonlySet<string>,
): Span | null {
  if (saying.sides.length === 1) return first;
  const { from, to } = around(first, tokens);
  for (const part of saying.without)
    for (let at = from; at < to; at += 1) if (endOf([part], 0, tokens, at, stops) > at) return null;
  const taken: [Span, ...Span[]] = [first];
  for (const pattern of saying.sides.slice(1)) {
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

/** The words nearest to the first side that no other side has taken. */
function freeSpan(
  pattern: Pattern,
  within: Span,
  taken: readonly [Span, ...Span[]],
  tokens: readonly Token[],
  stops: ReadonlySet<string>,
): Span | null {
  const [first] = taken;
  const furthest = Math.max(within.to - first.to, first.from - within.from + 1);
  for (let away = 0; away < furthest; away += 1) {
    for (const from of [first.to + away, first.from - away]) {
      if (from < within.from || from >= within.to) continue;
      const to = endOf(pattern, 0, tokens, from, stops);
      if (to > from && taken.every((one) => to <= one.from || one.to <= from)) return { from, to };
    }
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
