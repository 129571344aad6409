import { describe, expect, it } from 'vitest';
import { readingAge, syllablesOf } from './reading-age.ts';
import exceptions from './reading-age-exceptions.json' with { type: 'json' };
import { english, said } from './said.ts';

describe('the reading age', () => {
  const hard = said
    .filter(([key, text]) => !isForWorkers(key) && isSentence(text) && readingAge(text).grade > 5)
    .map(([key]) => key);
  const excepted = Object.keys(exceptions);

  it('counts syllables and sentences as a teacher would', () => {
    const counted = {
      plan: 1,
      care: 1,
      council: 2,
      someone: 2,
      looked: 1,
      needed: 2,
      family: 3,
      community: 4,
      going: 2,
    };
    for (const [word, syllables] of Object.entries(counted)) expect(syllablesOf(word), word).toBe(syllables);
    expect(readingAge('The cat sat on the mat. It was fat.')).toMatchObject({ longest: 6, words: 9 });
    expect(readingAge('Independent advocacy organisations facilitate participation.').grade).toBeGreaterThan(12);
  });

  it('is ten years or less for every text, but for the few that are listed with a reason', () => {
    expect(said.length).toBeGreaterThan(1000);
    const unlisted = hard.filter((key) => !excepted.includes(key));
    expect(
      unlisted.map((key) => `${key} (${readingAge(english[key] ?? '').grade.toFixed(1)}): ${english[key]}`),
    ).toEqual([]);
    expect(
      excepted.filter((key) => !hard.includes(key)),
      'no longer needed',
    ).toEqual([]);
    expect(excepted.length / said.filter(([, text]) => isSentence(text)).length).toBeLessThan(0.03);
  });

  it('never needs a breath in the middle: no sentence has more than 20 words', () => {
    expect(said.filter(([, text]) => readingAge(text).longest > 20)).toEqual([]);
  });
});

/** What a worker reads beside the 13 checks may use the words of their work. Residents have wordings of their own. */
const isForWorkers = (key: string) => /^checks\.(c\d+\.worker|gap|legal)\./.test(key);

/** A label is no sentence: the formula is not made for three words on a button. */
const isSentence = (text: string) => /[.?!]["”]?$/.test(text);

describe('the manner', () => {
  const using = (words: RegExp) => said.filter(([key, text]) => words.test(text) && !key.startsWith('glossary.'));

  it('never uses words that put people into boxes', () => {
    const words =
      /\b(?:service users?|clients?|cases?|packages?|placements?|non-compliant|challenging|suffers? from|wheelchair-bound|lacks? capacity|vulnerable|frail|bed-blockers?|informal carers?|sign(?:ed|s)? off|triaged?|escalated?|outcome domains?|as previously stated)\b/i;
    expect(using(words)).toEqual([]);
    expect('She lacks capacity').toMatch(words);
  });

  it('never praises or judges', () => {
    const words =
      /\b(?:well done|good job|great|brilliant|excellent|amazing|fantastic|wonderful|perfect|proud|congratulations|unfortunately|failed|wrong answer|invalid)\b/i;
    expect(using(words)).toEqual([]);
  });

  it('never gives advice, and promises nothing', () => {
    const words =
      /\b(?:you should (?!not)|you ought|we recommend|I suggest|I advise|will be agreed|will be paid|you will get (?!your own copy)|you qualify|you are entitled)\b/i;
    expect(using(words)).toEqual([]);
  });

  it('says the official words only beside plain ones', () => {
    const words = /\b(?:outcomes?|eligible need|contingency|assistive technology|best interests)\b/i;
    expect(using(words)).toEqual([]);
    const advocate = using(/\badvocates?\b/i).filter(
      ([key, text]) => key.endsWith('.ask') && !/That is someone/.test(text),
    );
    expect(advocate).toEqual([]);
  });

  it('names both ends of a scale each time a number is asked for or given back', () => {
    const importance = Object.entries(english).filter(([key]) => /^goal\.importance.*\.(?:ask|simple|heard)/.test(key));
    const confidence = Object.entries(english).filter(([key]) => /^goal\.confidence\.(?:ask|simple)/.test(key));
    expect(importance.length + confidence.length).toBeGreaterThan(20);
    for (const [key, text] of [...importance, ...confidence]) {
      expect(text, key).toMatch(/\b1\b/);
      expect(text, key).toMatch(/\b10\b/);
    }
    for (const [key, text] of importance) expect(text, key).toMatch(/\bmost\b.*\bleast\b/s);
  });
});
