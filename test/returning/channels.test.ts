import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Code } from '../../src/returning/code.ts';
import {
  type Activity,
  ask,
  type Visitor as Chatter,
  visitor as chatter,
  listen,
  type Service,
  service,
} from '../direct-line/service.ts';
import { hidden, planOf, slotOn, visitor } from '../page/visitor.ts';
import { enter, makeSheet, type Sheet } from './service.ts';

const require = createRequire(import.meta.url);
Object.assign(globalThis, { XMLHttpRequest: require('xhr2') });
const { DirectLine } = require('botframework-directlinejs') as typeof import('botframework-directlinejs');

let serving: Service;
beforeEach(async () => {
  serving = await service();
});
afterEach(() => serving.close());

const generate = (body: object) => ask(`${serving.url}/directline/tokens/generate`, { body });
const askingIn = async (plan: string) => (await serving.talks.read(plan))?.asking?.question;

function eventIn(told: readonly Activity[]): Activity {
  const event = told.find(({ type }) => type === 'event');
  if (event === undefined) throw new Error('No event was told.');
  return event;
}

/** The event that answers a code, on a stream of this conversation. */
async function returnFrom(where: Chatter, code: object, as: 'event' | 'message' = 'event') {
  const stream = listen(await where.ticket());
  await stream.opened;
  await where.send(
    as === 'event' ? { type: 'event', name: 'return', value: code } : { type: 'message', value: { return: code } },
  );
  const told = await stream.until((all) => all.some(({ type }) => type === 'event'));
  stream.close();
  return eventIn(told);
}

