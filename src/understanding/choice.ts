/** One of the offered options. A wrong choice is worse than asking again. */
import sayings from '../../locales/en-GB/understanding-sayings.json' with { type: 'json' };
import { compared } from './compared.ts';
import { askAnyway, askBack, type Hit, type Stands, saysMore, standsFor } from './hits.ts';
import { type Asked, answer, type Context, type Heard, type Reader, type Understood, unclear, which } from './kinds.ts';
import { isMostlyUnread, toldIn } from './told.ts';
import { isWhole, lengthAt, type Words, withoutFillers } from './words.ts';
import { yesOrNo } from './yes-no.ts';

export const readChoice: Reader = (heard, question, context, words) =>
  compared(readWords(heard, question, context, words), heard, question.id, words, (id) => id);

const readWords: Reader = (heard, question, context, words) => {
  const ids = idsOf(question, context);
  const stands = standsFor(question, context, words);
  const counted = positionsIn(heard, ids.length, words);
  if (counted?.length === 1) return answer(ids[counted[0] ?? 0]);
  const { hits, read } = toldIn(heard, question, context, words);
  const plainly = plainWord(heard, stands, hits, words);
  if (plainly !== undefined) return chosenOr(plainly, ids);
  const named = distinct(hits.filter((hit) => !hit.negated));
  const refused = refusedIn(hits);
  const standing = named.filter((id) => !refused.includes(id) && !isAsking(id));
  // "This or that" leaves it open, however much more the one says.
  const isEither = heard.tokens.some(({ word }) => words.lists.either.includes(word));
  const told = isEither ? standing : standing.filter((id) => !standing.some((other) => saysMore(question, other, id)));
  if (stands.unsure !== undefined && isDoubted(heard, hits, words)) return chosenOr(stands.unsure, ids);
  if (asksBack(hits, question, words) || isHesitant(heard, hits, stands, words))
    return among('several_options', told.length > 1 ? told : ids);
  // "Yes, but my son helps me": what is more than a plain yes or no tells more.
  const telling = told.filter((id) => id !== stands.yes && id !== stands.no && id !== stands.unsure);
  if (telling.length > 1) return among('several_options', told);
  if (told.length > 0 && isMostlyUnread(heard, read, words)) return among('part_unclear', told.length > 1 ? told : ids);
  if (telling.length === 1) return answer(telling[0]);
  const [only] = told;
  if (told.length === 1 && only !== undefined) return shaded(only, heard, hits, stands, ids, words);
  if (told.length > 1) return among('several_options', told);
  // "I put 2019 instead of 1947": what is both named and refused is not simply the other one.
  const left = named.some((id) => refused.includes(id)) ? ids : ids.filter((id) => !refused.includes(id));
  return bySign(heard, stands, ids, left, words);
};

/** Words that fit several options, and nothing that says more. */
export function asksBack(hits: readonly Hit[], question: Asked, words: Words, alone: readonly string[] = []): boolean {
  const back = hits.filter((hit) => isAsking(hit.id) && !hit.negated);
  const told = hits.filter((hit) => !isAsking(hit.id) && !hit.negated);
  if (back.length === 0) return false;
  if (back.some((hit) => hit.id === askAnyway)) return true;
  // A way of saying is less sure than words that are known to fit several.
  const isMore = told.some((hit) => saysMore(question, hit.id, askBack));
  if (told.every((hit) => hit.loose) && back.some((hit) => !hit.loose) && !isMore) return true;
  const isTie = told.some((hit) => back.some((one) => one.from === hit.from && one.to === hit.to));
  const isQuestion = back.some((hit) => hit.from === 0 && words.lists.questionWords.includes(hit.first));
  return isTie || isQuestion || told.every((hit) => alone.includes(hit.id));
}

/** "Don't know really, the council does it": what hesitates at once, with nothing sure behind it, is asked back. */
function isHesitant(heard: Heard, hits: readonly Hit[], stands: Stands, words: Words): boolean {
  const told = hits.filter((hit) => !hit.negated && hit.id !== stands.unsure);
  const said = heard.tokens.map((token) => token.word);
  return (
    told.length > 0 &&
    told.every((hit) => hit.loose) &&
    [0, 1, 2].some(
      (at) => lengthAt(said, at, words.phrases('dontKnow')) > 1 && hits.every((hit) => at < hit.from || at >= hit.to),
    )
  );
}

/** "Not sure if it's the council or who": an option that is only wondered about. */
function isDoubted(heard: Heard, hits: readonly Hit[], words: Words): boolean {
  const said = heard.tokens.map((token) => token.word);
  return [0, 1, 2].some((at) => {
    const end = at + lengthAt(said, at, words.phrases('dontKnow'));
    const clause = heard.tokens[end]?.clause;
    return (
      end > at + 1 &&
      sayings.doubting.includes(said[end] ?? '') &&
      hits.every((hit) => hit.from >= at && heard.tokens[hit.from]?.clause === clause)
    );
  });
}

/** Is this no option, but one of the two that ask back? */
export const isAsking = (id: string): boolean => id === askBack || id === askAnyway;

