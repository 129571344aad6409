/** A message as it is read for danger: its words in one spelling, each with the place where it stood. */

export interface Token {
  /** The word as patterns know it; `.` ends a sentence, and a saying that means no harm leaves `·`. */
  readonly word: string;
  /** Where the word as it was typed begins and ends. */
  readonly from: number;
  readonly to: number;
}

export interface Spelling {
  /** Words or short phrases that are read as others: "dinnae" as "dont", "want 2" as "want to". */
  readonly same: ReadonlyMap<string, readonly string[]>;
  /** The first words of those that are phrases. */
  readonly firsts: ReadonlySet<string>;
  /** The words that patterns are made of: a slip of the finger is put right towards these only. */
  readonly known: ReadonlySet<string>;
  /** Known words of seven letters and more, by how they look without one of their letters. */
  readonly slips: () => ReadonlyMap<string, string>;
}

/** The words of a message in one spelling. Cost grows with the length of the text and with nothing else. */
export function tokensOf(text: string, spelling: Spelling): Token[] {
  const raw = rawTokens(text);
  const tokens: Token[] = [];
  const read = new Map<string, readonly string[]>();
  for (let index = 0; index < raw.length; ) {
    const first = raw[index];
    if (first === undefined) break;
    const phrase = spelling.firsts.has(first.word) ? phraseAt(raw, index, spelling.same) : null;
    const words = phrase?.words ?? read.get(first.word) ?? wordsFor(first.word, spelling);
    if (phrase === null) read.set(first.word, words);
    const length = phrase?.length ?? 1;
    const to = raw[index + length - 1]?.to ?? first.to;
    for (const word of words) tokens.push({ word, from: first.from, to });
    index += length;
  }
  return tokens;
}

const pieces = /[\p{L}\p{M}\p{N}\p{Cf}'‘’ʼ`´′*@$!]+|[.?;:\r\n…]|🔪|🩸/gu;
const emoji: Readonly<Record<string, string>> = { '🔪': 'knife', '🩸': 'blood' };

/** Words as they were typed, in lower case and with straight apostrophes; what ends a sentence is a full stop. */
function rawTokens(text: string): Token[] {
  const tokens: Token[] = [];
  const seen = new Map<string, { word: string; ends: boolean }>();
  for (const { 0: said, index } of text.matchAll(pieces)) {
    const { word, ends } = seen.get(said) ?? tidy(said);
    seen.set(said, { word, ends });
    const to = index + said.length;
    if (word !== '') tokens.push({ word, from: index, to });
    if (ends && tokens.at(-1)?.word !== '.') tokens.push({ word: '.', from: to, to });
  }
  return tokens;
}

function tidy(said: string): { word: string; ends: boolean } {
  if (/^[a-z0-9]+$/.test(said)) return { word: said, ends: false };
  const known = Object.hasOwn(emoji, said) ? emoji[said] : undefined;
  if (known !== undefined) return { word: known, ends: false };
  const plain = said
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[‘’ʼ`´′]/g, "'");
  const ends = /[!.?;:\r\n…]$/u.test(plain);
  const word = /[\p{L}\p{N}]/u.test(plain) ? plain.replace(/^['*!]+/, '').replace(/['*!]+$/, '') : '';
  return { word, ends };
}

/** A phrase of two or three words that is read as something else. */
function phraseAt(
  raw: readonly Token[],
  index: number,
  same: ReadonlyMap<string, readonly string[]>,
): { words: readonly string[]; length: number } | null {
  const second = raw[index + 1];
  if (second === undefined) return null;
  const two = `${bareOf(raw[index])} ${bareOf(second)}`;
  const third = raw[index + 2];
  const asThree = third === undefined ? undefined : same.get(`${two} ${bareOf(third)}`);
  if (asThree !== undefined) return { words: asThree, length: 3 };
  const asTwo = same.get(two);
  return asTwo === undefined ? null : { words: asTwo, length: 2 };
}

const bareOf = (token: Token | undefined) => {
  const word = token?.word ?? '';
  return word.includes("'") ? word.replaceAll("'", '') : word;
};

function wordsFor(word: string, spelling: Spelling): readonly string[] {
  const { same, known } = spelling;
  const bare = word.replaceAll("'", '');
  const read = same.get(word) ?? same.get(bare);
  if (read !== undefined) return read;
  if (bare === '') return [];
  if (known.size === 0 || known.has(bare) || bare.length > 40) return [bare];
  const one = meant(bare, spelling);
  return same.get(one) ?? [one];
}

/** The known word that was most likely meant: letters drawn out, or one slip of the finger in a long word. */
function meant(word: string, { known, same, slips }: Spelling): string {
  const drawn = [word.replace(/(.)\1{2,}/gu, '$1$1'), word.replace(/(.)\1{2,}/gu, '$1')];
  const spellings = word.length > 4 ? [...drawn, word.replace(/s$/, '')] : drawn;
  const found = spellings.find((one) => known.has(one) || (one !== word && same.has(one)));
  if (found !== undefined) return found;
  return word.length < 6 || /\d/.test(word) ? word : (slipOf(word, slips(), known) ?? word);
}

/** A letter left out, one too many, or two neighbours that changed places; the first letter is right. */
function slipOf(word: string, slips: ReadonlyMap<string, string>, known: ReadonlySet<string>): string | undefined {
  const left = slips.get(word);
  if (left !== undefined) return left;
  for (let at = 1; at < word.length; at += 1) {
    const without = word.slice(0, at) + word.slice(at + 1);
    if (without.length > 5 && known.has(without)) return without;
    const swapped = word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2);
    if (known.has(swapped)) return swapped;
  }
  return undefined;
}
