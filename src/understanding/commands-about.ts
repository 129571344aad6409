/** Commands that name what they are about: a part of the plan, a word of the glossary, a section. */
import glossary from '../../locales/en-GB/glossary.json' with { type: 'json' };
import { questionsNamed } from './answers-named.ts';
import { type CommandSaid, opened } from './command-said.ts';
import type { Asked } from './kinds.ts';
import { plain, tidied, tokensOf, wordsIn } from './plain.ts';
import { lengthAt, type Phrases, phrasesOf, type Words, withoutFillers } from './words.ts';

/** Only behind a part of the plan: "change my goal to ...", not "I need to change to ...". */
export function withNewWords(said: CommandSaid, text: string, words: Words): CommandSaid {
  if (said.command !== 'change') return said;
  const wordsBefore = (end: number) =>
    tokensOf(plain(text.slice(0, end)), words.turns)
      .map(({ word }) => word)
      .join(' ');
  const joins = [...tidied(text).matchAll(beginningOf(words))];
  const join = joins.find(({ index }) => isPartOfPlan(wordsBefore(index), words));
  const swap = join === undefined ? swapIn(text, words) : undefined;
  if (swap !== undefined) return { ...said, ...swap };
  const to = join === undefined ? '' : text.slice(join.index + join[0].length).replace(insteadOf(words), '');
  return join === undefined || to.trim() === '' ? said : { ...said, about: wordsBefore(join.index), to: to.trim() };
}

/** "Put my sister instead of my brother": what is there, and what is to be there. */
function swapIn(text: string, words: Words): { about: string; to: string; swaps: true } | undefined {
  const patterns = words.made('swaps', () => words.lists.swaps.map((one) => new RegExp(`(?<!\\p{L})${one}$`, 'iu')));
  const groups = patterns
    .map((pattern) => pattern.exec(tidied(text))?.groups)
    .find((found) => found?.new !== undefined && found.old !== undefined);
  return groups?.new === undefined || groups.old === undefined
    ? undefined
    : { about: groups.old.toLowerCase(), to: groups.new, swaps: true };
}

const terms = new Set(
  Object.values(glossary.glossary).flatMap((entry) =>
    [entry.term, ...('also' in entry ? entry.also.split('|') : [])].map((term) => wordsIn(term).join(' ')),
  ),
);

/** The word of the glossary that stands in a message. */
export function termWithin(said: readonly string[]): CommandSaid | undefined {
  const all = ` ${said.join(' ')} `;
  const about = [...terms]
    .filter((term) => all.includes(` ${term} `))
    .sort((one, other) => other.length - one.length)[0];
  return about === undefined ? undefined : { command: 'glossary', about };
}

/** A word of the glossary that is asked about, named before or after: "direct payment, what's that". */
export function termIn(
  said: readonly string[],
  bare: readonly string[],
  question: Asked,
  words: Words,
): CommandSaid | undefined {
  const that = words.phrases('whatIsThat');
  const asked: Readonly<Record<string, string>> = words.lists.termsAsked;
  const term = asked[question.id];
  if (term !== undefined && that.exact.has(bare.join(' '))) return { command: 'glossary', about: term };
  const rest =
    opened(said, words.lists.openings.glossary, 'glossary', words) ??
    opened(bare, words.lists.openings.glossary, 'glossary', words);
  const ends = words.made('glossary ends', () => phrasesOf([...words.lists.closings.glossary, ...words.lists.after]));
  const begins = words.made('articles', () => phrasesOf(words.lists.articles));
  const named = [rest, untilWhat(said, that)].map((part) =>
    part === undefined ? '' : withoutFillers(part, begins, ends).join(' '),
  );
  const about = named.find((one) => terms.has(one));
  return about === undefined ? undefined : { command: 'glossary', about };
}

