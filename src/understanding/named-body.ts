/** Teams and places as they are named: "the falls team", "Age UK", "my GP surgery". */
import type { Mention } from './mention-made.ts';
import { isCapital, isHard, linkAt, plainOf, typedOf, type Word } from './name-parts.ts';
import { peopleAt, peoplePhrases } from './people-words.ts';
import { lengthAt, type Words } from './words.ts';

/** A team or a place that begins here, with where it is: "the falls team", "the lunch club at St John's". */
export function bodyAt(here: readonly Word[], owner: number, words: Words): Mention | undefined {
  const plain = plainOf(here);
  if (['a', 'an'].includes(plain[0] ?? '')) return undefined;
  const from = bodyFrom(here, plain, owner, words);
  if (from < 0) return undefined;
  const last = lastOf(here, plain, from, words);
  const stays = ['at', 'in', 'of'].includes(plain[last + 1] ?? '') && here[last + 1]?.gap === '';
  const gap = here.findIndex((word, index) => index > last + 1 && (word.gap !== '' || isPastPlace(word.word)));
  const to = stays ? Math.min(last + 5, gap < 0 ? here.length : gap) : last + 1;
  return { to, name: typedOf(here.slice(0, to)).replace(/(?<=\p{L}{2})'s$/u, ''), hasName: true };
}

const isPastPlace = (word: string): boolean =>
  ['and', '&', 'n', 'on', 'because', 'cos'].includes(word) || /^[☎✉]/.test(word);

/** Where the word for a team or place stands: at once, or after what kind it is ("falls", "mental health"). */
function bodyFrom(here: readonly Word[], plain: readonly string[], owner: number, words: Words): number {
  for (let at = owner; at < owner + 4; at += 1) {
    const word = here[at];
    if (word === undefined || (at > 0 && word.gap !== '')) return -1;
    const link = linkAt(plain, at, words);
    if (link !== undefined && lengthAt(plain, at + link.length, words.phrases('personBodies')) === 0) return -1;
    if (lengthAt(plain, at, words.phrases('personBodies')) > 0)
      return isCapital(word) || !words.lists.people.capitalBodies.includes(word.word) ? at : -1;
    if (isHard(word, words) && !isCapital(word)) return -1;
    if (owner === 0 && !isCapital(word) && at > 1) return -1;
    if (words.phrases('personOpenings').exact.has(word.word)) return -1;
  }
  return -1;
}

function lastOf(here: readonly Word[], plain: readonly string[], from: number, words: Words): number {
  let last = from;
  for (let at = from; at < Math.min(plain.length, from + 4); at += 1) {
    if (at > from && here[at]?.gap !== '') break;
    const length = lengthAt(plain, at, words.phrases('personBodies'));
    if (length > 0) last = at + length - 1;
    else if (at > last + 1 && !isCapital(here[at])) break;
  }
  return last;
}

/** "The hospital discharge | lady": where somebody stands who is only told apart by the place. */
export function nounAfter(here: readonly Word[], plain: readonly string[], to: number): number | undefined {
  if (here[to]?.gap !== '' || isCapital(here[to])) return undefined;
  const isNoun = (at: number) => here[at]?.gap === '' && peopleAt(plain, at, 'vagueNouns') > 0;
  return isNoun(to)
    ? to + 1
    : isNoun(to + 1) && !peoplePhrases('joins').exact.has(plain[to] ?? '')
      ? to + 2
      : undefined;
}
