/** The first reader: ways of saying that tell of harm, and sayings that do not. */
import { numbered, stop, unknown } from './compiled.ts';
import type { Family, Lists } from './lists.ts';
import { type Found, findAll } from './match.ts';
import { meant } from './meant.ts';
import { type Token, tokensOf } from './plain.ts';

/** The words of a message and the ways of saying among them that are meant. */
export interface Reading {
  readonly tokens: readonly Token[];
  readonly found: readonly Found<Family>[];
}

export function readFor(text: string, lists: Lists): Reading {
  const tokens = tokensOf(text, lists.spelling);
  const said = numbered(tokens, lists.vocabulary);
  return { tokens, found: meant(findAll(withoutSayings(said, tokens, lists), lists.families), tokens, said, lists) };
}

/** The most pressing of what was found; null when nothing was. */
export function mostPressing(found: readonly Found<Family>[], order: readonly string[]): Found<Family> | null {
  const rank = ({ level, kind }: Family) => levels.indexOf(level) * 100 + order.indexOf(kind);
  const whole = found.filter((one) => !found.some((other) => saysMore(other, one)));
  return whole.toSorted((one, other) => rank(one.about) - rank(other.about))[0] ?? null;
}

const levels: readonly Family['level'][] = ['sure', 'likely', 'maybe'];

/** "The carer slaps me" says more than "slaps me": who does it tells the kind. */
const saysMore = (one: Found<Family>, other: Found<Family>) =>
  (one.about.level === 'maybe') === (other.about.level === 'maybe') &&
  one.from <= other.from &&
  other.to <= one.to &&
  one.to - one.from > other.to - other.from &&
  one.to - one.from <= longestNamed;
const longestNamed = 6;

/** Everyday sayings are looked for first; what is left of them means nothing. None reaches over a "but" that is not its own. */
function withoutSayings(said: Int32Array, tokens: readonly Token[], lists: Lists): Int32Array {
  const turnsIn = (saying: Found<true>) => {
    const turns = tokens.slice(saying.from, saying.to).filter(({ word }) => lists.turns.has(word));
    return turns.some(({ word }) => !saying.words().has(word));
  };
  const sayings = findAll(said, lists.harmless).filter((saying) => !turnsIn(saying));
  if (sayings.length === 0) return said;
  const plain = said.slice();
  for (const { from, to } of sayings) for (let at = from; at < to; at += 1) if (plain[at] !== stop) plain[at] = unknown;
  return plain;
}
