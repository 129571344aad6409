/**
 * Ways of saying an option, written with parts, in `understanding-sayings.json`: `word`, `one|other|two_words`, `{class}`,
 * `*` (any word), `~3` (up to three words of the same clause, none of them a "not"), `^` and `$` (a clause begins, ends), `!x` (x does not come
 * next; after a gap at the end: nor among those words); `?` after a word or class: it may be left out.
 */
import common from '../../locales/en-GB/common-words.json' with { type: 'json' };
import enGB from '../../locales/en-GB/understanding-sayings.json' with { type: 'json' };
import shapes from '../../locales/en-GB/understanding-shapes.json' with { type: 'json' };
import type { Heard } from './kinds.ts';
import { isNear } from './near.ts';
import { wordsIn } from './plain.ts';
import type { Words } from './words.ts';

/** An option said at some words of the message, and how much was said of it. */
export interface Said {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly letters: number;
}

type Phrase = readonly string[];
interface Wording {
  readonly is: 'words';
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>;
  readonly optional: boolean;
}
type Part =
  | Wording
  | { readonly is: 'gap'; readonly most: number }
  | { readonly is: 'not'; readonly part: Part }
  | { readonly is: 'without'; readonly most: number; readonly parts: readonly Part[] }
  | { readonly is: 'any' }
  | { readonly is: 'begin' }
  | { readonly is: 'end' };

interface Saying {
  readonly id: string;
  readonly order: number;
  readonly parts: readonly Part[];
  /** One word of each of these is in every message that says it. */
  readonly needs: readonly ReadonlyMap<string, unknown>[];
  readonly begins: ReadonlyMap<string, unknown> | undefined;
}
interface Ready {
  readonly none: boolean;
  /** Each under the words of which it needs one, the fewest there are; most messages have none of them. */
  readonly byWord: ReadonlyMap<string, readonly Saying[]>;
  readonly anywhere: readonly Saying[];
  readonly known: ReadonlyMap<string, readonly string[]>;
}

const spellings = new Map(Object.entries(shapes.spellings));
const ordinary: ReadonlySet<string> = new Set(Object.values(common.words).flatMap((list) => list.split(' ')));
/** A gap never swallows one of these: "she is not happy" is no way of saying "she is happy". */
const negations: ReadonlySet<string> = new Set(enGB.negations);
const speakers: ReadonlySet<string> = new Set(enGB.speakers);
const slight: ReadonlySet<string> = new Set(enGB.slight);
const classes: Readonly<Record<string, readonly string[]>> = enGB.classes;
const questions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = enGB.questions;
const shared: Readonly<Record<string, readonly string[]>> = enGB.shared;

/** Every place where one of the options, or `?`, is said in a way that is known for this question. */
export function sayingsIn(heard: Heard, question: string, ids: readonly string[], words: Words): Said[] {
  const { byWord, anywhere, known, none } = readyFor(question, ids, words);
  if (none) return [];
  const said = heard.tokens.map(({ word }) => respelled(spellings.get(word) ?? word, known));
  const clauses = heard.tokens.map((token) => token.clause);
  const found: Said[] = [];
  const possible = new Set<Saying>(anywhere);
  for (const word of said) for (const one of byWord.get(word) ?? []) possible.add(one);
  for (const { id, parts, needs, begins } of [...possible].sort((one, other) => one.order - other.order)) {
    if (!needs.every((need) => said.some((word) => need.has(word)))) continue;
    for (let from = 0; from < said.length; from += 1) {
      if (begins !== undefined && !begins.has(said[from] ?? '')) continue;
      const best = endsOf(said, clauses, from, parts).toSorted((one, other) => other.letters - one.letters)[0];
      if (best === undefined || best.letters === 0 || isSlight(said, from, best.at)) continue;
      found.push({ id, from, to: best.at, letters: best.letters });
    }
  }
  return found;
}

/** `*` is any word but one that points at the speaker or the listener: "our Denise", never "I". */
const isOther = (word: string | undefined): boolean => word !== undefined && !speakers.has(word);

/** "When" or "more" in a longer message says nothing by itself. */
const isSlight = (said: readonly string[], from: number, to: number): boolean =>
  to - from === 1 && said.length > 2 && slight.has(said[from] ?? '');

function readied(question: string, ids: readonly string[]): Ready {
  const own = questions[question] ?? {};
  const sayings = [...ids, '?', '??', '-']
    .flatMap((id) => {
      const written = [...(own[id] ?? []), ...(question.includes('.') ? (shared[id] ?? []) : [])];
      return written.map((one) => ({ id, one }));
    })
    .map(({ id, one }, order) => sayingOf(id, one, order));
  const vocabulary = new Set(sayings.flatMap(({ parts }) => parts.flatMap(wordsOfPart)));
  const known = new Map<string, string[]>();
  for (const word of vocabulary) known.set(word[0] ?? '', [...(known.get(word[0] ?? '') ?? []), word]);
  const byWord = new Map<string, Saying[]>();
  for (const one of sayings) {
    for (const word of one.needs[0]?.keys() ?? []) byWord.set(word, [...(byWord.get(word) ?? []), one]);
  }
  return { none: sayings.length === 0, byWord, anywhere: sayings.filter(({ needs }) => needs.length === 0), known };
}

/** The same ids come at every message: their sayings are found by them. */
function readyFor(question: string, ids: readonly string[], words: Words): Ready {
  const all = words.made('sayings', () => new WeakMap<readonly string[], Map<string, Ready>>());
  const here = all.get(ids) ?? new Map<string, Ready>();
  all.set(ids, here);
  const ready = here.get(question) ?? words.made(`sayings ${question} ${ids.join()}`, () => readied(question, ids));
  here.set(question, ready);
  return ready;
}

