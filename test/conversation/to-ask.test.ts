import { describe, expect, test } from 'vitest';
import words from '../../locales/en-GB/find-out-words.json' with { type: 'json' };
import { assemble } from '../../src/plan/assemble.ts';
import { questions } from '../../src/plan/questions/index.ts';
import { findsOut } from '../../src/understanding/index.ts';
import { noon } from '../dialogs/world.ts';
import { begun, talk } from './betty.ts';

const listOf = async ({ kept }: Awaited<ReturnType<typeof talk>>) => {
  const now = await kept();
  return now === null ? [] : assemble(now, { now: noon }).prepare.questions;
};

describe('somebody who has to ask first', () => {
  test('says so at a question, which goes on their list, and is not asked again', async () => {
    const betty = await talk(...begun);
    await betty.upTo('budget.know');
    expect(await betty.say("I'll ask my social worker")).toContain(
      "questions for your worker: I'll ask my social worker",
    );
    expect(betty.asked()).not.toMatch(/^budget\./);
    expect(await listOf(betty)).toEqual(["I'll ask my social worker"]);
    expect((await betty.kept())?.answers['budget.know']).toMatchObject({ blank: 'dont_know' });
  });

  test('wants to be reminded of something else, and the question stands', async () => {
    const betty = await talk(...begun);
    await betty.upTo('goal.what');
    await betty.say('remind me to ask about transport');
    expect(betty.asked()).toBe('goal.what');
    expect(await listOf(betty)).toEqual(['remind me to ask about transport']);
  });

  test('has a list that grows', async () => {
    const betty = await talk(...begun);
    await betty.upTo('budget.know');
    await betty.say('remind me to ask about transport');
    await betty.say("not sure, I'll ask the doctor");
    expect(await listOf(betty)).toEqual(['remind me to ask about transport', "not sure, I'll ask the doctor"]);
  });

  test.each([
    ["I'll ask the doctor", 'action.what'],
    ["I'll ask my son", 'contingency.do'],
    ['I will ask my sister to come with me on the bus', 'goal.difference'],
    ['I want to speak to someone', 'goal.what'],
    ['let me check', 'budget.know'],
    ['can I ask you something', 'goal.what'],
  ])('"%s" is something else at %s', (said, question) => {
    expect(findsOut(said, question)).toBeUndefined();
  });

  test('is heard but at questions that there are', () => {
    expect(words.answersAt.filter((id) => !Object.hasOwn(questions, id))).toEqual([]);
  });
});
