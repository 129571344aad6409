import { describe, expect, it } from 'vitest';
import { restingAt } from '../../src/conversation/position.ts';
import { places } from '../dialogs/places.ts';
import { type Held, say } from '../dialogs/world.ts';

/** One place of a plan of one's own for each question that waits. */
const everyQuestion = new Map<string, Held>(
  places()
    .filter(({ mode, held }) => mode === 'self' && restingAt(held.position) !== null)
    .map(({ held }) => [restingAt(held.position)?.question ?? '', held] as const),
);
const heardAt = (question: string, text: string) => {
  const held = everyQuestion.get(question);
  if (held === undefined) throw new Error(`${question} is never asked`);
  const { turn } = say(held, { text });
  return { says: turn.replies.map((reply) => reply.say), now: turn.replies.at(-1)?.question, facts: turn.facts };
};

describe('what somebody says in passing', () => {
  it.each([
    ['hello', 'hello there love'],
    ['thanks', 'Thank you very much!'],
    ['anger', 'FUCK OFF'],
    ['anger', 'im sick of all these questions'],
    ['private', 'so who will see this then?'],
    ['robot', 'Am I talking to a real person'],
    ['must', 'do I have to answer this'],
    ['cost', 'will it cost me anything'],
  ])('is answered as %s, kept nowhere, and the same question comes again: "%s"', (aside, text) => {
    for (const question of everyQuestion.keys()) {
      if (question.startsWith('safety.') || /^(?:pause\.questions|info\.need|check\.missing)$/.test(question)) continue;
      const { says, now, facts } = heardAt(question, text);
      expect(says, question).toContain(`conversation.aside.${aside}`);
      expect(now, question).toBe(question);
      expect(
        facts.map(({ type }) => type),
        question,
      ).not.toContain('answered');
    }
  });

  it('is an answer where we ask what they want to know', () => {
    expect(heardAt('check.missing', 'Who will see this?').says).not.toContain('conversation.aside.private');
  });

  it.each([
    'I hate this house',
    'hello fresh deliveries',
    'thank you letters to write',
    'my son thinks this is rubbish',
  ])('is not looked for within an answer: "%s"', (text) => {
    expect(heardAt('goal.what', text).says.filter((key) => key.includes('.aside.'))).toEqual([]);
  });
});
