/** "Leave now" is obeyed at every question, whoever stands behind: nothing may be asked first, and nothing stays on the screen. */
import { describe, expect, test } from 'vitest';
import { restingAt } from '../../src/conversation/position.ts';
import { offersOf } from '../../src/conversation/prompt.ts';
import type { Said } from '../../src/conversation/talk.ts';
import { slotOf } from '../../src/plan/kept.ts';
import { type Place, places } from '../dialogs/places.ts';
import { say, tools } from '../dialogs/world.ts';

type Words = Omit<Said, 'id' | 'channel'>;

const waysToLeave: readonly string[] = ['leave now', 'Leave now!', 'LEAVE NOW', 'leave this page', 'quick exit'];

const slotAt = ({ position }: Place['held']): string => {
  const resting = restingAt(position);
  return resting === null ? position.context.kept.state : slotOf(resting.question, resting.item);
};

/** What is heard in reply, and where the talk is then. */
function heard(held: Place['held'], words: Words): readonly string[] {
  const next = say(held, words);
  return [next.position.context.kept.state, ...next.turn.replies.map((reply) => reply.say)];
}

/** Options that are called so, tapped. */
function tapped({ position }: Place['held']): Words[] {
  const resting = restingAt(position);
  if (resting === null) return [];
  const { question } = resting;
  return offersOf(position.context.kept, resting, tools)
    .filter(({ id }) => id === 'leave_now')
    .map(({ id }): Words => ({ pick: { question, options: [id] } }));
}

describe.each(places().map(({ mode, held }) => ({ name: `${mode}: ${slotAt(held)}`, held })))('$name', ({ held }) => {
  test('is left at once, and nothing else is said', () => {
    const typed = waysToLeave.map((text): Words => ({ text }));
    for (const words of [...typed, ...tapped(held), { command: 'leave_now' } as const])
      expect([words, ...heard(held, words)]).toEqual([words, 'paused', expect.stringMatching(/^conversation\.left/)]);
  });
});
