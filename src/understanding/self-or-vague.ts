/** Mentions that name nobody: the person who is speaking, and somebody who could be anybody. */
import type { Mention } from './mention-made.ts';
import { isCapital, linkAt, type Word } from './name-parts.ts';
import { isFirstName, peopleAt, peoplePhrases } from './people-words.ts';
import { lengthAt, type Words } from './words.ts';

/** "Me", "I'll do it meself"; but "me mam" is a mother. */
export function selfOf(here: readonly Word[], plain: readonly string[], words: Words): Mention | undefined {
  const [selves, weak] = [peopleAt(plain, 0, 'selves'), peopleAt(plain, 0, 'weakSelves')];
  const to = Math.max(selves, weak);
  if (to === 0 || here.slice(1, to).some(({ gap }) => gap !== '')) return undefined;
  const next = here[to];
  if (weak > selves && !(next === undefined || next.gap !== '' || isDoing(plain, to))) return undefined;
  if (
    plain[0] === 'i' &&
    to === 1 &&
    !(next === undefined || next.gap !== '' || ['will', 'do', 'can'].includes(next.word))
  )
    return undefined;
  const isPossessive =
    plain[0] === 'me' &&
    to === 1 &&
    next?.gap === '' &&
    (describedLink(plain, 1, words) !== undefined || isCapital(next) || isFirstName(next.word));
  if (isPossessive) return undefined;
  return {
    to,
    name: /^(?:i|ill|id)$/.test(plain[0] ?? '') ? 'I' : 'me',
    hasName: false,
    self: true,
    weak: weak > selves,
  };
}

const isDoing = (plain: readonly string[], at: number): boolean => peopleAt(plain, at, 'doing') > 0;

/** "Someone from the council", "a woman": no name yet. */
export function vagueOf(here: readonly Word[], plain: readonly string[], words: Words): Mention | undefined {
  const vague = peopleAt(plain, 0, 'vague');
  if (vague > 0) return { to: vague, hasName: false, vague: true };
  // "Her with the clipboard": seen, and not named.
  const looks = peopleAt(plain, 0, 'knownByLooks');
  if (looks > 0) {
    const gap = here.findIndex(({ gap }, index) => index >= looks && gap !== '');
    return { to: gap < 0 ? Math.min(here.length, looks + 2) : gap, hasName: false, vague: true };
  }
  const you = peopleAt(plain, 0, 'yourselves');
  const isAlone = here[you] === undefined || here[you]?.gap !== '' || peopleAt(plain, you, 'joins') > 0;
  if (you > 0 && isAlone) return { to: you, hasName: false, vague: true };
  const from = ['a', 'an', 'some', 'another', 'any'].includes(plain[0] ?? '') ? 1 : 0;
  if (from === 0) return undefined;
  const lengthOf = (at: number): number =>
    Math.max(peopleAt(plain, at, 'vagueNouns'), lengthAt(plain, at, words.phrases('personBodies')));
  const noun = [1, 2, 3].find((at) => here[at]?.gap === '' && lengthOf(at) > 0);
  if (
    noun === undefined ||
    here[1]?.gap !== '' ||
    plain.slice(1, noun).some((word) => isFirstName(word) || peoplePhrases('prepositions').exact.has(word))
  )
    return undefined;
  const to = noun + lengthOf(noun);
  if (isCapital(here[to]) && here[to]?.gap === '') return undefined;
  const link = words.phrases('personLinks').exact.has(plain.slice(noun, to).join(' '))
    ? plain.slice(noun, to).join(' ')
    : undefined;
  return { to, hasName: false, vague: true, link };
}

const describedLink = (plain: readonly string[], at: number, words: Words) =>
  linkAt(plain, at, words) ??
  (words.phrases('personDescribing').exact.has(plain[at] ?? '') ? linkAt(plain, at + 1, words) : undefined);
