import { describe, expect, test } from 'vitest';
import { initialTransition, transition } from 'xstate';
import { planMachine } from '../../dialogs/plan.ts';
import { type Position, restingAt } from '../../src/conversation/position.ts';
import { ask, dialog, type Event } from '../../src/dialog/index.ts';
import { fold } from '../../src/plan/fold.ts';
import { slotOf } from '../../src/plan/kept.ts';
import { questions } from '../../src/plan/questions/index.ts';
import { places } from '../dialogs/places.ts';
import { samplesAt } from '../dialogs/samples.ts';
import { noon } from '../dialogs/world.ts';
import { slotAt } from './finish.ts';

type States = Record<string, object>;
interface Section {
  readonly states: States;
}

/** The same talk with one of its sections put differently. */
function release(section: string, put: (states: States) => States) {
  const { states, ...rest } = planMachine.config as unknown as {
    states: { talking: { states: Record<string, Section> } };
  };
  const { talking } = states;
  const { [section]: old, ...others } = talking.states;
  if (old === undefined) throw new Error(`There is no section ${section}.`);
  const changed = { ...others, [section]: { ...old, states: put(old.states) } };
  const ordered = Object.fromEntries(Object.keys(talking.states).map((name) => [name, changed[name]]));
  return dialog.createMachine({
    ...rest,
    states: { ...states, talking: { ...talking, states: ordered } },
  } as never) as unknown as typeof planMachine;
}

/** Steps that other answers open again, in any release. */
const asksAgain = /^(?:check\.|safety\.|spend\.check|goal\.order)/;

/** The state in which it is asked what a goal would change bears another name. */
const renamed = (states: States): States => {
  const text = JSON.stringify(states).replaceAll('"target":"difference"', '"target":"whyItMatters"');
  const { difference, ...others } = JSON.parse(text) as States;
  return { ...others, whyItMatters: difference ?? {} };
};

const releases = {
  'a question put in near the start': release('who', (states) => ({
    ...states,
    way: ask('way.choose', 'asked'),
    asked: ask('carer.wishes', 'details'),
  })),
  'a question taken out': release('goals', ({ sign: _out, ...states }) => ({
    ...states,
    startPoint: ask('goal.start_point', 'manageable', { detail: true }),
  })),
  'a state renamed': release('goals', renamed),
  'two questions the other way round': release('reviewing', (states) => ({
    ...states,
    first: ask('review.how', 'how'),
    how: ask('review.first', 'who'),
  })),
};

const stamp = () => ({ at: noon, by: { role: 'person' } as const });
const open = (machine: typeof planMachine, kept: Position['context']['kept']): Position =>
  initialTransition(machine, { kept, stamp: stamp(), languages: 1 })[0];

/** Skips or answers its way to the end, as nobody's facts but the machine's own. */
function finish(machine: typeof planMachine, first: Position): { asked: string[]; last: Position } {
  let position = first;
  const asked: string[] = [];
  for (let turns = 0; turns < 500; turns += 1) {
    const { kept } = position.context;
    if (kept.sentAt !== null || kept.state === 'declined') return { asked, last: position };
    const resting = restingAt(position);
    if (resting === null) [position] = transition(machine, position, { type: 'RESUME', stamp: stamp() });
    else {
      asked.push(slotOf(resting.question, resting.item));
      [position] = transition(machine, position, reply(position, resting));
    }
  }
  throw new Error(`The talk does not end, but goes round at ${asked.slice(-4).join(', ')}.`);
}

function reply(position: Position, resting: NonNullable<ReturnType<typeof restingAt>>): Event {
  const { question, item, parent, meta } = resting;
  const at = { question, ...(item === undefined ? {} : { item }), ...(parent === undefined ? {} : { parent }) };
  const samples = samplesAt(position, resting);
  const yes = samples.find(({ value }) => value === true || value === 'yes' || value === 'carry_on') ?? samples[0];
  const mustAnswer = !questions[question].skip || question === 'check.send' || question.startsWith('safety.');
  return mustAnswer
    ? { type: 'ANSWER', stamp: stamp(), ...at, value: yes?.value, said: '', notes: [], meta }
    : { type: 'SKIP', reason: 'skipped', stamp: stamp(), ...at };
}

const talks = places().filter(({ held }) => restingAt(held.position)?.question !== 'who.too_young');

describe.each(Object.entries(releases))('a talk begun before %s', (_, machine) => {
  test('goes on from its facts, asks nothing twice and can be finished', () => {
    expect(talks.length).toBeGreaterThan(350);
    for (const { held } of talks) {
      const kept = fold(JSON.parse(JSON.stringify(held.facts)));
      const { asked, last } = finish(machine, open(machine, kept));
      const twice = asked.filter(
        (slot) => kept.answers[slot] !== undefined && kept.focus !== slot && !slot.startsWith('check.'),
      );
      expect(twice, slotAt(held)).toEqual([]);
      expect(last.context.kept.sentAt).not.toBeNull();
      for (const [slot, answer] of Object.entries(kept.answers))
        if (!asksAgain.test(slot)) expect(last.context.kept.answers[slot]?.said, slot).toBe(answer.said);
    }
  });

  test('stands where it stood, when what changed is elsewhere', () => {
    const same = talks.filter(({ held }) => {
      const kept = fold(JSON.parse(JSON.stringify(held.facts)));
      return slotAt({ position: open(machine, kept), facts: [] }) === slotAt(held);
    });
    expect(same.length).toBeGreaterThan(20);
  });
});
