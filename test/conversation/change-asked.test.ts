import { describe, expect, test } from 'vitest';
import changeWords from '../../locales/en-GB/change-words.json' with { type: 'json' };
import { questions } from '../../src/plan/questions/index.ts';
import { questionsNamed } from '../../src/understanding/index.ts';
import { begun, talk } from './betty.ts';

const answerAt = async ({ kept }: Awaited<ReturnType<typeof talk>>, slot: string) =>
  (await kept())?.answers[slot]?.value;

/** A plan with a goal that was sent. */
async function sent() {
  const betty = await talk(...begun);
  await betty.upTo('goal.what');
  await betty.say('to sleep better');
  await betty.upTo('check.send');
  await betty.say('yes');
  expect(betty.asked()).toBe('check.sent');
  return betty;
}

describe('somebody whose plan was sent', () => {
  test('says "change my goal", and is asked for the goal', async () => {
    const betty = await sent();
    await betty.say('change my goal');
    expect(betty.asked()).toBe('goal.what');
  });

  test('says the new goal at once, and is asked whether to send it again', async () => {
    const betty = await sent();
    await betty.say('change my goal to sleep like a log');
    expect(await answerAt(betty, 'goal.what@g1')).toBe('sleep like a log');
    expect(betty.asked()).toBe('check.send');
  });

  test('takes a cost out that it names', async () => {
    const betty = await talk(...begun);
    await betty.upTo('budget.know');
    await betty.say('yes, 100 a week');
    for (let turns = 0; turns < 20 && betty.asked() !== 'spend.item'; turns += 1) await betty.say('skip');
    expect(betty.asked()).toBe('spend.item');
    await betty.say('a taxi');
    await betty.upTo('check.send');
    await betty.say('yes');
    expect(betty.asked()).toBe('check.sent');
    expect(await betty.say('take out the taxi')).toContain('taken this out');
    expect((await betty.kept())?.items.spend ?? []).toEqual([]);
  });

  test('taps "change something", is asked what, and says it in a word', async () => {
    const betty = await sent();
    await betty.put({ pick: { question: 'check.sent', options: ['change'] } });
    expect(betty.asked()).toBe('nav.change');
    await betty.say('my name');
    expect(betty.asked()).toBe('who.call_me');
  });
});

describe('somebody who checks a section', () => {
  test('says "change something", then "my name", gives it, and the section is shown again', async () => {
    const betty = await talk(...begun);
    await betty.upTo('way.choose');
    await betty.say('the full way');
    await betty.upTo('check.section');
    await betty.say('change something');
    expect(betty.asked()).toBe('nav.change');
    await betty.say('my name');
    expect(betty.asked()).toBe('who.call_me');
    expect(await betty.say('Sue')).toContain('Name to use: Sue');
    expect(betty.asked()).toBe('check.section');
  });
});

describe('somebody who names an answer to change', () => {
  test.each([
    ['change my name', 'who.call_me'],
    ['change my date of birth', 'who.birth_date'],
    ['change my phone number', 'who.contact'],
    ['change full name', 'who.details'],
  ])('says "%s" though there were many answers since', async (words, question) => {
    const betty = await talk(...begun);
    await betty.upTo('way.choose');
    await betty.say('the full way');
    await betty.upTo('goal.what');
    await betty.say(words);
    expect(betty.asked()).toBe(question);
  });

  test('finds only questions that there are', () => {
    expect(Object.keys(changeWords.named).filter((id) => !Object.hasOwn(questions, id))).toEqual([]);
    expect(questionsNamed('my shoes')).toEqual([]);
  });
});

describe('somebody who says their name again', () => {
  test.each(['goal.what', 'contingency.trigger', 'goal.importance'])(
    'has it changed, and not kept at %s',
    async (question) => {
      const betty = await talk(...begun);
      await betty.upTo('goal.what');
      if (question !== 'goal.what') await betty.say('to sleep better');
      await betty.upTo(question);
      const before = await betty.kept();
      const said = await betty.say('actually my name is Sue');
      expect(said).toContain('It now says: Sue');
      expect(await answerAt(betty, 'who.call_me')).toBe('Sue');
      expect(betty.asked()).toBe(question);
      expect(Object.keys((await betty.kept())?.answers ?? {}).length).toBe(Object.keys(before?.answers ?? {}).length);
    },
  );

  test('tells of somebody else who is named, and that is an answer', async () => {
    const betty = await talk(...begun);
    await betty.upTo('goal.what');
    await betty.say('my name is on the list and I want to get a flat');
    expect(await answerAt(betty, 'who.call_me')).toBe('Betty');
  });
});
