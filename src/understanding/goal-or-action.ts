/** Tells something to do from something to reach, so that the coach asks what it would bring. When in doubt it is a goal. */
import type { Heard } from './kinds.ts';
import { lengthAt, phrasesOf, type Words, withoutFillers } from './words.ts';

export function readsAsActionIn(heard: Heard, words: Words): boolean {
  const { goals } = words.lists;
  const openings = words.made('goal openings', () => phrasesOf(goals.openings));
  const said = withoutFillers(
    heard.tokens.map((token) => token.word),
    openings,
    words.phrases('after'),
  );
  const has = (name: string, list: readonly string[]) => {
    const phrases = words.made(`goal ${name}`, () => phrasesOf(list));
    return said.some((_, index) => lengthAt(said, index, phrases) > 0);
  };
  // A state, a change or keeping things as they are makes it a goal, whatever it begins with: "get back to work".
  if (has('states', goals.states)) return false;
  const begins =
    lengthAt(
      said,
      0,
      words.made('goal verbs', () => phrasesOf(goals.doing)),
    ) > 0;
  const named = has('things', goals.things);
  return begins || (named && said.length <= 6);
}
