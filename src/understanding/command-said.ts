/** A command, and what it is about. */
import { lengthAt, phrasesOf, type Words } from './words.ts';

/** The commands of a talk, and three that name what they are about. */
export type CommandHeard = keyof Words['lists']['commands'] | 'change' | 'glossary' | 'more';

export interface CommandSaid {
  readonly command: CommandHeard;
  /** "my goal", "direct payment", "money", "polish". */
  readonly about?: string;
  /** The new words, as typed, where a change brings them: "change my goal to getting to church". */
  readonly to?: string;
  /** "Put my sister instead of my brother": `about` is the one who was named, `to` the other. */
  readonly swaps?: true;
  /** "Take the gas bill out". */
  readonly out?: true;
}

export function opened(
  said: readonly string[],
  list: readonly string[],
  name: string,
  words: Words,
): readonly string[] | undefined {
  const phrases = words.made(`opening ${name}`, () => phrasesOf(list));
  const length = lengthAt(said, 0, phrases);
  return length === 0 || length === said.length ? undefined : said.slice(length);
}

export const dateLike = (word: string, words: Words): boolean =>
  Object.hasOwn(words.lists.dates.feasts, word) || Object.hasOwn(words.lists.dates.seasons, word);
