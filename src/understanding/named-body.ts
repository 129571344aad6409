/** Teams and places as they are named: "the falls team", "Age UK", "my GP surgery". */

import { isCapital, plainOf, typedOf, type Word } from './name-parts.ts';
import { lengthAt, type Words } from './words.ts';

/** A team or a place, with where it is: "the falls team", "Age UK", "the lunch club at St John's". */
export function byBody(
  said: readonly Word[],
  words: Words,
): { readonly name: string; readonly hasName: true } | undefined {
  const plain = plainOf(said);
  const bodies = words.phrases('personBodies');
  const from = said.findIndex(
    (word, index) =>
      lengthAt(plain, index, bodies) > 0 && (isCapital(word) || !words.lists.people.capitalBodies.includes(word.word)),
  );
  if (from < 0 || plain[0] === 'a') return undefined;
  const isLed = from === 0 || words.phrases('possessives').exact.has(plain[0] ?? '') || isCapital(said[0]);
  if (!isLed && from > 3) return undefined;
  const lead = isCapital(said[0]) && ['from', 'at'].includes(plain[1] ?? '') ? said.slice(0, 1) : undefined;
  return { name: typedOf(lead ?? bodyOnly(said, from, words)).replace(/ ?¶.*/, ''), hasName: true };
}

/** "That's for the council to do" names the council; "the lunch club at St John's" is all of it. */
function bodyOnly(said: readonly Word[], from: number, words: Words): readonly Word[] {
  const plain = plainOf(said);
  const bodies = words.phrases('personBodies');
  let last = from;
  for (let index = from; index < Math.min(plain.length, from + 4); index += 1) {
    const length = lengthAt(plain, index, bodies);
    if (length > 0) last = index + length - 1;
  }
  const lead = plain.findLastIndex((word, index) => index < from && words.phrases('possessives').exact.has(word));
  const place = ['at', 'in', 'of', 'from'].includes(plain[last + 1] ?? '') ? said.slice(last + 1, last + 5) : [];
  return [...said.slice(Math.max(0, lead), last + 1), ...place];
}
