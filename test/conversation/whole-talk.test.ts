import { describe, expect, test } from 'vitest';
import type { Talks } from '../../src/conversation/talk.ts';
import { talksOf } from '../../src/conversation/talks.ts';
import type { Fact } from '../../src/plan/facts.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { NotKept, type PlanStore } from '../../src/store/port.ts';
import { textsFrom } from '../../src/text/index.ts';
import { readLocales } from '../../src/text/locales.ts';
import { pseudoLanguage, withPseudo } from '../../src/text/pseudo.ts';
import { places } from '../dialogs/places.ts';
import { noon, tools } from '../dialogs/world.ts';

const plan = 'plan-for-whole-talks';
const all = places();

function talkOn(store: PlanStore): Talks {
  let at = Date.parse(noon);
  const now = () => {
    at += 1_000;
    return new Date(at).toISOString();
  };
  return talksOf({ store, tools, now, nation: 'england' });
}

/** A store whose disk can be full. */
function fullable(): PlanStore & { full: boolean } {
  const store = memoryStore();
  const self = {
    ...store,
    full: false,
    async append(id: string, expected: number, facts: readonly Fact[]) {
      if (self.full) throw new NotKept('The disk is full.');
      return store.append(id, expected, facts);
    },
  };
  return self;
}

const answers = [
  { text: 'Start a plan' },
  { text: 'Just me' },
  { text: 'yes' },
  { text: 'yes' },
  { text: 'for me' },
  { text: 'Jo' },
  { text: 'the short way' },
];

async function begun(store: PlanStore): Promise<Talks> {
  const talks = talkOn(store);
  await talks.begin({ plan, channel: 'webchat', lang: 'en-GB' });
  return talks;
}

describe('a message that comes more than once', () => {
  test('is applied once at every step, and is answered with the same replies', async () => {
    const talks = await begun(memoryStore());
    for (const [index, answer] of answers.entries()) {
      const said = { id: `m${index}`, channel: 'webchat', ...answer } as const;
      const first = await talks.say(plan, said);
      const again = await talks.say(plan, said);
      expect(again?.repeated).toBe(true);
      expect(again?.turn).toEqual(first?.turn);
      expect(again?.talk.version).toBe(first?.talk.version);
    }
  });

  test('is answered alike by a program that was started anew', async () => {
    const store = memoryStore();
    const talks = await begun(store);
    const said = { id: 'm1', channel: 'webchat', text: 'Start a plan' } as const;
    const first = await talks.say(plan, said);
    const again = await talkOn(store).say(plan, said);
    expect(again?.repeated).toBe(true);
    expect(again?.turn).toEqual(first?.turn);
  });

  test('is a double click: the second one, under an id of its own, says that the button is old', async () => {
    const talks = await begun(memoryStore());
    const pick = { question: 'welcome.start_kind', options: ['start'] };
    const first = await talks.say(plan, { id: 'a', channel: 'webchat', pick });
    const second = await talks.say(plan, { id: 'b', channel: 'webchat', pick });
    expect(second?.talk.asking).toEqual(first?.talk.asking);
    expect(second?.turn.replies[0]?.say).toBe('conversation.old_button');
    expect((await talks.kept(plan))?.answers['welcome.start_kind']?.value).toBe('start');
  });

  test('keeps their order and loses none when several come at once', async () => {
    const store = memoryStore();
    const talks = await begun(store);
    await Promise.all(
      answers.map((answer, index) => talks.say(plan, { id: `m${index}`, channel: 'webchat', ...answer })),
    );
    const kept = await talks.kept(plan);
    expect(kept?.answers['who.call_me']?.value).toBe('Jo');
    const turns = (await store.read(plan))?.facts.filter(({ type }) => type === 'turned') ?? [];
    expect(turns).toHaveLength(answers.length + 1);
  });
});

describe('a disk that refuses', () => {
  test('leaves everything as it was at every step, and takes the same message afterwards', async () => {
    const store = fullable();
    const talks = await begun(store);
    for (const [index, answer] of answers.entries()) {
      const said = { id: `m${index}`, channel: 'webchat', ...answer } as const;
      const before = { kept: await talks.kept(plan), talk: await talks.read(plan) };
      store.full = true;
      await expect(talks.say(plan, said)).rejects.toThrow(NotKept);
      expect(await talks.kept(plan)).toEqual(before.kept);
      expect(await talks.read(plan)).toEqual(before.talk);
      store.full = false;
      const heard = await talks.say(plan, said);
      expect(heard?.repeated).toBe(false);
      expect(heard?.talk.version).toBeGreaterThan(before.talk?.version ?? 0);
    }
  });
});

describe('in a language that nobody speaks', () => {
  const texts = textsFrom(withPseudo(readLocales('locales'), 'en-GB'));

  test('a whole talk of every kind of plan shows no plain English but the words of people and of the council', () => {
    const own = new Set(['OK']);
    const plain = new Set<string>();
    let count = 0;
    for (const { mode, held } of all) {
      const reader = { lang: pseudoLanguage, mode };
      const turns =
        'turn' in held ? (held.turn as { replies: readonly Parameters<typeof texts.say>[0][] }).replies : [];
      for (const reply of turns) {
        count += 1;
        const offers = 'offer' in reply ? ((reply.offer ?? []) as Parameters<typeof texts.label>[0][]) : [];
        const lines = [
          texts.say(bare(reply), reader),
          ...offers.flatMap((one) => (one.words === undefined ? texts.label(bare(one), reader) : [])),
        ];
        for (const line of lines)
          for (const word of line.match(/[A-Za-z]{3,}/g) ?? []) if (!own.has(word)) plain.add(`${reply.say}: ${word}`);
      }
    }
    expect(count).toBeGreaterThan(500);
    expect([...plain]).toEqual([]);
  });
});

/** A message without words that people or the council put in: those are as they said them. */
function bare<T extends { with?: unknown }>(reply: T): T {
  return reply.with === undefined ? reply : { ...reply, with: emptied(reply.with) };
}
function emptied(filling: unknown): unknown {
  if (typeof filling === 'string') return '1';
  if (Array.isArray(filling)) return filling.map(emptied);
  if (typeof filling !== 'object' || filling === null) return filling;
  if ('key' in filling && typeof filling.key === 'string')
    return { ...filling, ...('with' in filling ? { with: emptied(filling.with) } : {}) };
  if ('date' in filling || 'money' in filling) return filling;
  return Object.fromEntries(Object.entries(filling).map(([name, one]) => [name, emptied(one)]));
}
