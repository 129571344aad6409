import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { questionIds } from '../../src/plan/questions/index.ts';
import { curated } from './curated.ts';
import { type Answer, ask, type Service, service, visitor } from './service.ts';

let running: Service;
beforeAll(async () => {
  running = await service();
});
afterAll(() => running.close());

/** Things that only the inside of the program says. */
const inside =
  /node_modules|\bat .+:\d+:\d+|\/src\/|\.ts\b|TypeError|ReferenceError|RangeError|SyntaxError|ZodError|ENOENT|undefined is|is not a function|Cannot read|Unexpected token|\[object Object\]/;

function expectCalm(answer: Answer): void {
  expect(answer.status).toBeLessThan(500);
  const { error } = answer.body;
  if (error) expect(Object.keys(error).toSorted()).toEqual(['code', 'message']);
  expect(error?.message ?? '').not.toMatch(inside);
}

const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(...curated.filter(({ length }) => length < 200)),
);
const tapped = fc.oneof(
  fc.record({
    question: fc.oneof(fc.constantFrom(...questionIds), word),
    pick: fc.oneof(word, fc.array(word, { maxLength: 60 }), fc.anything()),
  }),
  fc.record({ question: fc.constantFrom(...questionIds), item: word, pick: fc.array(word, { maxLength: 3 }) }),
  fc.record({
    command: fc.oneof(
      fc.constantFrom('help', 'back', 'skip', 'stop', 'where', 'show_plan', 'person', 'language', 'delete'),
      word,
    ),
  }),
  fc.record({ change: fc.oneof(fc.constantFrom(...questionIds), word) }),
  fc.record({ more: word }),
  fc.anything({ maxDepth: 4 }),
);
const activity = fc.record(
  {
    type: fc.oneof(
      { weight: 8, arbitrary: fc.constant('message') },
      { weight: 1, arbitrary: fc.constantFrom('event', 'typing', 'conversationUpdate', 'invoke', 'trace') },
      { weight: 1, arbitrary: word },
    ),
    text: fc.oneof({ weight: 6, arbitrary: word }, { weight: 1, arbitrary: fc.anything() }),
    value: tapped,
    from: fc.anything({ maxDepth: 2 }),
    channelData: fc.oneof(
      {
        weight: 8,
        arbitrary: fc.record({
          clientActivityID: fc.string({ unit: 'binary', minLength: 1 }),
          [`__proto__`]: fc.anything(),
        }),
      },
      { weight: 1, arbitrary: fc.anything({ maxDepth: 2 }) },
    ),
    attachments: fc.oneof(
      { weight: 9, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.anything({ maxDepth: 2 }) },
    ),
    locale: fc.oneof(word, fc.anything()),
    membersAdded: fc.anything({ maxDepth: 2 }),
    recipient: fc.anything({ maxDepth: 2 }),
    conversation: fc.anything({ maxDepth: 2 }),
    __proto__: fc.constant({ polluted: true }),
  },
  { requiredKeys: [] },
);
const body = fc.oneof(
  { weight: 8, arbitrary: activity.map((one) => asText(one)) },
  { weight: 1, arbitrary: fc.anything().map((one) => asText(one)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 400 }) },
  { weight: 1, arbitrary: fc.json().map((json) => json.slice(0, -1)) },
);

/** What fast-check makes may be no JSON at all: then it is sent as the nearest text. */
function asText(thing: unknown): string {
  try {
    return JSON.stringify(thing, (_, value) => (typeof value === 'bigint' ? `${value}` : value)) ?? 'undefined';
  } catch {
    return String(Object.keys(Object(thing)));
  }
}

/** Somebody who has come some way already: each time a little further. */
async function someoneFurther(steps: number) {
  const who = await visitor(running.url);
  const way = [
    'start a plan',
    'just me',
    'yes',
    'yes',
    'short',
    'me',
    'Margaret',
    'Margaret Smith',
    '3 May 1941',
    'yes',
  ];
  for (const text of way.slice(0, Math.floor(steps) % (way.length + 1))) await who.say(text);
  return who;
}

it('answers 2,000 made-up bodies calmly, and goes on talking', { timeout: 120_000 }, async () => {
  let visits = 0;
  let taken = 0;
  let who = await visitor(running.url);
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      visits += 1;
      const answer = await ask(who.activities, { token: who.token, body: text });
      expectCalm(answer);
      if (answer.status === 200) taken += 1;
      // A talk may be over for good; then somebody else comes.
      if (answer.status === 404 || visits % 50 === 0) who = await someoneFurther(visits / 50);
    }),
    { numRuns: 2_000, seed: 20261122, endOnFailure: true },
  );
  expect(visits).toBeGreaterThanOrEqual(2_000);
  expect(taken).toBeGreaterThan(500);
  expect(running.logged).toEqual([]);
  expect(Object(JSON.parse('{}')).polluted).toBeUndefined();
});

it('answers 100 curated strings calmly at several questions, and shows nothing of its inside', {
  timeout: 120_000,
}, async () => {
  expect(curated.length).toBeGreaterThanOrEqual(100);
  const ways = [[], ['start a plan'], ['start a plan', 'just me', 'yes', 'yes', 'short', 'me']];
  for (const way of ways) {
    let who = await visitor(running.url);
    for (const text of way) await who.say(text);
    for (const text of curated) {
      const { watermark = '' } = await who.since();
      const answer = await who.say(text);
      expectCalm(answer);
      expect(answer.status, text.slice(0, 40)).toBe(text.trim() === '' ? 400 : 200);
      const { activities = [] } = await who.since(watermark);
      for (const { from, text: words = '' } of activities) {
        if (from.role !== 'bot') continue;
        expect(words.replaceAll(text, '')).not.toMatch(inside);
        expect(words).not.toBe('');
      }
      if (activities.length === 0 && text.trim() !== '') who = await visitor(running.url);
    }
  }
  expect(running.logged).toEqual([]);
});

it('answers hostile paths, ids, headers and queries calmly', async () => {
  const { token, conversation } = await visitor(running.url);
  const line = `${running.url}/directline`;
  const paths = [
    '..%2f..%2fetc%2fpasswd',
    '%00',
    '%E0%A4%A',
    'a'.repeat(4_000),
    '__proto__',
    `${conversation}%0d%0aX: y`,
    '%ff',
    "'",
  ];
  for (const path of paths) {
    for (const rest of ['', '/activities', '/stream'])
      expectCalm(await ask(`${line}/conversations/${path}${rest}`, { token }));
  }
  for (const bearer of ['Bearer', 'Bearer ', 'Basic eDp5', `Bearer ${'x'.repeat(7_000)}`, 'Bearer a.b.c d']) {
    const answer = await ask(`${line}/tokens/refresh`, { method: 'POST', headers: { authorization: bearer } });
    expect([401, 403]).toContain(answer.status);
    expectCalm(answer);
  }
  for (const type of [
    'text/plain',
    'application/xml',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-7',
    'x',
  ]) {
    const headers = { 'content-type': type };
    expectCalm(
      await ask(`${line}/conversations/${conversation}/activities`, { token, body: '{"type":"message"}', headers }),
    );
  }
  for (const made of [
    '[]',
    '"x"',
    '0',
    '{"user":7}',
    `{"conversationId":"${'a'.repeat(65)}"}`,
    '{"conversationId":"../x","user":{"id":"y"}}',
  ])
    expectCalm(await ask(`${line}/tokens/generate`, { body: made }));
  expect(running.logged).toEqual([]);
});
