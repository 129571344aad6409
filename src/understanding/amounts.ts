/** Amounts in pence and periods, wherever they stand in a text. */
import type { Period } from '../plan/values.ts';
import { alternatives } from './numbers.ts';
import type { Words } from './words.ts';

/** Amounts in pence. When any bears a pound sign, bare numbers beside it are something else. */
export function amountsIn(text: string, words: Words): number[] {
  const bare = stripped(text, words);
  const signed = [...bare.matchAll(/£ ?(\d+(?:\.\d{1,2})?)(?:-£? ?(\d+(?:\.\d{1,2})?))?(?![\d.])/g)];
  const found =
    signed.length > 0
      ? signed
      : [
          ...bare.matchAll(
            /(?<![\d.£\p{L}])(\d+(?:\.\d{1,2})?)(?: ?(?:-|to) ?(\d+(?:\.\d{1,2})?))?(?![\d.]|st|nd|rd|th)/gu,
          ),
        ];
  return found
    .flatMap((one) => [one[1], one[2]])
    .filter((one) => one !== undefined)
    .map(penceOf);
}

/** Without the numbers of periods and counts: "every 4 weeks", "7 days". */
const stripped = (text: string, words: Words): string =>
  text
    .replace(
      words.made('numbered periods', () =>
        alternatives(
          Object.values(words.lists.money.periods)
            .flat()
            .filter((one) => /\d/.test(one)),
        ),
      ),
      ' ',
    )
    .replace(/(?<![£\d.])\d+ ?(?:days?|times?|weeks?|months?|classe?s?|sessions?|visits?|x)(?!\p{L})/gu, ' ');

export const periodsIn = (text: string, words: Words): Period[] => periodsAndRest(text, words).found;

/** The periods that are named, and the text without them. */
export function periodsAndRest(text: string, words: Words): { readonly found: Period[]; readonly rest: string } {
  const tables = Object.entries(words.lists.money.periods) as [Period, string[]][];
  const rows = words.made('periods', () =>
    tables.map(
      ([period, phrases]) =>
        [
          period,
          alternatives(phrases.filter((one) => !one.startsWith('/'))),
          phrases.filter((one) => one.startsWith('/')),
        ] as const,
    ),
  );
  let rest = text.replace(/(\d)(pw|pcm|pm|pa)(?!\p{L})/gu, '$1 $2');
  const found: Period[] = [];
  // Longer periods first, so that the "week" of "every other week" is not read twice.
  for (const period of ['four_weeks', 'fortnight', 'one_off', 'year', 'month', 'week'] as const) {
    const row = rows.find(([name]) => name === period);
    if (row === undefined) continue;
    const before = rest;
    rest = rest.replace(row[1], ' ');
    for (const slash of row[2]) rest = rest.replace(slash, ' ');
    if (rest !== before) found.push(period);
  }
  return { found, rest };
}

/** Whole pence from figures, without floating point: "198.4" is 19840. */
export function penceOf(figures: string): number {
  const [whole = '0', part = ''] = figures.split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0').slice(0, 2));
}
