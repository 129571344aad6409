import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { restingAt } from '../../src/conversation/position.ts';
import { commands } from '../../src/conversation/talk.ts';
import { slotOf } from '../../src/plan/kept.ts';
import { questions, sectionOf, sections } from '../../src/plan/questions/index.ts';
import { saidFor, samplesAt } from '../dialogs/samples.ts';
import { missing, opened, readerOf, record, reopened, say, wordsOf, worries } from '../dialogs/world.ts';
import { finished, type Held, slotAt } from './finish.ts';
import { hostile } from './hostile.ts';

/** One thing that somebody does; `n` chooses among what there is at that moment. */
interface Act {
  readonly does: 'answers' | 'says' | 'commands' | 'changes' | 'tells more' | 'taps an old button' | 'worries';
  readonly n: number;
  readonly words: string;
}

const phrases = [
  'yes',
  'no',
  'dunno',
  'skip',
  'next june',
  '40 quid a week',
  'my sister Ann',
  'change my goal',
  'back',
  'hello',
];
const words = fc.oneof(fc.constantFrom(...phrases), fc.string({ maxLength: 40 }), fc.lorem({ maxCount: 12 }));
const act = (does: fc.Arbitrary<Act['does']>): fc.Arbitrary<Act> => fc.record({ does, n: fc.nat(999), words });
const any = act(
  fc.oneof(
    { weight: 8, arbitrary: fc.constant('answers' as const) },
    { weight: 2, arbitrary: fc.constant('says' as const) },
    { weight: 3, arbitrary: fc.constant('commands' as const) },
    { weight: 1, arbitrary: fc.constantFrom('changes', 'tells more', 'taps an old button', 'worries' as const) },
  ),
);
const answering = act(fc.constant('answers'));
/** With an assessment's record or without: `firstOf` opens the talk, so that a failure prints few words. */
const started = fc.boolean();
const firstOf = (known: boolean): Held => opened(known ? record : undefined);

const at = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

function doing(held: Held, { does, n, words: text }: Act): Held {
  const resting = restingAt(held.position);
  const { answers } = held.position.context.kept;
  const sample = resting === null ? undefined : at(samplesAt(held.position, resting), n);
  if (does === 'commands') return say(held, { command: at(commands, n) ?? 'help' });
  if (does === 'changes' && Object.keys(answers).length > 0)
    return say(held, { change: at(Object.keys(answers), n) ?? '' });
  if (does === 'tells more') return say(held, { more: at(Object.keys(sections), n) ?? '' });
  if (does === 'taps an old button')
    return say(held, { pick: { question: at(Object.keys(questions), n) ?? '', options: ['yes'] } });
  if (does === 'worries') return say(held, { text: at(worries, n) ?? '' });
  if (does === 'answers' && resting !== null && sample !== undefined) return say(held, saidFor(sample, resting));
  return say(held, { text });
}

/** Always the same talks; the first one that fails is shown as it is, for to look for a shorter one takes minutes. */
const options = (numRuns: number) => ({ numRuns, seed: 20261121, endOnFailure: true });

describe('a talk in which anything may be said', () => {
  test('stands at the same place when it is read again from the disk, after every turn', () => {
    fc.assert(
      fc.property(started, fc.array(any, { maxLength: 50 }), (known, acts) => {
        let held: Held = firstOf(known);
        for (const one of acts) {
          held = doing(held, one);
          const again = reopened(held);
          expect(slotAt(again)).toBe(slotAt(held));
          expect(again.position.value).toEqual(held.position.value);
          expect(again.position.context.kept).toEqual(JSON.parse(JSON.stringify(held.position.context.kept)));
        }
      }),
      options(200),
    );
  });

  test('can always be finished, in a bounded number of turns', () => {
    fc.assert(
      fc.property(started, fc.array(any, { maxLength: 80 }), (known, acts) => {
        const held = acts.reduce(doing, firstOf(known));
        const { turns, position } = finished(held);
        expect(turns).toBeLessThan(420);
        const { kept } = position.context;
        expect(kept.sentAt !== null || kept.state === 'declined').toBe(true);
      }),
      options(200),
    );
  });

  test('always has words, and a next question until it is declined', () => {
    missing.length = 0;
    fc.assert(
      fc.property(started, fc.array(any, { maxLength: 40 }), (known, acts) => {
        let held: Held = firstOf(known);
        for (const one of acts) {
          const { position, facts } = doing(held, one);
          held = { position, facts };
          const heard = say(held, { command: 'repeat' });
          const { kept } = position.context;
          if (kept.state === 'declined') return;
          expect(heard.turn.replies.some(({ waits }) => waits) || kept.state === 'paused').toBe(true);
          for (const line of wordsOf(heard.turn.replies, readerOf(held))) expect(line.trim()).not.toBe('');
        }
      }),
      options(100),
    );
    expect(missing).toEqual([]);
  });
});

