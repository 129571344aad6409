/** Whether two options stand in one breath, or are joined as two things: "home and family". */
import sayings from '../../locales/en-GB/understanding-sayings.json' with { type: 'json' };
import { askAnyway, askBack, type Hit, saysMore } from './hits.ts';
import type { Asked, Heard } from './kinds.ts';
import type { Words } from './words.ts';

/** "Large print or audio": one of the two, but which? */
export const isEither = (heard: Heard, hits: readonly Hit[]): boolean => {
  const named = hits.filter((hit) => !hit.negated && hit.id !== askBack && hit.id !== askAnyway);
  return named.some((hit, at) => {
    const next = named[at + 1];
    return (
      next !== undefined &&
      next.id !== hit.id &&
      heard.tokens.slice(hit.to, next.from).some(({ word }) => word === 'or')
    );
  });
};

/** "Going to mass is what keeps me going": two options in one breath, with nothing to join them, are seldom two things. */
export function isRunTogether(
  heard: Heard,
  hits: readonly Hit[],
  chosen: readonly string[],
  question: Asked,
  words: Words,
): boolean {
  const ids = chosen.filter((id) => !qualifies(question, id));
  return ids.some((one) => ids.some((other) => one !== other && isOneBreath(heard, hits, one, other, words)));
}

/** Is another one the fuller name of this? Where they are joined both are meant, unless this one stands alone. */
export const isLess = (
  id: string,
  others: readonly string[],
  heard: Heard,
  hits: readonly Hit[],
  question: Asked,
  words: Words,
): boolean =>
  others.some(
    (other) =>
      saysMore(question, other, id) && (question.alone.includes(id) || isOneBreath(heard, hits, other, id, words)),
  );

/** Every place of the one is in one breath with a place of the other. */
function isOneBreath(heard: Heard, hits: readonly Hit[], one: string, other: string, words: Words): boolean {
  const places = (id: string) => hits.filter((hit) => hit.id === id && !hit.negated);
  return places(one).every((hit) =>
    places(other).every((next) => {
      const [first, second] = hit.from < next.from ? [hit, next] : [next, hit];
      if (second.from < first.to) return false;
      const clause = heard.tokens[second.from]?.clause;
      const last = heard.tokens[first.to - 1]?.word ?? '';
      const between = heard.tokens.slice(first.to, second.from + 1);
      const isJoined =
        words.lists.ands.includes(last) || between.some((token) => words.lists.joins.includes(token.word));
      return !isJoined && heard.tokens[first.to - 1]?.clause === clause;
    }),
  );
}

/** "A woman who speaks Arabic": what is said of another option needs nothing to join it. */
const qualifies = (question: Asked, id: string): boolean => qualifying[question.id]?.includes(id) ?? false;
const qualifying: Readonly<Record<string, readonly string[]>> = sayings.qualifying;
