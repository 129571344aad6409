/**
 * Reads a message for danger, before anything else reads it. Pure: words in, a worry or none out. Two readers: ways of
 * saying (`danger-words.json`), and weights of words learned from our own corpus (`danger-weight-words.json`).
 */
import groups from '../../locales/en-GB/danger-group-words.json' with { type: 'json' };
import lookup from '../../locales/en-GB/danger-lookup-words.json' with { type: 'json' };
import roots from '../../locales/en-GB/danger-root-words.json' with { type: 'json' };
import weights from '../../locales/en-GB/danger-weight-words.json' with { type: 'json' };
import enGB from '../../locales/en-GB/danger-words.json' with { type: 'json' };
import everyday from '../../locales/en-GB/everyday-words.json' with { type: 'json' };
import type { Danger } from '../conversation/tools.ts';
import type { Concepts, Groups } from './concepts.ts';
import { type DangerWords, type Family, type Lists, listsOf } from './lists.ts';
import type { Lookup } from './lookup.ts';
import { mostPressing, type Reading, readFor } from './patterns.ts';
import { type Token, tokensOf } from './plain.ts';
import { restOf } from './rest.ts';
import { type RootWords, rootsOf } from './roots.ts';
import { heaviest, isShort, kindOf, lengthStep, type Scales, scalesOf, type Weights, weigh } from './weigh.ts';

export { unreadable } from './unreadable.ts';

interface Written {
  readonly words: DangerWords;
  readonly lookup: Lookup;
  readonly groups: Groups;
  readonly roots: RootWords;
  readonly weights: Weights;
}

/** One set of lists for each language that is read. Another language is more JSON files and a line here. */
const written: Readonly<Record<string, Written>> = {
  'en-GB': {
    words: { ...(enGB as DangerWords), harmless: [...(enGB as DangerWords).harmless, ...everyday.harmless] },
    lookup,
    groups,
    roots,
    weights,
  },
};

interface Ready {
  readonly lists: Lists;
  readonly scales: Scales;
}
const ready = new Map<string, Ready>();

/** The worry that a message raises, or null. It is read in every language on offer, that of the talk first. */
export function danger(text: string, lang: string): Danger | null {
  const languages = Object.keys(written).sort((one, other) => Number(other === lang) - Number(one === lang));
  const worries = languages.flatMap((one) => worryIn(text, readyFor(one)) ?? []);
  return worries.find((worry) => worry.level === 'sure') ?? worries[0] ?? null;
}

/** What the patterns alone find, for measuring. */
export function patternsOnly(text: string, lang: string): Family | null {
  const { lists } = readyFor(lang);
  return mostPressing(readFor(text, lists).found, lists.order)?.about ?? null;
}

/** The words, roots and groups as the second reader knows them, for learning its weights. */
export function reader(lang: string): {
  readonly wordsOf: (text: string) => string[];
  readonly rootOf: (word: string) => string;
  readonly concepts: Concepts;
} {
  const { lists } = readyFor(lang);
  const rootOf = rootsOf(writtenIn(lang).roots);
  return { wordsOf: (text) => wordsIn(tokensOf(text, lists.spelling)), rootOf, concepts: lists.concepts };
}

/** The words by which danger is looked for, for working out how they are looked up. */
export function dangerWords(lang: string): DangerWords {
  return writtenIn(lang).words;
}

function writtenIn(lang: string): Written {
  const own = written[lang];
  if (own === undefined) throw new Error(`no danger words for ${lang}`);
  return own;
}

function readyFor(lang: string): Ready {
  const known = ready.get(lang);
  if (known !== undefined) return known;
  const own = writtenIn(lang);
  const lists = listsOf(own.words, own.groups, own.lookup);
  const made = { lists, scales: scalesOf(own.weights, lists.concepts, own.roots) };
  ready.set(lang, made);
  return made;
}

const wordsIn = (tokens: readonly Token[]) => tokens.map(({ word }) => word);

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * What the patterns are sure of stays so. Of the rest the weights have the last word: they raise a question where no
 * pattern fits, are sure when there is no doubt, and take back what the patterns suspect when all else is harmless.
 */
function worryIn(text: string, own: Ready): Danger | null {
  const { lists, scales } = own;
  const reading = readFor(text, lists);
  const first = mostPressing(reading.found, lists.order);
  const words = wordsIn(reading.tokens);
  if (first === null && isShort(words)) return null;
  const weighed = first?.about.level === 'sure' ? null : weigh(words, scales);
  const level =
    weighed === null ? 'sure' : levelOf(first?.about ?? null, weighed.score, lengthStep(words), scales.weights);
  if (level === null) return null;
  const part = weighed === null ? words : words.slice(weighed.from, weighed.to);
  const heavy = first === null ? heaviest(part, scales) : first;
  const ahead = first === null ? (weighed?.from ?? 0) : 0;
  const span = { from: heavy.from + ahead, to: heavy.to + ahead };
  const rest = level === 'sure' ? harmlessRest(text, reading, [span, ...reading.found], own) : null;
  const kind = first !== null && keepsKind(first.about) ? first.about.kind : kindOf(part, scales);
  return worry(text, reading, span, { kind, level, rest });
}

/** The weights name the kind better than patterns that are less than sure; but what may be pressing stays so. */
const keepsKind = ({ level, kind }: Family) => level === 'sure' || (level === 'likely' && pressing.has(kind));

/** The kinds that cannot wait. */
export const pressing: ReadonlySet<string> = new Set(['danger', 'crisis', 'medical_emergency']);

function levelOf(family: Family | null, score: number, length: number, limits: Weights): Danger['level'] | null {
  const pattern = family?.level;
  const less = family !== null && pressing.has(family.kind) ? limits.patience : 0;
  // What can be a saying is asked about, however heavy its words.
  if (pattern === 'maybe') return score >= limits.keep - less ? 'maybe' : null;
  const [sure, ask] =
    pattern === 'likely' ? [limits.believe, limits.likely] : [limits.sure, limits.ask[length] ?? limits.sure];
  if (score >= sure) return 'sure';
  return score >= ask - less ? 'maybe' : null;
}

const worry = (
  text: string,
  { tokens }: Reading,
  span: Span,
  { kind, level, rest }: Pick<Danger, 'kind' | 'level' | 'rest'>,
): Danger => ({ kind, level, words: saidBack(text, tokens, span), rest });

/** What is left of the message, when neither reader finds anything in it. */
function harmlessRest(text: string, { tokens }: Reading, spans: readonly Span[], own: Ready): string | null {
  // Of a long message there is no telling what the answer in it was: the whole is kept with the flag.
  const rest = text.length > answersAtMost ? null : restOf(text, tokens, spans, own.lists.openers);
  return rest !== null && worryIn(rest, own) === null ? rest : null;
}

const answersAtMost = 4_000;
const sayBackAtMost = 80;

/** The few words that raised it, as they were typed. */
function saidBack(text: string, tokens: readonly Token[], { from, to }: Span): string {
  const begin = tokens[from]?.from ?? 0;
  const end = tokens[to - 1]?.to ?? begin;
  const words = text.slice(begin, end).replace(/\s+/g, ' ').trim();
  return words.length <= sayBackAtMost ? words : words.slice(0, words.lastIndexOf(' ', sayBackAtMost));
}
