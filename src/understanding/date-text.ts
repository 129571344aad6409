/** The text in which a date is looked for, and what can be said of it before any is. */
import type { Heard } from './kinds.ts';
import { isNear } from './near.ts';
import { withoutThese } from './now-said.ts';
import { alternatives, withDigits } from './numbers.ts';
import type { Words } from './words.ts';

/** Figures for number words, months and weekdays spelled right, "may" only where it is a month. */
export function readable(heard: Heard, words: Words): string {
  const { months, weekdays, fixes } = words.lists.dates;
  const names = words.made('long date names', () =>
    [...Object.keys(months), ...Object.keys(weekdays)].filter((name) => name.length >= 6),
  );
  const exact = words.made(
    'date names',
    () => new Set([...Object.keys(months), ...Object.keys(weekdays), ...words.lists.dates.notTypos]),
  );
  const mended: Readonly<Record<string, string>> = fixes;
  const apart = heard.plain.replace(/(\d)(?!st|nd|rd|th)(?=\p{L}{2})/gu, '$1 ');
  const spelled = withDigits(withoutThese(apart, 'notFigures'), words, true)
    .replace(/[\p{L}']+/gu, (word) => {
      if (exact.has(word) || word.length < 5) return word;
      return names.find((name) => isNear(word, name)) ?? word;
    })
    .replace(
      words.made('date fixes', () => alternatives(Object.keys(fixes))),
      (found) => mended[found] ?? found,
    )
    .replace(/(\d)([a-z]{2,})/g, (whole, digit: string, rest: string) =>
      /^(?:st|nd|rd|th)$/.test(rest) ? whole : `${digit} ${rest}`,
    );
  return spelled.includes('may') ? spelled.replace(mayBe(words), 'm-y') : spelled;
}

/** "May" that is no month: "I may go". */
const mayBe = (words: Words): RegExp =>
  words.made('may be', () => {
    const before = alternatives(words.lists.dates.beforeMay, 'u').source;
    return new RegExp(
      `(?<!(?:^|[\\d.,/-]|st|nd|rd|th|make it|${before}) ?)may(?!\\p{L}| ?\\d| the \\d| time| bank)`,
      'gu',
    );
  });

/** "No date, I'll get there when I get there": the rest only says it again. */
export const opensWithNone = (text: string, words: Words): boolean =>
  words
    .made('opens with no date', () => new RegExp(`^(?:${words.lists.dates.noDate.join('|')})(?!\\p{L})[,.]`, 'u'))
    .test(text.trim().replaceAll("'", ''));

/** Without a figure or a word of the calendar no day is named: the library need not look. */
export const mayNameDay = (text: string, words: Words): boolean =>
  words
    .made('calendar', () => new RegExp(`\\d|(?<!\\p{L})(?:${words.lists.dates.calendar.join('|')})`, 'u'))
    .test(text);
