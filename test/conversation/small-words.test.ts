import { expect, test } from 'vitest';
import { restingAt } from '../../src/conversation/position.ts';
import { hear } from '../../src/conversation/turn.ts';
import { places } from '../dialogs/places.ts';
import { after, readerOf, say, tools, wordsOf } from '../dialogs/world.ts';

const all = places();
function at(question: string) {
  const place = all.find(({ mode, held }) => mode === 'self' && restingAt(held.position)?.question === question);
  if (place === undefined) throw new Error(`no talk rests at ${question}`);
  return place.held;
}
const words = (held: ReturnType<typeof say>) => wordsOf(held.turn.replies, readerOf(held)).join('\n');

test('somebody who turns their number round is told what is put now', () => {
  expect(words(say(at('goal.importance_check'), { text: 'yes' }))).toContain('1: so this is one of your top goals.');
  expect(words(say(at('goal.importance_check'), { text: 'no' }))).not.toContain('1: so this');
});

test('somebody who would pay a relative is asked whether they live together', () => {
  expect(words(say(at('spend.item'), { text: 'pay my husband to look after me' }))).toContain('Do they live with you?');
  expect(words(say(at('spend.item'), { text: 'The gas bill' }))).toContain('already paying');
});

test('somebody who wants bigger words is told of the foot of the page on the page only', () => {
  const { position } = at('goal.what');
  const [page, chat] = (['webchat', 'teams'] as const).map(
    (channel) => hear(position, { id: 'm1', channel, text: 'slower please' }, tools, after(500)).replies[0]?.say,
  );
  expect([page, chat]).toEqual(['conversation.looks', 'conversation.looks_in_chat']);
});
