/**
 * The small language in which ways of saying are written in `danger-words.json`:
 * `word`, `one|other|two_words`, `{class}`, `slap+` (with its endings), `*` (any word), `_3` (up to three words, none of
 * them a "not"), `~3` (up to three words of any kind), `!x` (x does not come next), `^` and `$` (a sentence begins, ends);
 * `?` after a word or class: it may be left out. `A & B & C` means all of them near each other in one sentence, in any
 * order; there `!x` at the end of a side means that x is nowhere near.
 */

export type Part =
  | {
      readonly is: 'words';
      readonly words: ReadonlySet<string>;
      readonly phrases: Phrases;
      readonly optional: boolean;
    }
  | { readonly is: 'any' | 'begin' | 'end' }
  | { readonly is: 'gap'; readonly most: number; readonly free: boolean }
  | { readonly is: 'not'; readonly part: Part };
export type Pattern = readonly Part[];

/** Phrases by the word with which they begin; those that begin with no word of their own (`$`) are always tried. */
export interface Phrases {
  readonly all: readonly Pattern[];
  readonly byFirst: ReadonlyMap<string, readonly Pattern[]>;
  readonly always: readonly Pattern[];
}
type Words = Extract<Part, { is: 'words' }>;

/** Sides that stand near each other; one side alone is a way of saying word for word. */
export interface Saying {
  readonly sides: readonly Pattern[];
  readonly without: readonly Part[];
}

export type Classes = Readonly<Record<string, readonly string[]>>;
/** The words of a phrase in the one spelling in which messages are read. */
export type Spell = (phrase: string) => readonly string[];

