/** The words of one piece of a message about people: which may be a name, and which say what somebody is to the person. */
import common from '../../locales/en-GB/common-words.json' with { type: 'json' };
import { isNear } from './near.ts';
import { lengthAt, type Words } from './words.ts';

/** A word as typed, and as it is matched. */
export interface Word {
  /** As typed. */
  readonly typed: string;
  readonly word: string;
}

/** The words of a piece, thirty at most. */
export const wordsOfPiece = (text: string): Word[] =>
  (text.match(/[\p{L}\p{M}\p{N}'-]+|¶/gu) ?? [])
    .slice(0, 30)
    .map((typed) => ({ typed, word: typed.replaceAll("'", '').toLowerCase() }));
/** As they are matched. */
export const plainOf = (said: readonly Word[]): string[] => said.map(({ word }) => word);
/** As they were typed. */
export const typedOf = (said: readonly Word[]): string => said.map(({ typed }) => typed).join(' ');
/** Was it typed with a capital? */
export const isCapital = (word: Word | undefined): boolean => /^\p{Lu}/u.test(word?.typed ?? '');

/** The words of a name at the beginning: capitals while there are capitals, otherwise at most two words. */
export function nameFrom(said: readonly Word[], words: Words): Word[] {
  const name: Word[] = [];
  for (const word of said) {
    if (isStop(word, words) || name.length === 3) break;
    if (isCapital(name[0]) ? !isCapital(word) : name.length === 2) break;
    name.push(word);
  }
  return name;
}

/** What cannot be part of a name: a number, a verb, an ordinary word of the language. "Grace" and "Mark" can. */
export const isStop = (word: Word | undefined, words: Words): boolean =>
  word === undefined ||
  word.word === '¶' ||
  /\d/.test(word.word) ||
  /'(?:ve|re|ll|d|m|t)$/i.test(word.typed) ||
  words.phrases('personVerbs').exact.has(word.word) ||
  words.phrases('notNames').exact.has(word.word) ||
  ordinary.has(word.word);

const ordinary: ReadonlySet<string> = new Set(Object.values(common.words).flatMap((list) => list.split(' ')));

/** "My husband's brother": the brother. */
export function lastOfOwners(said: readonly Word[], words: Words): number {
  const plain = plainOf(said);
  let at = plain.findIndex((_, index) => linkAt(plain, index, words) !== undefined);
  for (let link = at < 0 ? undefined : linkAt(plain, at, words); link !== undefined; ) {
    const next = at + link.length;
    const owner = said.findIndex(
      (word, index) => index >= next && index < next + 2 && isCapital(word) && /'s$/.test(word.typed),
    );
    const beyond = owner < 0 ? undefined : linkAt(plain, owner + 1, words);
    if (beyond !== undefined) return owner + 1;
    const owns = /s$/.test(said[next - 1]?.typed ?? '') && !link.phrase.endsWith('s');
    link = owns ? linkAt(plain, next, words) : undefined;
    if (link !== undefined) at = next;
  }
  return at;
}

/** What somebody is to the person, if it is said at this word. */
export function linkAt(
  plain: readonly string[],
  at: number,
  words: Words,
): { readonly length: number; readonly phrase: string } | undefined {
  const links = words.phrases('personLinks');
  const exact = lengthAt(plain, at, links);
  if (exact > 0) return { length: exact, phrase: plain.slice(at, at + exact).join(' ') };
  const word = (plain[at] ?? '').replace(/s$/, '');
  // "My wifes help": a possessive; and slips in long words only.
  if (word.length > 3 && word !== plain[at] && links.exact.has(word)) return { length: 1, phrase: word };
  const near =
    word.length < 6
      ? undefined
      : links.all.find(
          (phrase) => phrase.length === 1 && (phrase[0] ?? '').length >= 6 && isNear(word, phrase[0] ?? ''),
        );
  return near === undefined ? undefined : { length: 1, phrase: near[0] ?? '' };
}
