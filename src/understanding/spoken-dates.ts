/** Dates in words: "next week", "tuesday week", "in six months", "xmas", "spring", "tonight". */
import { addDays, addMonths, type Day, dayOf, mondayOf, weekdayOf, yearOf } from './calendar.ts';
import { feastIn } from './feasts.ts';
import { endOf, type Finder, type Found, inSomeYear, type Moment, withNextOrLast } from './found-date.ts';
import { alternatives } from './numbers.ts';
import type { Words } from './words.ts';
import { pattern } from './written-dates.ts';

type Meant = Omit<Found, 'at' | 'length'>;

export function spokenFinders(words: Words): Finder[] {
  const { dates } = words.lists;
  const source = (list: object) =>
    words.made(`source ${Object.keys(list).join()}`, () =>
      Object.keys(list)
        .toSorted((one, other) => other.length - one.length)
        .join('|'),
    );
  const weekday = `(${source(dates.weekdays)})(?!\\p{L})`;
  const weekdayNumber = (name: string | undefined) =>
    (dates.weekdays as Readonly<Record<string, number>>)[name ?? ''] ?? 1;
  return [
    feasts(words),
    pattern(
      new RegExp(
        `(?<!\\p{L})(\\d+|a|an|1) (week|wk|fortnight|month)s? (?:on |from |come )?(?:this |next )?(?:${weekday}|(today|tomorrow))`,
        'u',
      ),
      (found, moment) => countedFrom(found, weekdayNumber, moment),
    ),
    pattern(new RegExp(`(?<!\\p{L})${weekday} (week|fortnight)(?!\\p{L})`, 'u'), (found, moment) =>
      weekOn(moment, weekdayNumber(found[1]), found[2] === 'week' ? 7 : 14),
    ),
    pattern(
      new RegExp(`(?<!\\p{L})${weekday} (?:of )?next week|next week,? (?:on )?(?:the )?${weekday}`, 'u'),
      (found, moment) => day([addDays(mondayOf(moment.today), 6 + weekdayNumber(found[1] ?? found[2]))]),
    ),
    ranges(words),
    durations(words),
    named(words),
    pattern(
      new RegExp(
        `(?:(?<!\\p{L})(next|this|last|coming|every|a) )?(?<!\\p{L})${weekday}( coming)?(?! ?s(?!\\p{L}))`,
        'u',
      ),
      (found, moment) => weekdays(found[1], weekdayNumber(found[2]), moment),
    ),
    seasons(words),
    spans(words),
  ];
}

const day = (dates: readonly Day[]): Meant => ({ kind: 'day', precision: 'day', dates });
const coming = (today: Day, weekday: number): Day => addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);

function countedFrom(found: RegExpExecArray, numberOf: (name: string | undefined) => number, moment: Moment): Meant {
  const count = /^\d/.test(found[1] ?? '') ? Number(found[1]) : 1;
  const base =
    found[3] !== undefined
      ? coming(moment.today, numberOf(found[3]))
      : addDays(moment.today, found[4] === 'tomorrow' ? 1 : 0);
  if (found[2] === 'month') return day([addMonths(base, count)]);
  return day([addDays(base, count * (found[2] === 'fortnight' ? 14 : 7))]);
}

/** "Monday week" said on a Monday may count from today or from the next one. */
const weekOn = ({ today }: Moment, weekday: number, days: number): Meant => {
  const next = addDays(coming(today, weekday), days);
  return day(weekdayOf(today) === weekday ? [addDays(next, -7), next] : [next]);
};

