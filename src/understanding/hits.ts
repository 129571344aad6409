/** Finds offered options in a message: their words in any place, with slips of the finger, and whether "not" stands before them. */
import synonyms from '../../locales/en-GB/understanding-options.json' with { type: 'json' };
import sayings from '../../locales/en-GB/understanding-sayings.json' with { type: 'json' };
import type { Asked, Context, Heard, OptionWords } from './kinds.ts';
import { wordsIn } from './plain.ts';
import { type Hit, isNegated, type Stands } from './refused.ts';
import { mayMean, type Said, sayingsIn } from './sayings.ts';
import { lengthAt, standsAt, type Words } from './words.ts';

export type { Hit, Stands } from './refused.ts';

interface Phrased {
  readonly id: string;
  readonly phrase: readonly string[];
  readonly letters: number;
}

type Synonyms = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
const table: Synonyms = synonyms;
const more: Readonly<Record<string, readonly string[]>> = sayings.more;
const marks = { '=yes': 'yes', '=no': 'no', '=unsure': 'unsure', '=none': 'none', '=all': 'all' } as const;
const isMark = (words: string): words is keyof typeof marks => Object.hasOwn(marks, words);

const optionIds = (question: Asked, context: Context): readonly string[] =>
  context.options.length > 0 ? context.options.map((option) => option.id) : question.options;

const synonymsFor = (question: Asked, id: string): readonly string[] => [
  ...(table[question.id]?.[id] ?? []),
  ...(table['*']?.[id] ?? []),
];

/** The synonyms of an option as words, worked out once; what is only a sign ("yes") is not among them. */
const phrasedSynonyms = (question: Asked, id: string, words: Words): readonly Phrased[] =>
  words.made(`synonyms ${question.id} ${id}`, () =>
    phrasedOf(
      id,
      synonymsFor(question, id).filter((said) => id === askBack || signOf(said, words) === undefined),
    ),
  );

/** The pretended option of words that fit several options alike: they are asked back, unless something says more. */
export const askBack = '?';
/** The same for words that are asked back whatever else is named. */
export const askAnyway = '??';
/** What is told beside the answer and names no option: "I understand everything" where it is asked what is hard. */
export const besides = '-';

/** Options that say more than another one: "me, with my daughter" is more than "me". */
export const saysMore = (question: Asked, id: string, than: string): boolean =>
  (table[question.id]?.['>']?.includes(`${id} > ${than}`) || more[question.id]?.includes(`${id} > ${than}`)) ?? false;

/** Which options a plain yes, no and so on stand for. */
export const standsFor = (question: Asked, context: Context, words: Words): Stands =>
  madeFor(question, context, words).stands;

/** Made of the same options only once: where they are fixed, the same list comes at every message. */
const made = new WeakMap<readonly OptionWords[], Map<string, Made>>();
interface Made {
  readonly ids: readonly string[];
  readonly stands: Stands;
  readonly phrased: readonly Phrased[];
}

function madeFor(question: Asked, context: Context, words: Words): Made {
  const here = made.get(context.options) ?? new Map<string, Made>();
  made.set(context.options, here);
  const name = `${context.lang} ${question.id}`;
  const known = here.get(name);
  if (known !== undefined) return known;
  const fresh = {
    ids: optionIds(question, context),
    stands: findStands(question, context, words),
    phrased: findPhrases(question, context, words),
  };
  here.set(name, fresh);
  return fresh;
}

function findStands(question: Asked, context: Context, words: Words): Stands {
  const stands: Record<string, string> = {};
  const labels = new Map(context.options.map((option) => [option.id, option.words]));
  const ids = optionIds(question, context);
  for (const id of [askBack, ...ids.filter((one) => one === 'unsure'), ...ids]) {
    if (id === 'unsure') stands.unsure ??= id;
    for (const said of synonymsFor(question, id)) if (isMark(said)) stands[marks[said]] ??= id;
    for (const said of labels.get(id) ?? []) {
      const sign = signOf(said, words);
      if (sign !== undefined) stands[sign] ??= id;
    }
  }
  return stands;
}

/** A label or synonym that is only "yes", "no" or "not sure" is a sign, not a name: a more telling word beside it wins. */
function signOf(said: string, words: Words): keyof Stands | undefined {
  const joined = wordsIn(said).join(' ');
  const { signWords } = words.lists;
  return (['yes', 'no', 'unsure'] as const).find((sign) => signWords[sign].includes(joined));
}

/** Every option that is named, longest phrases first, no word used twice; in the order of the message. */
export const hitsIn = (heard: Heard, question: Asked, context: Context, words: Words): Hit[] =>
  named(
    heard,
    phrasesFor(question, context, words),
    sayingsIn(heard, question.id, madeFor(question, context, words).ids, words),
    standsFor(question, context, words),
    words,
    // Where it is asked what is hard, "I can't remember" names it.
    sayings.hardships.includes(question.id),
  );

/** The same among options that belong to no question. */
export const hitsAmong = (heard: Heard, options: readonly OptionWords[], words: Words): Hit[] =>
  named(
    heard,
    options.flatMap(({ id, words: phrases }) => phrasedOf(id, phrases)),
    [],
    {},
    words,
  );

