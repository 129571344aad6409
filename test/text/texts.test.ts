import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionIds } from '../../src/plan/questions/index.ts';
import type { Filling } from '../../src/plan/replies.ts';
import { loadTexts, type Missing, type Reader, referenceLanguage, textsFrom } from '../../src/text/index.ts';
import { readLocales, type Tree } from '../../src/text/locales.ts';
import { pseudo, pseudoLanguage, withPseudo } from '../../src/text/pseudo.ts';

const folder = 'locales';
const me: Reader = { lang: 'en-GB', mode: 'self' };
const helper: Reader = { lang: 'en-GB', mode: 'on_behalf' };
const values = readLocales(folder)['en-GB']?.['values.json'] ?? {};

function withWords(own: Tree, others: Record<string, Tree> = {}) {
  const missing: Missing[] = [];
  const locales = {
    'en-GB': { 'values.json': values, 'own.json': own },
    ...Object.fromEntries(Object.entries(others).map(([lang, tree]) => [lang, { 'own.json': tree }])),
  };
  return { texts: textsFrom(locales, (one) => missing.push(one)), missing };
}

describe('one question, three kinds of plan', () => {
  const own = {
    sleep: { ask: 'How do you sleep?', ask_on_behalf: 'How does {{name}} sleep?', ask_carer_self: '$t(sleep.ask)' },
    bye: 'Goodbye.',
    mine: { ask_carer_self: 'Do you get a break?' },
  };

  it('speaks of the person by name to a helper, and to the person as "you"', () => {
    const { texts } = withWords(own);
    expect(texts.t('sleep.ask', undefined, me)).toBe('How do you sleep?');
    expect(texts.t('sleep.ask', { name: 'Ann' }, helper)).toBe('How does Ann sleep?');
    expect(texts.t('sleep.ask', undefined, { lang: 'en-GB', mode: 'carer_self' })).toBe('How do you sleep?');
  });

  it('says the same to everybody where the words do not depend on it', () => {
    expect(withWords(own).texts.t('bye', undefined, helper)).toBe('Goodbye.');
  });

  it('never asks a helper, or the person, what is worded for a carer only', () => {
    const { texts, missing } = withWords(own);
    expect(texts.t('mine.ask', undefined, helper)).toBe('Sorry, some words are missing here. You can carry on.');
    expect(texts.t('mine.ask', undefined, me)).not.toContain('break');
    expect(missing.map(({ key }) => key)).toEqual(['mine.ask_on_behalf', 'mine.ask']);
    expect(texts.has('mine.ask', 'en-GB', 'carer_self')).toBe(true);
    expect(texts.has('mine.ask', 'en-GB', 'on_behalf')).toBe(false);
    expect(texts.has('mine.ask', 'en-GB')).toBe(true);
    expect(texts.has('mine.why', 'en-GB')).toBe(false);
  });

  it('falls back to English for a helper where another language has words for the person only', () => {
    const { texts, missing } = withWords(own, { 'en-GB-x-easy': { sleep: { ask: 'Do you sleep well?' } } });
    expect(texts.t('sleep.ask', undefined, { ...me, lang: 'en-GB-x-easy' })).toBe('Do you sleep well?');
    expect(texts.t('sleep.ask', { name: 'Ann' }, { ...helper, lang: 'en-GB-x-easy' })).toBe('How does Ann sleep?');
    expect(texts.t('bye', undefined, { ...me, lang: 'a language that nobody offers' })).toBe('Goodbye.');
    expect(missing).toEqual([]);
  });

  it('uses the plural forms of the language', () => {
    const days = { days_one: '{{count}} day', days_other: '{{count}} days' };
    const welsh = { days_one: '{{count}} diwrnod', days_two: '{{count}} ddiwrnod', days_other: '{{count}} diwrnod' };
    const { texts } = withWords(days, { cy: welsh });
    expect([1, 2, 1200].map((count) => texts.t('days', { count }, me))).toEqual(['1 day', '2 days', '1,200 days']);
    expect(texts.t('days', { count: 2 }, { ...me, lang: 'cy' })).toBe('2 ddiwrnod');
  });
});

