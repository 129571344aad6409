/** "I'm doing this for me dad": is it somebody else's plan that is meant? */
import { plain } from './plain.ts';
import type { Words } from './words.ts';

export const isForAnother = (text: string, words: Words): boolean =>
  words
    .made('for another', () => words.lists.forAnother.map((one) => new RegExp(`(?<!\\p{L})${one}`, 'u')))
    .some((pattern) => pattern.test(plain(text).trim()));

/** The same with nothing else said, such as whether that person asked for it. */
export const isForAnotherAlone = (text: string, words: Words): boolean =>
  isForAnother(text, words) &&
  words.made('for another alone', () => new RegExp(words.lists.forAnotherAlone, 'u')).test(plain(text).trim());
