/** Who one piece of a message names: a name, what they are to the person, or both. */

import {
  isCapital,
  isStop,
  lastOfOwners,
  linkAt,
  nameFrom,
  plainOf,
  typedOf,
  type Word,
  wordsOfPiece,
} from './name-parts.ts';
import { byBody } from './named-body.ts';
import { lengthAt, type Words } from './words.ts';

export interface Named {
  /** Undefined when nobody is named here. */
  readonly name: string | undefined;
  readonly link?: string;
  /** Several of a kind were announced: "my two sons". */
  readonly plural?: string;
  readonly hasName: boolean;
  readonly self: boolean;
  /** "Someone from the council", "you": somebody, but who? */
  readonly vague: boolean;
  /** Marks of numbers and addresses that stood here. */
  readonly marks: readonly string[];
}

export function namedIn(text: string, words: Words, refuses: boolean): Named {
  const marks: string[] = text.match(/[✉☎]\d+/g) ?? [];
  const all = wordsOfPiece(text.replace(/[✉☎]\d+/g, ' ¶ '));
  const nobody: Named = { name: undefined, hasName: false, self: false, vague: false, marks };
  const called = byCalled(all, words);
  if (called !== undefined) return { ...nobody, ...called };
  if (isVague(all, words)) return { ...nobody, vague: true };
  const negated =
    lengthAt(plainOf(all), 0, words.phrases('personNegators')) || lengthAt(plainOf(all), 0, words.phrases('negators'));
  if (isPast(plainOf(all))) return { ...nobody, vague: false };
  const refused = negated > 0 || (all.length > 1 && words.phrases('no').exact.has(all.at(-1)?.word ?? ''));
  if (refused && !refuses) return nobody;
  const said = all.slice(openingsLength(all.slice(negated), words) + negated);
  if (said.length === 0 || (isPronoun(said[0], words) && !says(said, words))) return nobody;
  if (isVague(said, words)) return { ...nobody, vague: true };
  const self = selfIn(said, words);
  if (self !== undefined) return { ...nobody, name: self, self: true };
  const found = byTitle(said, words) ?? byLink(said, words) ?? byBody(said, words) ?? byName(said, words);
  return found === undefined ? nobody : { ...nobody, ...found };
}

/** "My wife used to": not any more. */
const isPast = (plain: readonly string[]): boolean =>
  plain.some((word, at) => word === 'used' && plain[at + 1] === 'to');

/** "She lives next door": says something about somebody, but not who. */
const isPronoun = (word: Word | undefined, words: Words): boolean =>
  words.lists.people.pronouns.includes(word?.word ?? '');

/** "It would have to be my brother" names somebody; "she lives with her brother" does not. */
const says = (said: readonly Word[], words: Words): boolean =>
  !words.lists.people.doing.includes(said[0]?.word ?? '') &&
  (plainOf(said).some((_, at) => at < 8 && linkAt(plainOf(said), at, words) !== undefined) ||
    nameAfterNoun(said, words) > 0);

/** "That nice girl Amy": where the name begins, or -1. */
const nameAfterNoun = (said: readonly Word[], words: Words): number =>
  said.findIndex(
    (word, at) =>
      at > 0 &&
      at < 7 &&
      isCapital(word) &&
      !isStop(word, words) &&
      words.lists.people.nouns.includes(said[at - 1]?.word ?? ''),
  );

/** "A lady from church called Dorothy pops in": what stands after "called" is the name. */
function byCalled(said: readonly Word[], words: Words): Partial<Named> | undefined {
  const plain = plainOf(said);
  const at = plain.findIndex((_, index) => lengthAt(plain, index, words.phrases('personCalled')) > 0);
  if (at < 0) return undefined;
  const after = said.slice(at + lengthAt(plain, at, words.phrases('personCalled')));
  const titled = byTitle(after, words);
  const name = titled?.name ?? typedOf(nameFrom(after, words));
  if (name === '') return undefined;
  const linked = plain.findIndex((_, index) => index < at && linkAt(plain, index, words) !== undefined);
  const link = linked < 0 ? undefined : linkAt(plain, linked, words);
  return {
    name,
    hasName: true,
    ...(link === undefined ? {} : { link: typedOf(said.slice(linked, linked + link.length)) }),
  };
}

function openingsLength(said: readonly Word[], words: Words): number {
  const openings = words.phrases('personOpenings');
  const plain = plainOf(said);
  let from = 0;
  for (
    let more = lengthAt(plain, 0, openings);
    more > 0 && from + more < plain.length && linkAt(plain, from, words) === undefined;
    more = lengthAt(plain, from, openings)
  )
    from += more;
  return from;
}

const isVague = (said: readonly Word[], words: Words): boolean => {
  const vague = words.phrases('personVague');
  const plain = plainOf(said);
  const bare = words.phrases('possessives').exact.has(plain[0] ?? '') ? plain.slice(1) : plain;
  return (
    words.lists.people.anyone.includes(plain[0] ?? '') ||
    vague.exact.has(plain.join(' ')) ||
    vague.exact.has(bare.join(' ')) ||
    vague.exact.has(plain.slice(0, 2).join(' '))
  );
};

