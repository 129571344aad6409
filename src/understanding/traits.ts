/** What a message is made of, so that it can be compared with others: its words, words behind a "not", and pairs. */
import examples from '../../locales/en-GB/understanding-examples.json' with { type: 'json' };
import sayings from '../../locales/en-GB/understanding-sayings.json' with { type: 'json' };
import shapes from '../../locales/en-GB/understanding-shapes.json' with { type: 'json' };
import { plain, type Token, tokensOf } from './plain.ts';

/** How far a "not" reaches. */
const reach = 3;
const spellings = new Map(Object.entries(shapes.spellings));

/** "My son" and "her sister" are told alike: words of one kind are one word here. */
const kinds = new Map<string, string>(
  Object.entries(examples.alike).flatMap(([kind, { words, classes }]) =>
    [...words, ...classes.flatMap((name) => classOf(name))].map((word) => [word, `<${kind}>`] as const),
  ),
);
const negations: ReadonlySet<string> = new Set(['<not>', '<cannot>', 'no']);

function classOf(name: string): readonly string[] {
  const classes: Readonly<Record<string, readonly string[]>> = sayings.classes;
  return (classes[name] ?? []).filter((word) => !word.includes(' '));
}

/** The words of a message as they are compared: without endings, words of one kind alike. */
const baseOf = (word: string): string => {
  const spelled = spellings.get(word) ?? word;
  const kind = kinds.get(spelled);
  if (kind !== undefined) return kind;
  return spelled.length > 4 ? spelled.replace(/(?:ing|ed|es|s)$/, '') : spelled.replace(/(?<=...)s$/, '');
};

/** The traits of these words, each once. */
export function traitsOf(tokens: readonly Token[]): ReadonlySet<string> {
  const bases = tokens.map(({ word }) => baseOf(word));
  const traits = new Set<string>();
  let since = reach;
  for (const [at, base] of bases.entries()) {
    if (tokens[at]?.clause !== tokens[at - 1]?.clause) since = reach;
    traits.add(base);
    traits.add(`=${tokens[at]?.word}`);
    if (since < reach) traits.add(`!${base}`);
    since = negations.has(base) ? 0 : since + 1;
    traits.add(`${bases[at - 1] ?? '^'} ${base}`);
    if (at > 1) traits.add(`${bases[at - 2]} _ ${base}`);
  }
  if (bases.length > 0) traits.add(`${bases.at(-1)} $`);
  return traits;
}

/** The same for an example as it is written. */
export const traitsIn = (text: string, turns: ReadonlySet<string>): ReadonlySet<string> =>
  traitsOf(tokensOf(plain(text), turns));
