/** What was typed, made plain for matching: one spelling of quotes, spaces, widths and case. The person's own words are kept elsewhere. */

/** Matchers read no further than this. A longer text is kept whole, but its tidy value is not looked for beyond. */
export const readAtMost = 1_500;

/** Control and formatting marks, and the colour of an emoji's skin. */
const unseen = /[\p{Cc}\p{Cf}\p{Emoji_Modifier}]|\uFE0F|\uFE0E|\u20E3/gu;
const fractions: Record<string, string> = { '½': '.5', '¼': '.25', '¾': '.75' };

/** Lower case, straight quotes, plain spaces and hyphens, no marks that cannot be seen; line breaks become full stops. */
export const plain = (text: string): string => tidied(text).toLowerCase();

/** The same, in the case in which it was typed: names need it. Each reader of a message asks for it; it is made once. */
export function tidied(text: string): string {
  if (text !== last.text) last = { text, tidy: madeTidy(text) };
  return last.tidy;
}
let last = { text: '', tidy: '' };

function madeTidy(text: string): string {
  return text
    .slice(0, readAtMost)
    .replace(/(\d?)([½¼¾])/g, (_, digit: string, part: string) => `${digit || '0'}${fractions[part] ?? ''}`)
    .normalize('NFKC')
    .slice(0, readAtMost)
    .replace(/[\r\n]+/g, ' . ')
    .replace(/\s+/g, ' ')
    .replace(unseen, '')
    .replace(/[‘’ʼ`´′]/g, "'")
    .replace(/[“”«»″]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .trim();
}

/** One word as it is matched (no apostrophes), and the clause it stands in: "not large print, braille" has two. */
export interface Token {
  readonly word: string;
  readonly clause: number;
  readonly at: number;
  readonly end: number;
}

const pieces = /[\p{L}\p{M}\p{N}']+|[👍👎✅✔❌🚫👌🤷🙅🎄❓]|[,.;:!?()\n-]/gu;

/** The words of a plain text, in order. `turns` are words that open a new clause, such as "but". */
export function tokensOf(text: string, turns: ReadonlySet<string>): readonly Token[] {
  if (text !== lastTokens.text || turns !== lastTokens.turns)
    lastTokens = { text, turns, tokens: madeTokens(text, turns) };
  return lastTokens.tokens;
}
/** Each reader of a message asks for its words; they are found once. */
let lastTokens: { text: string; turns: ReadonlySet<string>; tokens: readonly Token[] } = {
  text: '',
  turns: new Set(),
  tokens: [],
};

function madeTokens(text: string, turns: ReadonlySet<string>): Token[] {
  const tokens: Token[] = [];
  let clause = 0;
  for (const piece of text.matchAll(pieces)) {
    const at = piece.index;
    const word = piece[0].replaceAll("'", '');
    if (/^[,.;:!?()\n-]$/.test(word)) {
      // A hyphen or a dot inside a word or a number does not end a clause.
      if (!isInside(text, at)) clause += 1;
      continue;
    }
    if (word === '') continue;
    if (turns.has(word)) clause += 1;
    tokens.push({ word, clause, at, end: at + piece[0].length });
  }
  return tokens;
}

const isInside = (text: string, at: number) =>
  /[^\s,.;:!?()]/.test(text[at - 1] ?? ' ') && /\S/.test(text[at + 1] ?? ' ');

/** The words of a phrase from a word list, spelled as `tokensOf` spells them. The lists are the same at every message. */
export function wordsIn(phrase: string): readonly string[] {
  const known = phrases.get(phrase);
  if (known !== undefined) return known;
  if (phrases.size > 20_000) phrases.clear();
  const words = madeTokens(madeTidy(phrase).toLowerCase(), noTurns).map((token) => token.word);
  phrases.set(phrase, words);
  return words;
}
const phrases = new Map<string, readonly string[]>();
const noTurns: ReadonlySet<string> = new Set();
