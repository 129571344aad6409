import { describe, expect, test } from 'vitest';
import { restingAt } from '../../src/conversation/position.ts';
import type { Said } from '../../src/conversation/talk.ts';
import { slotOf } from '../../src/plan/kept.ts';
import { type QuestionId, questionIds, questions, sectionOf } from '../../src/plan/questions/index.ts';
import { type Edge, edgesOf, inEarnest, modelOf, placeOf } from './model.ts';
import { notAsked } from './not-asked.ts';
import { type Sample, saidFor } from './samples.ts';
import { opened, readerOf, record, reopened, say, wordsOf } from './world.ts';

const is =
  (...values: readonly unknown[]) =>
  ({ value }: Sample) =>
    values.some((one) => JSON.stringify(one) === JSON.stringify(value));
const notes = (wanted: boolean) => (sample: Sample) => sample.notes.length > 0 === wanted;

/** Says yes to whatever opens more questions. */
const opens = {
  'privacy.alone': is('alone'),
  'who.assessment': is('yes'),
  'decide.person_can': is('some'),
  'prepare.pick': is(['one_at_a_time']),
  'goal.what': notes(true),
  'support.pick': is(['home_care'], ['none']),
  'budget.know': is('known'),
  'budget.managed': is('mixed', 'direct_payment'),
};
/** Says as little as there is to say. */
const closes = {
  'privacy.alone': is('someone_watching'),
  'who.assessment': is('no'),
  'decide.person_can': is('yes'),
  'prepare.pick': is(['skip_part']),
  'goal.what': notes(false),
  'support.pick': is(['none']),
  'budget.know': is('none', 'what_is_that'),
};

const talks = [
  { mode: 'self', way: 'full', who: is('me'), character: opens },
  { mode: 'self', way: 'full', who: is('me'), character: opens, record },
  { mode: 'self', way: 'short', who: is('me'), character: opens },
  { mode: 'self', way: 'short', who: is('me'), character: closes },
  { mode: 'on_behalf', way: 'full', who: is('asked_me', 'cannot_alone'), character: opens, record },
  { mode: 'on_behalf', way: 'short', who: is('cannot_alone'), character: opens },
  { mode: 'on_behalf', way: 'short', who: is('paid_worker'), character: closes, record },
  { mode: 'carer_self', way: 'full', who: is('i_care'), character: opens, record },
  { mode: 'carer_self', way: 'short', who: is('i_care'), character: opens },
] as const;

type Of = (typeof talks)[number];
const titleOf = (talk: Of) =>
  `${talk.mode}, ${talk.way} way, ${talk.character === opens ? 'with much to say' : 'with little to say'}${'record' in talk ? ', after an assessment' : ''}`;
const reached: Record<string, Set<QuestionId>> = {};

describe.each(talks.map((talk) => ({ title: titleOf(talk), talk })))('$title', ({ talk }) => {
  const first = opened('record' in talk ? talk.record : undefined);
  const character = { ...talk.character, 'who.plan_for': talk.who, 'way.choose': is(talk.way) };
  const model = modelOf(first, character);
  const edges = edgesOf(model);
  const from = (type: string) => edges.filter(({ event }) => event.type === type);
  const questionAt = ({ state }: Edge) => restingAt(state)?.question;

  test('has a whole graph', () => {
    const places = new Set(edges.map(({ state }) => placeOf(state)));
    expect(places.size).toBeGreaterThan(talk.way === 'full' ? 350 : 150);
    const asked = edges.flatMap((edge) => questionAt(edge) ?? []);
    reached[talk.mode] = new Set([...(reached[talk.mode] ?? []), ...asked]);
  });

  test('lets every question be skipped, and goes on then', () => {
    const stuck = from('SKIP')
      .filter(({ state, nextState }) => slotAt(state) === slotAt(nextState))
      // Whether to send is asked until there is an answer; skipping it is a pause.
      .filter((edge) => questionAt(edge) !== 'check.send');
    expect(stuck.map(questionAt)).toEqual([]);
    const must = edges.flatMap((edge) => questionAt(edge) ?? []).filter((id) => !questions[id].skip);
    const unskippable = ['language.choice', 'privacy.go_on', 'who.too_young', 'check.sent'];
    expect([...new Set(must)].filter((id) => !unskippable.includes(id))).toEqual([]);
  });

  test('goes back from every question to the one before', () => {
    const wrong = from('BACK').filter(({ state, nextState }) => {
      const question = restingAt(state)?.question;
      const before = question === undefined || sectionOf(question) === 'safety' ? null : state.context.passed;
      return slotAt(nextState) !== (before?.slot ?? slotAt(state));
    });
    expect(wrong.map(({ state, nextState }) => `${slotAt(state)} > ${slotAt(nextState)}`)).toEqual([]);
  });

  test('stops at every question, and comes back to it', () => {
    const stops = from('STOP');
    expect(stops.length).toBeGreaterThan(100);
    for (const { state, nextState } of stops) {
      expect(nextState.context.kept.state).toBe('paused');
      const back = say(
        { position: inEarnest(nextState), facts: [] },
        { pick: { question: 'nav.resume', options: ['carry_on'] } },
      );
      expect(slotAt(back.position)).toBe(slotAt(state));
    }
  });

  test('has no dead end: from everywhere a plan can be sent, or declined', () => {
    const before = new Map<string, string[]>();
    for (const { state, nextState } of edges) {
      const to = placeOf(nextState);
      before.set(to, [...(before.get(to) ?? []), placeOf(state)]);
    }
    const places = new Set(edges.flatMap(({ state, nextState }) => [placeOf(state), placeOf(nextState)]));
    const ends = edges.map(({ nextState }) => nextState).filter(({ context: { kept } }) => kept.sentAt !== null);
    expect(ends.length).toBeGreaterThan(0);
    const canEnd = new Set<string>();
    const queue = [...ends.map(placeOf), ...[...places].filter((place) => place.startsWith('["declined"'))];
    for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
      if (canEnd.has(place)) continue;
      canEnd.add(place);
      queue.push(...(before.get(place) ?? []));
    }
    expect([...places].filter((place) => !canEnd.has(place))).toEqual([]);
  });

  test('is what really happens: each step, said by a person, leads where the statechart goes', () => {
    const wrong: string[] = [];
    const more = new Set<string>();
    for (const { state, event, nextState } of edges) {
      const resting = restingAt(state);
      const said = resting === null ? resume : personSays(event, saidIn(event, resting));
      const real = say({ position: inEarnest(state), facts: [] }, said);
      if (event.type === 'SKIP' && isVisited(state)) {
        // Whoever went back to an answer skips on, and it stays.
        expect(real.position.context.kept.answers).toEqual(state.context.kept.answers);
        continue;
      }
      const became = nextState.context.turn === event.stamp ? nextState.context.became : [];
      const [should, does] = [factsOf(became), factsOf(real.turn.facts)];
      if (should !== does) more.add(`${event.type} ${resting?.question}`);
      else if (slotAt(real.position) !== slotAt(nextState))
        wrong.push(`${slotAt(state)} ${event.type}: ${slotAt(real.position)}, not ${slotAt(nextState)}`);
    }
    expect(wrong).toEqual([]);
    expect([...more].filter((one) => !doesMore.some((known) => known.test(one)))).toEqual([]);
  });

  test('can be walked from hello to sent, closing the book after every step', async () => {
    const [path] = model.getShortestPaths({
      toState: (state: never) => (state as Edge['state']).context.kept.sentAt !== null,
    });
    expect(path?.steps.length).toBeGreaterThan(20);
    let held = first;
    const take = (step: { state: never; event: Edge['event'] }) => {
      const resting = restingAt(held.position);
      if (resting === null) return;
      held = reopened(say(held, personSays(step.event, saidIn(step.event, resting))));
      if (step.event.type === 'SKIP' && resting.meta.urges === true) held = reopened(say(held, { command: 'skip' }));
    };
    for (const { event, state } of path?.steps ?? []) {
      if (String((event as { type: string }).type) === 'xstate.init') continue;
      take({ event: event as unknown as Edge['event'], state });
      expect(placeOf(held.position)).toBe(placeOf(state as unknown as Edge['state']));
    }
    expect(held.position.context.kept.sentAt).not.toBeNull();
    expect(wordsOf([{ say: 'check.sent.ask', waits: true }], readerOf(held))).not.toEqual([]);
  });
});

