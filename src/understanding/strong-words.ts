/** "Everything to me", "so important": beside 8, 9 or 10 for importance they hint that the scale was read the wrong way round. */
import type { Heard } from './kinds.ts';
import { alternatives } from './numbers.ts';
import type { Words } from './words.ts';

export function hasStrongWords(heard: Heard, words: Words): boolean {
  const weak = words.made('not strong', () => alternatives(words.lists.notStrong, 'u'));
  const strong = words.made('strong', () => alternatives(words.lists.strong, 'u'));
  const text = heard.plain.replaceAll("'", '');
  return strong.test(text) && !weak.test(text);
}
