import { expect, it } from 'vitest';
import { restingAt } from '../../src/conversation/position.ts';
import { places } from '../dialogs/places.ts';
import { say } from '../dialogs/world.ts';

const atTheReview = () => {
  const place = places().find(
    ({ mode, held }) => mode === 'self' && restingAt(held.position)?.question === 'review.first',
  );
  if (place === undefined) throw new Error('nobody is asked about the first review');
  return place.held;
};

it.each([
  ['in two months', false],
  ['in six months', true],
])('somebody who wants their first review %s is told if that is late: %s', (text, isLate) => {
  const says = say(atTheReview(), { text }).turn.replies.map(({ say: key }) => key);
  expect(says).toContain('conversation.heard.date');
  expect(says.includes('review.first.late')).toBe(isLate);
});
