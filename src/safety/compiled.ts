/** Ways of saying with numbers in place of words, ready to be looked for quickly, and by the rarest word of each. */
import { addTo, firstWords, type Part, type Pattern, type Saying, wordsIn } from './pattern.ts';
import type { Token } from './plain.ts';
import { type Hook, rarestIn } from './rarest.ts';

/** The number of each word that stands in a way of saying. Others are 0; what ends a sentence is 1. */
export type Vocabulary = ReadonlyMap<string, number>;

export const unknown = 0;
export const stop = 1;

export const vocabularyOf = (words: Iterable<string>): Vocabulary => {
  const others = [...new Set(words)].filter((word) => word !== '.');
  return new Map([['.', stop], ...others.map((word, at) => [word, at + 2] as const)]);
};

/** The words of a message as numbers. */
export function numbered(tokens: readonly Token[], vocabulary: Vocabulary): Int32Array {
  const numbers = new Int32Array(tokens.length);
  for (const [at, { word }] of tokens.entries()) numbers[at] = vocabulary.get(word) ?? unknown;
  return numbers;
}

/** A set of words: one bit for each number. */
export type Words = Int32Array;
export const has = (words: Words, number: number) => ((words[number >>> 5] ?? 0) >>> (number & 31)) & 1;

function wordSet(words: Iterable<string>, vocabulary: Vocabulary): Words {
  const set = new Int32Array((vocabulary.size + 33) >>> 5);
  for (const word of words) {
    const number = vocabulary.get(word) ?? unknown;
    if (number !== unknown) set[number >>> 5] = (set[number >>> 5] ?? 0) | (1 << (number & 31));
  }
  return set;
}

/** A part of a way of saying; every one has the same shape, so that reading is quick. */
export interface Step {
  readonly is: Part['is'];
  /** The one word that it can be, or -1; more than one are in `words`. */
  readonly only: number;
  readonly words: Words;
  /** The words with which its phrases begin, and the phrases of each; those with no such word are always tried. */
  readonly firsts: Words;
  readonly byFirst: ReadonlyMap<number, readonly Steps[]>;
  readonly always: readonly Steps[];
  readonly optional: boolean;
  /** For a gap. */
  readonly most: number;
  readonly free: boolean;
  /** What must not come next. */
  readonly not: Steps | null;
}
export type Steps = readonly Step[];

/** Makes steps of patterns; what is written alike is made once. */
export function compiler(vocabulary: Vocabulary): (pattern: Pattern) => Steps {
  const made = new Map<Part, Step>();
  const patterns = new Map<Pattern, Steps>();
  const none = new Int32Array(0);
  const blank = { only: -1, words: none, firsts: none, byFirst: new Map(), always: [], optional: false };
  const plain = { ...blank, most: 0, free: false, not: null };
  const setOf = (words: ReadonlySet<string>) => (words.size === 0 ? none : wordSet(words, vocabulary));
  const numberOf = (word: string) => vocabulary.get(word) ?? unknown;
  const compile = (pattern: Pattern): Steps => {
    const steps = patterns.get(pattern) ?? pattern.map((part) => made.get(part) ?? step(part));
    patterns.set(pattern, steps);
    return steps;
  };
  function step(part: Part): Step {
    const ready = stepOf(part);
    made.set(part, ready);
    return ready;
  }
  function stepOf(part: Part): Step {
    if (part.is === 'gap') return { ...plain, ...part };
    if (part.is === 'not') return { ...plain, is: part.is, not: compile([part.part]) };
    if (part.is !== 'words') return { ...plain, is: part.is };
    const [word = ''] = part.words;
    const { phrases } = part;
    return {
      ...plain,
      is: part.is,
      only: part.words.size === 1 ? numberOf(word) : -1,
      words: part.words.size === 1 ? none : setOf(part.words),
      firsts: setOf(new Set(phrases.byFirst.keys())),
      byFirst: new Map([...phrases.byFirst].map(([first, all]) => [numberOf(first), all.map(compile)] as const)),
      always: phrases.always.map(compile),
      optional: part.optional,
    };
  }
  return compile;
}

/** A way of saying ready to be looked for. */
export interface Ready {
  readonly sides: readonly Steps[];
  readonly without: readonly Steps[];
  /** The words with which the side that is looked for first can begin; null when it can begin with any. */
  readonly begins: Words | null;
}

export interface Entry<T> {
  readonly about: T;
  readonly saying: Saying;
  /** Made when its rarest word is first met: most are never needed. */
  ready: Ready | null;
  readonly make: () => Ready;
  /** How many words can stand before the rarest word of the first side, by which it is found: at least and at most. */
  readonly least: number;
  readonly most: number;
  readonly number: number;
}

/** Ways of saying, by the rarest word of each. */
export interface Index<T> {
  readonly byWord: readonly (readonly Entry<T>[] | undefined)[];
  readonly stops: Words;
  readonly size: number;
}

/** `common` holds the words of most messages, with their rank. */
export function indexOf<T>(
  sayings: readonly (readonly [Saying, T])[],
  common: ReadonlyMap<string, number>,
  stops: ReadonlySet<string>,
  vocabulary: Vocabulary,
): Index<T> {
  const compile = compiler(vocabulary);
  const byWord = new Map<number, Entry<T>[]>();
  const known = new Map<Part, Hook | null>();
  const begins = new Map<Part, Words>();
  let number = 0;
  for (const [saying, about] of sayings.flatMap(oneByOne)) {
    // The rarest side first: most messages are done with at one look.
    const byRarity = saying.sides
      .map((side) => ({ side, hook: rarestIn(side, common, known) }))
      .toSorted((one, other) => one.hook.weight - other.hook.weight);
    const [first] = byRarity;
    if (first === undefined || first.hook.words.size === 0)
      throw new Error('a way of saying needs one word that is always there');
    const { least, most } = first.hook;
    const make = () => ({
      sides: byRarity.map(({ side }) => compile(side)),
      without: saying.without.map((one) => compile([one])),
      begins: beginsWith(first.side),
    });
    const entry: Entry<T> = { about, saying, ready: null, make, least, most, number };
    number += 1;
    for (const word of first.hook.words) addTo(byWord, vocabulary.get(word) ?? unknown, entry);
  }
  function beginsWith([part]: Pattern): Words | null {
    if (part?.is !== 'words' || part.optional) return null;
    const set = begins.get(part) ?? wordSet(firstWords(part), vocabulary);
    begins.set(part, set);
    return set;
  }
  return {
    byWord: Array.from({ length: vocabulary.size }, (_none, word) => byWord.get(word)),
    stops: wordSet(stops, vocabulary),
    size: number,
  };
}

/** Every word that a way of saying asks for. */
export function wordsOf({ sides }: Saying): ReadonlySet<string> {
  const words = new Set<string>();
  for (const side of sides) wordsIn(side, words);
  return words;
}

/** A way of saying that is nothing but a class of phrases is each of these: every phrase has a rare word of its own. */
function oneByOne<T>([saying, about]: readonly [Saying, T]): (readonly [Saying, T])[] {
  const [only, ...others] = saying.sides.length === 1 ? (saying.sides[0] ?? []) : [];
  if (only?.is !== 'words' || only.optional || others.length > 0) return [[saying, about]];
  const words: Pattern = [{ ...only, phrases: { all: [], byFirst: new Map(), always: [] } }];
  const each = only.phrases.all.map((phrase) => [{ sides: [phrase], without: [] }, about] as const);
  return only.words.size === 0 ? each : [[{ sides: [words], without: [] }, about], ...each];
}
