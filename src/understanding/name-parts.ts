/** The words of a message about people: which may be a name, and which say what somebody is to the person. */
import common from '../../locales/en-GB/common-words.json' with { type: 'json' };
import { isNear } from './near.ts';
import { isFirstName, peoplePhrases } from './people-words.ts';
import { lengthAt, type Words } from './words.ts';

/** A word as typed, and as it is matched. */
export interface Word {
  /** As typed. */
  readonly typed: string;
  readonly word: string;
  /** What stood before it: a comma, a dash or a bracket may mean the same person again. */
  readonly gap: string;
}

/** The words of a message, with the marks that part them; the marks of numbers and addresses are words too. */
export function wordsOfPeople(text: string): Word[] {
  const said: Word[] = [];
  let gap = '';
  const parts = text.matchAll(/[☎✉]\d+|[\p{L}\p{N}][\p{L}\p{M}\p{N}'-]*|[&+]|[,;.:!?()/]| -+ /gu);
  for (const [part] of parts) {
    if (/^(?:[,;.:!?()/]| -+ )$/.test(part)) gap += part.trim().slice(0, 1);
    else {
      said.push({
        typed: part,
        word: /^[☎✉]/.test(part) ? part : /^[&+]$/.test(part) ? 'and' : part.replaceAll("'", '').toLowerCase(),
        gap,
      });
      gap = '';
    }
  }
  return said.slice(0, 120);
}
/** As they are matched. */
export const plainOf = (said: readonly Word[]): string[] => said.map(({ word }) => word);
/** As they were typed. */
export const typedOf = (said: readonly Word[]): string => said.map(({ typed }) => typed).join(' ');
/** Was it typed with a capital? */
export const isCapital = (word: Word | undefined): boolean => /^\p{Lu}/u.test(word?.typed ?? '');

/** Where a name may stand: after "my daughter", or anywhere. */
export type Place = 'named' | 'free';

/** The words of a name that begins here: capitals while there are capitals, otherwise at most two words. */
export function nameAt(said: readonly Word[], at: number, place: Place, words: Words): Word[] {
  const first = said[at];
  if (first === undefined || isHard(first, words)) return [];
  const isKin = words.phrases('personLinks').exact.has(first.word) && !isFirstName(first.word);
  if (isKin && (place === 'named' || !isCapital(first))) return [];
  if (isCapital(first)) return capitalName(said, at, place, words);
  if (place === 'free' ? !isSmallName(first, words) : isStop(first, words)) return [];
  if (place === 'named' && peoplePhrases('vague').exact.has(first.word)) return [];
  const second = said[at + 1];
  const endsThere = said[at + 2] === undefined || said[at + 2]?.gap !== '' || isStop(said[at + 2], words);
  const hasSecond =
    second?.gap === '' &&
    !words.phrases('personLinks').exact.has(second.word) &&
    !peoplePhrases('joins').exact.has(second.word) &&
    !isStop(second, words) &&
    !isCapital(second) &&
    endsThere &&
    !first.typed.endsWith("'s");
  return hasSecond ? [first, second] : [first];
}

function capitalName(said: readonly Word[], at: number, place: Place, words: Words): Word[] {
  const name: Word[] = [];
  for (let index = at; index < said.length && name.length < 4; index += 1) {
    const word = said[index];
    if (word === undefined || !isCapital(word) || isHard(word, words) || (index > at && word.gap !== '')) break;
    name.push(word);
    if (word.typed.endsWith("'s")) break;
  }
  const opens = at === 0 || /[.?!:]/.test(said[at]?.gap ?? '');
  if (place === 'named' || !opens || !isStop(said[at], words) || isOwner(said[at])) return name;
  // "Ring Wayne" begins with a verb; "Homely Hands" is all of it a name.
  return name.length > 1 && name.slice(1).every((word) => isStop(word, words) && !isFirstName(word.word)) ? name : [];
}

/** "Pat's", of somebody called Pat. */
const isOwner = (word: Word | undefined): boolean =>
  word !== undefined && /'s$/.test(word.typed) && isFirstName(word.word.replace(/'?s$/, ''));

/** Typed small and on its own, a word is a name when many people have it, or when it is no word of the language. */
const isSmallName = (word: Word, words: Words): boolean =>
  !isStop(word, words) && word.word.length > 1 && (isFirstName(word.word) || word.word.length > 2);

/** What is no name even with a capital: a pronoun, a verb of every day, a weekday, a number. */
export const isHard = (word: Word | undefined, words: Words): boolean =>
  word === undefined ||
  /^[☎✉&+]/.test(word.typed) ||
  /^\d/.test(word.word) ||
  /'(?:ve|re|ll|d|m|t)$/i.test(word.typed) ||
  (words.phrases('personVerbs').exact.has(word.word) && !(isFirstName(word.word) && isCapital(word))) ||
  words.phrases('notNames').exact.has(word.word);

/** What is no name when it is typed small: an ordinary word of the language. "Grace" and "Mark" can be. */
export const isStop = (word: Word | undefined, words: Words): boolean =>
  isHard(word, words) || ordinary.has(word?.word ?? '');

const ordinary: ReadonlySet<string> = new Set(Object.values(common.words).flatMap((list) => list.split(' ')));

/** What somebody is to the person, if it is said at this word. */
export function linkAt(
  plain: readonly string[],
  at: number,
  words: Words,
): { readonly length: number; readonly phrase: string } | undefined {
  const links = words.phrases('personLinks');
  const exact = lengthAt(plain, at, links);
  if (exact > 0) return { length: exact, phrase: plain.slice(at, at + exact).join(' ') };
  const whole = (plain[at] ?? '').replaceAll('-', ' ');
  // "Son-in-law", "ex-wife's".
  if (plain[at]?.includes('-') === true) {
    const phrase = links.exact.has(whole) ? whole : whole.replace(/s$/, '');
    return links.exact.has(phrase) ? { length: 1, phrase } : undefined;
  }
  const word = (plain[at] ?? '').replace(/s$/, '');
  // "My wifes help": a possessive; and slips in long words only.
  if (word.length > 1 && word !== plain[at] && links.exact.has(word)) return { length: 1, phrase: word };
  const near =
    word.length < 6 || ordinary.has(word) || isFirstName(word)
      ? undefined
      : links.all.find(
          (phrase) => phrase.length === 1 && (phrase[0] ?? '').length >= 6 && isNear(word, phrase[0] ?? ''),
        );
  return near === undefined ? undefined : { length: 1, phrase: near[0] ?? '' };
}
