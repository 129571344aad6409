import { expect, test } from 'vitest';
import { restingAt } from '../../src/conversation/position.ts';
import { slotOf } from '../../src/plan/kept.ts';
import { places } from '../dialogs/places.ts';
import { type Held, missing, readerOf, say, wordsOf } from '../dialogs/world.ts';

/** Somebody who wants to sleep better, which matters most, and to feel less lonely; asked whether that is the order. */
function asked(): Held {
  const place = places().find(
    ({ mode, held }) => mode === 'self' && restingAt(held.position)?.question === 'goal.order',
  );
  if (place === undefined) throw new Error('nobody is asked about the order');
  const put: readonly (readonly [string, string])[] = [
    ['goal.what@g1', 'I want to sleep better'],
    ['goal.importance@g1', '2'],
    ['goal.what@g2', 'I want to feel less lonely'],
    ['goal.importance@g2', '4'],
  ];
  return put.reduce((held: Held, [change, text]) => say(say(held, { change }), { text }), place.held);
}
const scores = ({ position }: Held) =>
  ['g1', 'g2'].map((item) => position.context.kept.answers[slotOf('goal.importance', item)]?.value);
const last = (held: ReturnType<typeof say>) => wordsOf(held.turn.replies.slice(-1), readerOf(held)).join(' | ');

test.each(['the lonely one first', 'no, feeling less lonely should come first', 'loneliness matters more'])(
  'somebody who says "%s" has that goal first, and is asked whether it is right now',
  (text) => {
    const next = say(asked(), { text });
    expect(scores(next)).toEqual([4, 2]);
    expect(last(next)).toMatch(/first: I want to feel less lonely and I want to sleep better\. Is this order right\?/);
  },
);

test('goals of the same score are put apart', () => {
  const same = say(say(asked(), { change: 'goal.importance@g2' }), { text: '2' });
  expect(scores(say(same, { text: 'the lonely one first' }))).toEqual([3, 2]);
});

test('nothing changes for somebody who says yes and names a goal', () => {
  const next = say(asked(), { text: 'yes' });
  expect(scores(next)).toEqual([2, 4]);
  expect(restingAt(next.position)?.question).not.toBe('goal.order');
});

test('somebody who names both is asked which, may tap it, and the words of the question are there', () => {
  missing.length = 0;
  const both = say(asked(), { text: 'sleep and not being lonely' });
  expect(last(both)).toBe('Which of these should come first? | I want to sleep better | I want to feel less lonely');
  expect(scores(say(both, { pick: { question: 'goal.order', options: ['g2'] } }))).toEqual([4, 2]);
  expect(missing).toEqual([]);
});

test('somebody who gives new numbers is told which goal each is for', () => {
  const first = say(asked(), { text: 'change the order' });
  expect(last(first)).toContain('How much does this goal matter: I want to sleep better?');
  expect(last(say(first, { text: '5' }))).toContain('How much does this goal matter: I want to feel less lonely?');
});
