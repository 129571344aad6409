import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addUp, penceOf, weeklyPence } from '../../src/plan/money.ts';
import { type Money, type Period, periods } from '../../src/plan/values.ts';

const money = (amount_pence: number, period: Period): Money => ({ amount_pence, period, sure: true });

describe('what money comes to in a week', () => {
  it.each<[number, Period, number]>([
    [6_000, 'week', 6_000],
    [6_000, 'fortnight', 3_000],
    [24_000, 'four_weeks', 6_000],
    [24_000, 'month', 5_538],
    [26_000, 'month', 6_000],
    [52_000, 'year', 1_000],
    [1, 'fortnight', 1],
    [1, 'four_weeks', 0],
    [2, 'four_weeks', 1],
    [0, 'year', 0],
  ])('takes %i pence a %s as %i pence a week', (pence, period, weekly) => {
    expect(weeklyPence(money(pence, period))).toBe(weekly);
  });

  it('never folds what is paid once into the week', () => {
    expect(weeklyPence(money(4_000, 'one_off'))).toBeUndefined();
    expect(addUp([money(4_000, 'one_off'), money(100, 'week')])).toEqual({ weekly: 100, oneOff: 4_000, missing: [] });
  });

  it('works an hourly rate out: 22 pounds, three hours a week', () => {
    const rate: Money = { hourly: { rate_pence: 2_200, hours: 3 }, period: 'week', sure: true };
    expect(penceOf(rate)).toBe(6_600);
    expect(weeklyPence(rate)).toBe(6_600);
    expect(penceOf({ ...rate, hourly: { rate_pence: 1_255, hours: 2.5 } })).toBe(3_138);
  });

  it('says which amounts are missing, and guesses none', () => {
    expect(
      addUp([money(1, 'week'), undefined, { sure: true, find_out: true }, { sure: true, amount_pence: 5 }]).missing,
    ).toEqual([1, 2, 3]);
  });

  it('rounds once, at the end: three halves of a penny are two pence', () => {
    expect(addUp([money(1, 'fortnight'), money(1, 'fortnight'), money(1, 'fortnight')]).weekly).toBe(2);
  });
});

describe('sums of any money', () => {
  const recurring = periods.filter((period) => period !== 'one_off');
  const any = fc.record({
    amount_pence: fc.integer({ min: 0, max: 100_000_000 }),
    period: fc.constantFrom(...periods),
    sure: fc.constant(true),
  });
  const each = fc.record({
    ...{ amount_pence: fc.integer({ min: 0, max: 1_000_000 }) },
    period: fc.constantFrom(...recurring),
    sure: fc.constant(true),
  });

  it('do not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(any), (list) => {
        expect(addUp(list.toReversed())).toEqual(addUp(list));
      }),
    );
  });

  it('are never further from the exact sum than half a penny', () => {
    const perYear: Record<Period, number> = { one_off: 0, week: 52, fortnight: 26, four_weeks: 13, month: 12, year: 1 };
    fc.assert(
      fc.property(fc.array(each, { maxLength: 30 }), (list) => {
        const yearly = list.reduce((sum, one) => sum + BigInt(one.amount_pence * perYear[one.period]), 0n);
        const off = BigInt(addUp(list).weekly) * 52n - yearly;
        expect(off > -26n && off <= 26n).toBe(true);
      }),
    );
  });

  it('say the same of a year as of 52 weeks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (pence) => {
        expect(weeklyPence(money(pence * 52, 'year'))).toBe(pence);
        expect(weeklyPence(money(pence * 13, 'month'))).toBe(pence * 3);
        expect(weeklyPence(money(pence * 4, 'four_weeks'))).toBe(pence);
      }),
    );
  });

  it('grow when a cost is added', () => {
    fc.assert(
      fc.property(fc.array(each), each, (list, more) => {
        expect(addUp([...list, more]).weekly).toBeGreaterThanOrEqual(addUp(list).weekly);
      }),
    );
  });
});
