import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialTransition, transition } from 'xstate';
import { long } from '../../bench/answers.ts';
import { heldUntil } from '../../bench/script.ts';
import { planMachine } from '../../dialogs/plan.ts';
import { restingAt, resume, step } from '../../src/conversation/position.ts';
import { type Command, commands, type Said } from '../../src/conversation/talk.ts';
import { talksOf } from '../../src/conversation/talks.ts';
import { loadPack } from '../../src/council/load-pack.ts';
import { atTheStart, type Event } from '../../src/dialog/index.ts';
import { walk } from '../../src/dialog/walk.ts';
import type { Kept } from '../../src/plan/kept.ts';
import { questions } from '../../src/plan/questions/index.ts';
import { danger } from '../../src/safety/index.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { loadTexts } from '../../src/text/index.ts';
import { toolsOf } from '../../src/tools.ts';

const stamp = { at: '2026-11-22T09:00:00.000Z', by: { role: 'system' } } as const;
const texts = loadTexts('locales');
const pack = await loadPack('data/demo-council');
const tools = toolsOf({ texts, pack, danger });

/** What one person says in a row: an option of those offered, a typed answer, or a command. */
const inputs = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.nat(20) },
    { weight: 2, arbitrary: fc.constantFrom('my daughter Priya', 'next June', '3', '£40 a week', 'I want to die') },
    { weight: 2, arbitrary: fc.constantFrom(...commands.filter((one) => one !== 'delete' && one !== 'leave_now')) },
  ),
  { minLength: 30, maxLength: 80 },
);

describe('the walk past all that is settled', () => {
  it('comes to the same question as the statechart itself, wherever a person is in their talk and whatever they do', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(inputs, async (said) => {
        for await (const kept of talkOf(said)) {
          compared += 1;
          for (const survey of [false, true]) same(kept, survey);
          sameAfterEvents(kept);
        }
      }),
      { numRuns: 40 },
    );
    expect(compared).toBeGreaterThan(200);
  });

  it('does so too when a person has given 200 answers', async () => {
    const { kept } = await heldUntil(long, 200);
    for (const survey of [false, true]) same(kept, survey);
    sameAfterEvents(kept);
    expect(Object.keys(kept.answers).length).toBeGreaterThanOrEqual(200);
  });
});

function same(kept: Kept, survey: boolean): void {
  const input = { kept, stamp, languages: tools.languages.length, survey };
  const [slow, effects] = initialTransition(planMachine, input);
  const { context, effects: walked } = walk(planMachine, atTheStart(input));
  // Not `toEqual`: it would take minutes over the chain of places that were walked past.
  expect(isDeepStrictEqual(context, slow.context)).toBe(true);
  expect(walked.map(({ type, params }) => ({ type, params }))).toEqual(
    effects.map(({ type, params }) => ({ type, params })),
  );
  if (!survey) expect(resume(kept, stamp, tools.languages.length).position.value).toEqual(slow.value);
}

/** Everything that can happen at a question, done by the statechart and by us. */
function sameAfterEvents(kept: Kept): void {
  const { position } = resume(kept, stamp, tools.languages.length);
  for (const event of eventsAt(position)) {
    const [slow, effects] = transition(planMachine, position, event);
    const fast = step(position, event);
    expect(fast.position.value, event.type).toEqual(slow.value);
    expect(isDeepStrictEqual(fast.position.context, slow.context), event.type).toBe(true);
    expect(fast.says, event.type).toEqual(
      effects.flatMap(({ type, params }) => (type === 'say' ? [(params as { key: string }).key] : [])),
    );
  }
}

function eventsAt(position: ReturnType<typeof resume>['position']): Event[] {
  const resting = restingAt(position);
  const { kept } = position.context;
  const [answered = 'who.call_me'] = Object.keys(kept.answers).slice(-1);
  const flagged = { type: 'flagged', ...stamp, kind: 'danger', where: 'goal.what', said: 'x', level: 'now' } as const;
  const anywhere: Event[] = [
    { type: 'STOP', stamp },
    { type: 'RESUME', stamp },
    { type: 'BACK', stamp },
    { type: 'CHANGE', slot: answered, stamp },
    { type: 'MORE', section: 'goals', stamp },
    { type: 'REOPEN', slots: [{ question: 'check.send' }], stamp },
    { type: 'NOTE', facts: [{ type: 'call_back', ...stamp, said: '' }], stamp },
    { type: 'FLAG', facts: [flagged as never], stamp },
  ];
  if (resting === null) return anywhere;
  const { meta, ...at } = resting;
  const { options, answer } = questions[at.question];
  const values = [...options, options.slice(0, 1), true, false, 3, 'I would like to go out more', 42n].filter(
    (value) => typeof value === 'bigint' || answer.safeParse(value).success,
  );
  return [
    ...anywhere,
    ...values.map((value): Event => ({ type: 'ANSWER', ...at, value, said: 'so', meta, stamp })),
    { type: 'SKIP', ...at, reason: 'skipped', stamp },
    { type: 'STUMBLE', ...at, how: 'unclear', stamp },
  ];
}

async function* talkOf(inputs: readonly (number | string)[]): AsyncGenerator<Kept> {
  let at = Date.parse(stamp.at);
  const now = () => {
    at += 1_000;
    return new Date(at).toISOString();
  };
  const talks = talksOf({ store: memoryStore(), tools, now, nation: pack.nation });
  const plan = 'walked-plan';
  let talk = await talks.begin({ plan, channel: 'webchat', lang: 'en-GB' });
  for (const [index, input] of inputs.entries()) {
    const base = { id: `message-${index}`, channel: 'webchat' } as const;
    const { asking } = talk;
    const heard = await talks.say(plan, { ...base, ...saidOf(input, asking) });
    const kept = await talks.kept(plan);
    if (heard === null || kept === null) return;
    talk = heard.talk;
    yield kept;
  }
}

function saidOf(
  input: number | string,
  asking: Parameters<typeof offerOf>[0],
): Pick<Said, 'text' | 'pick' | 'command'> {
  if (commands.includes(input as Command)) return { command: input as Command };
  if (typeof input === 'string') return { text: input };
  const offer = offerOf(asking);
  const option = offer[input % Math.max(1, offer.length)];
  if (asking === null || option === undefined) return { text: 'It matters to me.' };
  const { question, item } = asking;
  return { pick: { question, ...(item === undefined ? {} : { item }), options: [option.id] } };
}

const offerOf = (asking: { question: string; item?: string; offer: readonly { id: string }[] } | null) =>
  asking?.offer ?? [];
