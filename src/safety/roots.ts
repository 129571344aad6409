/** What is the same in "hits", "hitting" and "hit": words that mean alike weigh alike. Endings are in `danger-root-words.json`. */

/** What a `danger-root-words.json` holds. */
export interface RootWords {
  /** Endings that are taken off, the first that fits, and what is put in their place. */
  readonly endings: Readonly<Record<string, string>>;
  /** Words whose forms no ending tells: "take", "took". */
  readonly forms: Readonly<Record<string, readonly string[]>>;
}

/** Gives the root of a word. */
export function rootsOf({ endings, forms }: RootWords): (word: string) => string {
  const first = new Map(Object.entries(forms).flatMap(([one, others]) => others.map((other) => [other, one] as const)));
  const each = Object.entries(endings);
  return (word) => {
    const form = first.get(word) ?? word;
    return form.length < 4 || !/^[a-z]+$/.test(form) ? form : tidy(withoutEnding(form, each));
  };
}

const leastLetters = 3;

function withoutEnding(word: string, endings: readonly (readonly [string, string])[]): string {
  for (const [ending, instead] of endings) {
    if (!word.endsWith(ending) || (ending === 's' && word.endsWith('ss'))) continue;
    const left = word.slice(0, -ending.length) + instead;
    if (left.length >= leastLetters && /[aeiouy]/.test(left)) return left;
  }
  return word;
}

/** "slapp" and "slap", "lov" and "love", "worry" and "worri" are one. */
function tidy(word: string): string {
  if (word.length <= leastLetters) return word;
  const single = /([^lsz])\1$/.test(word) ? word.slice(0, -1) : word;
  if (single.length <= leastLetters) return single;
  const short = single.endsWith('e') ? single.slice(0, -1) : single;
  return short.length > leastLetters && short.endsWith('y') ? `${short.slice(0, -1)}i` : short;
}
