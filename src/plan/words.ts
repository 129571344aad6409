/** Finds known words in what a person said. The words themselves are in `locales/en-GB`, ' | ' between them. */
import planWords from '../../locales/en-GB/plan-words.json' with { type: 'json' };

/** The words of the plan's own list: `relations.daughter` is in `lexicon.relations`. */
export const lexicon = planWords.plan_words;

export const wordList = (words: string): string[] => words.split(' | ');

const asItIs = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Matches any of the words, whole, whatever the case. Longer phrases are tried first. */
export function matcher(words: string | readonly string[]): RegExp {
  const list = (typeof words === 'string' ? wordList(words) : [...words]).toSorted((a, b) => b.length - a.length);
  if (list.length === 0) return /(?!)/u;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${list.map(asItIs).join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

/** A matcher for each key of a list of lists. */
export function matchers<K extends string>(lists: Readonly<Record<K, string>>): ReadonlyMap<K, RegExp> {
  return new Map((Object.entries(lists) as [K, string][]).map(([key, words]) => [key, matcher(words)]));
}

/** Curly quotes and spaces as a keyboard would give them. */
export const plainQuotes = (text: string): string => text.replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();

/** What was said, in sentences; the full stops are left off, question marks are kept. */
export function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|[\n;]+/u)
    .map((part) => part.replace(/[.!,\s]+$/u, '').trim())
    .filter((part) => part !== '');
}

/** Things on lines of their own, or between semicolons: a list only where the person plainly made one. */
export function lines(text: string): string[] {
  return text
    .split(/[\n;]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const stop = new Set(wordList(lexicon.stop));

/** Lets "walking", "walks" and "walk" meet. */
function stem(word: string): string {
  if (word.length > 5 && word.endsWith('ing')) return word.slice(0, -3);
  if (word.length > 4 && word.endsWith('ed')) return word.slice(0, -2);
  if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1);
  return word;
}

/** The words that carry the meaning, stemmed, without the small ones. */
export function contentWords(text: string): Set<string> {
  const words =
    plainQuotes(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}']+/gu) ?? [];
  return new Set(
    words.filter((word) => word.length > 2 && !stop.has(word)).map((word) => stem(word.replace(/'s$/, ''))),
  );
}

/** How many words that carry meaning are in both texts? */
export const sharedWords = (one: string, other: string): number => {
  const words = contentWords(one);
  return [...contentWords(other)].filter((word) => words.has(word)).length;
};

/** Do two texts share a word that carries meaning? */
export function shareWords(one: string, other: string): boolean {
  const words = contentWords(one);
  return [...contentWords(other)].some((word) => words.has(word));
}
