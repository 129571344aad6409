/** Groups of words by what they mean: being hit, money, fear, "not" ... They come from `locales/<lang>/danger-group-words.json`. */
import { bent } from './pattern.ts';

/** A group of words: single words, short phrases, and `slap+` for a word with its endings. */
export type Groups = Readonly<Record<string, readonly string[]>>;

/** One way of naming a group: its words in order. */
export interface Naming {
  readonly group: number;
  readonly words: readonly string[];
  /** Whether these words deny what follows. */
  readonly denies: boolean;
}

export interface Concepts {
  readonly names: readonly string[];
  /** By the first word of each. */
  readonly byFirst: ReadonlyMap<string, readonly Naming[]>;
  /** Every single word that stands in one. */
  readonly words: ReadonlySet<string>;
}

/** Makes the groups ready; `spell` puts words into the one spelling in which messages are read. */
export function conceptsOf(groups: Groups, spell: (phrase: string) => readonly string[]): Concepts {
  const names = Object.keys(groups);
  const byFirst = new Map<string, Naming[]>();
  const words = new Set<string>();
  for (const [group, name] of names.entries()) {
    const spelled = (groups[name] ?? []).flatMap((one) => (one.includes('+') ? bent(one) : [one])).map(spell);
    const each = new Map(spelled.map((phrase) => [phrase.join(' '), phrase]));
    for (const phrase of each.values()) {
      const [first] = phrase;
      if (first === undefined) continue;
      for (const word of phrase) words.add(word);
      byFirst.set(first, [
        ...(byFirst.get(first) ?? []),
        { group, words: phrase, denies: name === 'not' && phrase.length === 1 },
      ]);
    }
  }
  return { names, byFirst, words };
}
