/** Words that put right what was just said. */
import { plain, tidied, tokensOf } from './plain.ts';
import { isWhole, lengthAt, type Words } from './words.ts';

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

/** "I meant it the other way round", alone or behind words that put right. */
export function isOtherWay(text: string, words: Words): boolean {
  return isOnly('otherWay', text, words) || isOnly('otherWay', findCorrection(text, words)?.to ?? '', words);
}

/** "Keep it", "leave it as it is". */
export const isKept = (text: string, words: Words): boolean => isOnly('keepsOld', text, words);

function isOnly(list: 'otherWay' | 'keepsOld', text: string, words: Words): boolean {
  const said = tokensOf(plain(text), words.turns).map(({ word }) => word);
  return isWhole(said, words.phrases(list), words.phrases('before'), words.phrases('after'));
}
