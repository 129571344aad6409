/** The word lists of one language, made ready for matching. They come from `locales/<lang>/understanding.json`. */
import type enGB from '../../locales/en-GB/understanding.json';
import { wordsIn } from './plain.ts';

export type WordLists = typeof enGB;
export type Phrase = readonly string[];

/** A set of phrases that is asked two things: is this exactly one of them, and where does one of them stand? */
export interface Phrases {
  readonly all: readonly Phrase[];
  readonly exact: ReadonlySet<string>;
  /** The words with which they end. */
  readonly lasts: ReadonlySet<string>;
  /** Longest first, by their first word. */
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>;
}

export function phrasesOf(list: readonly string[]): Phrases {
  const all = list.map(wordsIn).filter((phrase) => phrase.length > 0);
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of all.toSorted((one, other) => other.length - one.length)) {
    const first = phrase[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  return {
    all,
    exact: new Set(all.map((phrase) => phrase.join(' '))),
    lasts: new Set(all.map((phrase) => phrase.at(-1) ?? '')),
    byFirst,
  };
}

type ListKey = { [K in keyof WordLists]: WordLists[K] extends string[] ? K : never }[keyof WordLists];

/** Word lists with their phrases worked out once, when first needed. */
export interface Words {
  readonly lists: WordLists;
  phrases(list: ListKey): Phrases;
  /** The same for a list that is part of a table, under a name of the caller's choice. */
  made<T>(name: string, make: () => T): T;
  readonly turns: ReadonlySet<string>;
}

export function wordsOf(lists: WordLists): Words {
  const kept = new Map<string, unknown>();
  const made = <T>(name: string, make: () => T): T => {
    const known = kept.get(name);
    if (known !== undefined) return known as T;
    const fresh = make();
    kept.set(name, fresh);
    return fresh;
  };
  // Asked for many times at every message: looked up by the name of the list as it stands.
  const listed = new Map<ListKey, Phrases>();
  const phrases = (list: ListKey): Phrases => {
    const known = listed.get(list);
    if (known !== undefined) return known;
    const fresh = phrasesOf(lists[list]);
    listed.set(list, fresh);
    return fresh;
  };
  return {
    lists,
    made,
    phrases,
    turns: new Set(lists.turns),
  };
}

/** Does this phrase stand here, word for word? */
export function standsAt(said: readonly string[], from: number, phrase: Phrase): boolean {
  for (let index = 0; index < phrase.length; index += 1) if (said[from + index] !== phrase[index]) return false;
  return true;
}

/** How many words a phrase of this set takes from `from`; 0 when none begins there. */
export function lengthAt(said: readonly string[], from: number, phrases: Phrases): number {
  const candidates = phrases.byFirst.get(said[from] ?? '');
  return candidates?.find((phrase) => standsAt(said, from, phrase))?.length ?? 0;
}

/** The words without what people say before and after: "ooh well I think ... please love". At least one word is left. */
export function withoutFillers(said: readonly string[], fillers: Phrases, after: Phrases = fillers): string[] {
  let from = 0;
  for (
    let more = lengthAt(said, 0, fillers);
    more > 0 && from + more < said.length;
    more = lengthAt(said, from, fillers)
  ) {
    from += more;
  }
  let rest = said.slice(from);
  for (let less = endLength(rest, after); less > 0 && less < rest.length; less = endLength(rest, after)) {
    rest = rest.slice(0, rest.length - less);
  }
  return rest;
}

function endLength(said: readonly string[], phrases: Phrases): number {
  if (!phrases.lasts.has(said.at(-1) ?? '')) return 0;
  for (let count = Math.min(5, said.length - 1); count > 0; count -= 1) {
    if (phrases.exact.has(said.slice(said.length - count).join(' '))) return count;
  }
  return 0;
}

/** Is the whole message made of these phrases, with nothing but fillers between them? "Well no, nothing really, love." */
export function isWhole(said: readonly string[], phrases: Phrases, ...fillers: readonly Phrases[]): boolean {
  if (said.length === 0 || said.length > 24) return false;
  if (phrases.exact.has(said.join(' '))) return true;
  let meant = 0;
  for (let at = 0; at < said.length; ) {
    const own = lengthAt(said, at, phrases);
    let filler = 0;
    for (const set of fillers) filler = Math.max(filler, lengthAt(said, at, set));
    if (own === 0 && filler === 0) return false;
    if (own >= filler) meant += 1;
    at += Math.max(own, filler);
  }
  return meant > 0;
}