function named(
  heard: Heard,
  phrased: readonly Phrased[],
  told: readonly Said[],
  stands: Stands,
  words: Words,
  mayLack = false,
): Hit[] {
  const said = heard.tokens.map((token) => token.word);
  const places = lettersOf(said);
  const found: Hit[] = [
    ...phrased.flatMap((one) => placesOf(one, said, places)),
    ...told.map((one) => ({ ...one, exact: true, negated: false, first: said[one.from] ?? '', loose: true as const })),
  ];
  found.sort(
    (one, other) =>
      Number(other.exact) - Number(one.exact) ||
      other.letters - one.letters ||
      one.from - other.from ||
      other.to - one.to,
  );
  const taken = new Set<number>();
  const hits: Hit[] = [];
  for (const place of found) {
    const used = Array.from({ length: place.to - place.from }, (_, index) => place.from + index);
    const twin = hits.some(
      (hit) =>
        hit.from === place.from && hit.to === place.to && hit.letters === place.letters && hit.exact && place.exact,
    );
    if (used.some((index) => taken.has(index)) && !twin) continue;
    for (const index of used) taken.add(index);
    hits.push(place);
  }
  const meant = afterCorrection(hits, said, words);
  return meant.hits
    .filter((hit) => !isWeak(hit, heard, said, taken, words) && (mayLack || !isBeyond(hit, said, heard, words)))
    .toSorted((one, other) => one.from - other.from)
    .map((hit) => ({ ...hit, negated: isNegated(heard, said, hit, meant.from, taken, stands, words) }));
}

/** "Audio, no, I mean braille": what stands after the last correction is meant, and its "no" refuses nothing. */
function afterCorrection(hits: readonly Hit[], said: readonly string[], words: Words) {
  for (let at = said.length - 1; at > 0; at -= 1) {
    const from = at + lengthAt(said, at, words.phrases('corrections'));
    const after = from === at ? [] : hits.filter((hit) => hit.from >= from);
    if (after.length > 0) return { hits: after, from };
  }
  return { hits, from: 0 };
}

/** "Me" in a long sentence names nobody: a tiny word counts only when nothing else of weight is said. */
function isWeak(hit: Hit, heard: Heard, said: readonly string[], taken: ReadonlySet<number>, words: Words): boolean {
  if (hit.to - hit.from > 1 || !words.phrases('weakWords').exact.has(said[hit.from] ?? '')) return false;
  // "Me, maybe with my daughter": it opens the message and stands for itself.
  const next = heard.tokens[hit.to];
  const opens =
    hit.from === 0 &&
    (next === undefined ||
      next.clause !== heard.tokens[0]?.clause ||
      words.lists.joins.includes(next.word) ||
      words.lists.mostly.includes(next.word) ||
      lengthAt(said, hit.to, words.phrases('fillers')) === said.length - hit.to);
  if (opens) return false;
  const light = [words.phrases('fillers'), words.phrases('glue'), words.phrases('after')];
  return said.some((_, at) => !taken.has(at) && light.every((phrases) => lengthAt(said, at, phrases) === 0));
}

/** "I can't do paperwork" neither names records nor refuses them. */
function isBeyond(hit: Hit, said: readonly string[], heard: Heard, words: Words): boolean {
  for (let index = hit.from - 1; index >= Math.max(0, hit.from - 3); index -= 1) {
    if (heard.tokens[index]?.clause !== heard.tokens[hit.from]?.clause) return false;
    const length = lengthAt(said, index, words.phrases('inability'));
    if (length > 0 && index + length <= hit.from) return true;
  }
  return false;
}

const phrasedOf = (id: string, phrases: readonly string[]): Phrased[] =>
  phrases
    .filter((phrase) => !isMark(phrase))
    .map((said) => wordsIn(said))
    .map((phrase) => ({ id, phrase, letters: phrase.join('').length }))
    .filter((one) => one.phrase.length > 0);

const phrasesFor = (question: Asked, context: Context, words: Words): readonly Phrased[] =>
  madeFor(question, context, words).phrased;

function findPhrases(question: Asked, context: Context, words: Words): Phrased[] {
  const labels = new Map(context.options.map((option) => [option.id, option.words]));
  return [askBack, ...optionIds(question, context)].flatMap((id) => [
    ...phrasedOf(
      id,
      (labels.get(id) ?? []).filter((said) => signOf(said, words) === undefined),
    ),
    ...phrasedSynonyms(question, id, words),
  ]);
}

/** Only a word that begins alike can be meant: where the words of the message stand, by their first letter. */
function lettersOf(said: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, word] of said.entries()) {
    const known = places.get(word[0] ?? '');
    if (known === undefined) places.set(word[0] ?? '', [at]);
    else known.push(at);
  }
  return places;
}

function placesOf(
  { id, phrase, letters }: Phrased,
  said: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
): readonly Hit[] {
  const first = phrase[0] ?? '';
  const begins = places.get(first[0] ?? '');
  if (begins === undefined) return [];
  const found: Hit[] = [];
  for (const from of begins) {
    if (from + phrase.length > said.length) break;
    const exact = standsAt(said, from, phrase);
    if (!exact && !phrase.every((word, index) => mayMean(said[from + index] ?? '', word))) continue;
    found.push({ id, from, to: from + phrase.length, letters, exact, negated: false, first });
  }
  return found;
}
