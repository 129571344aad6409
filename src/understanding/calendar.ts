/** Days without times or zones, as YYYY-MM-DD. */

export type Day = string;

const oneDay = 86_400_000;

/** A day of the calendar, or undefined when there is none: 31 June, 29 February 1943. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));
export const dateOf = (day: Day): number => Number(day.slice(8, 10));

const time = (day: Day): number => Date.UTC(yearOf(day), monthOf(day) - 1, dateOf(day));
const fromTime = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

export const addDays = (day: Day, days: number): Day => fromTime(time(day) + days * oneDay);

/** The same date of another month, or that month's last day. */
export function addMonths(day: Day, months: number): Day {
  const count = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  return dayOf(year, month, Math.min(dateOf(day), daysIn(year, month))) ?? day;
}

/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (day: Day): number => ((new Date(time(day)).getUTCDay() + 6) % 7) + 1;
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));
export const daysBetween = (one: Day, other: Day): number => Math.round((time(other) - time(one)) / oneDay);

/** Easter Sunday (Gregorian, Meeus/Jones/Butcher). */
export function easterOf(year: number): Day {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e, f] = [Math.floor(b / 4), b % 4, Math.floor((b + 8) / 25)];
  const h = (19 * a + b - d - Math.floor((b - f + 1) / 3) + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1) ?? `${year}-04-01`;
}

/** The n-th Monday (1) to Sunday (7) of a month; -1 is the last. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Day {
  const first = dayOf(year, month, 1) ?? '';
  const on = addDays(first, (weekday - weekdayOf(first) + 7) % 7);
  if (nth > 0) return addDays(on, 7 * (nth - 1));
  const last = addDays(on, 28);
  return monthOf(last) === month ? last : addDays(on, 21);
}
