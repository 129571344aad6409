/** What is left of a message without the words about harm, so that an answer in it is not lost. */
import type { Token } from './plain.ts';

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly begins: 'sentence' | 'clause';
  readonly sentence: number;
}

/** Whole thoughts that say nothing of it; null when that is nothing of use. */
export function restOf(
  text: string,
  tokens: readonly Token[],
  found: readonly { readonly from: number; readonly to: number }[],
  openers: ReadonlySet<string>,
): string | null {
  const harm = found.map(({ from, to }) => [tokens[from]?.from ?? 0, tokens[to - 1]?.to ?? 0] as const);
  const touched = ({ from, to }: Piece) => harm.some(([begin, end]) => begin < to && from < end);
  const kept: Piece[] = [];
  let after = false;
  for (const piece of piecesOf(text, tokens, openers)) {
    if (touched(piece)) {
      after = true;
      // "I cant get out because he ...": what it is the reason for tells of it too.
      if (isReason(text, piece))
        while (kept.at(-1) !== undefined && kept.at(-1)?.sentence === piece.sentence) kept.pop();
    }
    // What follows in the same sentence, or goes on about "he" or "it", is most likely about the same thing.
    else if (piece.begins === 'sentence' && !goesOn(text, piece)) after = false;
    if (!after && !touched(piece)) kept.push(piece);
  }
  const rest = joined(text, kept, openers);
  return rest.split(/\s+/).length < 2 ? null : rest;
}

const isReason = (text: string, { from, to }: Piece) =>
  /^\s*(?:because|cos|coz|cause|as|since)\b/iu.test(text.slice(from, to));

const goesOn = (text: string, { from, to }: Piece) =>
  /\b(?:he|she|they|him|her|them|it|that|this|his|so|and|because|then)\b/iu.test(text.slice(from, to));

function piecesOf(text: string, tokens: readonly Token[], openers: ReadonlySet<string>): Piece[] {
  const cuts: { at: number; begins: Piece['begins'] }[] = [{ at: 0, begins: 'sentence' }];
  for (const mark of text.matchAll(/[.?!;\r\n…]+|,/gu)) {
    cuts.push({ at: mark.index + mark[0].length, begins: mark[0] === ',' ? 'clause' : 'sentence' });
  }
  for (const { word, from } of tokens) if (openers.has(word)) cuts.push({ at: from, begins: 'clause' });
  const inOrder = cuts.toSorted((one, other) => one.at - other.at);
  let sentence = 0;
  return inOrder.map(({ at, begins }, index) => {
    if (begins === 'sentence') sentence += 1;
    return { from: at, to: inOrder[index + 1]?.at ?? text.length, begins, sentence };
  });
}

function joined(text: string, kept: readonly Piece[], openers: ReadonlySet<string>): string {
  const words = kept
    .map(({ from, to }) => text.slice(from, to))
    .join('')
    .trim()
    .split(/\s+/);
  const bare = (word: string | undefined) => (word ?? '').toLowerCase().replace(/[^\p{L}]/gu, '');
  while (words.length > 0 && openers.has(bare(words.at(-1)))) words.pop();
  while (words.length > 0 && openers.has(bare(words[0]))) words.shift();
  return words
    .join(' ')
    .replace(/[,;\s]+$/u, '')
    .trim();
}
