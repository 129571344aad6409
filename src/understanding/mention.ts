/** One mention of somebody, where it begins: "my daughter Priya", "Dr Patel", "the falls team", "the lad next door", "me". */

import type { Mention } from './mention-made.ts';
import { isCapital, isHard, linkAt, nameAt, plainOf, typedOf, type Word } from './name-parts.ts';
import { bodyAt, nounAfter } from './named-body.ts';
import { isFirstName, peopleAt, peoplePhrases, singulars } from './people-words.ts';
import { selfOf, vagueOf } from './self-or-vague.ts';
import { lengthAt, type Words } from './words.ts';

/** Who is mentioned at this word, if anybody. `opens` when nothing but openings stood before it in its clause. */
export function mentionAt(said: readonly Word[], at: number, opens: boolean, words: Words): Mention | undefined {
  const plain = plainOf(said.slice(at, at + 14));
  const here = said.slice(at, at + 14);
  const self = opens ? selfOf(here, plain, words) : undefined;
  const found = self ?? vagueOf(here, plain, words) ?? personOf(here, plain, opens, words);
  return found === undefined ? undefined : { ...found, to: at + found.to };
}

function personOf(here: readonly Word[], plain: readonly string[], opens: boolean, words: Words): Mention | undefined {
  const owner = lengthAt(plain, 0, words.phrases('possessives'));
  const titled = titledAt(here, plain, owner, words);
  if (titled !== undefined) return titled;
  const start = pastDescribing(here, plain, owner, words);
  const body = bodyAt(here, owner, words);
  const runs = body === undefined || here[body.to]?.gap !== '' ? undefined : linkAt(plain, body.to, words);
  if (runs !== undefined && body !== undefined) return linked(here, plain, body.to, runs, words);
  // "The hospital discharge lady, Mrs Rowe": the lady, and not the hospital.
  const noun = body === undefined ? undefined : nounAfter(here, plain, body.to);
  if (noun !== undefined) return { to: noun, hasName: false, vague: true };
  if (body !== undefined) return body;
  const link = linkAt(plain, start, words);
  if (link !== undefined && !isTied(here, start)) return linked(here, plain, start, link, words);
  return nounAt(here, plain, start, owner, words) ?? nameOf(here, plain, owner, opens, words);
}

/** A dash or comma inside "my - daughter" parts them. */
const isTied = (here: readonly Word[], to: number): boolean => here.slice(1, to + 1).some(({ gap }) => gap !== '');

/** Past "two lovely" in "my two lovely daughters". */
function pastDescribing(here: readonly Word[], plain: readonly string[], from: number, words: Words): number {
  const describing = words.phrases('personDescribing').exact;
  let at = from;
  while (
    at < from + 4 &&
    here[at + 1]?.gap === '' &&
    (describing.has(plain[at] ?? '') ||
      peoplePhrases('describing').exact.has(plain[at] ?? '') ||
      (from > 0 && /(?:est|ly|ing|ful|ous)$/.test(plain[at] ?? ''))) &&
    !(linkAt(plain, at, words) !== undefined && linkAt(plain, at + 1, words) === undefined)
  )
    at += 1;
  return linkAt(plain, at, words) !== undefined || at === from || peoplePhrases('nouns').exact.has(plain[at] ?? '')
    ? at
    : from;
}

/** "Dr Patel", "Father Michael", "Auntie Pat". */
function titledAt(here: readonly Word[], plain: readonly string[], owner: number, words: Words): Mention | undefined {
  const title = plain[owner] ?? '';
  const { titles, titledNames } = words.lists.people;
  if (!titles.includes(title)) return undefined;
  const isAunt = titledNames.includes(title);
  const name = here[owner + 1]?.gap === '' ? nameAt(here, owner + 1, 'named', words) : [];
  if (name.length === 0) return undefined;
  const isLink = words.phrases('personLinks').exact.has(title) && !isAunt;
  if (isLink && (owner > 0 || !isCapital(name[0]) || !isCapital(here[0]))) return undefined;
  const owned = ownedAfter(here, plain, owner + 1 + name.length, '', words);
  if (owned !== undefined) return owned;
  // "My aunt Marjory" says what she is; "Auntie Pat" is what she is called.
  const isWhat = isAunt && owner > 0 && !isCapital(here[owner]) && isCapital(name[0]);
  return {
    to: owner + 1 + name.length,
    name: withoutOwning(typedOf(isWhat ? name : [...here.slice(owner, owner + 1), ...name])),
    hasName: true,
    link: isAunt ? title : undefined,
  };
}

