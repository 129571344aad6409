/** Dates as YYYY-MM-DD strings, counted without a clock. */

export type IsoDate = string;

const parts = (date: IsoDate): [number, number, number] => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return [year, month, day];
};
const iso = (year: number, month: number, day: number): IsoDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** So many calendar months on. Where the month is shorter, its last day: 30 November and 3 months is 28 February. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = parts(date);
  const counted = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(counted / 12), (counted % 12) + 1];
  return iso(toYear, toMonth, Math.min(day, daysIn(toYear, toMonth)));
}

export function addDays(date: IsoDate, days: number): IsoDate {
  const [year, month, day] = parts(date);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

export const isAfter = (one: IsoDate, other: IsoDate): boolean => one > other;
export const earlier = (one: IsoDate, other: IsoDate): IsoDate => (one < other ? one : other);

const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
let last = { hour: '', day: '' };

/** The day it was in Britain at an instant (ISO 8601, in UTC). */
export function dayOf(instant: string): IsoDate {
  // Clocks change on the hour, so a whole hour is on one day; and most instants are of the hour of the one before.
  const hour = instant.slice(0, 13);
  if (hour !== last.hour) last = { hour, day: london.format(new Date(instant)) };
  return last.day;
}

/** Whole years between a birth date and a day. */
export function ageOn(born: IsoDate, day: IsoDate): number {
  const [year, month, date] = parts(born);
  const [toYear, toMonth, toDate] = parts(day);
  return toYear - year - (toMonth < month || (toMonth === month && toDate < date) ? 1 : 0);
}
