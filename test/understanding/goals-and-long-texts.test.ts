import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionIds, questions } from '../../src/plan/questions/index.ts';
import { choose, readsAsAction } from '../../src/understanding/index.ts';
import { plain, readAtMost } from '../../src/understanding/plain.ts';
import { command, kept, say } from './saying.ts';

describe('a goal', () => {
  it.each([
    'I want to lose half a stone or so.',
    'stay in my own home',
    'feel less lonely',
    'get back to work',
    'sleep better',
    'have more energy',
    'keep things as they are',
    'be able to play with the little ones',
  ])('is a goal and is not coached: "%s"', (text) => {
    expect(readsAsAction(text)).toBe(false);
  });

  it.each([
    'join a walking group',
    'I want a stairlift',
    'go to the day centre',
    'get a carer',
    'start swimming',
    'have a cleaner',
    'see a physio',
  ])('reads as an action: "%s"', (text) => {
    expect(readsAsAction(text)).toBe(true);
  });
});

describe("a person's own words", () => {
  it('are kept as typed, but for the space around them', () => {
    expect(kept('goal.what', "  I'd like to SEE my sister… 😄  ")).toBe("I'd like to SEE my sister… 😄");
  });

  it('are kept whole when there are very many of them, and that is noted', () => {
    const long = 'I worked at the mill. '.repeat(300).trim();
    expect(say('topic.enjoy', long)).toEqual({ is: 'answer', value: long, notes: ['long_answer'] });
  });

  it.each(['yes', '👍', '...', '🚶🌳', '?'])('are asked for when there are none: "%s"', (text) => {
    expect(command('goal.what', text)?.command ?? kept('goal.what', text)).toMatch(/^(unclear|help)/);
  });
});

describe('any message at any question', () => {
  it('is read only as far as an answer can reach, so that the longest costs no more than a long one', () => {
    for (const long of ['a', ' ', '1 ', 'no ', 'ﷺ', '(', '£1 or '].map((piece) => piece.repeat(20_000))) {
      expect(plain(long).length).toBeLessThanOrEqual(readAtMost);
    }
  });

  it('is never stored in a shape that the question refuses, and never stops the talk', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom(
        '\u202e',
        '\u0000',
        '=1+1',
        '<script>',
        '٣',
        '１２',
        '--',
        "'",
        'in 99999999999999999999 years',
        '£99999999999999999999 a week',
        '1/1/0000',
        '31.02.1940',
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...questionIds), anything, (id, text) => {
        command(id, text);
        const understood = say(id, text);
        return understood.is !== 'answer' || questions[id].answer.safeParse(understood.value).success;
      }),
      { numRuns: 1_500 },
    );
  });

  it('is understood alike every time', () => {
    for (const id of questionIds)
      expect(say(id, 'yes, my daughter Priya, on tuesday, £20 a week')).toEqual(
        say(id, 'yes, my daughter Priya, on tuesday, £20 a week'),
      );
  });
});

describe('what can be changed', () => {
  it('is found by any of its names', () => {
    const options = [
      { id: 'goal.what@g1', words: ['my goal', 'walking'] },
      { id: 'goal.by_when@g1', words: ['the date', 'by when'] },
    ];
    expect(choose('my goal', options, 'en-GB')).toEqual(['goal.what@g1']);
    expect(choose('the dat', options, 'en-GB')).toEqual([]);
    expect(choose('the gas bill', options, 'en-GB')).toEqual([]);
  });
});
