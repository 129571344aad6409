/** The word lists of one language, made ready once. They come from `locales/<lang>/danger-words.json`. */

import { type Index, indexer, type Said, stale, type Vocabulary, vocabularyOf } from './compiled.ts';
import { type Concepts, conceptsOf, type Groups } from './concepts.ts';
import type { Lookup, Place } from './lookup.ts';
import { type Classes, reader } from './pattern.ts';
import { type Spelling, tokensOf } from './plain.ts';

/**
 * A family of ways of saying one thing. `sure` goes straight to the script. `likely` does too unless the weights of the
 * other words speak against it: messages that its writer had not seen showed it to be wrong at times. `maybe` asks one
 * gentle question, if the weights do not speak against it.
 */
export interface Family {
  readonly name: string;
  readonly kind: string;
  readonly level: 'maybe' | 'likely' | 'sure';
  readonly says: readonly string[];
}

/** What a `danger-words.json` holds. */
export interface DangerWords {
  /** Kinds, the most pressing first. */
  readonly order: readonly string[];
  /** Words that stand in most messages, the most common first: ways of saying are best looked up by others. */
  readonly common: readonly string[];
  /** Words over which a gap does not reach. */
  readonly stops: readonly string[];
  /** A word, and the spellings and dialect words that are read as it. */
  readonly same: Readonly<Record<string, readonly string[]>>;
  readonly classes: Classes;
  /** Everyday sayings: their words are left out before anything is looked for. */
  readonly harmless: readonly string[];
  readonly families: readonly Family[];
  /** Ways of telling that something is long past, or was somebody's work. */
  readonly past: readonly string[];
  /** Words that say how small or how settled a thing is; they outweigh a `maybe`, and what may be illness or self-neglect. */
  readonly settled: readonly string[];
  /** Words that deny what follows, and the words that may stand between. */
  readonly denials: readonly string[];
  readonly links: readonly string[];
  /** Words with which a new thought begins. */
  readonly openers: readonly string[];
  /** Those among them that turn against what was said before. */
  readonly turns: readonly string[];
}

export interface Lists {
  readonly spelling: Spelling;
  readonly vocabulary: Vocabulary;
  readonly harmless: Index<true>;
  readonly families: Index<Family>;
  readonly past: Index<true>;
  readonly settled: Index<true>;
  readonly denials: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  readonly order: readonly string[];
  readonly openers: ReadonlySet<string>;
  readonly turns: ReadonlySet<string>;
  readonly concepts: Concepts;
}

/** How the words and ways of saying of one language are read. */
export function reading(words: Pick<DangerWords, 'same' | 'classes'>) {
  const same = new Map<string, readonly string[]>();
  for (const [word, others] of Object.entries(words.same)) for (const other of others) same.set(other, word.split(' '));
  const firsts = new Set([...same.keys()].filter((one) => one.includes(' ')).map((one) => one.split(' ')[0] ?? ''));
  const bare: Spelling = { same, firsts, known: new Set(), slips: () => new Map() };
  const spell = (phrase: string) => tokensOf(phrase, bare).map((token) => token.word);
  return { same, firsts, spell, read: reader(words.classes, spell) };
}

/** Every way of saying of a language, with what it is about. */
export const sayingsOf = (words: DangerWords) => ({
  families: words.families.flatMap((family) => family.says.map((said) => ({ said, about: family }))),
  harmless: words.harmless.map((said) => ({ said, about: true as const })),
  past: words.past.map((said) => ({ said, about: true as const })),
  settled: words.settled.map((said) => ({ said, about: true as const })),
});

export function listsOf(words: DangerWords, groups: Groups, lookup: Lookup): Lists {
  const { same, firsts, spell, read } = reading(words);
  const concepts = conceptsOf(groups, spell);
  const ofSayings = lookup.words.split(' ');
  const known = new Set([...concepts.words, ...ofSayings]);
  const vocabulary = vocabularyOf([...ofSayings, ...lookup.others.split(' ')]);
  const index = indexer(lookup, read, new Set(words.stops), vocabulary);
  const all = sayingsOf(words);
  const ready = <T>(sayings: readonly Omit<Said<T>, 'places'>[], places: readonly (readonly Place[])[]) => {
    if (sayings.length !== places.length) throw stale();
    return index(sayings.map((one, at) => ({ ...one, places: places[at] ?? [] })));
  };
  let slips: Map<string, string> | null = null;
  return {
    spelling: {
      same,
      firsts,
      known,
      slips: () => {
        slips ??= slipsOf(known);
        return slips;
      },
    },
    vocabulary,
    harmless: ready(all.harmless, lookup.harmless),
    families: ready(all.families, lookup.families),
    past: ready(all.past, lookup.past),
    settled: ready(all.settled, lookup.settled),
    denials: new Set(words.denials),
    links: new Set(words.links),
    order: words.order,
    openers: new Set(words.openers),
    turns: new Set(words.turns),
    concepts,
  };
}

/** Long words by how they look when one of their letters is left out. */
function slipsOf(known: ReadonlySet<string>): Map<string, string> {
  const slips = new Map<string, string>();
  for (const word of known) {
    if (word.length < 7) continue;
    for (let at = 1; at < word.length; at += 1) slips.set(word.slice(0, at) + word.slice(at + 1), word);
  }
  return slips;
}