/** "Next Thursday" said on a Monday may be this week's or the one after; "next Monday" then is plain. */
function weekdays(word: string | undefined, weekday: number, moment: Moment): Meant | undefined {
  if (word === 'a') return { kind: 'weekday', precision: 'day', dates: [], why: 'which_week' };
  if (word === 'every') return { kind: 'weekday', precision: 'day', dates: [], why: 'every_week' };
  const next = coming(moment.today, weekday);
  const inWeek = addDays(mondayOf(moment.today), 6 + weekday);
  if (word === 'next') return { kind: 'weekday', precision: 'day', dates: next === inWeek ? [next] : [next, inWeek] };
  const last = addDays(next, -7);
  const before = last === moment.today ? addDays(last, -7) : last;
  if (word === 'last')
    return {
      kind: 'weekday',
      precision: 'day',
      dates:
        weekdayOf(moment.today) === weekday
          ? [before]
          : [before, addDays(before, -7)].slice(0, moment.tense === 'future' ? 1 : 2),
      ...(weekdayOf(moment.today) === weekday ? { why: 'which_week' } : {}),
    };
  return { kind: 'weekday', precision: 'day', dates: [moment.tense === 'past' ? before : next] };
}

/** "In six months", "two years ago", "a fortnight", "6wks". */
function durations(words: Words): Finder {
  const { units, ago } = words.lists.dates;
  const table: Readonly<Record<string, string>> = units;
  const unit = Object.keys(units)
    .toSorted((one, other) => other.length - one.length)
    .join('|');
  const back = ago.join('|');
  return pattern(
    new RegExp(
      `(?<![\\p{L}\\d.£])(\\d+(?:\\.\\d+)?|a|an|one) ?(${unit})'?s?(?!\\p{L})(?: and a half)?(?:'? (?:time|from now|hence|on))?( (?:${back})(?!\\p{L}))?`,
      'u',
    ),
    (found, moment) => {
      const count = /^\d/.test(found[1] ?? '') ? Number(found[1]) : 1;
      const of = table[found[2] ?? ''];
      const half = found[0].includes('and a half');
      const way = found[3] !== undefined || moment.tense === 'past' ? -1 : 1;
      if (!Number.isFinite(count) || count > 1200 || (moment.tense === 'past' && found[3] === undefined))
        return { kind: 'span', precision: 'year', dates: [], why: 'no_date' };
      if (of === 'day') return day([addDays(moment.today, way * count)]);
      if (of === 'week' || of === 'fortnight')
        return {
          kind: 'span',
          precision: 'week',
          dates: [addDays(moment.today, way * Math.round((count + (half ? 0.5 : 0)) * (of === 'week' ? 7 : 14)))],
        };
      if (of === 'month')
        return { kind: 'span', precision: 'month', dates: [addMonths(moment.today, way * Math.round(count))] };
      const whole = Number.isInteger(count) && !half;
      return {
        kind: 'span',
        precision: whole ? 'year' : 'month',
        dates: [addMonths(moment.today, way * Math.round((count + (half ? 0.5 : 0)) * 12))],
      };
    },
  );
}

/** "Six to eight weeks": either. */
function ranges(words: Words): Finder {
  const table: Readonly<Record<string, string>> = words.lists.dates.units;
  return pattern(
    new RegExp(
      `(?<![\\p{L}\\d.£])(\\d{1,2}) ?(?:to|or|-) ?(\\d{1,2}) ?(${Object.keys(table).join('|')})(?!\\p{L})(?! ago)`,
      'u',
    ),
    (found, { today }) => {
      const unit = table[found[3] ?? ''] ?? 'week';
      const days = { day: 1, week: 7, fortnight: 14 }[unit];
      const after = (count: number) =>
        days === undefined ? addMonths(today, count * (unit === 'year' ? 12 : 1)) : addDays(today, days * count);
      const precision = unit === 'month' || unit === 'year' || unit === 'day' ? unit : 'week';
      return { kind: 'span', precision, dates: [after(Number(found[1])), after(Number(found[2]))] };
    },
  );
}

function named(words: Words): Finder {
  const table: Readonly<Record<string, number>> = words.lists.dates.days;
  return pattern(alternatives(Object.keys(table), 'u'), (found, moment) =>
    day([addDays(moment.today, table[found[0]] ?? 0)]),
  );
}

