/** Words that put right what was just said. */
import { plain, tidied, tokensOf } from './plain.ts';
import { lengthAt, type Words } from './words.ts';

export interface Correction {
  /** The right words, as typed. */
  readonly to: string;
  /** "I meant ..." can be nothing else; "make it ..." could be part of an answer. */
  readonly isPlain: boolean;
}

/** What is meant instead, without the words that lead up to it; null when nothing is put right. */
export function findCorrection(text: string, words: Words): Correction | null {
  const tokens = tokensOf(plain(text), words.turns);
  const said = tokens.map(({ word }) => word);
  const plainly = lengthAt(said, 0, words.phrases('plainCorrections'));
  const length = plainly > 0 ? plainly : lengthAt(said, 0, words.phrases('perhapsCorrections'));
  const last = tokens[length - 1];
  if (last === undefined) return null;
  const to = tidied(text)
    .slice(last.end)
    .replace(/^[\s,.:;-]+/u, '');
  return to === '' ? null : { to, isPlain: plainly > 0 };
}