/** The ids that are refused: the last word about one counts. */
export const refusedIn = (hits: readonly Hit[]): string[] =>
  distinct(hits.filter((hit) => hit.negated && hits.findLast((one) => one.id === hit.id) === hit));

/** "She can, but not ..." where there are shades between yes and no. */
function shaded(
  id: string,
  heard: Heard,
  hits: readonly Hit[],
  stands: Stands,
  ids: readonly string[],
  words: Words,
): Understood {
  const shades = ids.filter((one) => one !== stands.yes && one !== stands.no && one !== stands.unsure);
  const isSign = id === stands.yes || id === stands.no;
  // "Not told her, she'd only worry": it was named, in a way that says "not" itself.
  const isNamed = hits.some((hit) => hit.loose && hit.id === id && words.phrases('negators').exact.has(hit.first));
  return isSign && !isNamed && shades.length > 0 && isShaded(heard, hits, words)
    ? among('yes_or_no', ids)
    : chosenOr(id, ids);
}

/** The option, or the question back when the words fit several. */
const chosenOr = (id: string, ids: readonly string[]): Understood =>
  id === askBack ? among('several_options', ids) : answer(id);

export const idsOf = (question: Asked, context: Context): readonly string[] =>
  context.options.length > 0 ? context.options.map((option) => option.id) : question.options;

export const among = (why: string, ids: readonly string[]): Understood =>
  which(
    why,
    ids.map((id) => ({ id, value: id })),
  );

export const distinct = (hits: readonly Hit[]): string[] => [...new Set(hits.map((hit) => hit.id))];

/** The whole message is a plain yes, no, "don't know" or "none", and the question has an option for that. */
function plainWord(heard: Heard, stands: Stands, hits: readonly Hit[], words: Words): string | undefined {
  const said = heard.tokens.map((token) => token.word);
  const fillers = words.phrases('fillers');
  const isUsed = hits.some((hit) => hit.to - hit.from === said.length);
  if (isUsed) return undefined;
  if (stands.unsure !== undefined && isWhole(said, words.phrases('dontKnow'), fillers)) return stands.unsure;
  if (hits.length > 0) return undefined;
  if (stands.no !== undefined && words.phrases('no').exact.has(said.join(' '))) return stands.no;
  if (stands.none !== undefined && isWhole(said, words.phrases('none'), fillers)) return stands.none;
  if (stands.all !== undefined && isWhole(said, words.phrases('all'), fillers)) return stands.all;
  return undefined;
}

function bySign(
  heard: Heard,
  stands: Stands,
  ids: readonly string[],
  left: readonly string[],
  words: Words,
): Understood {
  const isRefusing = left.length < ids.length;
  if (isRefusing && left.length === 1) return answer(left[0]);
  const sign = yesOrNo(heard, words);
  if (sign === undefined) return unclear('no_option');
  const meant = sign === true ? stands.yes : sign === false ? stands.no : undefined;
  if (meant === undefined || (sign === true && isRefusing)) return among('yes_or_no', left);
  return shaded(meant, heard, [], stands, ids, words);
}

function isShaded(heard: Heard, hits: readonly Hit[], words: Words): boolean {
  const said = heard.tokens.map((token) => token.word);
  const isUsed = (at: number) => hits.some((hit) => at >= hit.from && at < hit.to);
  return said.some((_, at) => !isUsed(at) && lengthAt(said, at, words.phrases('shades')) > 0);
}

/** "The second one", "2", "b", "last one", "first two", "1 and 3": positions from 0, or undefined when the message is not about positions. */
export function positionsIn(heard: Heard, count: number, words: Words): number[] | undefined {
  const { ordinals } = words.lists;
  const frames = words.phrases('ordinalFrames');
  const bare = withoutFillers(
    heard.tokens.map((token) => token.word),
    words.phrases('fillers'),
  ).filter((word) => !frames.exact.has(word));
  const numbers: Readonly<Record<string, number>> = words.lists.numbers;
  const places: Readonly<Record<string, number>> = ordinals;
  const [first, second] = bare;
  if (bare.length === 2 && first !== undefined && [1, -1].includes(places[first] ?? 0)) {
    const many = numbers[second ?? ''] ?? Number(second);
    const from = places[first] === 1 ? 0 : count - many;
    if (many >= 2 && many <= count) return Array.from({ length: many }, (_, index) => from + index);
  }
  const joins = new Set(words.lists.joins);
  const positions: number[] = [];
  for (const word of bare.filter((one) => !joins.has(one))) {
    const place = places[word] ?? numbers[word] ?? (/^\d{1,2}$/.test(word) ? Number(word) : letterPlace(word, bare));
    if (place === undefined || place === 0 || place > count) return undefined;
    positions.push(place < 0 ? count + place : place - 1);
  }
  return positions.length === 0 ? undefined : [...new Set(positions)];
}

const letterPlace = (word: string, bare: readonly string[]): number | undefined =>
  bare.length === 1 && /^[a-h]$/.test(word) ? word.charCodeAt(0) - 96 : undefined;
