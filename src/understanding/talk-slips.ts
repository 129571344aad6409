/** Slips of the finger in words that are used of the talk. */
import enGB from '../../locales/en-GB/understanding-talk.json' with { type: 'json' };
import { isNear } from './near.ts';

/** The word of the talk for which this one is a slip. Most people type the same few words. */
export function meantBy(word: string, longWords: readonly string[]): string {
  const known = slips.get(word);
  if (known !== undefined) return known;
  if (slips.size > mostSlips) slips.clear();
  const meant = longWords.find((one) => word !== `${one}s` && isNear(word, one)) ?? word;
  slips.set(word, meant);
  return meant;
}
const slips = new Map<string, string>();
const mostSlips = 5_000;

/** A word that is near to one of the talk, and is no slip for it. */
export const isRightlySpelled = (word: string): boolean => rightlySpelled.has(word);
const rightlySpelled = new Set(enGB.rightlySpelled.split(' '));