/** "This week", "next month", "some time next year", "the week after next". */
function spans(words: Words): Finder {
  const table: Readonly<Record<string, readonly (string | number)[]>> = words.lists.dates.spans;
  return pattern(alternatives(Object.keys(table), 'u'), (found, { today }) => {
    const [of, count] = table[found[0]] ?? ['week', 0];
    const more = Number(count);
    if (of === 'week')
      return { kind: 'span', precision: 'week', dates: [more === 0 ? today : addDays(mondayOf(today), 7 * more)] };
    if (of === 'today') return { kind: 'span', precision: 'year', dates: [addMonths(today, 12 * more)] };
    if (of === 'weekend')
      return { kind: 'weekday', precision: 'week', dates: [addDays(mondayOf(today), 5 + 7 * more)] };
    if (of === 'month')
      return { kind: 'span', precision: 'month', dates: [addMonths(`${today.slice(0, 7)}-01`, more)] };
    const year = dayOf(yearOf(today) + more, 1, 1);
    return { kind: 'year', precision: 'year', dates: year === undefined ? [] : [year] };
  });
}

const yearSaid = '(?:,? (?:of |in )?(\\d{4})(?!\\d))?(?: (next|this|last) year| (after next))?';

function feasts(words: Words): Finder {
  const rules: Readonly<Record<string, string>> = words.lists.dates.feasts;
  const names = Object.keys(rules)
    .toSorted((one, other) => other.length - one.length)
    .join('|');
  return pattern(
    new RegExp(`(?:(next|this|last|coming) )?(?<!\\p{L})(${names})(?!\\p{L})${yearSaid}`, 'u'),
    (found, moment) => {
      const rule = rules[found[2] ?? ''] ?? '';
      const [, month] = /^month:(\d+)$/.exec(rule) ?? [];
      if (month !== undefined)
        return {
          kind: 'month',
          precision: 'month',
          dates: inSomeYear(moment, 'month', (year) => dayOf(year, Number(month), 1)),
        };
      if (rule === '?') return { kind: 'feast', precision: 'day', dates: [], why: 'which_day' };
      return { kind: 'feast', precision: 'day', dates: yearly(found, moment, 'day', (year) => feastIn(rule, year)) };
    },
  );
}

function seasons(words: Words): Finder {
  const months: Readonly<Record<string, number>> = words.lists.dates.seasons;
  const names = Object.keys(months)
    .toSorted((one, other) => other.length - one.length)
    .join('|');
  return pattern(
    new RegExp(`(?:(next|this|last|coming) )?(?<!\\p{L})(${names})(?!\\p{L})${yearSaid}`, 'u'),
    (found, moment) => {
      const dates = yearly(found, moment, 'season', (year) => dayOf(year, months[found[2] ?? ''] ?? 0, 1));
      return { kind: 'span', precision: 'season', dates };
    },
  );
}

function yearly(
  found: RegExpExecArray,
  moment: Moment,
  precision: 'day' | 'season',
  make: (year: number) => Day | undefined,
): Day[] {
  const now = yearOf(moment.today);
  const years: Readonly<Record<string, number>> = { next: now + 1, this: now, last: now - 1 };
  const year = found[3] !== undefined ? Number(found[3]) : years[found[4] ?? ''];
  const fixed = year === undefined ? undefined : make(year);
  if (fixed !== undefined) return [fixed];
  const word = found[5] === undefined ? found[1] : 'after_next';
  if (word === 'this')
    return inSomeYear(moment.tense === 'any' ? { ...moment, tense: 'future' } : moment, precision, make);
  const dates =
    word === undefined || word === 'coming'
      ? soonOver(inSomeYear(moment, precision, make), moment, make)
      : withNextOrLast(word, moment, precision, make);
  // A season that has begun counts from today: the plan cannot begin before.
  return dates.map((date) =>
    moment.tense === 'future' && date < moment.today && endOf(date, precision) >= moment.today ? moment.today : date,
  );
}

/** A season with a week or two left is not what a plan is for: the next one is. */
function soonOver(dates: readonly Day[], { today, tense }: Moment, make: (year: number) => Day | undefined): Day[] {
  const [only] = dates;
  if (tense !== 'future' || only === undefined || only >= today || addDays(today, 14) <= endOf(only, 'season'))
    return [...dates];
  const next = make(yearOf(only) + 1);
  return next === undefined ? [...dates] : [next];
}
