/** Numbers said in words, written as digits: "two hundred and fifty quid" becomes "250 quid", "third of may" "3rd of may". */
import { isNear } from './near.ts';
import type { Words } from './words.ts';

const pieces = /\d[\d,]*(?:\.\d+)?|[\p{L}\p{M}']+|[^\p{L}\p{M}\d']+|'/gu;

type Part = {
  readonly value: number;
  readonly size: 'unit' | 'teen' | 'ten' | 'times' | 'digits';
  readonly ordinal: boolean;
};

/** `years` reads "nineteen forty two" as 1942; elsewhere it stays two numbers. */
export function withDigits(text: string, words: Words, years = false): string {
  const parts = fixed(text, words).match(pieces) ?? [];
  let written = '';
  for (let at = 0; at < parts.length; ) {
    const group = groupAt(parts, at, words, years);
    written += group?.written ?? parts[at] ?? '';
    at = group?.next ?? at + 1;
  }
  return written;
}

/** Phrases that stand for a number: "a couple of". */
function fixed(text: string, words: Words): string {
  const fixes: Readonly<Record<string, string>> = words.lists.numberFixes;
  const pattern = words.made('number fixes', () => alternatives(Object.keys(fixes)));
  return text.replace(pattern, (found) => fixes[found] ?? found);
}

/** A pattern that finds any of these phrases as whole words, longest first. Only words from our own lists go in. */
export function alternatives(phrases: readonly string[], flags = 'gu'): RegExp {
  const longest = phrases.toSorted((one, other) => other.length - one.length);
  const escaped = longest.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, flags);
}

function groupAt(parts: readonly string[], from: number, words: Words, years: boolean) {
  let total = 0;
  let current: number | undefined;
  let last: Part | undefined;
  let next = from;
  let at = from;
  if (
    (parts[at] === 'a' || parts[at] === 'an') &&
    parts[at + 1] === ' ' &&
    partOf(parts[at + 2], words)?.size === 'times'
  ) {
    current = 1;
    at += 2;
  }
  for (; at < parts.length; ) {
    const part = partOf(parts[at], words);
    if (part === undefined || (last?.ordinal ?? false)) break;
    if (part.size === 'times') {
      // "Hundred and fifty" is one hundred; "a few hundred" is no number.
      if (
        current === undefined &&
        at === from &&
        part.value === 100 &&
        !/^(?:few|several|many|couple|of|some)$/.test(parts[from - 2] ?? '')
      )
        current = 1;
      if (current === undefined) break;
      if (part.value === 1000) {
        total += current * 1000;
        current = 0;
      } else if (current > 0 && current < 100) current *= 100;
      else break;
    } else {
      const joined = join(current, last, part, years);
      if (joined === undefined) break;
      current = joined;
    }
    last = part;
    next = at + 1;
    at = afterGap(parts, next, part, words);
  }
  if (last === undefined || (last.size === 'digits' && next === from + 1)) return undefined;
  const value = rounded(total + (current ?? 0));
  return { written: last.ordinal ? `${value}${endingOf(value)}` : String(value), next };
}

/** What the numbers make together; undefined when the next one begins a new number. */
function join(current: number | undefined, last: Part | undefined, part: Part, years: boolean): number | undefined {
  if (last === undefined || current === undefined) return part.value;
  if (last.size === 'times') return part.size === 'digits' ? undefined : current + part.value;
  if (last.size === 'ten' && part.size === 'unit' && part.value > 0 && current % 10 === 0) {
    return current + part.value;
  }
  const isCentury = years && (current === 18 || current === 19 || current === 20) && !part.ordinal;
  return isCentury && (part.size === 'ten' || part.size === 'teen') ? current * 100 + part.value : undefined;
}

/** Where the next word of the same number would stand: over one space, a hyphen, or "and" after a hundred. */
function afterGap(parts: readonly string[], at: number, last: Part, words: Words): number {
  const gap = parts[at];
  if (gap !== ' ' && gap !== '-') return parts.length;
  const isAnd = parts[at + 1] === 'and' && parts[at + 2] === ' ' && last.size === 'times';
  return isAnd && partOf(parts[at + 3], words) !== undefined ? at + 3 : at + 1;
}

function partOf(piece: string | undefined, words: Words): Part | undefined {
  if (piece === undefined) return undefined;
  if (/^\d/.test(piece)) return { value: Number(piece.replaceAll(',', '')), size: 'digits', ordinal: false };
  const times = (words.lists.multipliers as Readonly<Record<string, number>>)[piece];
  if (times !== undefined) return { value: times, size: 'times', ordinal: false };
  const exact = (words.lists.numbers as Readonly<Record<string, number>>)[piece];
  if (exact !== undefined && !words.lists.notNumbers.includes(piece))
    return { value: exact, size: sizeOf(exact), ordinal: false };
  const place = (words.lists.dayOrdinals as Readonly<Record<string, number>>)[piece];
  if (place !== undefined) return { value: place, size: sizeOf(place), ordinal: true };
  const value = cardinal(piece, words);
  return value === undefined ? undefined : { value, size: sizeOf(value), ordinal: false };
}

const sizeOf = (value: number): Part['size'] => (value < 10 ? 'unit' : value < 20 || value % 10 > 0 ? 'teen' : 'ten');

function cardinal(word: string, words: Words): number | undefined {
  const table: Readonly<Record<string, number>> = words.lists.numbers;
  if (Object.hasOwn(table, word)) return words.lists.notNumbers.includes(word) ? undefined : table[word];
  if (word.length < 6) return undefined;
  // Long number words are unlike other words, so that a slip of the finger is safe to mend.
  const near = Object.keys(table).find((name) => name.length >= 6 && isNear(word, name));
  return near === undefined ? undefined : table[near];
}

const rounded = (value: number) => Math.round(value * 100) / 100;
const endingOf = (value: number) =>
  value % 100 >= 11 && value % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