/** What stands before "what's that when it's at home". */
function untilWhat(said: readonly string[], that: Phrases): readonly string[] | undefined {
  const at = said.findIndex((_, index) => index > 0 && lengthAt(said, index, that) > 0);
  return at > 0 && at < 5 ? said.slice(0, at) : undefined;
}

const beginningOf = (words: Words): RegExp =>
  words.made('new words begin', () => new RegExp(` (?:${words.lists.newWordsBegin.join('|')}) (?=\\S)`, 'giu'));

export function changeIn(said: readonly string[], bare: readonly string[], words: Words): CommandSaid | undefined {
  const { openings, closings, mine } = words.lists;
  const takenOut = opened(bare, openings.takeOut, 'take out', words);
  if (takenOut !== undefined) {
    const ending = closings.takeOut.find((end) => ` ${takenOut.join(' ')}`.endsWith(` ${end}`));
    const about = ending === undefined ? '' : takenOut.slice(0, -ending.split(' ').length).join(' ');
    if (about !== '') return { command: 'change', about, out: true };
  }
  const rest = opened(said, openings.change, 'change', words) ?? opened(bare, openings.change, 'change', words);
  if (rest === undefined) return undefined;
  const isMine =
    lengthAt(
      rest,
      0,
      words.made('mine', () => phrasesOf(mine)),
    ) > 0;
  if (!isMine && questionsNamed(rest.join(' ')).length === 0) return undefined;
  const isOut = opened(bare, words.lists.takingOut, 'taking out', words) !== undefined;
  return { command: 'change', about: rest.join(' '), ...(isOut ? { out: true } : {}) };
}

export const isPartOfPlan = (about: string, words: Words): boolean => {
  const said = about.split(' ');
  const parts = words.phrases('partsOfPlan');
  return questionsNamed(about).length > 0 || said.some((_, index) => lengthAt(said, index, parts) > 0);
};

export function glossaryIn(
  said: readonly string[],
  bare: readonly string[],
  text: string,
  words: Words,
): CommandSaid | undefined {
  const { openings, closings, articles, notGlossary } = words.lists;
  const rest = opened(said, openings.glossary, 'glossary', words) ?? opened(bare, openings.glossary, 'glossary', words);
  if (rest === undefined || rest.length > 9) return undefined;
  const ends = words.made('glossary ends', () => phrasesOf([...closings.glossary, ...words.lists.after]));
  const begins = words.made('articles', () => phrasesOf(articles));
  const about = withoutFillers(rest, begins, ends).join(' ');
  const unusual = notGlossary.some((one) => about === one || about.startsWith(`${one} `));
  const isQuestion = /\?\s*$/.test(text) || about.split(' ').length <= 4;
  return unusual || !isQuestion ? undefined : { command: 'glossary', about };
}

export function moreIn(bare: readonly string[], question: Asked, words: Words): CommandSaid | undefined {
  const rest = opened(bare, words.lists.openings.more, 'more', words);
  if (rest === undefined || rest.length > 8) return undefined;
  const sections = words.phrases('sectionWords');
  if (!rest.some((_, at) => lengthAt(rest, at, sections) > 0)) return undefined;
  // "Go to lunch club and see my sister" is an answer; "go to the bit about money" is all of the talk.
  const light = [sections, words.phrases('glue'), words.phrases('about'), words.phrases('articles')];
  const isOpen = question.kind === 'free_text' && lengthAt(bare, 0, words.phrases('goingTo')) > 0;
  if (isOpen && !rest.every((_, at) => light.some((phrases) => lengthAt(rest, at, phrases) > 0))) return undefined;
  const begins = words.made('articles', () => phrasesOf(words.lists.articles));
  return { command: 'more', about: withoutFillers(rest, begins).join(' ') };
}

/** "... not Shelia": what it is not. */
const insteadOf = (words: Words): RegExp =>
  words.made('not that', () => new RegExp(`,? (?:${words.lists.insteadOf.join('|')}) .*$`, 'iu'));
