import { describe, expect, test } from 'vitest';
import { restingAt } from '../../src/conversation/position.ts';
import type { Said } from '../../src/conversation/talk.ts';
import type { Fact } from '../../src/plan/facts.ts';
import { slotOf } from '../../src/plan/kept.ts';
import { questions } from '../../src/plan/questions/index.ts';
import type { Kind } from '../../src/plan/questions/kinds.ts';
import { type Place, places } from '../dialogs/places.ts';
import { missing, readerOf, say, wordsOf } from '../dialogs/world.ts';

type Words = Omit<Said, 'id' | 'channel'>;
interface Heard {
  readonly slot: string;
  readonly words: readonly string[];
  readonly facts: readonly Fact[];
  readonly next: Place['held'];
}

const slotAt = ({ position }: Place['held']): string => {
  const resting = restingAt(position);
  return resting === null ? position.context.kept.state : slotOf(resting.question, resting.item);
};

function hear(held: Place['held'], words: Words): Heard {
  const next = say(held, words);
  return { slot: slotAt(next), words: wordsOf(next.turn.replies, readerOf(next)), facts: next.turn.facts, next };
}

/** Facts that put something into the plan, or take it out. */
const changes = (facts: readonly Fact[]) =>
  facts.filter(({ type }) => ['answered', 'skipped', 'removed', 'reopened', 'sent'].includes(type));

/** The same question again, something said, and nothing put into the plan. */
function expectTheSameQuestion(before: Place['held'], heard: Heard, atLeast = 1): void {
  expect(heard.slot).toBe(slotAt(before));
  expect(changes(heard.facts)).toEqual([]);
  expect(heard.words.length).toBeGreaterThanOrEqual(atLeast);
  for (const words of heard.words) expect(words.trim()).not.toBe('');
}

const all = places();
/** Where any words may be an answer or a name, nonsense has none. */
const nonsense: Partial<Record<Kind, string>> = { free_text: '.,.,!', person: '?;?' };

test('there is a place for every question of every kind of plan', () => {
  expect(all.length).toBeGreaterThan(350);
});

describe.each(all.map(({ mode, held }) => ({ name: `${mode}: ${slotAt(held)}`, held })))('$name', ({ held }) => {
  const resting = restingAt(held.position);
  const question = resting?.question ?? 'who.call_me';
  const { skip, kind } = questions[question];

  test('answers a question about the question, and comes back to it', () => {
    missing.length = 0;
    for (const command of [
      'help',
      'why',
      'example',
      'person',
      'rights',
      'where',
      'show_plan',
      'language',
      'looks',
      'delete',
    ] as const)
      expectTheSameQuestion(held, hear(held, { command }), 2);
    expectTheSameQuestion(held, hear(held, { text: 'what does eligible mean?' }), 2);
    expect(missing).toEqual([]);
  });

  test('says it again, and simpler', () => {
    missing.length = 0;
    const again = hear(held, { command: 'repeat' });
    expectTheSameQuestion(held, again);
    const simpler = hear(held, { command: 'simpler' });
    expectTheSameQuestion(held, simpler);
    expect(simpler.words).not.toEqual(again.words);
    expect(missing).toEqual([]);
  });

  test('can be left empty, kindly', () => {
    missing.length = 0;
    const once = hear(held, { command: 'skip' });
    expect(once.words.length).toBeGreaterThan(0);
    const twice = once.slot === slotAt(held) ? hear(once.next, { command: 'skip' }) : once;
    const answer = twice.next.position.context.kept.answers[slotAt(held)];
    if (skip && question !== 'check.send' && !question.startsWith('safety.')) {
      expect(twice.slot).not.toBe(slotAt(held));
      expect(answer?.blank ?? 'left').toMatch(/skipped|left/);
    } else if (!skip) expectTheSameQuestion(held, once, 2);
    expect(missing).toEqual([]);
  });

  test('pauses at stop, and is there again afterwards', () => {
    missing.length = 0;
    const stopped = hear(held, { command: 'stop' });
    expect(stopped.slot).toBe('paused');
    expect(changes(stopped.facts)).toEqual([]);
    const back = hear(stopped.next, { text: 'hello' });
    expectTheSameQuestion(held, back, 2);
    expect(missing).toEqual([]);
  });

  test('welcomes back somebody who was away, on whatever device, and asks the same question', () => {
    missing.length = 0;
    expectTheSameQuestion(held, hear(held, { returned: true }), 2);
    const stopped = hear(held, { command: 'stop' });
    expectTheSameQuestion(held, hear(stopped.next, { returned: true }), 2);
    expect(missing).toEqual([]);
  });

  test('hears a change of mind about an earlier answer, and keeps this place', () => {
    missing.length = 0;
    const { kept } = held.position.context;
    const earlier = kept.answers['who.call_me'];
    if (earlier === undefined || question.startsWith('safety.') || question === 'who.call_me') return;
    // A plan that was sent and then changed: whether to send it is asked again.
    const place = question === 'check.sent' ? 'check.send' : slotAt(held);
    const there = hear(held, { change: 'who.call_me' });
    expect(there.slot).toBe('who.call_me');
    const back = hear(there.next, { text: 'Josephine' });
    expect(back.slot).toBe(place);
    expect(back.next.position.context.kept.answers['who.call_me']?.value).toBe('Josephine');
    const others = Object.keys(kept.answers).filter((slot) => !['who.call_me', place].includes(slot));
    for (const slot of others) expect(back.next.position.context.kept.answers[slot]).toEqual(kept.answers[slot]);
    expect(missing).toEqual([]);
  });

  test('does not understand differently the first, the second and the third time', () => {
    missing.length = 0;
    // At "is there another?", two words or more may be that other one.
    const text = nonsense[kind] ?? (question.endsWith('.another') ? 'zzxx' : '\u200fqqqq zzxx');
    const first = hear(held, { text });
    expectTheSameQuestion(held, first, 2);
    const second = hear(first.next, { text });
    expectTheSameQuestion(held, second, 2);
    const third = hear(second.next, { text });
    const said = [first, second, third].map(({ words }) => words[0]);
    expect(new Set(said).size).toBe(3);
    if (!skip) expectTheSameQuestion(held, third, 2);
    else if (third.slot !== slotAt(held) && question !== 'spend.change')
      expect(third.next.position.context.kept.answers[slotAt(held)]?.blank).toBe('worker_to_add');
    expect(missing).toEqual([]);
  });

  test('is not harmed by an old button, an unknown option, or an empty message', () => {
    missing.length = 0;
    expectTheSameQuestion(held, hear(held, { pick: { question: 'a.question_that_was', options: ['yes'] } }), 2);
    if (resting?.item !== undefined)
      expectTheSameQuestion(held, hear(held, { pick: { question, item: 'x99', options: ['yes'] } }), 2);
    const at = resting?.item === undefined ? {} : { item: resting.item };
    expectTheSameQuestion(held, hear(held, { pick: { question, ...at, options: [] } }), 2);
    if (kind === 'choice' || kind === 'multi') {
      const pick = { question, ...at, options: ['no_such_option'] };
      if (questions[question].options.length > 0) expectTheSameQuestion(held, hear(held, { pick }), 2);
    }
    expectTheSameQuestion(held, hear(held, { text: '' }), 2);
    expect(missing).toEqual([]);
  });
});
