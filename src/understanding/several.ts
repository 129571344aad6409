/** Several of the offered options, with "not", "all of them", "everything but", and options that stand alone. */
import sayings from '../../locales/en-GB/understanding-sayings.json' with { type: 'json' };
import { among, asksBack, distinct, idsOf, isAsking, positionsIn, refusedIn } from './choice.ts';
import { comparedSeveral } from './compared.ts';
import { askBack, type Hit, type Stands, standsFor } from './hits.ts';
import { isEither, isLess, isRunTogether } from './joined.ts';
import { type Asked, answer, type Heard, type Reader, type Understood, unclear } from './kinds.ts';
import { toldIn } from './told.ts';
import { isWhole, lengthAt, type Words, withoutFillers } from './words.ts';
import { yesOrNo } from './yes-no.ts';

export const readSeveral: Reader = (heard, question, context, words) =>
  comparedSeveral(readNames(heard, question, context, words), heard, question.id, words);

/** Read by known words. */
const readNames: Reader = (heard, question, context, words) => {
  const ids = idsOf(question, context);
  const stands = standsFor(question, context, words);
  const placed = placedIn(heard, question, ids, words);
  if (placed !== undefined) return kept(placed, question, ids);
  const { hits, read } = toldIn(heard, question, context, words);
  const refused = refusedIn(hits);
  const named = distinct(hits.filter((hit) => !hit.negated)).filter((id) => !refused.includes(id));
  const standing = named.filter((id) => !isAsking(id));
  const withdrawn = withdrawnIn(heard, hits, question.alone);
  const chosen = standing.filter((id) => id !== withdrawn && !isLess(id, standing, heard, hits, question, words));
  const sweeping =
    hits.length === 0 || chosen.length === 0 ? sweep(heard, stands, refused, question, ids, words) : undefined;
  if (sweeping !== undefined) return sweeping;
  if (asksBack(hits, question, words, question.alone)) return among('several_options', ids);
  if (chosen.length > 0 && hasUnread(heard, read, words)) return among('part_unclear', ids);
  if (chosen.length > 1 && (isEither(heard, hits) || isRunTogether(heard, hits, chosen, question, words)))
    return among('several_options', chosen);
  if (chosen.length > 0) return kept(chosen, question, ids);
  if (refused.length > 0)
    return among(
      'only_refused',
      ids.filter((id) => !refused.includes(id)),
    );
  return bySign(heard, stands, ids, words);
};

/** "1 and 3", "the last two": what stands alone at the end is not one of two. */
function placedIn(heard: Heard, question: Asked, ids: readonly string[], words: Words): string[] | undefined {
  const at = (among: readonly string[]) => positionsIn(heard, among.length, words)?.map((place) => among[place] ?? '');
  const placed = at(ids);
  const isMixed =
    placed !== undefined && placed.length > 1 && placed.every((id) => ids.slice(-placed.length).includes(id));
  return isMixed ? at(ids.filter((id) => !question.alone.includes(id))) : placed;
}

/** "Paying the staff and keeping the books", when only one of the two is known: the other half may not be lost. */
function hasUnread(heard: Heard, hits: readonly Hit[], words: Words): boolean {
  const light = [words.phrases('fillers'), words.phrases('glue'), words.phrases('after')];
  const parts: number[][] = [[]];
  heard.tokens.forEach(({ word, clause }, at) => {
    const opens = words.lists.ands.includes(word) || clause !== heard.tokens[at - 1]?.clause;
    if (opens) parts.push([]);
    if (!words.lists.ands.includes(word)) parts.at(-1)?.push(at);
  });
  return parts.some((part) => {
    const first = heard.tokens[part[0] ?? 0]?.word ?? '';
    const isRead = part.some((at) => hits.some((hit) => at >= hit.from && at < hit.to));
    const joined = part[0] === 0 || words.lists.ands.includes(heard.tokens[(part[0] ?? 0) - 1]?.word ?? '');
    if (part.length === 0 || isRead || !joined || isExplained(first, part[0] === 0, words)) return false;
    const said = part.map((at) => heard.tokens[at]?.word ?? '');
    return said.some((word, at) => !passing.has(word) && light.every((phrases) => lengthAt(said, at, phrases) === 0));
  });
}

