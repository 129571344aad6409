/**
 * What money comes to in a week. A fortnight ÷ 2, four weeks ÷ 4, a month × 12 ÷ 52, a year ÷ 52: all are whole numbers
 * of 52nds of a penny, so sums are exact, and are rounded once, at the end, half a penny up.
 */
import type { Money, Period } from './values.ts';

/** 52nds of a penny a week. */
export type Exact = bigint;

const share: Readonly<Record<Exclude<Period, 'one_off'>, bigint>> = {
  week: 52n,
  fortnight: 26n,
  four_weeks: 13n,
  month: 12n,
  year: 1n,
};

/** The amount in pence: as said, or the rate by the hours. Undefined when it is to be found out. */
export function penceOf(money: Money | undefined): number | undefined {
  if (money === undefined || money.find_out) return undefined;
  if (money.amount_pence !== undefined) return money.amount_pence;
  if (money.hourly === undefined || money.hourly.hours > 1_000_000) return undefined;
  const [whole = '0', decimals = ''] = money.hourly.hours.toFixed(4).split('.');
  const hours = BigInt(whole + decimals);
  return Number((BigInt(money.hourly.rate_pence) * hours * 2n + 10_000n) / 20_000n);
}

/** Paid once, and so never part of a weekly total. Nothing at all (no cost) needs no period. */
export const isOneOff = (money: Money | undefined): boolean => money?.period === 'one_off';

/** What it comes to in a week; undefined when it is paid once, or the amount or how often is not known. */
export function weeklyExact(money: Money | undefined): Exact | undefined {
  const pence = penceOf(money);
  if (money === undefined || pence === undefined || money.period === 'one_off') return undefined;
  if (pence === 0) return 0n;
  const period = money.period ?? (money.hourly === undefined ? undefined : 'week');
  return period === undefined ? undefined : BigInt(pence) * share[period];
}

/** Whole pence, half a penny up. */
export function inPence(exact: Exact): number {
  const pence = (exact * 2n + 52n) / 104n;
  return pence > most ? Number.MAX_SAFE_INTEGER : Number(pence);
}
const most = BigInt(Number.MAX_SAFE_INTEGER);

/** The week's share of one amount in whole pence. */
export function weeklyPence(money: Money | undefined): number | undefined {
  const exact = weeklyExact(money);
  return exact === undefined ? undefined : inPence(exact);
}

export interface Sums {
  /** Pence a week, of everything that has an amount and a period. */
  readonly weekly: number;
  /** Pence, of everything that is paid once. */
  readonly oneOff: number;
  /** Positions of what has no amount, or no period. */
  readonly missing: readonly number[];
}

/** Adds up costs: what is paid again and again by the week, what is paid once apart. */
export function addUp(amounts: readonly (Money | undefined)[]): Sums {
  let weekly = 0n;
  let oneOff = 0;
  const missing: number[] = [];
  for (const [index, money] of amounts.entries()) {
    const exact = weeklyExact(money);
    if (exact !== undefined) weekly += exact;
    else if (isOneOff(money) && penceOf(money) !== undefined)
      oneOff = Math.min(oneOff + (penceOf(money) ?? 0), Number.MAX_SAFE_INTEGER);
    else missing.push(index);
  }
  return { weekly: inPence(weekly), oneOff, missing };
}
