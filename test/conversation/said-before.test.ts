import { describe, expect, test } from 'vitest';
import { givenBefore } from '../../src/conversation/given-before.ts';
import { restingAt } from '../../src/conversation/position.ts';
import { isBlank, slotOf } from '../../src/plan/kept.ts';
import { places } from '../dialogs/places.ts';
import { type Held, missing, readerOf, say, wordsOf } from '../dialogs/world.ts';

const all = places();
const spoken = (held: ReturnType<typeof say>) => wordsOf(held.turn.replies, readerOf(held)).join('\n');
const slotAt = ({ position }: Held) => {
  const resting = restingAt(position);
  return resting === null ? undefined : slotOf(resting.question, resting.item);
};
/** A place of somebody's own plan that can be reached by going back from here. */
function backAt(question: string) {
  for (const { mode, held } of all) {
    const next = say(held, { command: 'back' });
    if (mode === 'self' && restingAt(next.position)?.question === question) return { held, next };
  }
  throw new Error(`nobody goes back to ${question}`);
}

describe('somebody who goes back', () => {
  test('is shown the old answer at every question that has one', () => {
    missing.length = 0;
    let shown = 0;
    for (const { held } of all) {
      const next = say(held, { command: 'back' });
      const { kept } = next.position.context;
      const slot = slotAt(next);
      const answer = slot === undefined ? undefined : kept.answers[slot];
      if (kept.focus !== slot || isBlank(answer) || kept.safety !== null) continue;
      expect(next.turn.replies.map((reply) => reply.say)).toContain('conversation.you_said');
      expect(next.turn.replies.at(-1)?.given).toBeDefined();
      expect(spoken(next)).not.toMatch(/You said: ?\.|undefined|\[object/);
      shown += 1;
    }
    expect(shown).toBeGreaterThan(200);
    expect(missing).toEqual([]);
  });

  test('is shown it once, and not each time they ask why', () => {
    const { next } = backAt('goal.what');
    const why = say(next, { command: 'why' });
    expect(spoken(why)).not.toContain('You said');
    expect(why.turn.replies.at(-1)?.given).toEqual(next.turn.replies.at(-1)?.given);
  });

  test.each(['keep it', 'leave it as it is', 'same as before', 'No change.'])('keeps it by saying "%s"', (words) => {
    const { held, next } = backAt('goal.importance');
    const on = say(next, { text: words });
    expect(on.position.context.kept.answers).toEqual(held.position.context.kept.answers);
    expect(slotAt(on)).toBe(slotAt(held));
    expect(spoken(on)).toContain('kept it as it was');
  });

  test('loses nothing by skipping on', () => {
    const { held, next } = backAt('goal.difference');
    const on = say(next, { text: 'skip' });
    expect(on.position.context.kept.answers).toEqual(held.position.context.kept.answers);
    expect(slotAt(on)).toBe(slotAt(held));
  });

  test('may still say something else, or rather not say', () => {
    const { next } = backAt('goal.difference');
    const slot = slotAt(next) ?? '';
    expect(say(next, { text: 'I miss the singing' }).position.context.kept.answers[slot]?.value).toBe(
      'I miss the singing',
    );
    expect(say(next, { command: 'prefer_not' }).position.context.kept.answers[slot]?.blank).toBe('prefers_not');
  });

  test('is shown it after "change my ..." too', () => {
    const { next } = backAt('goal.importance');
    const changed = say(say(next, { text: 'keep it' }), { text: 'change my date of birth' });
    expect(spoken(changed)).toContain('You said: Wednesday 3 May 1950');
    expect(spoken(changed)).not.toContain('That is all for now');
  });
});

test('"keep it" at a question that nobody went back to is an answer like any other', () => {
  const { next } = backAt('goal.difference');
  const { position } = say(next, { text: 'skip' });
  const resting = restingAt(position);
  expect(resting === null ? {} : givenBefore(position.context.kept, resting, [])).toEqual({});
});
