/** A message is as serious as its most serious sentence, whatever stands beside it. */
import { describe, expect, it } from 'vitest';
import { danger } from '../../src/safety/index.ts';

const heard = (text: string) => {
  const worry = danger(text, 'en-GB');
  return worry === null ? 'nothing' : `${worry.level} ${worry.kind}`;
};

const harmless = [
  'I want to get out more.',
  'I like my garden and my cat.',
  'My daughter is lovely and comes on Tuesdays.',
  'We go to bingo. The hall is warm and they do a nice tea.',
];
const plainly = [
  ['my husband hits me', 'domestic_abuse'],
  ['my wife hits me', 'domestic_abuse'],
  ['my partner punches me', 'domestic_abuse'],
  ['my son hits me', 'abuse'],
  ['my daughter kicks me', 'abuse'],
  ['my dad strangles me', 'abuse'],
  ['our Kev punches me', 'abuse'],
  ['my neighbour hits me', 'abuse'],
  ['my son threatens to kill me', 'danger'],
  ['my wife threatens to kill me', 'danger'],
  ['i have taken all my tablets', 'medical_emergency'],
] as const;

describe.each(plainly)('somebody who says "%s"', (text, kind) => {
  it('is heard for sure, alone and beside anything harmless', () => {
    const messages = harmless.flatMap((other) => [
      text,
      `${other} ${text}`,
      `${text}. ${other}`,
      `${other.replace(/\.$/, '')} but ${text}`,
      `${other} ${text}. ${other}`,
    ]);
    expect(messages.map(heard)).toEqual(messages.map(() => `sure ${kind}`));
  });
});

describe('who does it to whom', () => {
  it.each([
    ['dad hits mum', 'sure domestic_abuse'],
    ['my brother hits mum', 'sure abuse'],
    ['mum is on her own all day and he hits her', 'sure abuse'],
    ['my husband hits me and takes my money', 'sure domestic_abuse'],
    ['my grandson is 6 and his dad hits him', 'sure child_at_risk'],
    ['My husband hits me and now he has started on the kids', 'sure child_at_risk'],
    ['i hit mum', 'sure writer_may_harm'],
  ])('is kept apart: %s', (text, kind) => {
    expect(heard(text)).toBe(kind);
  });

  it.each([
    ['my son hits me', 'family'],
    ['my husband takes my money and hits me', 'partner'],
    ['My son is lovely. the carer hits me', 'other'],
    ['i want to kill myself', null],
  ])('says what they are to each other: %s', (text, by) => {
    expect(danger(text, 'en-GB')?.by).toBe(by);
  });

  it.each(['my husband never hits me', 'nobody hits me', 'my first husband hit me', 'my husband beats me at cards'])(
    'is not made up: %s',
    (text) => {
      expect(heard(text)).toBe('nothing');
    },
  );
});

it('what could still be an answer is left over when it is only asked about, too', () => {
  const worry = danger('I want to get back to choir. They would all be better off without me.', 'en-GB');
  expect([worry?.level, worry?.rest]).toEqual(['maybe', 'I want to get back to choir.']);
});
