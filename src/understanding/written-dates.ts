/** Dates with figures or a month in them: "12/3/42", "the first of may", "feb 14", "end of march", "june". */
import { addMonths, type Day, dateOf, dayOf, daysIn, monthOf, yearOf } from './calendar.ts';
import { type Finder, type Found, fullYears, inSomeYear, type Moment, withNextOrLast } from './found-date.ts';
import { alternatives } from './numbers.ts';
import type { Words } from './words.ts';

export function writtenFinders(words: Words): Finder[] {
  const months: Readonly<Record<string, number>> = words.lists.dates.months;
  const month = `(${Object.keys(months)
    .toSorted((one, other) => other.length - one.length)
    .join('|')})\\.?(?!\\p{L})`;
  const year = "(?:,? (?:of )?(\\d{4}|'?\\d{2})(?![\\d:/]| ?(?:am|pm|th|st|nd|rd)(?!\\p{L})))";
  const figure = (name: string | undefined) => months[name ?? ''] ?? 0;
  return [
    pattern(/(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u, (found, moment) =>
      days(moment, Number(found[3]), Number(found[2]), found[1]),
    ),
    pattern(/(?<![\d£])(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4}|\d{2})(?!\d)/u, numeric),
    pattern(/(?<![\d£])(\d{1,2}) (\d{1,2}) (\d{4}|\d{2})(?!\d)/u, (found, moment) =>
      moment.tense === 'past' || found[3]?.length === 4 ? numeric(found, moment) : undefined,
    ),
    pattern(/(?<!\d)(\d{2})(\d{2})(\d{4}|\d{2})(?!\d)/u, (found, moment) =>
      moment.tense === 'past' ? numeric(found, moment) : undefined,
    ),
    pattern(
      new RegExp(
        `(?<![\\d/])(\\d{1,2})(?:st|nd|rd|th)? (?:day )?(?:of )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)${year}`,
        'u',
      ),
      numeric,
    ),
    pattern(/(?<![\d/£])(\d{1,2})\/(\d{1,2})(?![\d/])/u, withoutYear),
    pattern(
      new RegExp(`(?<![\\d/])(\\d{1,2})(?:st|nd|rd|th)?(?: day)?(?: of)? ${month}${year}?`, 'u'),
      (found, moment) => days(moment, Number(found[1]), figure(found[2]), found[3]),
    ),
    pattern(
      new RegExp(`(?<!\\p{L})${month} (?:the )?(\\d{1,2})(st|nd|rd|th)?(?![\\d:/])${year}?`, 'u'),
      (found, moment) => monthFirst(found, figure(found[1]), moment),
    ),
    pattern(/(?<![\d/])(\d{1,2})(?:st|nd|rd|th) (?:of )?(next|this|the) month/u, (found, { today }) => {
      const on = dayOf(yearOf(today), monthOf(today), 1);
      const first = on === undefined ? today : addMonths(on, found[2] === 'next' ? 1 : 0);
      const date = dayOf(yearOf(first), monthOf(first), Number(found[1]));
      return {
        kind: 'day',
        precision: 'day',
        dates: date === undefined ? [] : [date],
        ...(date === undefined ? { why: 'no_such_day' } : {}),
      };
    }),
    partOfMonth(words, month, figure),
    wholeMonth(words, month, figure),
  ];
}

type Read = (found: RegExpExecArray, moment: Moment) => Omit<Found, 'at' | 'length'> | undefined;

/** A finder from a pattern and the reading of its parts. */
export const pattern =
  (expression: RegExp, read: Read): Finder =>
  (text, moment) => {
    const found = expression.exec(text);
    const meant = found === null ? undefined : read(found, moment);
    return found === null || meant === undefined ? undefined : { at: found.index, length: found[0].length, ...meant };
  };

const numeric: Read = (found, moment) => {
  const [day, month] = [Number(found[1]), Number(found[2])];
  return days(moment, day, month, found[3]);
};

/** Day and month, with or without a year. No such day is a reason to ask. */
function days(moment: Moment, day: number, month: number, year: string | undefined): Omit<Found, 'at' | 'length'> {
  const made =
    year === undefined
      ? inSomeYear(moment, 'day', (one) => dayOf(one, month, day))
      : fullYears(year, moment).map((one) => dayOf(one, month, day));
  const dates = made.filter((one) => one !== undefined);
  if (dates.length === 0) return { kind: 'day', precision: 'day', dates, why: 'no_such_day' };
  return {
    kind: 'day',
    precision: 'day',
    dates,
    hasYear: year !== undefined,
    ...(year === undefined && moment.isBirth ? { why: 'needs_year' } : {}),
  };
}

/** "3/4" is 3 April here, but not everybody writes it so: it is asked back unless only one way can be. */
const withoutYear: Read = (found, moment) => {
  const [one, other] = [Number(found[1]), Number(found[2])];
  if (one > 31 || other > 31 || (one > 12 && other > 12) || one === 0 || other === 0) return undefined;
  const ways =
    one > 12
      ? [[one, other]]
      : other > 12
        ? [[other, one]]
        : one === other
          ? [[one, other]]
          : [
              [one, other],
              [other, one],
            ];
  const dates = ways.flatMap(([day = 0, month = 0]) =>
    inSomeYear({ ...moment, tense: moment.tense === 'past' ? 'past' : 'future' }, 'day', (year) =>
      dayOf(year, month, day),
    ),
  );
  return { kind: 'day', precision: 'day', dates };
};

