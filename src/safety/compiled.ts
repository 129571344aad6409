/** Ways of saying with numbers in place of words, ready to be looked for quickly, and by the rarest word of each. */
import type { Lookup, Place } from './lookup.ts';
import { firstWords, noPhrases, type Part, type Pattern, type Saying, wordsIn } from './pattern.ts';
import type { Token } from './plain.ts';

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
  /** Read when its rarest word is first met: most are never needed. */
  readonly saying: () => Saying;
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

/** A way of saying as it is written, what it is about, and where it is looked up: one place for each of its parts. */
export interface Said<T> {
  readonly said: string;
  readonly about: T;
  readonly places: readonly Place[];
}

/** Makes indexes of one language, by what `danger-lookup-words.json` knows of each way of saying; `read` makes sense of it. */
export function indexer(
  { sets }: Lookup,
  read: (said: string) => Saying,
  stops: ReadonlySet<string>,
  vocabulary: Vocabulary,
): <T>(sayings: readonly Said<T>[]) => Index<T> {
  const compile = compiler(vocabulary);
  const begins = new Map<Part, Words>();
  const stopSet = wordSet(stops, vocabulary);
  function beginsWith(part: Part | undefined): Words | null {
    if (part?.is !== 'words' || part.optional) return null;
    const set = begins.get(part) ?? wordSet(firstWords(part), vocabulary);
    begins.set(part, set);
    return set;
  }
  function make(saying: Saying, order: readonly number[]): Ready {
    // The rarest side first: most messages are done with at one look.
    const sides = order.length === 0 ? saying.sides : order.flatMap((at) => saying.sides.slice(at, at + 1));
    const without = saying.without.map((one) => compile([one]));
    return { sides: sides.map(compile), without, begins: beginsWith(sides[0]?.[0]) };
  }
  return (sayings) => {
    const byWord: Entry<(typeof sayings)[number]['about']>[][] = [];
    let number = 0;
    for (const { said, about, places } of sayings) {
      let parts: readonly Saying[] | null = null;
      for (const [at, [set = 0, least = 0, most = 0, ...order]] of places.entries()) {
        const saying = () => {
          parts ??= oneByOne(read(said));
          const own = parts[at];
          if (own === undefined) throw stale();
          return own;
        };
        const entry = { about, saying, ready: null, make: () => make(saying(), order), least, most, number };
        number += 1;
        for (const word of sets[set] ?? []) {
          const known = byWord[word];
          if (known === undefined) byWord[word] = [entry];
          else known.push(entry);
        }
      }
    }
    return { byWord, stops: stopSet, size: number };
  };
}

/** One file was changed and the other not made again. */
export const stale = () =>
  new Error('danger-lookup-words.json is older than danger-words.json: run "npm run danger-lookup"');

/** Every word that a way of saying asks for. */
export function wordsOf({ sides }: Saying): ReadonlySet<string> {
  const words = new Set<string>();
  for (const side of sides) wordsIn(side, words);
  return words;
}

/** A way of saying that is nothing but a class of phrases is each of these: every phrase has a rare word of its own. */
export function oneByOne(saying: Saying): readonly Saying[] {
  const [only, ...others] = saying.sides.length === 1 ? (saying.sides[0] ?? []) : [];
  if (only?.is !== 'words' || only.optional || others.length > 0) return [saying];
  const words: Pattern = [{ ...only, phrases: noPhrases }];
  const each = only.phrases.all.map((phrase) => ({ sides: [phrase], without: [] }));
  return only.words.size === 0 ? each : [{ sides: [words], without: [] }, ...each];
}
