/** Days with a name: Christmas, Easter, bank holidays, bonfire night. When they fall is written in the word lists. */
import { addDays, type Day, dayOf, easterOf, nthWeekday } from './calendar.ts';

/**
 * A rule of the word lists: "12-25" a date; "easter+1" days from Easter; "5:1:-1" month, weekday and which one
 * (the last Monday in May).
 */
export function feastIn(rule: string, year: number): Day | undefined {
  const easter = /^easter([+-]\d+)?$/.exec(rule);
  if (easter !== null) return addDays(easterOf(year), Number(easter[1] ?? 0));
  const nth = /^(\d+):(\d):(-?\d)$/.exec(rule);
  if (nth !== null) return nthWeekday(year, Number(nth[1]), Number(nth[2]), Number(nth[3]));
  const [month, day] = rule.split('-').map(Number);
  return dayOf(year, month ?? 0, day ?? 0);
}