/** "Me", "I'll do it meself"; but "me mam" is a mother. */
function selfIn(said: readonly Word[], words: Words): string | undefined {
  const plain = plainOf(said);
  const length = lengthAt(plain, 0, words.phrases('personSelves'));
  if (length === 0) return undefined;
  const next = said[length];
  const isPossessive =
    plain[0] === 'me' &&
    length === 1 &&
    next !== undefined &&
    (linkAt(plain, 1, words) !== undefined || !isStop(next, words));
  if (isPossessive) return undefined;
  return plain[0] === 'i' || plain[0] === 'ill' ? 'I' : 'me';
}

/** "Dr Patel", "Father Michael", "Auntie Pat". */
function byTitle(said: readonly Word[], words: Words): Partial<Named> | undefined {
  const at = words.phrases('possessives').exact.has(said[0]?.word ?? '') ? 1 : 0;
  const title = said[at]?.word ?? '';
  const next = said[at + 1];
  const { titles, titledNames } = words.lists.people;
  const isAunt = titledNames.includes(title);
  if (
    !titles.includes(title) ||
    next === undefined ||
    isStop(next, words) ||
    (at === 1 && !isAunt && !(isCapital(said[1]) && ['a', 'the'].includes(said[0]?.word ?? '')))
  )
    return undefined;
  if (words.phrases('personLinks').exact.has(title) && !isAunt && !isCapital(next)) return undefined;
  const name = typedOf([...said.slice(at, at + 1), ...nameFrom(said.slice(at + 1), words)]);
  return { name, hasName: true, ...(isAunt ? { link: title } : {}) };
}

function byLink(said: readonly Word[], words: Words): Partial<Named> | undefined {
  const plain = plainOf(said);
  const at = lastOfOwners(said, words);
  const link = at < 0 ? undefined : linkAt(plain, at, words);
  if (link === undefined) return undefined;
  const end = at + link.length;
  // "My GP surgery" is a place.
  if (lengthAt(plain, end, words.phrases('personBodies')) > 0) return undefined;
  const skips = lengthAt(plain, end, words.phrases('personCalled'));
  const after = nameFrom(said.slice(end + skips), words);
  const isOurs = words.phrases('possessives').exact.has(plain[0] ?? '') && !isCapital(said[0]);
  const first = said.slice(isOurs ? 1 : 0, at);
  const before = isStop(first[0], words) ? [] : nameFrom(first, words);
  const isBetter = after.length === 0 || isCapital(before[0]);
  const own =
    before.length > 0 && isBetter && !words.phrases('personDescribing').exact.has(before[0]?.word ?? '')
      ? before
      : after;
  const typedLink = typedOf(said.slice(at, end)).replace(/(?<=\p{L}{3})'s$/u, '');
  const isOwner = /'s$/.test(typedOf(said.slice(at, end))) || (plain[at] ?? '') === `${link.phrase}s`;
  const isPlural = link.phrase.endsWith('s') && words.phrases('personLinks').exact.has(link.phrase.slice(0, -1));
  if (own.length > 0) {
    const single = isPlural ? link.phrase.slice(0, -1) : typedLink;
    return { name: typedOf(own), link: single, hasName: true, ...(isPlural ? { plural: single } : {}) };
  }
  const tail = ['from', 'who'].includes(plain[end] ?? '') ? said.slice(end, end + 6) : [];
  return {
    name: typedOf([...said.slice(leadIn(plain, at, words), end), ...tail])
      .replace(/ ?¶.*/, '')
      .replace(isOwner ? /'?s$/ : /$^/, ''),
    link: isOwner ? typedLink.replace(/s$/, '') : typedLink,
    hasName: false,
  };
}

/** Where the words before a link begin that belong to it: "my", "the last". */
function leadIn(plain: readonly string[], at: number, words: Words): number {
  for (let index = at - 1; index >= Math.max(0, at - 3); index -= 1) {
    if (words.phrases('possessives').exact.has(plain[index] ?? '')) return index;
  }
  return at;
}

function byName(said: readonly Word[], words: Words): Partial<Named> | undefined {
  const noun = nameAfterNoun(said, words);
  const skip = noun > 0 ? noun : words.phrases('possessives').exact.has(said[0]?.word ?? '') ? 1 : 0;
  const name = nameFrom(said.slice(skip), words);
  const [first] = name;
  if (first === undefined) return undefined;
  // Typed small, only a word or two that stand alone are taken for a name.
  const rest = said.slice(skip + name.length).filter(({ word }) => word !== '¶');
  const ours = skip === 1 && ['our', 'wor'].includes(said[0]?.word ?? '');
  if (
    !isCapital(first) &&
    !ours &&
    (skip === 1 ||
      (rest.length > 2 && !words.lists.people.places.includes(rest[0]?.word ?? '')) ||
      (rest.length > 0 && !isStop(rest[0], words)))
  )
    return undefined;
  if (words.phrases('notNames').exact.has(first.word)) return undefined;
  return { name: typedOf(name), hasName: true };
}