const withoutOwning = (name: string) => name.replace(/(?<=\p{L}{2})'s$/u, '');

function linked(
  here: readonly Word[],
  plain: readonly string[],
  at: number,
  link: { readonly length: number; readonly phrase: string },
  words: Words,
): Mention | undefined {
  const end = at + link.length;
  const owned = ownedAfter(here, plain, end, link.phrase, words);
  if (owned !== undefined) return owned;
  const typedLink = typedOf(here.slice(at, end)).replace(/(?<=\p{L}{2})'s$/u, '');
  const one = singularOf(link.phrase, words);
  const isPlural = one !== undefined;
  const single = one ?? typedLink;
  const titled = here[end]?.gap === '' ? titledAt(here.slice(end), plain.slice(end), 0, words) : undefined;
  const name = here[end]?.gap === '' ? nameAt(here, end, 'named', words) : [];
  if (titled !== undefined || name.length > 0) {
    const to = end + (titled?.to ?? name.length);
    const beyond = ownedAfter(here, plain, to, '', words);
    if (beyond !== undefined) return beyond;
    return {
      to,
      name: titled?.name ?? withoutOwning(typedOf(name)),
      link: single,
      hasName: true,
      plural: isPlural ? single : undefined,
    };
  }
  return unnamed(here, plain, end, typedLink, link.phrase, words);
}

/** "The nurse who does my legs", "my daughter": called by what they are. */
function unnamed(
  here: readonly Word[],
  plain: readonly string[],
  end: number,
  typedLink: string,
  phrase: string,
  words: Words,
): Mention {
  const isOwner = plain[end - 1] === `${phrase}s`;
  const isCouple = phrase.startsWith('couple');
  const isKnownBy = plain[0] === 'the' && ['from', 'who'].includes(plain[end] ?? '') && here[end]?.gap === '';
  const gap = here.findIndex((word, index) => index > end && (word.gap !== '' || ['and', '&'].includes(word.word)));
  const to = isKnownBy ? Math.min(end + 6, gap < 0 ? here.length : gap) : end;
  const name = withoutOwning(typedOf(here.slice(0, to))).replace(
    /(?<= who .*)(?: to)? (?:come|be|be there|there|join|attend)$/u,
    '',
  );
  return {
    to,
    name: isOwner ? name.replace(/'?s$/, '') : name,
    link: isOwner ? typedLink.replace(/s$/, '') : typedLink,
    hasName: false,
    vague: plain[end - phrase.split(' ').length - 1] === 'late',
    plural: isCouple ? 'couple' : singularOf(phrase, words),
  };
}

/** "Sons", "children": what one of them is; undefined when it is one already. */
function singularOf(phrase: string, words: Words): string | undefined {
  const one = singulars.get(phrase) ?? (phrase.endsWith('s') ? phrase.slice(0, -1) : undefined);
  return one !== undefined && words.phrases('personLinks').exact.has(one) ? one : undefined;
}

/** "My daughters boyfriend": typed without the mark, she is one all the same. */
function isOneOfKin(plain: readonly string[], at: number, words: Words): boolean {
  const taken = lengthAt(plain, at, words.phrases('personLinks'));
  return taken > 0 && !words.phrases('personGroups').exact.has(plain[at + taken - 1] ?? '');
}

/** "My husband's brother": the brother. */
function ownedAfter(
  here: readonly Word[],
  plain: readonly string[],
  end: number,
  phrase: string,
  words: Words,
): Mention | undefined {
  const last = here[end - 1];
  const owns =
    last !== undefined &&
    (/'s?$/.test(last.typed) ||
      (last.word === `${phrase}s` && phrase !== '') ||
      (/[^s]s$/.test(last.word) && !isFirstName(last.word) && isOneOfKin(plain, end, words)));
  if (!owns || here[end]?.gap !== '') return undefined;
  const start = pastDescribing(here, plain, end, words);
  const link = linkAt(plain, start, words);
  if (link === undefined) return undefined;
  const found = linked(here, plain, start, link, words);
  return found;
}

/** "That nice girl Amy" has a name; "the lady upstairs" is called by where she is. */
function nounAt(
  here: readonly Word[],
  plain: readonly string[],
  start: number,
  owner: number,
  words: Words,
): Mention | undefined {
  if (!peoplePhrases('nouns').exact.has(plain[start] ?? '') || isTied(here, start)) return undefined;
  const name = here[start + 1]?.gap === '' ? nameAt(here, start + 1, 'named', words) : [];
  if (isCapital(name[0]) || isFirstName(name[0]?.word ?? ''))
    return { to: start + 1 + name.length, name: withoutOwning(typedOf(name)), hasName: true };
  const spot = peopleAt(plain, start + 1, 'spots');
  const at = start + 1;
  if (plain[0] === 'the' && here[at]?.gap === '' && ['at', 'from'].includes(plain[at] ?? '')) {
    const end = here.findIndex((word, index) => index > at && (word.gap !== '' || peopleAt(plain, index, 'joins') > 0));
    return {
      to: end < 0 ? Math.min(here.length, at + 5) : end,
      name: typedOf(here.slice(0, end < 0 ? at + 5 : end)),
      hasName: false,
    };
  }
  const isThe = ['the', 'her', 'him', 'my', 'that'].includes(plain[0] ?? '');
  if (isThe && spot > 0)
    return { to: start + 1 + spot, name: typedOf(here.slice(0, start + 1 + spot)), hasName: false, link: undefined };
  return owner > 0 ? { to: start + 1, hasName: false, vague: true } : undefined;
}

/** A name by itself: with a capital, or typed small where a name is to be expected. */
function nameOf(
  here: readonly Word[],
  plain: readonly string[],
  owner: number,
  opens: boolean,
  words: Words,
): Mention | undefined {
  const ours = owner === 1 && ['our', 'wor', 'my', 'me', 'mi', 'ma', 'the', 'a', 'that'].includes(plain[0] ?? '');
  if (owner > 0 && (!ours || here[1]?.gap !== '')) return undefined;
  const isOur = ['our', 'wor'].includes(plain[0] ?? '') && owner === 1;
  const name = nameAt(here, owner, isOur ? 'named' : 'free', words);
  const [first] = name;
  if (first === undefined) return undefined;
  if (owner > 0 && !isOur && !isCapital(first) && !isFirstName(first.word)) return undefined;
  const to = owner + name.length;
  if (!isCapital(first) && !isOur && !standsAlone(here, plain, to, opens, words)) return undefined;
  const owned = ownedAfter(here, plain, to, '', words);
  return owned ?? { to, name: withoutOwning(typedOf(name)), hasName: true };
}

/** Typed small, a name has nothing after it, or where somebody is, or what they do. */
function standsAlone(
  here: readonly Word[],
  plain: readonly string[],
  to: number,
  opens: boolean,
  words: Words,
): boolean {
  const next = here[to];
  const known = isFirstName(plain[to - 1] ?? '') || isFirstName(plain[to - 2] ?? '');
  // A word that nobody is commonly called must be all, or nearly all, that is said.
  if (!known && here.length > 4 && peopleAt(plain, to, 'joins') === 0) return false;
  if (peoplePhrases('notNamesSmall').exact.has(plain[to - 1] ?? '') && !opens) return false;
  if (next === undefined || next.gap !== '' || /^[☎✉&+]/.test(next.typed)) return opens || known;
  if (peopleAt(plain, to, 'joins') > 0) return opens || known;
  if (words.lists.people.places.includes(next.word)) return known || (opens && next.word !== 'who');
  return (
    known &&
    opens &&
    (isHard(next, words) ||
      linkAt(plain, to, words) !== undefined ||
      /s$/.test(next.word) ||
      linkAt(plain, to + 1, words) !== undefined)
  );
}
