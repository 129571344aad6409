import { describe, expect, test } from 'vitest';
import { begun, talk } from './betty.ts';

/** What is kept at a question, of whichever thing of a list. */
const answerTo = async ({ kept }: Awaited<ReturnType<typeof talk>>, question: string) =>
  Object.values((await kept())?.answers ?? {}).find((answer) => answer.question === question)?.value;

const withGoal = async () => {
  const betty = await talk(...begun);
  await betty.upTo('goal.what');
  await betty.say('to sleep better');
  return betty;
};

describe('somebody who puts the last value right in a few words', () => {
  test('gives another number, and the name with it is kept', async () => {
    const betty = await talk(...begun);
    await betty.upTo('contingency.trigger');
    for (const words of ['my daughter is ill', 'ring the office', 'Ann 07700 900123']) await betty.say(words);
    const asked = betty.asked();
    expect(await betty.say('no I mean 07700 900124')).toContain('Ann 07700 900124');
    expect(await answerTo(betty, 'contingency.call')).toMatchObject({
      people: [{ name: 'Ann', phone: '07700 900124' }],
    });
    expect(betty.asked()).toBe(asked);
  });

  test('says "no, thursday" where it is asked how often', async () => {
    const betty = await talk(...begun);
    await betty.upTo('way.choose');
    await betty.say('the full way');
    await betty.upTo('goal.what');
    await betty.say('to sleep better');
    await betty.upTo('action.what');
    await betty.say('go to bed early');
    await betty.upTo('action.first_step');
    for (const words of ['ring the surgery', 'friday']) await betty.say(words);
    const asked = betty.asked();
    await betty.say('no, thursday');
    expect(await answerTo(betty, 'action.first_step_when')).toMatchObject({ date: '2026-11-26' });
    expect(betty.asked()).toBe(asked);
    expect(await answerTo(betty, 'action.how_often')).toBeUndefined();
  });

  test('says "make it a six" at the next question', async () => {
    const betty = await withGoal();
    await betty.upTo('goal.importance');
    await betty.say('7');
    const asked = betty.asked();
    await betty.say('make it a six');
    expect(await answerTo(betty, 'goal.importance')).toBe(6);
    expect(betty.asked()).toBe(asked);
  });

  test('answers the next question with a no and a word, and that is the answer', async () => {
    const betty = await withGoal();
    await betty.upTo('goal.importance');
    await betty.say('7');
    await betty.say('no, dancing');
    expect(await answerTo(betty, 'goal.importance')).toBe(7);
    expect(await answerTo(betty, 'action.what')).toBe('no, dancing');
  });
});
