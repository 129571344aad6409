import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialTransition } from 'xstate';
import { long } from '../../bench/answers.ts';
import { heldUntil } from '../../bench/script.ts';
import { planMachine } from '../../dialogs/plan.ts';
import { resume } from '../../src/conversation/position.ts';
import { type Command, commands, type Said } from '../../src/conversation/talk.ts';
import { talksOf } from '../../src/conversation/talks.ts';
import { loadPack } from '../../src/council/load-pack.ts';
import { atTheStart } from '../../src/dialog/index.ts';
import { walk } from '../../src/dialog/walk.ts';
import type { Kept } from '../../src/plan/kept.ts';
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
  it('comes to the same question as the statechart itself, wherever a person is in their talk', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(inputs, async (said) => {
        for await (const kept of talkOf(said)) {
          compared += 1;
          for (const survey of [false, true]) same(kept, survey);
        }
      }),
      { numRuns: 10 },
    );
    expect(compared).toBeGreaterThan(200);
  });

  it('does so too when a person has given 200 answers', async () => {
    const { kept } = await heldUntil(long, 200);
    for (const survey of [false, true]) same(kept, survey);
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