describe('a talk that began on the page', () => {
  const begun = async () => {
    const margaret = visitor(serving.url);
    await margaret.upTo('who.details');
    const plan = planOf(margaret);
    return { margaret, plan, sheet: await makeSheet(margaret) };
  };
  const goesOn = async ({ conversationId, token }: Record<string, unknown>, text: string) => {
    const path = `${serving.url}/directline/conversations/${conversationId}/activities`;
    const said = await ask(path, { token: String(token), body: { type: 'message', text } });
    expect(said.status).toBe(200);
  };

  it('goes on in Direct Line, with a token for the code', async () => {
    const { margaret, plan, sheet } = await begun();
    const { status, body } = await generate({ return: sheet });
    expect(status).toBe(200);
    expect(body.conversationId).toBe(plan);
    await goesOn(body, 'Margaret Smith');
    expect(await askingIn(plan)).not.toBe('who.details');
    expect(slotOn(await margaret.get('/'))).toBe(await askingIn(plan));
  });

  it.each(['event', 'message'] as const)(
    'goes on in Direct Line, with the code in the %s of another conversation',
    async (as) => {
      const { plan, sheet } = await begun();
      const other = await chatter(serving.url);
      const before = (await serving.talks.read(other.conversation))?.version;
      const { name, value } = await returnFrom(other, { ...sheet, words: sheet.words.split(' ') }, as);
      expect(name).toBe('returned');
      expect(value?.conversationId).toBe(plan);
      await goesOn(value ?? {}, 'Margaret Smith');
      expect(await askingIn(plan)).not.toBe('who.details');
      expect((await serving.talks.read(other.conversation))?.version).toBe(before);
      expect(JSON.stringify(serving.logged)).not.toContain(sheet.words.split(' ')[0]);
    },
  );

  it('goes on in the client that people know', async () => {
    const { plan, sheet } = await begun();
    const { body } = await generate({ return: sheet });
    const client = new DirectLine({
      domain: `${serving.url}/directline`,
      token: String(body.token),
      conversationId: plan,
      webSocket: false,
      pollingInterval: 200,
    });
    const seen = await new Promise<string>((found) => {
      const hear = (activity: { type: string; text?: string }) => {
        if (activity.type === 'message' && /name/i.test(activity.text ?? '')) found(activity.text ?? '');
      };
      // Ending it is told as an error.
      client.activity$.subscribe(hear as never, () => undefined);
    });
    expect(seen).not.toBe('');
    client.end();
  }, 20_000);

  it('is told nothing by a wrong code', async () => {
    const { sheet } = await begun();
    const wrong = await generate({ return: { ...sheet, words: 'abacus abacus' } });
    const unknown = await generate({ return: { reference: 'ABCD2345', words: 'abacus abacus' } });
    expect([wrong.status, unknown.status]).toEqual([403, 403]);
    expect(wrong.text).toBe(unknown.text);
    expect(await returnFrom(await chatter(serving.url), { reference: 'ABCD2345', words: '' })).not.toHaveProperty(
      'value',
    );
    expect(await returnFrom(await chatter(serving.url), { nonsense: true })).not.toHaveProperty('value');
  });

  it('goes on for a client that only asks for what is new, which is told once', async () => {
    const { plan, sheet } = await begun();
    const other = await chatter(serving.url);
    const { reference, words } = sheet;
    await other.send({ type: 'event', name: 'return', value: { reference, words: words.split(' ') } });
    const eventsOf = async () => (await other.since()).activities.filter(({ type }) => type === 'event');
    const [event, ...more] = await eventsOf();
    expect(event).toMatchObject({ name: 'returned', value: { conversationId: plan } });
    expect(more).toEqual([]);
    expect(await eventsOf()).toEqual([]);
    await goesOn(event?.value ?? {}, 'Margaret Smith');
    expect(await askingIn(plan)).not.toBe('who.details');
  });

  it('goes on in Direct Line with a code that is typed into the chat, and is kept and logged nowhere', async () => {
    const { plan, sheet } = await begun();
    const other = await chatter(serving.url);
    const before = (await serving.talks.read(other.conversation))?.version;
    const stream = listen(await other.ticket());
    await stream.opened;
    const sent = await other.say(`My code is ${sheet.reference} and my words are ${sheet.words}`, 'typed-1');
    expect(sent.status).toBe(200);
    const told = await stream.until((all) => all.some(({ text }) => text?.includes('the right code') === true));
    stream.close();
    const { value = {} } = eventIn(told);
    expect(value.conversationId).toBe(plan);
    // A client that waits for its own message learns that it came, without the code.
    const echo = told.find(({ channelData }) => channelData?.clientActivityID === 'typed-1');
    expect(echo?.text).toBe('(my code)');
    await goesOn(value, 'Margaret Smith');
    expect(await askingIn(plan)).not.toBe('who.details');
    expect((await serving.talks.read(other.conversation))?.version).toBe(before);
    const everything = JSON.stringify([told, await other.since(), await serving.talks.read(plan), serving.logged]);
    for (const word of sheet.words.split(' ')) expect(everything).not.toContain(word);
  });

  it('is told in words when a typed code is wrong, and hears what else was said', async () => {
    const { sheet } = await begun();
    const other = await chatter(serving.url);
    const stream = listen(await other.ticket());
    await stream.opened;
    await other.say(`${sheet.reference} lemon kettle apple violet umbrella`);
    await stream.until((all) => all.some(({ text }) => text?.includes('did not open a plan') === true));
    stream.close();
    await other.say(`start a plan ${sheet.reference} lemon kettle apple violet umbrella`);
    const talk = JSON.stringify(await serving.talks.read(other.conversation));
    expect(talk).not.toContain('umbrella');
    expect(await askingIn(other.conversation)).toBe('privacy.alone');
  });

  it('is cut off at once in Direct Line when the person closes it there', async () => {
    const { margaret, plan, sheet } = await begun();
    const { body } = await generate({ return: sheet });
    const again = `${serving.url}/directline/conversations/${body.conversationId}`;
    const { body: reopened } = await ask(again, { token: String(body.token) });
    const stream = listen(String(reopened.streamUrl));
    await stream.opened;
    const who = await margaret.get('/who-can-see');
    const device = /name="device" value="([^"]*)"/.exec(who.html)?.[1] ?? '';
    await margaret.post('/end-access', { token: hidden(who, 'token'), device });
    const heard = stream.frames.length;
    await margaret.answer(await margaret.get('/'), { text: 'Margaret Smith' });
    expect(await stream.closed).toBe(1008);
    expect(stream.frames.slice(heard)).toEqual([]);
    expect(await askingIn(plan)).not.toBe('who.details');
  });

  it('is closed in Direct Line when the person closes it there', async () => {
    const { margaret, sheet } = await begun();
    const { body } = await generate({ return: sheet });
    const path = `${serving.url}/directline/conversations/${body.conversationId}`;
    const token = String(body.token);
    expect((await ask(path, { token })).status).toBe(200);
    const who = await margaret.get('/who-can-see');
    const device = /name="device" value="([^"]*)"/.exec(who.html)?.[1] ?? '';
    await margaret.post('/end-access', { token: hidden(who, 'token'), device });
    expect((await ask(path, { token })).status).toBe(403);
    expect((await ask(`${path}/activities`, { token, body: { type: 'message', text: 'hello' } })).status).toBe(403);
    expect((await ask(`${serving.url}/directline/conversations`, { token, body: {} })).status).toBe(403);
  });
});

