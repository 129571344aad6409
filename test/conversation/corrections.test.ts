import { describe, expect, test } from 'vitest';
import { restingAt } from '../../src/conversation/position.ts';
import { slotOf } from '../../src/plan/kept.ts';
import { type Place, places } from '../dialogs/places.ts';
import { readerOf, say, wordsOf } from '../dialogs/world.ts';

type Held = Place['held'];

const all = places().filter(({ mode }) => mode === 'self');

/** A talk that rests at this question, with an answer at another. */
function at(question: string, answered: string): { held: Held; slot: string } {
  for (const { held } of all) {
    const { answers } = held.position.context.kept;
    const given = Object.values(answers).find((one) => one.question === answered && one.blank === undefined);
    if (restingAt(held.position)?.question === question && given !== undefined)
      return { held, slot: slotOf(given.question, given.item) };
  }
  throw new Error(`no talk rests at ${question} with ${answered} answered`);
}

const placeOf = (held: Held) => {
  const resting = restingAt(held.position);
  return resting === null ? 'none' : slotOf(resting.question, resting.item);
};
const answersOf = (held: Held) => held.position.context.kept.answers;
const otherAnswers = (held: Held, slot: string) =>
  Object.fromEntries(Object.entries(answersOf(held)).filter(([key]) => key !== slot));

describe('somebody who puts an answer right', () => {
  test('says "no, I mean Thursday" at the next question, and the day is changed', () => {
    const { held, slot } = at('goal.importance', 'goal.by_when');
    const next = say(held, { text: 'no I mean Thursday' });
    expect(answersOf(next)[slot]?.value).toMatchObject({ precision: 'day', date: '2026-11-26' });
    expect(placeOf(next)).toBe(placeOf(held));
    expect(otherAnswers(next, slot)).toEqual(otherAnswers(held, slot));
  });

  test('puts right the answer that is being given, when it is one', () => {
    const { held } = at('goal.importance', 'goal.by_when');
    const next = say(held, { text: 'no I mean 4' });
    expect(next.turn.facts).toMatchObject([{ type: 'answered', question: 'goal.importance', value: 4 }]);
  });

  test('says the new goal at once, and comes back to where the talk was', () => {
    const { held, slot } = at('goal.importance', 'goal.what');
    const next = say(held, { text: 'actually change my goal to getting to church on Sundays' });
    expect(answersOf(next)[slot]?.value).toBe('getting to church on Sundays');
    expect(placeOf(next)).toBe(placeOf(held));
  });

  test('is asked again when the new words are no answer there', () => {
    const { held, slot } = at('goal.importance', 'who.birth_date');
    const next = say(held, { text: 'change my date of birth to something else' });
    expect(answersOf(next)[slot]).toEqual(answersOf(held)[slot]);
    expect(placeOf(next)).toBe('who.birth_date');
  });

  test('takes one thing out of a list, and the rest is kept', () => {
    const { held, slot } = at('spend.another', 'spend.item');
    const spent = answersOf(held)[slot];
    const next = say(held, { text: `take ${spent?.said.toLowerCase()} out` });
    expect(next.position.context.kept.items.spend ?? []).not.toContain(spent?.item);
    expect(otherAnswers(next, slot)).toEqual(otherAnswers(held, slot));
    expect(wordsOf(next.turn.replies, readerOf(next)).join(' ')).toContain('taken this out');
  });

  test('is not taken at a word that begins an answer to an open question', () => {
    const { held } = at('goal.what', 'who.call_me');
    const next = say(held, { text: "it's being able to get up the stairs" });
    expect(next.turn.facts).toMatchObject([{ type: 'answered', question: 'goal.what' }]);
  });

  test('puts one person instead of another, who is said back, and comes back', () => {
    const { held: asked } = at('contingency.backup', 'contingency.call');
    const held = say(say(asked, { text: 'back' }), { text: 'my brother Tom' });
    const slot = `contingency.call@${restingAt(held.position)?.item}`;
    const next = say(held, { text: 'put my sister instead of my brother' });
    expect(answersOf(next)[slot]?.value).toEqual({ people: [{ name: 'my sister', link: 'sister' }] });
    expect(placeOf(next)).toBe(placeOf(held));
    expect(wordsOf(next.turn.replies, readerOf(next)).join(' ')).toContain('my sister');
  });

  test('is asked which answer is meant, when nobody like that was named alone', () => {
    const { held: asked } = at('contingency.backup', 'contingency.call');
    const held = say(say(asked, { text: 'back' }), { text: 'my brother Tom' });
    const next = say(held, { text: 'put my sister instead of my uncle' });
    expect(next.turn.facts).toEqual([]);
  });

  test('meant the score the other way round', () => {
    const { held } = at('goal.importance', 'goal.by_when');
    const slot = `goal.importance@${restingAt(held.position)?.item}`;
    const next = say(say(held, { text: '9' }), { text: 'I meant it the other way' });
    expect(answersOf(next)[slot]?.value).toBe(2);
  });

  test('meant something else the other way round, and is asked that again', () => {
    const { held } = at('network.willing', 'network.does');
    const next = say(held, { text: 'I meant it the other way' });
    expect(restingAt(next.position)?.question).toBe('network.does');
    expect(Object.values(answersOf(next)).map(({ said }) => said)).not.toContain('it the other way');
  });

  test('says a goal anew with its date, and both are changed and said back', () => {
    const { held, slot } = at('goal.importance', 'goal.what');
    const next = say(held, { text: 'change my goal to walking to the shop by June' });
    const date = slot.replace('goal.what', 'goal.by_when');
    expect(answersOf(held)[date]?.value).not.toMatchObject({ date: '2027-06-01' });
    expect(answersOf(next)[date]?.value).toMatchObject({ date: '2027-06-01', precision: 'month' });
    expect(wordsOf(next.turn.replies, readerOf(next)).join(' ')).toContain('June 2027');
    expect(placeOf(next)).toBe(placeOf(held));
  });
});

describe('somebody who makes a plan for another', () => {
  const first = (question: string) => {
    const place = all.find(({ held }) => restingAt(held.position)?.question === question);
    if (place === undefined) throw new Error(`${question} is never asked`);
    return place.held;
  };

  test('says so at the start, and a plan is begun', () => {
    const next = say(first('welcome.start_kind'), { text: 'im doing this for me dad' });
    expect(answersOf(next)['welcome.start_kind']?.value).toBe('start');
  });

  test('is not taken to plan for themselves, but asked whether that person asked for it', () => {
    const next = say(first('who.plan_for'), { text: 'im doing this for me dad' });
    expect(answersOf(next)['who.plan_for']).toBeUndefined();
    expect(next.turn.replies.at(-1)?.offer?.map(({ id }) => id)).toEqual(['asked_me', 'cannot_alone']);
  });

  test('knows of the budget roughly who was told about how much', () => {
    const next = say(first('budget.know'), { text: 'they told me about how much' });
    expect(answersOf(next)['budget.know']?.value).toBe('told_roughly');
  });
});