/** "March 12 1942", "feb 14"; "oct 27" may be a day or a year. */
function monthFirst(found: RegExpExecArray, month: number, moment: Moment): Omit<Found, 'at' | 'length'> {
  const number = Number(found[2]);
  const meant = days(moment, number, month, found[4]);
  const now = yearOf(moment.today) % 100;
  const mayBeYear = found[3] === undefined && found[4] === undefined && number >= now && number <= now + 5;
  const asYear = dayOf(2000 + number, month, 1);
  if (number > 31) {
    const dates = fullYears(String(number), moment)
      .map((year) => dayOf(year, month, 1))
      .filter((day) => day !== undefined);
    return { kind: 'month', precision: 'month', dates };
  }
  return mayBeYear && asYear !== undefined ? { ...meant, dates: [...meant.dates, asYear] } : meant;
}

/** "Start of march", "mid feb", "end of next year", "first week of january". */
function partOfMonth(words: Words, month: string, figure: (name: string | undefined) => number): Finder {
  const { parts } = words.lists.dates;
  const part = Object.keys(parts)
    .toSorted((one, other) => other.length - one.length)
    .join('|');
  const table: Readonly<Record<string, string>> = parts;
  const of = new RegExp(
    `(?<!\\p{L})(${part})[ -](?:of )?(?:the )?(?:(next|this|the) )?(?:${month}|(month|year))(?: (?:of )?(\\d{4}))?(?: (next) year)?`,
    'u',
  );
  return pattern(of, (found, moment) => {
    const which = table[found[1] ?? ''];
    const year = found[5] === undefined ? undefined : Number(found[5]);
    const isYear = found[4] === 'year';
    const base = found[4] === undefined ? undefined : yearOf(moment.today) + (found[2] === 'next' && isYear ? 1 : 0);
    const thisMonth = monthOf(moment.today) + (found[2] === 'next' ? 1 : 0);
    const number =
      found[3] !== undefined
        ? figure(found[3])
        : isYear
          ? which === 'end'
            ? 12
            : which === 'middle'
              ? 6
              : 1
          : thisMonth > 12
            ? 1
            : thisMonth;
    const make = (one: number) => weekOf(one, number, which);
    if (which === 'unsure') return { kind: 'month', precision: 'week', dates: [], why: 'which_part' };
    const fixed = year ?? (base === undefined ? undefined : base + (thisMonth > 12 && !isYear ? 1 : 0));
    const dates =
      fixed !== undefined
        ? [make(fixed)]
        : found[6] !== undefined
          ? [make(yearOf(moment.today) + 1)]
          : inSomeYear(moment, 'week', make);
    const precision = isYear && which !== 'end' ? 'month' : 'week';
    return { kind: 'month', precision, dates: dates.filter((day) => day !== undefined) };
  });
}

function weekOf(year: number, month: number, part: string | undefined): Day | undefined {
  const starts: Readonly<Record<string, number>> = {
    start: 1,
    first: 1,
    second: 8,
    third: 15,
    middle: 15,
    fourth: 22,
    end: daysIn(year, month) - 6,
  };
  return dayOf(year, month, starts[part ?? ''] ?? 1);
}

/** "June", "next june", "june next year", "june 2028". */
function wholeMonth(words: Words, month: string, figure: (name: string | undefined) => number): Finder {
  const nexts = words.made('nexts', () => alternatives(Object.keys(words.lists.dates.nexts)).source);
  const table: Readonly<Record<string, string>> = words.lists.dates.nexts;
  const whole = new RegExp(
    `(?:(${nexts}) )?(?<!\\p{L})${month}(?: time)?(?:,? (?:of |in )?(\\d{4})(?!\\d))?(?: (next|this|last) year)?`,
    'u',
  );
  return pattern(whole, (found, moment) => {
    const number = figure(found[2]);
    const make = (year: number) => dayOf(year, number, 1);
    const word = table[found[1] ?? ''];
    const now = yearOf(moment.today);
    const years: Readonly<Record<string, number>> = { next: now + 1, this: now, last: now - 1 };
    const year = found[3] === undefined ? years[found[4] ?? ''] : Number(found[3]);
    const dates =
      year !== undefined
        ? [make(year)]
        : word === undefined || word === 'this'
          ? inSomeYear(
              word === 'this' && moment.tense === 'any' ? { ...moment, tense: 'future' } : moment,
              'month',
              make,
            )
          : withNextOrLast(word, moment, 'month', make);
    return { kind: 'month', precision: 'month', dates: dates.filter((day) => day !== undefined) };
  });
}

/** "The 12th", "tuesday the 1st": the next one, this month or the one after. */
export const bareOrdinal: Finder = pattern(
  /(?<![\d/])(?:the )?(\d{1,2})(?:st|nd|rd|th)(?!\p{L}| (?:time|floor|one|week|day|birthday|of|lockdown|session|appointment|meeting|class|carers?|visit|operation|op|baby|wedding|lesson|match|choice|chance|step|half|year|month|thing|child|grandchild|person|assessment|review|stage|round|treatment|chemo|jab|dose|scan|term|stroke|fall|heart)(?!\p{L}))/u,
  (found, moment) => {
    const day = Number(found[1]);
    const [year, month] = [yearOf(moment.today), monthOf(moment.today)];
    const from = day >= dateOf(moment.today) ? 0 : 1;
    const tries = [from, from + 1, from + 2].map((more) =>
      dayOf(year + Math.floor((month - 1 + more) / 12), ((month - 1 + more) % 12) + 1, day),
    );
    const date = tries.find((one) => one !== undefined);
    return {
      kind: 'day',
      precision: 'day',
      dates: date === undefined ? [] : [date],
      ...(date === undefined ? { why: 'no_such_day' } : {}),
    };
  },
);
