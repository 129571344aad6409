/** A fault inside, a message that comes twice and a double click, at every question of every kind of plan. */
import { describe, expect, test } from 'vitest';
import { type Resting, restingAt } from '../../src/conversation/position.ts';
import type { Said, Talks } from '../../src/conversation/talk.ts';
import { talksOf } from '../../src/conversation/talks.ts';
import type { Fact } from '../../src/plan/facts.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { NotKept, type PlanStore } from '../../src/store/port.ts';
import { places } from '../dialogs/places.ts';
import { saidFor, samplesAt } from '../dialogs/samples.ts';
import { after, tools } from '../dialogs/world.ts';
import { type Held, slotAt } from './finish.ts';

const plan = 'plan-for-a-test';

interface World {
  readonly store: PlanStore;
  readonly talks: Talks;
  /** What the disk says to whatever is written; null when it is well. */
  fault: Error | null;
  /** The same talk in a program that was started anew. */
  again(): Talks;
}

/** The talk as it stands at a question, on a store that can refuse. */
async function worldOf({ facts }: Held): Promise<World> {
  const whole = memoryStore();
  await whole.append(plan, 0, facts);
  let minutes = facts.length;
  const now = () => {
    minutes += 1;
    return after(minutes);
  };
  const world = { fault: null as Error | null };
  const store: PlanStore = {
    ...whole,
    async append(id: string, expected: number, more: readonly Fact[]) {
      if (world.fault !== null) throw world.fault;
      return whole.append(id, expected, more);
    },
  };
  const again = () => talksOf({ store, tools, now, nation: 'england' });
  const talks = again();
  // Only what was asked in a message waits for an answer.
  await talks.say(plan, { id: 'asked', channel: 'webchat', command: 'repeat' });
  return Object.assign(world, { store, again, talks });
}

const all = places().flatMap(({ mode, held }) => {
  const resting = restingAt(held.position);
  const sample = resting === null ? undefined : samplesAt(held.position, resting)[0];
  return resting === null || sample === undefined
    ? []
    : [{ name: `${mode}: ${slotAt(held)}`, held, resting, answer: saidFor(sample, resting) }];
});

const saying = (id: string, words: Pick<Said, 'text' | 'pick'>): Said => ({ id, channel: 'webchat', ...words });
const standing = async (talks: Talks) => ({ kept: await talks.kept(plan), talk: await talks.read(plan) });
const placeIn = (resting: Resting) => ({
  question: resting.question,
  ...(resting.item === undefined ? {} : { item: resting.item }),
});

test('there is a place for every question of every kind of plan', () => {
  expect(all.length).toBeGreaterThan(350);
});

describe.each(all)('$name', ({ held, resting, answer }) => {
  test('keeps the place and every answer when the disk refuses or something breaks, and takes the same message afterwards', async () => {
    const world = await worldOf(held);
    const { talks } = world;
    const before = await standing(talks);
    expect(before.talk?.asking).toMatchObject(placeIn(resting));
    for (const fault of [new NotKept('The disk is full.'), new Error('Something broke.')]) {
      world.fault = fault;
      await expect(talks.say(plan, saying('m', answer))).rejects.toThrow(fault);
      expect(await standing(talks)).toEqual(before);
    }
    world.fault = null;
    const heard = await talks.say(plan, saying('m', answer));
    expect(heard?.repeated).toBe(false);
    expect(heard?.talk.version).toBeGreaterThan(before.talk?.version ?? 0);
  });

  test('hears a message once, however often it is sent, before and after the program is started again', async () => {
    const { talks, again } = await worldOf(held);
    const first = await talks.say(plan, saying('m', answer));
    const then = await standing(talks);
    const restarted = again();
    for (const one of [talks, restarted]) {
      const resent = await one.say(plan, saying('m', answer));
      expect(resent?.repeated).toBe(true);
      expect(resent?.turn.replies).toEqual(first?.turn.replies);
      expect(resent?.talk.version).toBe(first?.talk.version);
      expect((await one.kept(plan))?.answers).toEqual(then.kept?.answers);
    }
  });

  test('is not harmed by a double click: the second one changes nothing', async () => {
    if (answer.pick === undefined) return;
    const { talks, store } = await worldOf(held);
    const [first, second] = await Promise.all([
      talks.say(plan, saying('one', answer)),
      talks.say(plan, saying('two', answer)),
    ]);
    // What was not to be saved is gone once it was said no to.
    if (first?.talk.state === 'declined') return expect(await store.read(plan)).toBeNull();
    if (first?.talk.asking?.question === resting.question && first.talk.asking.item === resting.item) return;
    expect(second?.talk.asking).toEqual(first?.talk.asking);
    expect(second?.turn.replies[0]?.say).toBe('conversation.old_button');
    const changed = (await store.read(plan))?.facts.slice(first?.talk.version) ?? [];
    expect(changed.map(({ type }) => type)).toEqual(['turned']);
  });
});
