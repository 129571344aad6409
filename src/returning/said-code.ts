/**
 * A code that was typed into the talk. It is taken out before anything else happens, so that it is kept nowhere: people
 * who come back type it where they see a box.
 */
import heard from '../../locales/en-GB/returning-words.json' with { type: 'json' };
import { isReference, isWordOfCode, wordsInCode } from './code.ts';

export interface CodeSaid {
  readonly reference: string;
  /** Empty when only the reference was typed. */
  readonly words: string;
  /** What else was said, without the code; empty when that was only "my code is", or nothing. */
  readonly rest: string;
}

/** What people put beside a code: "my code is". */
const around: ReadonlySet<string> = new Set(heard.returning_words.around_code.split(' | '));

/** The code in a text, or null. */
export function codeSaid(text: string): CodeSaid | null {
  const tokens = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({ word, index }));
  for (let at = 0; at < tokens.length; at += 1) {
    const found = codeAt(tokens, at);
    if (found === null) continue;
    const { reference, words, until } = found;
    const others = [...tokens.slice(0, at), ...tokens.slice(until)];
    const isAlone = others.every(({ word }) => around.has(word.toLowerCase()));
    if (words === '' && !isAlone) continue;
    const last = tokens[until - 1];
    const after = text.slice((last?.index ?? 0) + (last?.word.length ?? 0));
    const rest = `${text.slice(0, tokens[at]?.index)} ${after}`.replace(/\s+/gu, ' ').trim();
    return { reference, words, rest: isAlone ? '' : rest };
  }
  return null;
}

type Token = Readonly<{ word: string; index: number }>;
/** Between the reference and the words: "and my words are", "1.". */
const mostBetween = 8;

function codeAt(tokens: readonly Token[], at: number) {
  const [first = '', second = ''] = [tokens[at]?.word.toUpperCase(), tokens[at + 1]?.word.toUpperCase()];
  const isHalf = first.length === 4 && second.length === 4;
  const reference = isHalf ? first + second : first;
  if (reference.length !== 8 || !isReference(reference)) return null;
  const after = at + (isHalf ? 2 : 1);
  const { words, until, right } = wordsAfter(tokens, after);
  // With a slip or two it is still a code.
  return words.length === wordsInCode && right >= 3
    ? { reference, words: words.join(' '), until }
    : { reference, words: '', until: after };
}

/** Five words behind the reference; those that are a code's, where other words stand before them. */
function wordsAfter(tokens: readonly Token[], after: number) {
  let best = { words: [] as string[], until: after, right: -1 };
  for (let from = after; from <= after + mostBetween; from += 1) {
    const words: string[] = [];
    let until = from;
    for (; until < tokens.length && words.length < wordsInCode; until += 1) {
      const word = tokens[until]?.word.toLowerCase() ?? '';
      if (!/^\d$/.test(word)) words.push(word);
    }
    const right = words.filter(isWordOfCode).length;
    if (right >= best.right) best = { words, until, right };
    const next = tokens[from]?.word.toLowerCase();
    if (next === undefined || !(/^\d$/.test(next) || around.has(next))) break;
  }
  return best;
}