describe('the words of a person stay words', () => {
  const own = {
    secret: 'not for you',
    heard: '$t(heard_start) {{words}}. $t(heard_end) {{words}}',
    heard_start: 'You said:',
    heard_end: 'Again:',
  };
  const { texts } = withWords(own);
  const hostile = [
    '$t(secret)',
    '{{secret}}',
    '{{- words}}',
    '$t(',
    '$1 $& $$',
    '<b>&amp;</b>',
    '{{words, list}}',
    ')}}',
  ];

  it.each(hostile)('shows %s just as it was typed', (words) => {
    expect(texts.t('heard', { words }, me)).toBe(`You said: ${words}. Again: ${words}`);
  });

  it('shows any text just as it was typed', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...hostile, 'ask', ' ')).map((parts) => parts.join('')),
    );
    fc.assert(fc.property(typed, (words) => texts.t('heard', { words }, me) === `You said: ${words}. Again: ${words}`));
  });

  it('lets no filling steer how a text is chosen', () => {
    const fillings = { words: 'x', lng: 'cy', context: 'on_behalf', defaultValue: 'no', replace: 'no', ns: 'no' };
    expect(texts.t('heard', fillings, me)).toBe('You said: x. Again: x');
  });
});

describe('what fills a gap', () => {
  const { texts } = withWords({ it: '{{it}}', other: 'the {{what}}' });
  const shown = (it: Filling) => texts.say({ say: 'it', with: { it } }, me);

  it.each([
    [{ said: 'on thursday', precision: 'day', date: '2026-11-26' }, 'Thursday 26 November 2026'],
    [{ said: 'mid feb', precision: 'week', date: '2027-02-15' }, 'around 15 February 2027'],
    [{ said: 'in may', precision: 'month', date: '2027-05-26' }, 'around May 2027'],
    [{ said: 'spring', precision: 'season', date: '2027-03-01' }, 'around spring 2027'],
    [{ said: 'winter', precision: 'season', date: '2026-12-01' }, 'around winter 2026 to 2027'],
    [{ said: 'winter', precision: 'season', date: '2027-02-01' }, 'around winter 2026 to 2027'],
    [{ said: 'next year', precision: 'year', date: '2027-01-01' }, 'some time in 2027'],
    [{ said: 'before the wedding', precision: 'event', event: 'family wedding' }, 'by the family wedding'],
    [{ said: 'x', precision: 'event', event: "Kev's wedding" }, "by Kev's wedding"],
    [{ said: 'x', precision: 'event', event: 'my niece’s wedding' }, 'by my niece’s wedding'],
    [{ said: 'xmas', precision: 'event', event: 'christmas' }, 'by christmas'],
    [
      { said: 'x', precision: 'month', date: '2027-05-26', event: 'family wedding' },
      'by the family wedding, around May 2027',
    ],
    [{ said: 'when my knee is better', precision: 'unknown' }, 'when my knee is better'],
    [{ said: '', precision: 'unknown' }, 'no date'],
  ] as const)('says the date %j as %s', (date, words) => {
    expect(shown({ date })).toBe(words);
  });

  it.each([
    [{ amount_pence: 6000, period: 'week', sure: true }, '£60 a week'],
    [{ amount_pence: 4000, period: 'one_off', sure: true }, '£40 once'],
    [{ amount_pence: 2250, period: 'four_weeks', sure: false }, 'about £22.50 every four weeks'],
    [{ amount_pence: 123456, sure: true }, '£1,234.56'],
    [{ sure: true, find_out: true }, 'amount to find out'],
    [{ amount_pence: 0, sure: false }, 'no cost, but not sure'],
    [{ period: 'week', hourly: { rate_pence: 2200, hours: 3 }, sure: true }, '£22 an hour for 3 hours a week'],
    [
      { amount_pence: 2200, period: 'week', hourly: { rate_pence: 2200, hours: 1 }, sure: true },
      '£22 an hour for 1 hour a week, so £22 a week',
    ],
  ] as const)('says the money %j as %s', (money, words) => {
    expect(shown({ money })).toBe(words);
  });

  it('says numbers, other texts and lists', () => {
    expect(shown(7)).toBe('7');
    expect(shown({ list: ['Ann', { key: 'other', with: { what: 'GP' } }, 'Raj'] })).toBe('Ann, the GP and Raj');
    expect(texts.label({ id: 'x', words: '{{it}}' }, me)).toBe('{{it}}');
    expect(texts.label({ id: 'x', key: 'other', with: { what: 'nurse' } }, me)).toBe('the nurse');
  });

  it('lets a text inside a text use the names of the one around it', () => {
    const { texts, missing } = withWords({ part: 'About {{name}}', ask: 'Is "{{section}}" right?', deep: '{{deep}}' });
    expect(texts.t('ask', { name: 'Ann', section: { key: 'part' } }, me)).toBe('Is "About Ann" right?');
    expect(texts.t('ask', { name: 'Ann', section: { key: 'part', with: { name: 'Bob' } } }, me)).toContain('Bob');
    expect(texts.t('deep', { deep: { key: 'deep' } }, me)).toBe('…');
    expect(missing).toHaveLength(1);
  });

  it('shows stop-gap words for what was not given, and reports it', () => {
    const { texts, missing } = withWords({ ask: 'Does {{name}} know {{thing}}?' });
    expect(texts.t('ask', undefined, me)).toBe('Does the person you help know …?');
    expect(missing.map(({ what }) => what)).toEqual(['filling', 'filling']);
  });
});

