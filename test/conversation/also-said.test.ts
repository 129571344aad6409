import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { takenFrom } from '../../scripts/understanding/two-answers.ts';
import { restingAt } from '../../src/conversation/position.ts';
import { places } from '../dialogs/places.ts';
import { readerOf, say, wordsOf } from '../dialogs/world.ts';

const folder = 'test/corpora/tuning';
const monday = '2026-11-23T10:00:00Z';
const taken = (question: string, text: string) => takenFrom(question, text, monday);

/** The talk of somebody who makes a plan of their own, where this is asked. */
function askedFor(question: string) {
  const place = places().find(({ mode, held }) => mode === 'self' && restingAt(held.position)?.question === question);
  if (place === undefined) throw new Error(`${question} is never asked`);
  return place.held;
}

describe('a person who says two things at once', () => {
  it('about a goal has its reason and its day kept too, and said back', () => {
    const { kept, saidBack } = taken('goal.what', 'to drive again by Easter because I hate asking for lifts');
    expect(kept['goal.difference']).toBe('I hate asking for lifts');
    expect(kept['goal.by_when']).toMatchObject({ date: '2027-03-28' });
    expect(saidBack).toEqual(expect.arrayContaining(['goal.by_when', 'goal.difference']));
  });

  it('names whom to ring first and whom to ring next', () => {
    const { kept, saidBack } = taken('contingency.call', 'my son first then my sister mary');
    expect(kept['contingency.call']).toEqual({ people: [{ name: 'my son', link: 'son' }] });
    expect(kept['contingency.backup']).toEqual({ people: [{ name: 'mary', link: 'sister' }] });
    expect(saidBack).toContain('contingency.backup');
  });

  it('says that a helper is glad to help and what number to ring', () => {
    expect(taken('network.does', "She does my washing and she's happy to").kept['network.willing']).toBe('happy');
    expect(taken('network.willing', 'yes, her number is 07700 900318').kept['network.emergency']).toEqual({
      may_ring: true,
      phone: '07700 900318',
    });
  });

  it('has the answer to what was asked read without the other one', () => {
    const { kept } = taken('budget.amount', '£210 a week and I pay £40 a week of that myself');
    expect(kept['budget.amount']).toMatchObject({ amount_pence: 21_000, period: 'week' });
    expect(kept['budget.contribution']).toMatchObject({ amount_pence: 4_000, period: 'week' });
    expect(taken('carer.able', "Yes but I won't do the lifting any more").kept).toEqual({
      'carer.able': 'yes',
      'carer.willing': 'some',
    });
  });

  it('may say something of any kind in any part of the talk', () => {
    expect(taken('comm.format', 'big print, size 18 if you can').kept['comm.print_size']).toBe('18');
    expect(taken('well.varies', "Up and down. On a bad day I can't hold a cup").kept).toHaveProperty('well.bad_spell');
    expect(taken('barrier.what', "there's no bus after 4. The dial a ride could sort that").kept).toHaveProperty(
      'barrier.fix',
    );
    expect(taken('review.first', 'february, phone me').kept['review.how']).toBe('phone');
    expect(taken('advocate.helper', "My niece Ruth, so no I don't want an advocate").kept['advocate.want']).toBe('no');
  });

  it('is not taken to have answered more than was asked', () => {
    expect(Object.keys(taken('action.what', 'Tuesday bowls, once somebody is with her').kept)).toEqual(['action.what']);
    expect(Object.keys(taken('goal.what', 'I want to sleep better').kept)).toEqual(['goal.what']);
    expect(Object.keys(taken('support.when', 'one night a week').kept)).toEqual(['support.when']);
    expect(Object.keys(taken('goal.confidence', 'was 3 in summer, 6 now').kept)).toEqual(['goal.confidence']);
  });

  it('has a whole sentence kept as the second answer, and words that only go with the first left with it', () => {
    const { kept } = taken('contingency.trigger', 'the stairlift breaking. Make me a bed up downstairs and ring Ann');
    expect(kept['contingency.do']).toBe('Make me a bed up downstairs and ring Ann');
    expect(taken('action.barrier', "panic attacks. I've an app I would use").kept).not.toHaveProperty(
      'action.barrier_plan',
    );
  });

  it('is not taken to speak to the assistant when they answer the next question too', () => {
    const { kept } = taken('action.what', 'Do my puzzles each night before bed');
    expect(kept).toMatchObject({
      'action.what': 'Do my puzzles each night before bed',
      'action.how_often': 'each night before bed',
    });
  });

  it('tells something beside "no date"', () => {
    expect(taken('goal.by_when', "no particular date but it's about a 6 for importance").kept['goal.importance']).toBe(
      6,
    );
  });

  it('is asked when what they said may mean two things', () => {
    const { kept } = taken('share.who', 'my daughter can see everything, my son just the emergency bit');
    expect(kept).not.toHaveProperty('share.parts');
    expect(kept).toHaveProperty('share.who');
  });

  it('keeps two helpers who are named with what each of them does', () => {
    const { kept } = taken('network.who', 'my daughter Shazia comes on Sundays and my neighbour Ted brings the paper');
    expect(kept['network.who']).toMatchObject({ people: [{ name: 'Shazia' }, { name: 'Ted' }] });
  });
});

describe('in a whole talk', () => {
  test('what one helper does is kept about that helper, said back and not asked again', () => {
    const held = say(askedFor('network.who'), { text: 'my brother Leroy, he brings my shopping every Friday' });
    const [item = ''] = held.position.context.kept.items.network ?? [];
    expect(held.position.context.kept.answers[`network.does@${item}`]?.value).toBe(
      'he brings my shopping every Friday',
    );
    expect(wordsOf(held.turn.replies, readerOf(held)).join(' ')).toContain('he brings my shopping every Friday');
    expect(restingAt(held.position)?.question).toBe('network.willing');
  });

  test('a reminder that is asked for with "later" pauses the talk at once', () => {
    const held = say(askedFor('pause.offer'), { text: "I'd rather come back later, remind me on Thursday" });
    expect(held.position.context.kept.state).toBe('paused');
    expect(held.position.context.kept.answers['pause.remind']?.value).toBe('remind me on Thursday');
  });
});

describe('messages that were written as one answer', () => {
  const kinds = /-(?:money|scale|date|number|yes_no|phone)\.jsonl$/;
  const single = readdirSync(folder)
    .filter((name) => kinds.test(name))
    .flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').trim().split('\n'));

  test('hardly ever tell anything else', () => {
    const more = single
      .map((line): { question: string; said: string } => JSON.parse(line))
      .filter(({ question, said }) => Object.keys(taken(question, said).kept).some((id) => id !== question));
    expect(single.length).toBeGreaterThan(1000);
    expect(more.length).toBeLessThan(single.length / 100);
  });
});
