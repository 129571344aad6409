/** Choosing part by part what somebody else may see of a plan. */
import { expect, it } from 'vitest';
import { bettyBegins, talkAfter } from './bettys-talk.ts';

it('somebody who will choose is shown the parts of their plan, and only those they pick are in the copy', async () => {
  const { talk } = await talkAfter([...bettyBegins, 'yes', 'no one', 'yes', 'large print', '18', 'my church']);
  await talk.say({ more: 'sharing' });
  const reach = async (question: string) => {
    for (let turns = 0; turns < 80 && talk.talk.asking?.question !== question; turns += 1)
      await talk.say({ say: 'skip' });
    expect(talk.talk.asking?.question).toBe(question);
  };
  await reach('share.who');
  await talk.say({ say: 'my daughter Priya' });
  const asked = (await talk.say({ pick: ['choose'] })).at(-1);
  expect(asked?.question).toBe('share.choose');
  expect(asked?.options.map(({ id }) => id)).toEqual(['communication', 'prepare', 'none']);
  expect((await talk.say({ say: 'how to talk with you' })).at(-1)?.question).toBe('share.never');
  const { plan, summaries } = await talk.end();
  expect(plan?.sharing.people).toMatchObject([{ parts: ['comms'] }]);
  expect(summaries.copies[0]).not.toContain('church');
  expect(summaries.resident_summary).toContain('church');
});
