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
  /** Words for people, and what they are to somebody. */
  readonly people: ReadonlyMap<string, Danger['by']>;
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
  const { classes } = own.words;
  const named = (by: Danger['by'], ...names: string[]) =>
    names.flatMap((name) => (classes[name] ?? []).map((word) => [word, by] as const));
  const people = new Map([
    ...named('other', 'paid', 'stranger'),
    ...named('family', 'kin'),
    ...named('partner', 'partner'),
  ]);
  const made = { lists, scales: scalesOf(own.weights, lists.concepts, own.roots), people };
  ready.set(lang, made);
  return made;
}

const wordsIn = (tokens: readonly Token[]) => tokens.map(({ word }) => word);

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * A message is as serious as the most serious part of it: what else it says about gardens and bingo takes nothing back.
 * What raised nothing at all is not looked at twice.
 */
function worryIn(text: string, own: Ready): Danger | null {
  const reading = readFor(text, own.lists);
  const words = wordsIn(reading.tokens);
  const whole = judged({ from: 0, to: words.length }, words, reading, own);
  const raised = whole !== null || reading.found.length > 0;
  const each = raised ? partsIn(words, reading, own).flatMap((part) => judged(part, words, reading, own) ?? []) : [];
  const worst = mostSerious(whole, each, own.lists.order);
  if (worst === null) return null;
  const { span, ...worry } = worst;
  const rest = harmlessRest(text, reading, [span, ...reading.found], own);
  return { ...worry, by: whoIn(words, span, own), words: saidBack(text, reading.tokens, span), rest };
}

interface Judged extends Pick<Danger, 'kind' | 'level'> {
  readonly span: Span;
}

/**
 * What the patterns are sure of stays so. Of the rest the weights have the last word: they raise a question where no
 * pattern fits, are sure when there is no doubt, and take back what the patterns suspect when all else is harmless.
 */
function judged({ from, to }: Span, all: readonly string[], { found }: Reading, own: Ready): Judged | null {
  const { lists, scales } = own;
  const words = all.slice(from, to);
  const here = found.filter((one) => from <= one.from && one.to <= to);
  const first = mostPressing(here, lists.order);
  if (first === null && isShort(words)) return null;
  const weighed = first?.about.level === 'sure' ? null : weigh(words, scales);
  const level =
    weighed === null ? 'sure' : levelOf(first?.about ?? null, weighed.score, lengthStep(words), scales.weights);
  if (level === null) return null;
  const part = weighed === null ? words : words.slice(weighed.from, weighed.to);
  const kind = first !== null && keepsKind(first.about) ? first.about.kind : kindOf(part, scales);
  if (first !== null) return { kind, level, span: first };
  const heavy = heaviest(part, scales);
  const ahead = from + (weighed?.from ?? 0);
  return { kind, level, span: { from: heavy.from + ahead, to: heavy.to + ahead } };
}

/** The whole knows best what it is about, and what is only a saying; a part counts where it is surer, or cannot wait. */
function mostSerious(whole: Judged | null, parts: readonly Judged[], order: readonly string[]): Judged | null {
  const weight = ({ level, kind }: Judged) => (level === 'sure' ? 2 : 0) + Number(pressing.has(kind));
  const least = whole === null ? 1 : weight(whole);
  const [worst = whole] = parts
    .filter((part) => weight(part) > least)
    .toSorted((one, other) => weight(other) - weight(one) || order.indexOf(one.kind) - order.indexOf(other.kind));
  return worst;
}

/** Sentences, and what "but" divides, when there is more than one. Of a long text only those that raised something. */
function partsIn(words: readonly string[], { found }: Reading, { lists: { turns } }: Ready): Span[] {
  const ends = words.flatMap((word, at) => (word === '.' || turns.has(word) ? [at] : []));
  const parts = [...ends, words.length].map((to, at) => ({ from: at === 0 ? 0 : (ends[at - 1] ?? 0) + 1, to }));
  const spoken = parts.filter(({ from, to }) => to > from);
  if (spoken.length < 2) return [];
  return words.length <= longest ? spoken : spoken.filter((part) => found.some((one) => isWithin(one, part)));
}

const longest = 120;
const isWithin = (one: Span, { from, to }: Span) => from <= one.from && one.to <= to;

/** Of whom the sentence speaks, up to the words about harm: helplines differ by it. */
function whoIn(words: readonly string[], { from, to }: Span, { people }: Ready): Danger['by'] {
  const before = words.slice(words.lastIndexOf('.', from) + 1, to);
  const named = before.findLast((word) => people.has(word));
  return named === undefined ? null : people.get(named);
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
