import { describe, expect, it } from 'vitest';
import { danger, patternsOnly } from '../../src/safety/index.ts';

const levelOf = (text: string) => danger(text, 'en-GB')?.level ?? 'none';
const patternOf = (text: string) => patternsOnly(text, 'en-GB')?.level ?? 'none';

describe('somebody who says it in a way that no pattern knows', () => {
  it.each([
    'when i was a lad the priest used to touch me',
    'there was two hundred in the tin and now there is nothing and only she comes in',
    'our Lee walks me to the machine on pension day and i am left with a fiver',
    'he weighs me every Sunday',
  ])('is asked about it gently or helped at once: %s', (text) => {
    expect(levelOf(text)).not.toBe('none');
  });
});

describe('somebody whose words only look like harm', () => {
  it.each([
    'she does my online banking and we go over it every month with a coffee',
    'he beats me at dominoes every week',
    'the carer was late',
    'my neighbour is lovely',
  ])('is not asked about it: %s', (text) => {
    expect(levelOf(text)).toBe('none');
  });
});

describe('the two readers', () => {
  it.each(['i want to kill myself', 'he is strangling me'])(
    'agree that nothing harmless beside it takes back what is sure: %s',
    (text) => {
      expect(patternOf(text)).toBe('sure');
      expect(levelOf(`My daughter is lovely and I like my garden and my cat. ${text}`)).toBe('sure');
    },
  );

  it('ask first where somebody may just be using a saying', () => {
    expect(patternOf('they would be better off without me')).toBe('maybe');
    expect(levelOf('they would be better off without me')).toBe('maybe');
  });

  it('say the same each time', () => {
    const text = 'there was two hundred in the tin and now there is nothing and only she comes in';
    expect(danger(text, 'en-GB')).toEqual(danger(text, 'en-GB'));
  });

  it('name the few words that weighed most, as they were typed', () => {
    const text = 'The Priest used to touch me when I was ten and nobody knew';
    expect(danger(text, 'en-GB')?.words).toMatch(/touch me/);
  });

  it('hear harm in the middle of a long message', () => {
    const idle = 'I like my garden and my tea and the cat sits with me. ';
    expect(levelOf(`${idle.repeat(20)}The cleaner took my wedding ring. ${idle.repeat(20)}`)).not.toBe('none');
  });
});
