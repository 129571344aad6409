import { describe, expect, test } from 'vitest';
import { restingAt } from '../../src/conversation/position.ts';
import { questions, sectionOf } from '../../src/plan/questions/index.ts';
import { saidFor, samplesAt } from '../dialogs/samples.ts';
import { type Held, opened, readerOf, record, say, wordsOf } from '../dialogs/world.ts';

const isLine = (key: string) => /^conversation\.(?:section_done|on_the_way)/.test(key);

/** A whole talk the full way with two goals and two things to do for each: at each turn, what it asked and said. */
function wholeTalk(way: 'full' | 'short') {
  let held: Held = opened(record);
  const turns: { asked: string; section: string; says: string[]; words: string }[] = [];
  for (let count = 0; count < 400; count += 1) {
    const resting = restingAt(held.position);
    if (resting === null || resting.question === 'check.sent') return turns;
    const { question } = resting;
    const samples = samplesAt(held.position, resting);
    const items = held.position.context.kept.items;
    const more = question === 'goal.another' && (items.goal?.length ?? 0) < 2;
    const wanted: Partial<Record<string, unknown>> = {
      'way.choose': way,
      'privacy.go_on': true,
      'goal.confirm': 'yes',
      'goal.order': 'yes',
      'check.send': 'yes',
      'spend.check': 'yes',
      'who.plan_for': 'me',
      'pause.offer': 'go_on',
      ...(question.endsWith('.another') ? { [question]: more ? 'another' : 'enough' } : {}),
    };
    const sample = samples.find(({ value }) => value === wanted[question]) ?? samples[0];
    if (sample === undefined) throw new Error(`There is nothing to say to ${question}.`);
    const next = say(held, saidFor(sample, resting));
    turns.push({
      asked: question,
      section: sectionOf(question),
      says: next.turn.replies.map((reply) => reply.say),
      words: wordsOf(next.turn.replies, readerOf(next)).join('\n'),
    });
    held = restingAt(next.position) === null ? say(next, { text: 'hello' }) : next;
  }
  throw new Error('The talk does not end.');
}

describe.each(['full', 'short'] as const)('a whole talk the %s way', (way) => {
  const turns = wholeTalk(way);
  const planned = turns.filter(({ section }) => !['hello', 'check'].includes(section));
  const at = planned.flatMap(({ says }, index) => (says.some(isLine) ? [index] : []));

  test('says where we are about every eight questions, and never twice close together', () => {
    const gaps = at.slice(1).map((index, turn) => index - (at[turn] ?? 0));
    expect(at.length).toBeGreaterThan(3);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(13);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3);
  });

  test('says it in one line that offers a break and asks nothing', () => {
    const lines = turns.flatMap(({ words }) => words.match(/We are in: .*/g) ?? []);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines)
      expect(line).toMatch(
        /^We are in: [\w' ]+\. Questions left here: \d+\. You can stop for today at any time: say stop\.$/,
      );
    for (const { says } of turns) expect(says.filter(isLine).length).toBeLessThan(2);
  });

  test('says no more than two things before a question that stands in the middle of a section', () => {
    for (const { says } of turns) if (says.includes('conversation.on_the_way')) expect(says.length).toBeLessThan(4);
  });
});

test('whoever asks why eight times is not told eight times where we are', () => {
  let held: Held = opened();
  for (const text of ['Start a plan', 'Just me', 'yes', 'yes', 'for me', 'Jo', 'the full way'])
    held = say(held, { text });
  for (;;) {
    const resting = restingAt(held.position);
    if (resting === null) throw new Error('The talk has stopped.');
    const next = say(held, questions[resting.question].skip ? { command: 'skip' } : { text: 'Jo Bell 3 May 1950' });
    if (next.turn.replies.some((reply) => reply.say === 'conversation.on_the_way')) {
      const again = say(next, { command: 'why' });
      expect(again.turn.replies.some((reply) => reply.say === 'conversation.on_the_way')).toBe(false);
      return;
    }
    held = next;
  }
});