/** Times of day and the like, which are no further thing that is named. */
const passing: ReadonlySet<string> = new Set([...sayings.passing, ...sayings.times]);

/** "Nothing for me, but my husband needs a rest": what stands alone, with a "but" before all the others. */
function withdrawnIn(heard: Heard, hits: readonly Hit[], alone: readonly string[]): string | undefined {
  const told = hits.filter((hit) => !hit.negated && !isAsking(hit.id));
  const nothing = told.filter((hit) => alone.includes(hit.id));
  const others = told.filter((hit) => !alone.includes(hit.id));
  const but = heard.tokens.findIndex(({ word }) => sayings.contrasts.includes(word));
  const isBefore = nothing.length > 0 && nothing.every((hit) => hit.to <= but);
  return isBefore && others.length > 0 && others.every((hit) => hit.from > but) ? nothing[0]?.id : undefined;
}

/** Does this word open a reason rather than one more thing? "The grandbairns and chapel" begins with a thing. */
const isExplained = (first: string, opens: boolean, words: Words): boolean =>
  words.lists.explaining.includes(first) && !(opens && ['the', 'my'].includes(first));

/** In the order in which they are offered. One that stands alone beside others is asked back, unless it only says "nothing". */
function kept(chosen: readonly string[], question: Asked, ids: readonly string[]): Understood {
  const ordered = ids.filter((id) => chosen.includes(id));
  const alone = ordered.filter((id) => question.alone.includes(id));
  if (alone.length > 0 && ordered.length > 1) return among('alone_with_others', ordered);
  return answer(ordered);
}

function sweep(
  heard: Heard,
  stands: Stands,
  refused: readonly string[],
  question: Asked,
  ids: readonly string[],
  words: Words,
): Understood | undefined {
  const said = heard.tokens.map((token) => token.word);
  const fillers = words.phrases('fillers');
  if (refused.length === 0 && stands.none !== undefined && isWhole(said, words.phrases('none'), fillers))
    return one(stands.none, ids);
  if (stands.unsure !== undefined && isWhole(said, words.phrases('dontKnow'), fillers)) return one(stands.unsure, ids);
  const isAllBut = refused.length > 0 && allBut(said, words);
  const isAll = isAllBut || isWhole(said, words.phrases('all'), fillers);
  const isBoth = isWhole(said, words.phrases('both'), fillers);
  if (!isAll && !isBoth) return undefined;
  if (stands.all !== undefined && refused.length === 0) return one(stands.all, ids);
  const real = ids.filter((id) => !question.alone.includes(id) && !refused.includes(id));
  // Whoever says what to leave out means the others.
  if (isAllBut) return answer(real.filter((id) => id !== 'other'));
  // A long list ticked whole is seldom meant, and "other" never is.
  if (real.length > 4 || real.includes('other') || (isBoth && real.length !== 2)) return among('all_of_them', real);
  return answer(real);
}

/** "Everything except remembering". */
const allBut = (said: readonly string[], words: Words): boolean => {
  const bare = withoutFillers(said, words.phrases('fillers'));
  const length = lengthAt(bare, 0, words.phrases('all'));
  const excepts =
    sayings.contrasts.includes(bare[length] ?? '') || lengthAt(bare, length, words.phrases('exceptions')) > 0;
  return length > 0 && excepts;
};

/** The option alone, or the question back when the words fit several. */
const one = (id: string, ids: readonly string[]): Understood =>
  id === askBack ? among('several_options', ids) : answer([id]);

function bySign(heard: Heard, stands: Stands, ids: readonly string[], words: Words): Understood {
  const sign = yesOrNo(heard, words);
  if (sign === false && stands.no !== undefined) return one(stands.no, ids);
  if (sign === false && stands.none !== undefined) return one(stands.none, ids);
  if (sign === true && stands.yes !== undefined) return one(stands.yes, ids);
  if (sign === true || sign === 'both') return among('yes_to_which', ids);
  return unclear('no_option');
}
