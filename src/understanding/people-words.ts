/** The words by which people are named: made ready once, when first needed. */
import lists from '../../locales/en-GB/people-words.json' with { type: 'json' };
import { lengthAt, type Phrases, phrasesOf } from './words.ts';

type ListName = { [K in keyof typeof lists]: (typeof lists)[K] extends string[] ? K : never }[keyof typeof lists];

const made = new Map<ListName, Phrases>();
/** "Children" and others that are not made with an s. */
export const singulars: ReadonlyMap<string, string> = new Map(Object.entries(lists.singulars));
/** "Two", "three" and so on, in their order. */
export const countedTo: readonly string[] = lists.countedTo.split(' ');
const firstNames: ReadonlySet<string> = new Set(lists.firstNames.split(' '));

/** The phrases of one of the lists. */
export function peoplePhrases(name: ListName): Phrases {
  const known = made.get(name);
  if (known !== undefined) return known;
  const phrases = phrasesOf(lists[name]);
  made.set(name, phrases);
  return phrases;
}

/** How many words a phrase of this list takes at this place; 0 when none begins there. */
export const peopleAt = (plain: readonly string[], at: number, name: ListName): number =>
  lengthAt(plain, at, peoplePhrases(name));

/** "priya", typed small: one of the names that many people here have. */
export const isFirstName = (word: string): boolean => firstNames.has(word);
