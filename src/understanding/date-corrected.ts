/** What counts of a message about dates: after a correction, without what is refused or only wished. */
import { alternatives } from './numbers.ts';
import type { Words } from './words.ts';

/** "Christmas would be lovely but easter's more realistic": what it will be. */
const withoutWish = (text: string): string =>
  /(?:would(?:'ve| have)? be(?:en)? (?:lovely|nice|great|good|best|ideal)|(?<!\p{L})ideally|hoping for|hoped for|wanted) ?.{0,30}? (?:but|though) (.*(?:\d|\p{L}{3}).*)$/u.exec(
    text,
  )?.[1] ?? text;

/** "14 Jan, no sorry the 15th", "2nd of Feb 49, no 48": only the day, or the year, is changed. */
function corrected(text: string, words: Words): string {
  const turn = words.made(
    'one figure',
    () => alternatives([...words.lists.corrections, ...words.lists.dates.turnsBack]).source,
  );
  const months = Object.keys(words.lists.dates.months).join('|');
  const found = new RegExp(
    `^(.*\\d.*?)[ ,.;-]+(?:${turn})[ ,]+(?:the |it's |its )?(\\d{1,4})(st|nd|rd|th)?[ .!]*$`,
    'u',
  ).exec(text);
  const [, before = '', figure = '', ordinal] = found ?? [];
  if (found === null || !new RegExp(`(?<!\\p{L})(?:${months})(?!\\p{L})|\\d[/.-]\\d`, 'u').test(before)) return text;
  const isYear = ordinal === undefined && (figure.length === 4 || Number(figure) > 31);
  const place = isYear ? /\d{2,4}(?!.*\d)/u : /(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?!\d)/u;
  return before.replace(place, `${figure}${isYear ? '' : (ordinal ?? '')}`);
}

/** "Not the 3rd of February, the 4th": of the same month. */
const otherDay = (text: string, words: Words): string =>
  text.replace(
    words.made(
      'other day',
      () =>
        new RegExp(
          `not (?:the )?\\d{1,2}(?:st|nd|rd|th)? (?:of )?(${Object.keys(words.lists.dates.months).join('|')})(?!\\p{L})[ ,]+(?:but )?(?:the )?(\\d{1,2}(?:st|nd|rd|th))(?=[ .!]*$)`,
          'u',
        ),
    ),
    '$2 of $1',
  );

/** After "no, hang on" only what follows counts; a refused date ("not Easter, summer") is left out. */
export function latest(said: string, words: Words): string {
  const text = withoutWish(corrected(otherDay(said, words), words));
  const cut = words.made('date corrections', () =>
    alternatives([...words.lists.corrections, ...words.lists.dates.turnsBack]),
  );
  const places = [...text.matchAll(cut)];
  const last = places.findLast(
    (found) => /\p{L}{3}|\d/u.test(text.slice(found.index + found[0].length)) && found.index > 0,
  );
  const rest = last === undefined ? text : text.slice(last.index + last[0].length);
  const refused = withoutRefused(rest).replace(
    /(?<!\p{L})not (?!till|until|til|before|sure|long)[^,;]{1,30}[,;]/gu,
    ' ',
  );
  // "The day after" leans on what was said before the correction.
  return last !== undefined && /^ ?(?:it )?the (?:day|week) (?:after|before)/.test(rest)
    ? `${rest} ${text.slice(0, last.index)}`
    : refused;
}

/** "Thursday, wensday is the chiropodist": what is said of another day is a reason. */
const withoutRefused = (text: string): string =>
  /^[^,]{0,12}day,/.test(text) ? text.replace(/, ?\p{L}+day(?:'?s| is| i've| i have) .*$/u, '') : text;