function sayingOf(id: string, written: string, order: number): Saying {
  const parts = withoutAtTheEnd(written.trim().split(/ +/).map(partOf));
  const needs = parts.flatMap((part) => needOf(part) ?? []).toSorted((one, other) => one.size - other.size);
  return { id, order, parts, needs, begins: needOf(parts[0]) };
}

/** "~2 !x !y" at the end: neither comes among the next two words. */
function withoutAtTheEnd(parts: readonly Part[]): readonly Part[] {
  const firm = parts.findLastIndex((part) => part.is !== 'not');
  const gap = parts[firm];
  if (gap?.is !== 'gap' || firm === parts.length - 1) return parts;
  const refused = parts.slice(firm + 1).flatMap((part) => (part.is === 'not' ? [part.part] : []));
  return [...parts.slice(0, firm), { is: 'without', most: gap.most, parts: refused }];
}

/** The words with one of which this part begins; undefined when it can be left out or is any word. */
const needOf = (part: Part | undefined): ReadonlyMap<string, unknown> | undefined =>
  part?.is === 'words' && !part.optional && !part.byFirst.has('*') ? part.byFirst : undefined;
const wordsOfPart = (part: Part): string[] => (part.is === 'words' ? [...part.byFirst.values()].flat(2) : []);

function partOf(written: string): Part {
  if (written === '*') return { is: 'any' };
  if (written === '^') return { is: 'begin' };
  if (written === '$') return { is: 'end' };
  if (/^~\d$/.test(written)) return { is: 'gap', most: Number(written.slice(1)) };
  if (written.startsWith('!')) return { is: 'not', part: partOf(written.slice(1)) };
  const optional = written.endsWith('?');
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of phrasesIn(optional ? written.slice(0, -1) : written)) {
    byFirst.set(phrase[0] ?? '', [...(byFirst.get(phrase[0] ?? '') ?? []), phrase]);
  }
  return { is: 'words', byFirst, optional };
}

function phrasesIn(written: string): Phrase[] {
  return written.split('|').flatMap((one) => {
    const name = /^\{(\w+)\}$/.exec(one)?.[1];
    if (name === undefined) return [one.split('_').flatMap((word) => (word === '*' ? [word] : wordsIn(word)))];
    const entries = classes[name];
    if (entries === undefined) throw new Error(`understanding-sayings.json has no class "${name}"`);
    return entries.flatMap((entry) => phrasesIn(entry.replaceAll(' ', '_')));
  });
}

interface Reached {
  readonly at: number;
  readonly letters: number;
}

/** Every place where these parts may end when they begin at `from`. */
function endsOf(
  said: readonly string[],
  clauses: readonly number[],
  from: number,
  parts: readonly Part[],
): readonly Reached[] {
  let places: readonly Reached[] = [{ at: from, letters: 0 }];
  for (const part of parts) {
    places = places.flatMap((place) => stepsFrom(said, clauses, place, part, from));
    if (places.length === 0) return [];
  }
  return places;
}

function stepsFrom(
  said: readonly string[],
  clauses: readonly number[],
  place: Reached,
  part: Part,
  from: number,
): readonly Reached[] {
  const { at, letters } = place;
  if (part.is === 'begin') return at === 0 || clauses[at] !== clauses[at - 1] ? [place] : [];
  if (part.is === 'end') return at > 0 && clauses[at] !== clauses[at - 1] ? [place] : [];
  if (part.is === 'any') return at < said.length ? [{ at: at + 1, letters }] : [];
  if (part.is === 'not') return stepsFrom(said, clauses, place, part.part, from).length === 0 ? [place] : [];
  if (part.is === 'without') {
    const next = Array.from({ length: part.most + 1 }, (_, index) => at + index).filter(
      (one) => one === at || clauses[one] === clauses[at],
    );
    const isThere = next.some((one) =>
      part.parts.some((refused) => stepsFrom(said, clauses, { at: one, letters }, refused, from).length > 0),
    );
    return isThere ? [] : [place];
  }
  if (part.is === 'gap') {
    const steps = [place];
    for (let next = at; next < Math.min(said.length, at + part.most); next += 1) {
      if ((next > from && clauses[next] !== clauses[next - 1]) || negations.has(said[next] ?? '')) break;
      steps.push({ at: next + 1, letters });
    }
    return steps;
  }
  if (at >= said.length) return part.optional ? [place] : [];
  const steps = [...(part.byFirst.get(said[at] ?? '') ?? []), ...(part.byFirst.get('*') ?? [])]
    .filter((phrase) =>
      phrase.every((word, index) => said[at + index] === word || (word === '*' && isOther(said[at + index]))),
    )
    .map((phrase) => ({ at: at + phrase.length, letters: letters + phrase.join('').replace('*', '').length }));
  return part.optional ? [place, ...steps] : steps;
}

/** A slip of the finger, put right: a word that is no word, and near to one that is looked for. */
function respelled(word: string, known: ReadonlyMap<string, readonly string[]>): string {
  const alike = known.get(word[0] ?? '');
  if (alike === undefined || word.length < 4 || ordinary.has(word) || alike.includes(word)) return word;
  return alike.find((meant) => meant.length > 3 && isNear(word, meant)) ?? word;
}

/** The word itself, another ending, or a slip of the finger: "care" is a word of its own, and no slip for "carer". */
export const mayMean = (said: string, meant: string): boolean =>
  isNear(said, meant) && (said === meant || said === `${meant}s` || meant === `${said}s` || !ordinary.has(said));