describe('a talk that began in Direct Line', () => {
  it('goes on at the same question on the page', async () => {
    const ann = await chatter(serving.url);
    for (const text of ['start', 'I am alone', 'yes', 'yes', 'me', 'Ann']) await ann.say(text);
    const question = await askingIn(ann.conversation);
    const code = await sheetFrom(ann);
    const page = visitor(serving.url);
    expect((await enter(page, code)).status).toBe(303);
    expect(slotOn(await page.get('/'))).toBe(question);
    expect(await page.get('/').then(({ html }) => html)).toContain('Ann');
    await page.answer(await page.get('/'), { text: 'Ann Jones' });
    expect((await ann.since()).activities.map(({ text }) => text)).toContain('Ann Jones');
  });

  it('makes a sheet that is in no talk and no log', async () => {
    const ann = await chatter(serving.url);
    const { words } = await sheetFrom(ann);
    const log = JSON.stringify([await ann.since(), await serving.talks.read(ann.conversation), serving.logged]);
    expect(words.split(' ')).toHaveLength(5);
    expect(log).not.toContain(words);
    expect(log).not.toContain(words.split(' ').join('","'));
  });

  it('is told once to a client that only asks for what is new', async () => {
    const ann = await chatter(serving.url);
    await ann.send({ type: 'event', name: 'return_sheet' });
    const names = async () => (await ann.since()).activities.map((one) => (one as { name?: string }).name);
    expect((await names()).filter((name) => name === 'return_sheet')).toHaveLength(1);
    expect(await names()).not.toContain('return_sheet');
  });

  async function sheetFrom(ann: Chatter): Promise<Sheet> {
    const stream = listen(await ann.ticket());
    await stream.opened;
    await ann.send({ type: 'event', name: 'return_sheet' });
    const told = await stream.until((all) => all.some(({ type }) => type === 'event'));
    stream.close();
    const { reference, words } = eventIn(told).value as unknown as Code;
    return { reference, words: words.join(' ') };
  }
});

describe('a device that others use, in Direct Line', () => {
  let ahead = 0;
  beforeEach(async () => {
    await serving.close();
    ahead = 0;
    serving = await service({ now: () => new Date(Date.now() + ahead * 60_000).toISOString() });
  });

  const ownership = (ann: Chatter, value: unknown) => ann.send({ type: 'event', name: 'device', value });

  it('closes after fifteen minutes in which nobody said anything, however often its client asks', async () => {
    const ann = await chatter(serving.url);
    await ann.say('start');
    expect((await ownership(ann, { own: false })).status).toBe(200);
    for (let times = 0; times < 3; times += 1) {
      ahead += 4;
      expect((await ask(ann.activities, { token: ann.token })).status).toBe(200);
    }
    ahead += 4;
    expect((await ask(ann.activities, { token: ann.token })).status).toBe(403);
    expect((await generate({ conversationId: ann.conversation, user: { id: ann.user } })).status).toBe(403);
    expect(Object.keys((await serving.talks.kept(ann.conversation))?.access.devices ?? {})).toEqual([]);
  });

  it('cuts the socket of somebody who left', async () => {
    const ann = await chatter(serving.url);
    await ownership(ann, { own: false });
    const stream = listen(await ann.ticket());
    await stream.opened;
    ahead += 16;
    expect(await stream.closed).toBe(1008);
  }, 20_000);

  it('stays open while somebody writes, and for long on a device of their own', async () => {
    const ann = await chatter(serving.url);
    await ownership(ann, { own: false });
    ahead += 14;
    expect((await ann.say('start')).status).toBe(200);
    ahead += 14;
    expect((await ann.say('it is just me')).status).toBe(200);
    await ownership(ann, { own: true });
    ahead += 60 * 10;
    expect((await ask(ann.activities, { token: ann.token })).status).toBe(200);
    expect((await ownership(ann, 'mine')).status).toBe(400);
  });
});