describe('the files', () => {
  it('are refused together, each fault by name, when they cannot be used', () => {
    const locales = { 'en-GB': { 'a.json': { x: 'X', y: '$t(z)', w: '$t(w)', e: '' }, 'b.json': { x: 'again' } } };
    expect(() => textsFrom(locales)).toThrow(/b.json: x is already in a.json[\s\S]*/);
    for (const fault of [/e is not text/, /y refers to z, which is missing/, /w refers to w, which leads back/]) {
      expect(() => textsFrom(locales)).toThrow(fault);
    }
  });

  it('can be read from disk, with English first', () => {
    const texts = loadTexts(folder);
    expect(texts.languages[0]).toBe(referenceLanguage);
    expect(texts.t('value.date.none', undefined, me)).toBe('no date');
  });

  it('know which way a language is read', () => {
    const { texts } = withWords({}, { ur: {}, cy: {} });
    expect(['en-GB', 'ur', 'cy'].map(texts.direction)).toEqual(['ltr', 'rtl', 'ltr']);
  });
});

describe('the language that nobody speaks', () => {
  it('keeps gaps and references, and nothing else that could be read as English', () => {
    expect(pseudo('Is {{name}} well? $t(a.b)')).toBe('⟦Îš {{name}} ŵéļļ? $t(a.b)⟧');
  });

  it('shows no plain English, dates, money and lists included', () => {
    const texts = textsFrom(withPseudo(readLocales(folder), referenceLanguage));
    const reader = { lang: pseudoLanguage, mode: 'self' } as const;
    const say = (it: Filling) => texts.t('value.date.event_when', { event: it, when: '2' }, reader);
    const shown = [
      say({ date: { said: '', precision: 'day', date: '2026-11-26' } }),
      say({ date: { said: '', precision: 'season', date: '2026-11-26' } }),
      say({ money: { amount_pence: 100, period: 'week', sure: false } }),
      say({ list: ['1', { key: 'value.missing.goal' }, '3'] }),
    ];
    for (const text of shown) {
      expect(text).toContain('⟦');
      expect(text).not.toMatch(/[A-Za-z]/);
    }
    for (const id of questionIds) {
      expect(texts.t(`${id}.ask`, undefined, { ...reader, mode: 'on_behalf' })).not.toMatch(/[A-Za-z]{2}/);
    }
  });
});
