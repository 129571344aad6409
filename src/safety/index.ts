/** Reads a message for danger, before anything else reads it. Pure: words in, a worry or none out; nothing is scored. */
import enGB from '../../locales/en-GB/danger-words.json' with { type: 'json' };
import everyday from '../../locales/en-GB/everyday-words.json' with { type: 'json' };
import type { Danger } from '../conversation/tools.ts';
import { type DangerWords, type Family, type Lists, listsOf } from './lists.ts';
import { type Found, findAll } from './match.ts';
import { meant } from './meant.ts';
import { type Token, tokensOf } from './plain.ts';
import { restOf } from './rest.ts';

export { unreadable } from './unreadable.ts';

/** One list of words for each language that is read. Another language is another JSON file and a line here. */
const written: Readonly<Record<string, DangerWords>> = {
  'en-GB': { ...(enGB as DangerWords), harmless: [...(enGB as DangerWords).harmless, ...everyday.harmless] },
};
const ready = new Map<string, Lists>();

/** The worry that a message raises, or null. It is read in every language on offer, that of the talk first. */
export function danger(text: string, lang: string): Danger | null {
  const languages = Object.keys(written).sort((one, other) => Number(other === lang) - Number(one === lang));
  const worries = languages.flatMap((one) => worryIn(text, listsFor(one)) ?? []);
  return worries.find((worry) => worry.level === 'sure') ?? worries[0] ?? null;
}

function listsFor(lang: string): Lists {
  const words = written[lang];
  if (words === undefined) throw new Error(`no danger words for ${lang}`);
  const lists = ready.get(lang) ?? listsOf(words);
  ready.set(lang, lists);
  return lists;
}

function worryIn(text: string, lists: Lists): Danger | null {
  const { found, tokens } = readFor(text, lists);
  const rank = ({ level, kind }: Family) => (level === 'sure' ? 0 : 100) + lists.order.indexOf(kind);
  const whole = found.filter((one) => !found.some((other) => saysMore(other, one)));
  const [first] = whole.toSorted((one, other) => rank(one.about) - rank(other.about));
  if (first === undefined) return null;
  const { kind, level } = first.about;
  // Of a long message there is no telling what the answer in it was: the whole is kept with the flag.
  const rest = text.length > answersAtMost ? null : restOf(text, tokens, found, lists.openers);
  return {
    kind,
    level,
    words: wordsOf(text, tokens, first),
    rest: rest !== null && readFor(rest, lists).found.length === 0 ? rest : null,
  };
}

/** "The carer slaps me" says more than "slaps me": who does it tells the kind. */
const saysMore = (one: Found<Family>, other: Found<Family>) =>
  one.about.level === other.about.level &&
  one.from <= other.from &&
  other.to <= one.to &&
  one.to - one.from > other.to - other.from &&
  one.to - one.from <= longestNamed;
const longestNamed = 6;

interface Reading {
  readonly tokens: readonly Token[];
  readonly found: readonly Found<Family>[];
}

function readFor(text: string, lists: Lists): Reading {
  const tokens = tokensOf(text, lists.spelling);
  const plain = withoutSayings(tokens, lists);
  return { tokens, found: meant(findAll(plain, lists.families), tokens, lists) };
}

/** Everyday sayings are looked for first; what is left of them means nothing. */
function withoutSayings(tokens: readonly Token[], lists: Lists): readonly Token[] {
  const sayings = findAll(tokens, lists.harmless);
  if (sayings.length === 0) return tokens;
  const plain = [...tokens];
  for (const { from, to } of sayings) {
    for (let at = from; at < to; at += 1) {
      const token = plain[at];
      if (token !== undefined && token.word !== '.') plain[at] = { ...token, word: '·' };
    }
  }
  return plain;
}

const answersAtMost = 4_000;
const sayBackAtMost = 80;

/** The few words that raised it, as they were typed. */
function wordsOf(text: string, tokens: readonly Token[], { from, to }: Found<Family>): string {
  const begin = tokens[from]?.from ?? 0;
  const end = tokens[to - 1]?.to ?? begin;
  const words = text.slice(begin, end).replace(/\s+/g, ' ').trim();
  return words.length <= sayBackAtMost ? words : words.slice(0, words.lastIndexOf(' ', sayBackAtMost));
}
