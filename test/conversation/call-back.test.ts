import { describe, expect, test } from 'vitest';
import words from '../../locales/en-GB/ringing-words.json' with { type: 'json' };
import { questions } from '../../src/plan/questions/index.ts';
import { begun, plan, talk } from './betty.ts';

describe('somebody who wants to be rung', () => {
  test('says where, when and how it is safe in one message, and comes back to the same question', async () => {
    const { say, upTo, asked, calls, kept } = await talk(...begun);
    await upTo('goal.what');
    await say('please ring me');
    expect(asked()).toBe('nav.ring');
    expect(calls()).toEqual([]);
    const heard = await say('07700 900123 after 6, never leave a message');
    expect(heard).toContain('a call on 07700 900123, in the early evening');
    expect(heard).toContain('should not leave a message');
    expect(asked()).toBe('goal.what');
    expect((await kept())?.answers).not.toHaveProperty('goal.what@g1');
    expect(calls()).toMatchObject([
      { phone: '07700 900123', when: ['evening'], safe: ['no_message'], first_name: 'Betty', plan },
    ]);
    expect(calls()[0]).toHaveProperty('so_far.person.call_me', 'Betty');
  });

  test.each([
    'can someone ring me back please',
    'I want someone to call me',
    'could you give me a ring',
    'call me back please',
    "I'd like a call back",
  ])('is not taken to go back or to answer: "%s"', async (words) => {
    const { say, upTo, asked } = await talk(...begun);
    await upTo('goal.what');
    await say(words);
    expect(asked()).toBe('nav.ring');
  });

  test('says all of it at once, and is asked nothing more', async () => {
    const { say, upTo, asked, calls } = await talk(...begun);
    await upTo('goal.what');
    await say('can you ring me on 07700 900123 in the morning please');
    expect(asked()).toBe('goal.what');
    expect(calls()).toMatchObject([{ phone: '07700 900123', when: ['morning'] }]);
  });

  test('says when first, and is asked for the number', async () => {
    const { say, upTo, asked, calls } = await talk(...begun);
    await upTo('goal.what');
    await say('please ring me in the morning');
    expect(asked()).toBe('nav.ring_number');
    await say('07700 900123');
    expect(asked()).toBe('goal.what');
    expect(calls().at(-1)).toMatchObject({ phone: '07700 900123', when: ['morning'] });
  });

  test('thinks better of it, and no call is asked for', async () => {
    const { say, upTo, asked, calls } = await talk(...begun);
    await upTo('goal.what');
    await say('ring me');
    expect(await say('no, leave it')).toContain('not asked for a call');
    expect(asked()).toBe('goal.what');
    expect(calls()).toEqual([]);
  });

  test('taps it at a pause, and is asked where and when before the next question', async () => {
    const { say, put, upTo, asked, calls } = await talk(...begun);
    await upTo('way.choose');
    await say('the full way');
    await upTo('pause.offer');
    await put({ pick: { question: 'pause.offer', options: ['call_me'] } });
    expect(asked()).toBe('nav.ring');
    await say('07700 900123, mornings, only talk to me');
    expect(asked()).toBe('well.good_times');
    expect(calls()).toMatchObject([{ phone: '07700 900123', when: ['morning'], safe: ['only_me'] }]);
  });

  test('is heard while the plan rests, which it goes on doing', async () => {
    const { say, upTo, asked, calls } = await talk(...begun);
    await upTo('goal.what');
    await say('stop');
    await say('can someone ring me');
    await say('07700 900123 any time');
    expect(asked()).toBe('nav.resume');
    expect(calls()).toMatchObject([{ when: ['any_time'] }]);
  });

  test('is rung though the same words tell of harm, and the words are in no letter about the call', async () => {
    const { say, upTo, calls, kept } = await talk(...begun);
    await upTo('goal.what');
    await say('ring me');
    const words = '07700 900123 in the morning, my son hits me and must not hear';
    await say(words);
    expect((await kept())?.flags).toMatchObject([{ said: words }]);
    expect(calls()).toMatchObject([{ phone: '07700 900123', when: ['morning'], said: '' }]);
  });

  test('has a goal of being rung more often, and that is a goal', async () => {
    const { say, upTo, asked, kept } = await talk(...begun);
    await upTo('goal.what');
    await say('I want someone to ring me every week so I am less lonely');
    expect(asked()).not.toBe('nav.ring');
    expect((await kept())?.answers).toHaveProperty('goal.what@g1');
  });

  test('answers with the same words at some questions, all of which there are', () => {
    expect(words.answersAt.filter((id) => !Object.hasOwn(questions, id))).toEqual([]);
  });
});
