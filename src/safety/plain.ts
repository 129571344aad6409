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
  /** The words that patterns are made of: a slip of the finger is put right towards these only. */
  readonly known: ReadonlySet<string>;
  /** Known words of six letters and more, by how they look without one of their letters. */
  readonly slips: ReadonlyMap<string, string>;
}

/** The words of a message in one spelling. Cost grows with the length of the text and with nothing else. */
export function tokensOf(text: string, spelling: Spelling): Token[] {
  const raw = rawTokens(text);
  const tokens: Token[] = [];
  for (let index = 0; index < raw.length; ) {
    const [words, length] = readAs(raw, index, spelling);
    const from = raw[index]?.from ?? 0;
    const to = raw[index + length - 1]?.to ?? from;
    for (const word of words) tokens.push({ word, from, to });
    index += length;
  }
  return tokens;
}

const pieces = /[\p{L}\p{M}\p{N}'*@$!]+|[.?;:\r\n…]|🔪|🩸/gu;
const emoji: Readonly<Record<string, string>> = { '🔪': 'knife', '🩸': 'blood' };

function rawTokens(text: string): Token[] {
  const tokens: Token[] = [];
  // Each replacement keeps the length of the text, so that places stay true.
  const plain = text
    .toLowerCase()
    .replace(/[‘’ʼ`´′]/g, "'")
    .replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFE0F\u00AD]/g, "'");
  const source = plain.length === text.length ? plain : text;
  for (const piece of source.matchAll(pieces)) {
    const [said] = piece;
    const word = /[\p{L}\p{N}]/u.test(said)
      ? said
          .normalize('NFKC')
          .toLowerCase()
          .replace(/^['*!]+|['*]+$/g, '')
      : said;
    const place = { from: piece.index, to: piece.index + said.length };
    const ends = word.endsWith('!') || /^[.?;:\r\n…!]$/u.test(word);
    const letters = emoji[word] ?? word.replace(/!+$/, '');
    if (/[\p{L}\p{N}]/u.test(letters)) tokens.push({ word: letters, ...place });
    if (ends && tokens.at(-1)?.word !== '.') tokens.push({ word: '.', from: place.to, to: place.to });
  }
  return tokens;
}

/** What the words from here on are read as, and how many of them. */
function readAs(raw: readonly Token[], index: number, spelling: Spelling): readonly [readonly string[], number] {
  const first = raw[index]?.word ?? '';
  const { same } = spelling;
  for (const length of [3, 2]) {
    if (index + length > raw.length) continue;
    const phrase = raw.slice(index, index + length).map((token) => token.word.replaceAll("'", ''));
    const read = same.get(phrase.join(' '));
    if (read !== undefined) return [read, length];
  }
  const bare = first.replaceAll("'", '');
  const read = same.get(first) ?? same.get(bare);
  if (read !== undefined) return [read, 1];
  if (bare === '') return [[], 1];
  if (spelling.known.has(bare)) return [[bare], 1];
  const one = bare.length < 40 ? meant(bare, spelling) : bare;
  return [same.get(one) ?? [one], 1];
}

/** The known word that was most likely meant: letters drawn out, or one slip of the finger in a long word. */
function meant(word: string, { known, same, slips }: Spelling): string {
  const spellings = [word.replace(/(.)\1{2,}/gu, '$1$1'), word.replace(/(.)\1{2,}/gu, '$1'), word.replace(/'?s$/, '')];
  const found = spellings.find((one) => known.has(one) || (one !== word && same.has(one)));
  if (found !== undefined) return found;
  return word.length < 6 || /\d/.test(word) ? word : (slipOf(word, slips, known) ?? word);
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