describe('somebody who goes back', () => {
  test('reaches the n-th question before, and gets forward again by giving the same answers', () => {
    fc.assert(
      fc.property(started, fc.array(answering, { minLength: 5, maxLength: 90 }), fc.nat(12), (known, acts, times) => {
        const way: { slot: string; act: Act; held: Held }[] = [];
        let held: Held = firstOf(known);
        for (const one of acts) {
          if (slotAt(held) === 'declined') return;
          way.push({ slot: slotAt(held), act: one, held });
          held = doing(held, one);
        }
        const passed: string[] = [];
        for (let place = held.position.context.passed; place !== null; place = place.before) passed.push(place.slot);
        if (restingAt(held.position) === null || held.position.context.kept.safety !== null) return;
        let back = held;
        for (let step = 0; step < times; step += 1) {
          back = say(back, { command: 'back' });
          expect(slotAt(back)).toBe(passed[Math.min(step, passed.length - 1)] ?? slotAt(held));
        }
        expect(back.position.context.kept.answers).toEqual(held.position.context.kept.answers);
      }),
      options(200),
    );
  });

  test('keeps the later answers when an earlier one changes', () => {
    fc.assert(
      fc.property(started, fc.array(answering, { minLength: 20, maxLength: 90 }), fc.nat(), (known, acts, n) => {
        const held = acts.reduce(doing, firstOf(known));
        const { answers, safety, state, focus } = held.position.context.kept;
        if (state !== 'talking' || safety !== null || focus !== null) return;
        const open = Object.values(answers).filter(
          ({ question, value }) =>
            questions[question].kind === 'free_text' &&
            value !== undefined &&
            !question.startsWith('goal.') &&
            !Object.hasOwn(beginnings, question) &&
            sectionOf(question) !== 'safety',
        );
        const one = at(open, n);
        if (one === undefined) return;
        const slot = slotOf(one.question, one.item);
        // Of a short answer it is not asked which part of it matters most.
        if (restingAt(held.position)?.question === 'topic.main_part') return;
        const there = say(held, { change: slot });
        if (slotAt(there) !== slot) return;
        const changed = say(there, { text: 'I mostly want company at the weekend' });
        const { [slot]: _was, ...before } = answers;
        const { [slot]: now, ...after } = changed.position.context.kept.answers;
        expect(now?.said).toBe('I mostly want company at the weekend');
        expect(after).toEqual(before);
        expect(slotAt(changed)).toBe(slotAt(held));
      }),
      options(300),
    );
  });
});

/** The words that an item is begun with also decide what is asked of it. */
const beginnings = { 'action.what': true, 'spend.item': true, 'contingency.trigger': true, 'risk.what': true };

describe('messages that nobody should have to fear', () => {
  test('are kept or asked about, and never break the talk', () => {
    fc.assert(
      fc.property(started, fc.array(answering, { maxLength: 60 }), fc.nat(hostile.length - 1), (known, acts, nth) => {
        const held = acts.reduce(doing, firstOf(known));
        if (slotAt(held) === 'declined') return;
        const before = held.position.context.kept.answers;
        const text = hostile[nth] ?? '';
        const heard = say(held, { text });
        const { kept } = heard.position.context;
        for (const slot of Object.keys(before)) {
          if (slot !== slotAt(held)) expect(kept.answers[slot]).toEqual(before[slot]);
        }
        // What is in no language that is read is kept in a flag, and not shown.
        expect(heard.turn.said ?? kept.flags.at(-1)?.said).toBe(text);
        const next = heard.turn.replies.filter(({ waits }) => waits);
        expect(next.length === 1 || kept.state === 'declined').toBe(true);
        expect(slotAt(reopened(heard))).toBe(slotAt(heard));
        for (const line of wordsOf(heard.turn.replies, readerOf(heard)))
          expect(line).not.toMatch(/\$t\(|\bundefined\b|\[object/);
      }),
      options(600),
    );
  });
});
