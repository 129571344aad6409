/** What a finder of dates found, and the choice of a year where none was said. */
import { addDays, type Day, daysBetween, daysIn, monthOf, yearOf } from './calendar.ts';
import type { Precision } from './precision.ts';

export interface Moment {
  readonly today: Day;
  /** Which way a date without a year points: a birth is past, a plan is to come. */
  readonly tense: 'past' | 'future' | 'any';
  /** A birth needs its year. */
  readonly isBirth: boolean;
}

/** One meaning, or several that are equally likely, or a reason why it is none. */
export interface Found {
  readonly at: number;
  readonly length: number;
  readonly kind: 'day' | 'weekday' | 'month' | 'span' | 'year' | 'feast';
  readonly precision: Precision;
  readonly dates: readonly Day[];
  readonly why?: string;
  /** The year was said. */
  readonly hasYear?: boolean;
  /** Says nothing about a birth: "yesterday". */
  readonly isLoose?: boolean;
}

export type Finder = (text: string, moment: Moment) => Found | undefined;

/** The last day of what was meant. */
export function endOf(date: Day, precision: Precision): Day {
  if (precision === 'week') return addDays(date, 6);
  if (precision === 'month') return addDays(date, daysIn(yearOf(date), monthOf(date)) - 1);
  if (precision === 'season') return addDays(date, 91);
  return precision === 'year' ? addDays(date, 364) : date;
}

/** The occurrences that may be meant of something that comes every year, in the direction in which the talk looks. */
export function inSomeYear(moment: Moment, precision: Precision, make: (year: number) => Day | undefined): Day[] {
  const year = yearOf(moment.today);
  const all = [year - 1, year, year + 1, year + 2].map(make).filter((day) => day !== undefined);
  const next = all.find((day) => endOf(day, precision) >= moment.today);
  const last = all.findLast((day) => day <= moment.today);
  if (moment.tense === 'past') return last === undefined ? [] : [last];
  if (moment.tense === 'future') return next === undefined ? [] : [next];
  return nearer(moment.today, last, next);
}

/** Of the last and the next one: the next when it is near and the last is far, otherwise both. */
function nearer(today: Day, last: Day | undefined, next: Day | undefined): Day[] {
  if (last === undefined || next === undefined || last === next)
    return [last ?? next].filter((day) => day !== undefined);
  const [back, ahead] = [daysBetween(last, today), daysBetween(today, next)];
  if (ahead <= 92 && back >= 2 * ahead) return [next];

  return [last, next];
}

/** "Next June": plain when there is only one June near; asked back when this year's is still to come. */
export function withNextOrLast(
  word: string,
  moment: Moment,
  precision: Precision,
  make: (year: number) => Day | undefined,
): Day[] {
  const year = yearOf(moment.today);
  const at = (of: number) => make(of);
  const ahead = [year, year + 1, year + 2]
    .map(at)
    .filter((day) => day !== undefined && day > moment.today)
    .filter((day) => day !== undefined);
  const behind = [year, year - 1, year - 2]
    .map(at)
    .filter((day) => day !== undefined && endOf(day, precision) < moment.today)
    .filter((day) => day !== undefined);
  if (word === 'last') return behind.slice(0, 1);
  if (word === 'after_next') return ahead.slice(1, 2);
  const isThisYear = ahead[0] !== undefined && yearOf(ahead[0]) === year;
  return word === 'next' && isThisYear ? ahead.slice(0, 2) : ahead.slice(0, 1);
}

/** A two-digit year of a birth: the one that makes a grown person; both when a child or somebody of a hundred is as likely. */
export function fullYears(figures: string, moment: Moment): number[] {
  const said = Number(figures.replace("'", ''));
  if (figures.length > 2 && said > 99) return [said];
  const now = yearOf(moment.today);
  if (moment.tense !== 'past') return [2000 + said];
  const [young, old] = [2000 + said, 1900 + said];
  if (young > now) return [old];
  if (now - young >= 18) return [young];
  return now - old <= 110 ? [old, young] : [young];
}
