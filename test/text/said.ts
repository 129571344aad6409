/** All English texts that are said to people, for the tests that read them as a person would. */
import { readLocales, resolveLocales } from '../../src/text/locales.ts';

export const folder = 'locales';
export const words = resolveLocales(readLocales(folder), 'en-GB');
export const english = words['en-GB'] ?? {};

/** Ways in which people say an option or a term: they are heard, never said. */
const heard = /\.(?:options_also|also|stands_alone)(?:[._]|$)/;

/** Each text once, under the first key that has it. */
export const said: readonly (readonly [key: string, text: string])[] = [
  ...new Map(
    Object.entries(english)
      .filter(([key]) => !heard.test(key))
      .reverse()
      .map(([key, text]) => [text, key] as const),
  ),
].map(([text, key]) => [key, text] as const);
