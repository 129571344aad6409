import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/plan/assemble.ts';
import { addDays, addMonths, ageOn, dayOf } from '../../src/plan/dates.ts';
import { goodTalk, now } from './good-plan.ts';

describe('so many months on', () => {
  it.each([
    ['2026-11-26', 3, '2027-02-26'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2027-01-31', 1, '2027-02-28'],
    ['2027-03-31', 6, '2027-09-30'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-10-31', 3, '2027-01-31'],
    ['2100-01-29', 1, '2100-02-28'],
    ['2027-05-15', -3, '2027-02-15'],
  ])('counts %s and %i months as %s', (date, months, on) => {
    expect(addMonths(date, months)).toBe(on);
  });

  it('never skips a month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 60 }), (day, months) => {
        const date = addDays('2000-01-01', day);
        const on = addMonths(date, months);
        const month = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
        expect(month(on)).toBe(month(date) + months);
        expect(Number(on.slice(8))).toBeLessThanOrEqual(Number(date.slice(8)));
      }),
    );
  });
});

describe('days', () => {
  it('are those of Britain, summer time or not', () => {
    expect(dayOf('2026-07-01T23:30:00.000Z')).toBe('2026-07-02');
    expect(dayOf('2026-12-01T23:30:00.000Z')).toBe('2026-12-01');
  });

  it('make a person 18 on their birthday and not before', () => {
    expect(ageOn('2008-11-27', '2026-11-26')).toBe(17);
    expect(ageOn('2008-11-26', '2026-11-26')).toBe(18);
  });
});

describe('when a plan is looked at', () => {
  const sentOn = (day: string, managed: 'council' | 'other' = 'council') => {
    const talk = goodTalk({ managed }).later(`${day}T11:59:00.000Z`).sent();
    return assemble(talk.kept(), { now }).review;
  };

  it('has no latest day before there is a start', () => {
    const talk = goodTalk();
    talk.facts.pop();
    const { review, plan } = assemble(talk.kept(), { now });
    expect(plan.start_date).toBeUndefined();
    expect(review.first_due.latest_allowed).toBeUndefined();
    expect(review.first_due.rule).toBe('within_3_months_of_start');
  });

  it('is within three months, at the last day of a shorter month', () => {
    expect(sentOn('2026-11-30').first_due).toMatchObject({
      latest_allowed: '2027-02-28',
      target: { from: '2027-01-11', to: '2027-01-25' },
    });
  });

  it('keeps a later day as it was said, and says that it is late', () => {
    expect(sentOn('2026-09-30').first_due).toMatchObject({ date: '2027-01-01', too_late: true });
    expect(sentOn('2026-11-30').first_due.too_late).toBeUndefined();
  });

  it('comes within twelve months of the first, or six of a direct payment', () => {
    expect(sentOn('2026-11-30').next_due).toEqual({
      rule: 'within_12_months_of_first_review',
      latest_allowed: '2028-01-01',
    });
    expect(sentOn('2026-11-30', 'other').next_due).toEqual({
      rule: 'within_6_months_of_direct_payment',
      latest_allowed: '2027-05-30',
    });
  });

  it('is as the plan arranges in Wales', () => {
    const { review } = assemble(goodTalk({ nation: 'wales' }).kept(), { now });
    expect(review.first_due).toMatchObject({ rule: 'as_the_council_arranges', date: '2027-01-01' });
    expect(review.first_due.latest_allowed).toBeUndefined();
  });
});