/** Reads ways of saying; what is written alike in many is made once. Throws on a class that does not exist. */
export function reader(classes: Classes, spell: Spell): (written: string) => Saying {
  const made = new Map<string, Words>();
  const parts = new Map<string, Part>();
  const entries = new Map<string, Words>();

  const sequence = (written: string): Pattern => written.trim().split(/ +/).map(part);
  const part = (written: string): Part => once(parts, written, partOf);
  const spelled = (entry: string): Words => once(entries, entry, spelledOf);

  function partOf(written: string): Part {
    if (written.length > 1 && written.startsWith('!')) return { is: 'not', part: part(written.slice(1)) };
    if (written === '*') return { is: 'any' };
    if (written === '^') return { is: 'begin' };
    if (written === '$') return { is: 'end' };
    if (isGap(written)) return { is: 'gap', most: Number(written.slice(1)), free: written.startsWith('~') };
    const optional = written.endsWith('?');
    const one = alternatives((optional ? written.slice(0, -1) : written).split('|'));
    return optional ? { ...one, optional } : one;
  }

  function alternatives(entries: readonly string[]): Words {
    const [only = '', ...others] = entries;
    if (others.length === 0) return entryOf(only);
    const words = new Set<string>();
    const phrases: Pattern[] = [];
    for (const entry of entries) {
      const known = entryOf(entry);
      for (const word of known.words) words.add(word);
      phrases.push(...known.phrases.all);
    }
    return { is: 'words', words, phrases: byFirstWord(phrases), optional: false };
  }

  function entryOf(entry: string): Words {
    const name = /^\{(\w+)\}$/.exec(entry)?.[1];
    return name === undefined ? spelled(entry) : named(name);
  }

  function named(name: string): Words {
    const known = made.get(name);
    if (known !== undefined) return known;
    const entries = classes[name];
    if (entries === undefined) throw new Error(`danger-words.json has no class "${name}"`);
    const words = alternatives(entries);
    made.set(name, words);
    return words;
  }

  /** One entry of a class: a word, a word with its endings, or a phrase with classes and gaps of its own. */
  function spelledOf(entry: string): Words {
    const words = new Set<string>();
    const phrases: Pattern[] = [];
    const take = (phrase: readonly string[]) => {
      const [first, ...more] = phrase;
      if (first === undefined) return;
      if (more.length === 0) words.add(first);
      else phrases.push(phrase.map(justThis));
    };
    if (entry === '$' || entry === '^' || entry === '*') phrases.push([part(entry)]);
    else if (/[{*~?^$!]| _\d/.test(entry)) phrases.push(sequence(spaced(entry)));
    else if (entry.includes('+')) for (const phrase of bent(entry)) take(spell(phrase));
    else take(spell(entry.replaceAll('_', ' ')));
    return { is: 'words', words, phrases: byFirstWord(phrases), optional: false };
  }

  return (written) => {
    const written_sides = written.split(' & ');
    if (written_sides.length === 1) return { sides: [sequence(written)], without: [] };
    const sides = written_sides.map(sequence);
    const without = sides.flatMap((side) => side.flatMap((one) => (one.is === 'not' ? [one.part] : [])));
    return { sides: sides.map((side) => side.filter((one) => one.is !== 'not')), without };
  };
}

/** "{age}_year_old" stands for three words; in an entry with spaces an underscore is a gap. */
function spaced(entry: string): string {
  const phrase = entry.includes(' ') ? entry : entry.replaceAll('_', ' ');
  if (!phrase.includes(' ')) throw new Error(`danger-words.json: "${entry}" cannot stand among alternatives`);
  return phrase;
}

const isGap = (written: string) => /^[_~]\d+$/.test(written);

/** Every form of "lash+ out": lash out, lashes out, lashed out, lashing out, lashin out. */
export const bent = (entry: string): string[] => {
  const [verb = '', after = ''] = entry.split('+');
  return withEndings(verb).map((one) => `${one}${after.replaceAll('_', ' ')}`);
};

/** slap: slaps, slapped, slapping, slappin. Verbs that bend otherwise are written out. */
function withEndings(verb: string): string[] {
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : doubles.test(verb) ? verb + verb.slice(-1) : verb;
  const past = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`;
  const third = /(?:s|sh|ch|x|z)$/.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`;
  return [verb, third, past, `${stem}ing`, `${stem}in`];
}
const doubles = /^[^aeiou]*[aeiou][bdgklmnprt]$/;

export const noPhrases: Phrases = { all: [], byFirst: new Map(), always: [] };
const single = (word: string): Words => ({ is: 'words', words: new Set([word]), phrases: noPhrases, optional: false });
const singles = new Map<string, Words>();
const justThis = (word: string): Words => once(singles, word, single);

function once<T>(known: Map<string, T>, name: string, make: (name: string) => T): T {
  const before = known.get(name);
  if (before !== undefined) return before;
  const one = make(name);
  known.set(name, one);
  return one;
}

function byFirstWord(all: readonly Pattern[]): Phrases {
  if (all.length === 0) return noPhrases;
  const byFirst = new Map<string, Pattern[]>();
  const always: Pattern[] = [];
  for (const phrase of all) {
    const [first] = phrase;
    if (first?.is !== 'words' || first.optional) always.push(phrase);
    else for (const word of firstWords(first)) addTo(byFirst, word, phrase);
  }
  return { all, byFirst, always };
}

export function addTo<K, T>(lists: Map<K, T[]>, word: K, one: T): void {
  const list = lists.get(word);
  if (list === undefined) lists.set(word, [one]);
  else list.push(one);
}

/** The words with which this part can begin. */
export function firstWords(part: Part): ReadonlySet<string> {
  if (part.is !== 'words') return new Set();
  return part.phrases.byFirst.size === 0 ? part.words : new Set([...part.words, ...part.phrases.byFirst.keys()]);
}

/** Every single word that stands in a way of saying. Parts that are `seen` already are passed over. */
export function wordsIn(pattern: Pattern, into: Set<string>, seen = new Set<Part>()): void {
  for (const part of pattern) {
    if (seen.has(part)) continue;
    seen.add(part);
    if (part.is === 'not') wordsIn([part.part], into, seen);
    if (part.is !== 'words') continue;
    for (const word of part.words) into.add(word);
    for (const phrase of part.phrases.all) wordsIn(phrase, into, seen);
  }
}