describe('every question', () => {
  test.each(['self', 'on_behalf', 'carer_self'])('that belongs to %s is asked, and no other', (mode) => {
    const asked = questionIds.filter((id) => questions[id].kind !== 'statement' && reached[mode]?.has(id) !== true);
    expect(asked.sort()).toEqual([...(notAsked[mode] ?? [])].sort());
  });
});

const resume = { pick: { question: 'nav.resume', options: ['carry_on'] } };

/** Where saying something does more than one event of the statechart does, and why. */
const doesMore: readonly RegExp[] = [
  /^SKIP who\.(call_me|person_name|details|birth_date)$/, // urged once
  /^(ANSWER|SKIP) check\.send$/, // not now: pauses
  /^ANSWER pause\.(remind|offer)$/, // pauses; asks for a call
  /^ANSWER who\.too_young$/, // stops
  /^ANSWER safety\.check$/, // raises what the person said it was
  /^ANSWER safety\.crisis_next$/, // asks for a call; leaves at once
  /^ANSWER safety\.resume$/, // leaves at once
  /^ANSWER spend\.item$/, // nothing notices yet that a budget may not pay for it
];

type Taken = Omit<Said, 'id' | 'channel'>;
const personSays = (event: Edge['event'], answer: Taken): Taken => {
  if (event.type === 'SKIP') return { command: 'skip' };
  if (event.type === 'BACK') return { command: 'back' };
  if (event.type === 'STOP') return { command: 'stop' };
  return answer;
};
function saidIn(event: Edge['event'], resting: NonNullable<ReturnType<typeof restingAt>>): Taken {
  if (event.sample !== undefined) return saidFor(event.sample, resting);
  const [flag] = event.type === 'FLAG' ? event.facts : [];
  return flag?.type === 'flagged' ? { text: flag.said } : {};
}

const slotAt = (state: Edge['state']): string => {
  const resting = restingAt(state);
  return resting === null ? state.context.kept.state : slotOf(resting.question, resting.item);
};

/** Back at a question that has an answer. */
const isVisited = (state: Edge['state']): boolean => {
  const { focus, answers } = state.context.kept;
  return focus !== null && focus === slotAt(state) && answers[focus]?.blank === undefined;
};

/** What became true, without when and in which words; that it was said where we are is no step. */
const factsOf = (facts: Edge['state']['context']['became']): string =>
  JSON.stringify(
    facts
      .filter((fact) => !(fact.type === 'told' && fact.question === 'on_the_way'))
      .map((fact) => ({
        type: fact.type,
        question: 'question' in fact ? fact.question : undefined,
        item: 'item' in fact ? fact.item : undefined,
        value: 'value' in fact ? fact.value : undefined,
        notes: 'notes' in fact ? (fact.notes ?? []) : undefined,
      })),
  );
