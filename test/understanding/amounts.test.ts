import { describe, expect, it } from 'vitest';
import { kept, say } from './saying.ts';

describe('money', () => {
  it.each([
    ['60 quid a week', { amount_pence: 6000, period: 'week' }],
    ['£60pw', { amount_pence: 6000, period: 'week' }],
    ['85 pcm', { amount_pence: 8500, period: 'month' }],
    ['1.2k a year', { amount_pence: 120000, period: 'year' }],
    ['two hundred and forty pounds a month', { amount_pence: 24000, period: 'month' }],
    ['one thousand two hundred each month', { amount_pence: 120000, period: 'month' }],
    ['198.4 pw', { amount_pence: 19840, period: 'week' }],
    ['£480 every four weeks', { amount_pence: 48000, period: 'four_weeks' }],
    ['a tenner a week', { amount_pence: 1000, period: 'week' }],
    ['one off 500', { amount_pence: 50000, period: 'one_off' }],
    ['22.50 an hr 10 hrs a week', { amount_pence: 22500, period: 'week', hourly: { rate_pence: 2250, hours: 10 } }],
    ['£22 an hour, three hours a week', { amount_pence: 6600, period: 'week', hourly: { rate_pence: 2200, hours: 3 } }],
    [
      'twelve pound an hour for six hours a week',
      { amount_pence: 7200, period: 'week', hourly: { rate_pence: 1200, hours: 6 } },
    ],
    ['£12.50 twice a week', { amount_pence: 2500, period: 'week' }],
    ['day centre £38 a day 2 days a week', { amount_pence: 7600, period: 'week' }],
    ['£9 there and £9 back every tuesday', { amount_pence: 1800, period: 'week' }],
    ['it was 200 a week now its 250 a week', { amount_pence: 25000, period: 'week' }],
  ])('keeps "%s" to the penny with its period', (text, meant) => {
    expect(kept('spend.cost', text)).toMatchObject(meant);
  });

  it.each([
    ['£240', 'unclear needs_period'],
    ['fiver a session', 'unclear needs_period'],
    ['22 quid an hour', 'unclear needs_hours'],
    ['60 or 70 a week', 'which'],
    ['£60-£80 per week', 'which'],
    ['70 quid a week or is it 80', 'which'],
    ['80 euro a week', 'unclear other_currency'],
    ['peanuts', 'unclear no_amount'],
  ])('asks again after "%s"', (text, meant) => {
    expect(kept('spend.cost', text)).toBe(meant);
  });

  it('marks a rough amount as not sure', () => {
    expect(kept('spend.cost', 'roughly £180 a week')).toMatchObject({ amount_pence: 18000, sure: false });
    expect(kept('spend.cost', '£180 a week')).toMatchObject({ sure: true });
  });

  it('takes "I don\'t think so" as free, but not for sure, and "free" as free', () => {
    expect(kept('action.cost', 'I don’t think so')).toEqual({ amount_pence: 0, sure: false });
    expect(kept('action.cost', "it's free")).toEqual({ amount_pence: 0, sure: true });
  });

  it('keeps that somebody has to find out', () => {
    expect(kept('spend.cost', 'i need to find out')).toEqual({ find_out: true, sure: false });
  });

  it('asks how often an amount is paid when only the amount was said, and not when it buys a thing', () => {
    expect(say('action.cost', 'forty pounds')).toMatchObject({ is: 'unclear', why: 'needs_period' });
    expect(kept('action.cost', '£40 for a pair of boots')).toEqual({
      amount_pence: 4000,
      period: 'one_off',
      sure: true,
    });
  });
});

describe('scores', () => {
  it.each([
    ['seven', 7],
    ['7ish', 7],
    ['fiveish', 5],
    ['7/10', 7],
    ['six out of ten', 6],
    ['sevn', 7],
    ['3️⃣', 3],
    ['not 4, 3', 3],
    ['im 82 and id say 6', 6],
    ['used to be 9 now 4', 4],
    ['Oh I see. Yes, 1.', 1],
  ])('takes "%s" as %i', (text, meant) => {
    expect(kept('goal.importance', text)).toBe(meant);
  });

  it.each(['between 6 and 8', '6 or 7', '2.5', 'three and a half'])('asks which, after "%s"', (text) => {
    expect(kept('goal.importance', text)).toBe('which');
  });

  it.each([
    ['12', 'unclear out_of_range'],
    ['0', 'unclear out_of_range'],
    ['minus 5', 'unclear out_of_range'],
    ['80%', 'unclear percentage'],
    ['that one', 'unclear no_number'],
  ])('asks again after "%s"', (text, meant) => {
    expect(kept('goal.importance', text)).toBe(meant);
  });

  it('notes strong words beside 8, 9 or 10, because the scale may have been read the wrong way round', () => {
    expect(say('goal.importance', "Ooh, ten. It's really important.")).toEqual({
      is: 'answer',
      value: 10,
      notes: ['strong_words'],
    });
    expect(say('goal.importance', '10 not bothered really')).toEqual({ is: 'answer', value: 10, notes: [] });
    expect(say('goal.importance', '2 so important')).toEqual({ is: 'answer', value: 2, notes: [] });
  });

  it('takes words for how sure somebody is', () => {
    expect(kept('goal.confidence', 'not sure')).toBe(2);
    expect(kept('goal.confidence', 'a bit sure')).toBe(5);
    expect(kept('goal.confidence', 'very sure')).toBe(9);
    expect(kept('goal.confidence', "i don't know")).toBe('dont_know');
  });
});

describe('hours of care in a week', () => {
  it.each([
    ['35ish', 35],
    ['fourty', 40],
    ['10 and a half', 10.5],
    ['round the clock', 168],
    ['4 hours a day mon to fri', 20],
    ['15 hours weekdays and 10 at weekend', 25],
  ])('takes "%s" as %d', (text, meant) => {
    expect(kept('carer.hours', text)).toBe(meant);
  });

  it.each(['between 30 and 40', '24 hours'])('asks which, after "%s"', (text) => {
    expect(kept('carer.hours', text)).toBe('which');
  });

  it.each(['8 hrs a day', '200', '-5', 'lots'])('asks again after "%s"', (text) => {
    expect(kept('carer.hours', text)).toMatch(/^unclear/);
  });
});
