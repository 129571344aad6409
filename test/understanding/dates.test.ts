import { describe, expect, it } from 'vitest';
import { understand } from '../../src/understanding/index.ts';
import { asked, kept, now, say } from './saying.ts';

const date = (id: string, text: string, at = now) => {
  const understood = understand(text, asked(id), { now: at, lang: 'en-GB', options: [] });
  if (understood.is !== 'answer') return understood.is === 'unclear' ? `unclear ${understood.why}` : understood.is;
  const value = understood.value as { date?: string; precision: string; event?: string };
  return [value.date ?? '-', value.precision, value.event].filter((one) => one !== undefined).join(' ');
};

describe('when a goal should be reached', () => {
  it.each([
    ['in six months', '2027-05-26 month'],
    ['about 2 years', '2028-11-26 year'],
    ['within 3 mths', '2027-02-26 month'],
    ['next june', '2027-06-01 month'],
    ['dunno, next june?', '2027-06-01 month'],
    ['middle of February', '2027-02-15 week'],
    ['end of feb', '2027-02-22 week'],
    ['late jan', '2027-01-25 week'],
    ['by xmas', '2026-12-25 day'],
    ['🎄', '2026-12-25 day'],
    ['good friday', '2027-03-26 day'],
    ['august bank holiday', '2027-08-30 day'],
    ['bonfire night', '2027-11-05 day'],
    ['mothers day', '2027-03-07 day'],
    ['next spring', '2027-03-01 season'],
    ['some time next year', '2027-01-01 year'],
    ['the 12th', '2026-12-12 day'],
    ['14/6', '2027-06-14 day'],
    ['twenty third of april', '2027-04-23 day'],
    ['march the 4th', '2027-03-04 day'],
    ['septemba', '2027-09-01 month'],
    ['not easter, summer', '2027-06-01 season'],
    ['march no april', '2027-04-01 month'],
  ])('takes "%s" as %s', (text, meant) => {
    expect(date('goal.by_when', text)).toBe(meant);
  });

  it.each([
    '3/4',
    'june or july',
    'oct 27',
    'next christmas',
    'the bank holiday',
    'after christmas',
    'late jan early feb',
  ])('asks back what "%s" means and stores nothing', (text) => {
    expect(['which', 'unclear which_day', 'unclear after_when']).toContain(date('goal.by_when', text));
  });

  it('asks which June, when June is near', () => {
    expect(date('goal.by_when', 'next june', '2027-05-20T10:00:00Z')).toBe('which');
  });

  it.each([
    ['last june', 'unclear past_date'],
    ['yesterday', 'unclear past_date'],
    ['31st of june', 'unclear no_such_day'],
    ['asap', 'unclear no_date'],
    ['whenever', 'none'],
    ['no rush', 'none'],
    ['dunno', 'dont_know'],
  ])('makes no date out of "%s"', (text, meant) => {
    expect(date('goal.by_when', text)).toBe(meant);
  });

  it('keeps what a date hangs on, with the date when there is one', () => {
    expect(date('goal.by_when', "before our Kev's wedding")).toBe("- event our Kev's wedding");
    expect(date('goal.by_when', 'before the wedding on 3 May')).toBe('2027-05-03 day wedding');
    expect(date('goal.by_when', "There's a family wedding in six months")).toBe('2027-05-26 month family wedding');
    expect(date('goal.by_when', "when me hip's been done")).toBe("- event me hip's been done");
  });

  it('takes the date of an event that the plan knows already', () => {
    const events = [
      { name: 'family wedding', date: { said: 'late may', precision: 'month' as const, date: '2027-05-01' } },
    ];
    const understood = say('goal.by_when', 'before the wedding', { known: { events } });
    expect(understood).toMatchObject({
      is: 'answer',
      value: { date: '2027-05-01', precision: 'month', event: 'family wedding' },
    });
  });

  it('keeps the words as they were said', () => {
    expect(say('goal.by_when', ' By Xmas! ')).toMatchObject({ value: { said: 'By Xmas!' } });
  });
});

describe('when a first step is taken', () => {
  it.each([
    ['tonight!', '2026-11-26 day'],
    ['tmrw', '2026-11-27 day'],
    ['on tues', '2026-12-01 day'],
    ['tuesday week', '2026-12-08 day'],
    ['a fortnight on Tuesday', '2026-12-15 day'],
    ['a week tomorrow', '2026-12-04 day'],
    ['next week', '2026-11-30 week'],
    ['next week, wednesday', '2026-12-02 day'],
    ['in ten days', '2026-12-06 day'],
    ['wed 2nd dec', '2026-12-02 day'],
    ['thursday, no hang on, friday', '2026-11-27 day'],
    ['2moro', '2026-11-27 day'],
  ])('takes "%s" as %s', (text, meant) => {
    expect(date('action.first_step_when', text)).toBe(meant);
  });

  it('asks which, for "next Saturday" said on a Thursday and for a weekday that does not fit its date', () => {
    expect(date('action.first_step_when', 'next saturday')).toBe('which');
    expect(date('action.first_step_when', 'tues 2nd dec')).toBe('which');
  });

  it('takes the day that it is in London', () => {
    expect(date('action.first_step_when', 'today', '2027-06-30T23:30:00Z')).toBe('2027-07-01 day');
  });
});

describe('when somebody was born', () => {
  it.each([
    ['12.3.41', '1941-03-12 day'],
    ['3rd of may 1938', '1938-05-03 day'],
    ['twelfth of march nineteen forty two', '1942-03-12 day'],
    ['sixth of the sixth fifty six', '1956-06-06 day'],
    ['120342', '1942-03-12 day'],
    ['august 20th 66', '1966-08-20 day'],
    ['christmas day 1945', '1945-12-25 day'],
    ['1942', '1942-01-01 year'],
  ])('takes "%s" as %s', (text, meant) => {
    expect(date('who.birth_date', text)).toBe(meant);
  });

  it.each([
    ['29 feb 1943', 'unclear no_such_day'],
    ['24 may 2031', 'unclear future_date'],
    ['my birthday is 20 august', 'unclear needs_year'],
    ['84 next birthday', 'unclear no_date'],
    ['2/2/22', 'which'],
  ])('asks again after "%s"', (text, meant) => {
    expect(date('who.birth_date', text)).toBe(meant);
  });
});

describe('when support began or will begin', () => {
  it.each([
    ['last june', '2026-06-01 month'],
    ['two years ago', '2024-11-26 year'],
    ['it started in march', '2026-03-01 month'],
    ['since easter', '2026-04-05 day'],
    ['id like it to start in february', '2027-02-01 month'],
    ['started on the 5th of october this year', '2026-10-05 day'],
  ])('takes "%s" as %s', (text, meant) => {
    expect(date('support.start', text)).toBe(meant);
  });

  it('asks when a month may be behind or ahead', () => {
    expect(kept('support.start', 'as from 1st of april')).toBe('which');
  });
});
