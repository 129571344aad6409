import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryStore } from '../../src/store/memory.ts';
import { NotKept, type PlanStore } from '../../src/store/port.ts';
import { ask, listen, type Service, service, tokenKey, visitor } from './service.ts';

let running: Service;
beforeEach(async () => {
  running = await service();
});
afterEach(() => running.close());

const line = () => `${running.url}/directline`;

describe('starting', () => {
  it('greets somebody once, however often their client starts', async () => {
    const { token, since, user } = await visitor(running.url);
    const again = await ask(`${line()}/conversations`, { token, body: {} });
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({
      conversationId: expect.any(String),
      token: expect.any(String),
      expires_in: 43_200,
    });
    const { activities } = await since();
    expect(activities.filter(({ channelData }) => channelData?.key === 'welcome.hello.ask')).toHaveLength(1);
    expect(user).toMatch(/^dl_[\w-]{32}$/);
  });

  it('begins one talk when two requests come at once', async () => {
    const { body } = await ask(`${line()}/tokens/generate`, { body: {} });
    const token = String(body.token);
    const starts = await Promise.all([1, 2, 3].map(() => ask(`${line()}/conversations`, { token, body: {} })));
    expect(starts.map(({ status }) => status)).toContain(201);
    expect(starts.every(({ body: { conversationId } }) => conversationId === body.conversationId)).toBe(true);
    const history = await ask(`${line()}/conversations/${body.conversationId}/activities`, { token });
    expect(history.text.match(/welcome\.hello\.ask/g)).toHaveLength(1);
  });

  it('gives each question its id, kind and buttons', async () => {
    const { since } = await visitor(running.url);
    const asked = (await since()).activities.at(-1);
    expect(asked).toMatchObject({
      type: 'message',
      textFormat: 'plain',
      inputHint: 'expectingInput',
      locale: 'en-GB',
      channelData: {
        question: 'welcome.start_kind',
        item: null,
        kind: 'choice',
        waits: true,
        key: 'welcome.start_kind.ask',
      },
    });
    expect(asked?.suggestedActions?.actions[0]).toMatchObject({
      type: 'messageBack',
      value: { question: 'welcome.start_kind', pick: ['start'] },
    });
  });
});

describe('saying something', () => {
  it('takes a tapped button and its typed label alike', async () => {
    const tapping = await visitor(running.url);
    const typing = await visitor(running.url);
    const button = (await tapping.since()).activities.at(-1)?.suggestedActions?.actions[0];
    await tapping.send({ type: 'message', text: button?.text, value: button?.value });
    await typing.say(button?.title ?? '');
    const asked = async (one: typeof tapping) => (await one.since()).activities.at(-1)?.channelData?.question;
    expect(await asked(tapping)).toBe('privacy.alone');
    expect(await asked(typing)).toBe('privacy.alone');
  });

  it('shows a tapped button by its label', async () => {
    const { send, since } = await visitor(running.url);
    const { watermark } = await since();
    await send({ type: 'message', value: { question: 'welcome.start_kind', pick: ['start'] } });
    const [mine] = (await since(watermark)).activities;
    expect(mine?.text).toBe('Start a plan');
  });

  it('takes a command by its name', async () => {
    const { send, since } = await visitor(running.url);
    const { watermark } = await since();
    expect((await send({ type: 'message', value: { command: 'help' } })).status).toBe(200);
    const { activities } = await since(watermark);
    expect(activities.length).toBeGreaterThan(1);
    expect(activities.at(-1)?.channelData?.question).toBe('welcome.start_kind');
  });

  it('replaces all that a client says about itself', async () => {
    const { send, since, user, conversation } = await visitor(running.url);
    const { watermark } = await since();
    const spoofed = { id: 'assistant', role: 'bot' };
    const { body } = await send({
      type: 'message',
      text: 'start a plan',
      from: spoofed,
      id: 'mine',
      timestamp: '1999-01-01T00:00:00Z',
      conversation: { id: 'another' },
      recipient: spoofed,
      serviceUrl: 'https://evil.example',
      channelId: 'msteams',
    });
    const [mine] = (await since(watermark)).activities;
    expect(mine).toMatchObject({
      id: body.id,
      from: { id: user, role: 'user' },
      conversation: { id: conversation },
      channelId: 'directline',
    });
    expect(mine?.timestamp.startsWith('1999')).toBe(false);
    expect(JSON.stringify(mine)).not.toContain('evil');
  });

  it('applies a message once, and tells its replies again', async () => {
    const { say, since, streamUrl } = await visitor(running.url);
    const socket = listen(streamUrl);
    const first = await say('start a plan', 'phone.1');
    const before = await since();
    const second = await say('start a plan', 'phone.1');
    expect(second.body.id).toBe(first.body.id);
    expect(await since()).toEqual(before);
    const told = await socket.until((all) => all.filter(({ id }) => id === first.body.id).length === 2);
    const alone = told.filter(({ channelData }) => channelData?.question === 'privacy.alone');
    expect(new Set(alone.map(({ id }) => id)).size).toBe(1);
    expect(alone.length).toBe(2);
    socket.close();
  });

  it('lets events and typing go by', async () => {
    const { send, since } = await visitor(running.url);
    const before = await since();
    for (const type of ['typing', 'event', 'endOfConversation'])
      expect((await send({ type, name: 'x' })).status).toBe(200);
    expect(await since()).toEqual(before);
  });

  it('refuses files and says why', async () => {
    const { send, activities, token } = await visitor(running.url);
    const refused = await send({
      type: 'message',
      text: 'look',
      attachments: [{ contentType: 'image/png', contentUrl: 'data:' }],
    });
    expect(refused).toMatchObject({ status: 415, body: { error: { code: 'UploadsOff' } } });
    const form = new FormData();
    form.append('file', new Blob(['x']), 'x.png');
    const upload = await fetch(activities.replace('activities', 'upload'), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
    expect(upload.status).toBe(415);
  });

  it('refuses more than 64 KB, with its length told or not', async () => {
    const { send, activities, token, since } = await visitor(running.url);
    const before = await since();
    const text = 'a'.repeat(66_000);
    expect(await send({ type: 'message', text })).toMatchObject({
      status: 413,
      body: { error: { code: 'MessageTooBig' } },
    });
    const chunked = await fetch(activities, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: new Blob([JSON.stringify({ type: 'message', text })]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(chunked.status).toBe(413);
    expect((await send({ type: 'message', text: 'a'.repeat(60_000) })).status).toBe(200);
    expect((await since()).activities.length).toBeGreaterThan(before.activities.length);
  });

  it('does not unpack a squeezed body', async () => {
    const { activities, token } = await visitor(running.url);
    const headers = { 'content-encoding': 'gzip' };
    expect((await ask(activities, { token, body: { type: 'message' }, headers })).status).toBe(415);
  });

  it('keeps the words with their client when the disk refuses, and says so kindly', async () => {
    const disk = memoryStore();
    let full = false;
    const store: PlanStore = {
      ...disk,
      append: (...facts) => (full ? Promise.reject(new NotKept('ENOSPC')) : disk.append(...facts)),
    };
    const other = await service({ store });
    const { say, since, streamUrl } = await visitor(other.url);
    const socket = listen(streamUrl);
    await socket.until((all) => all.length > 0);
    const before = await since();
    full = true;
    const refused = await say('start a plan', 'phone.1');
    expect(refused).toMatchObject({ status: 503, body: { error: { code: 'NotKept' } } });
    expect(refused.headers.get('retry-after')).toBe('5');
    const told = await socket.until((all) => all.some(({ id }) => id === undefined));
    expect(told.at(-1)?.text).toContain('I could not save that');
    full = false;
    expect(await since()).toEqual(before);
    expect((await say('start a plan', 'phone.1')).status).toBe(200);
    const mine = (await since()).activities.filter(({ channelData }) => channelData?.clientActivityID === 'phone.1');
    expect(mine).toHaveLength(1);
    socket.close();
    await other.close();
  });
});

describe('tokens', () => {
  it('opens no other conversation', async () => {
    const one = await visitor(running.url);
    const other = await visitor(running.url);
    for (const path of ['', '/activities']) {
      const refused = await ask(`${line()}/conversations/${other.conversation}${path}`, { token: one.token });
      expect(refused).toMatchObject({ status: 403, body: { error: { code: 'WrongToken' } } });
    }
    const sent = await ask(other.activities, { token: one.token, body: { type: 'message', text: 'hello' } });
    expect(sent.status).toBe(403);
  });

  it.each([
    ['none', undefined, 401],
    ['rubbish', 'rubbish', 403],
    ['three parts of rubbish', 'a.b.c', 403],
  ])('refuses %s', async (_, token, status) => {
    const { activities } = await visitor(running.url);
    const refused = await ask(activities, token === undefined ? {} : { token });
    expect(refused.status).toBe(status);
    expect(refused.body.error?.code).toMatch(/Token$/);
  });

  it('refuses a token that somebody else signed, and one that is not signed', async () => {
    const { activities, conversation, user, token } = await visitor(running.url);
    const [header] = token.split('.');
    const { kid } = JSON.parse(Buffer.from(header ?? '', 'base64url').toString());
    const forged = await new SignJWT({ conv: conversation, user })
      .setProtectedHeader({ alg: 'HS256', kid })
      .setAudience('direct-line')
      .setExpirationTime('1h')
      .sign(Buffer.from('another key, which is as long as it needs to be'));
    expect((await ask(activities, { token: forged })).status).toBe(403);
    const none = `${Buffer.from(JSON.stringify({ alg: 'none', kid })).toString('base64url')}.${token.split('.')[1]}.`;
    expect((await ask(activities, { token: none })).status).toBe(403);
  });

  it('run out after twelve hours, also when they were just used, and can be renewed before', async () => {
    let clock = Date.parse('2026-11-22T09:00:00Z');
    const later = await service({ now: () => new Date(clock).toISOString() });
    const { activities, token } = await visitor(later.url);
    clock += 11 * 3_600_000;
    const renewed = await ask(`${later.url}/directline/tokens/refresh`, { method: 'POST', token });
    expect(renewed.status).toBe(200);
    clock += 2 * 3_600_000;
    expect(await ask(activities, { token })).toMatchObject({ status: 403, body: { error: { code: 'TokenExpired' } } });
    expect((await ask(activities, { token: String(renewed.body.token) })).status).toBe(200);
    await later.close();
  });

  it('let somebody come back who knows both ids of their conversation, and nobody else', async () => {
    const { conversation, user } = await visitor(running.url);
    const back = (body: unknown) => ask(`${line()}/tokens/generate`, { body });
    const mine = await back({ conversationId: conversation, user: { id: user } });
    expect(mine).toMatchObject({ status: 200, body: { conversationId: conversation, userId: user } });
    const wrong = { conversationId: conversation, user: { id: 'dl_somebody_else' } };
    const unknown = { conversationId: 'nobody-has-this-one', user: { id: user } };
    const bodies = await Promise.all([back(wrong), back(unknown), back({ conversationId: conversation })]);
    expect(bodies.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(new Set(bodies.map(({ text }) => text)).size).toBe(1);
  });

  it('stay good when the key is changed, as long as the old key is known', async () => {
    const store = memoryStore();
    const before = await service({ store });
    const { conversation, token } = await visitor(before.url);
    await before.close();
    const path = `/directline/conversations/${conversation}/activities`;
    const changed = await service({ store, tokenKeys: ['the new key, which is as long as it needs to be', tokenKey] });
    expect((await ask(changed.url + path, { token })).status).toBe(200);
    await changed.close();
    const dropped = await service({ store, tokenKeys: ['the new key, which is as long as it needs to be'] });
    expect((await ask(dropped.url + path, { token })).status).toBe(403);
    await dropped.close();
  });
});

describe('a conversation that is gone', () => {
  it('answers 404, after the person said no to going on', async () => {
    const { say, activities, token } = await visitor(running.url);
    for (const text of ['start a plan', 'just me', 'no']) await say(text);
    expect(await ask(activities, { token })).toMatchObject({
      status: 404,
      body: { error: { code: 'ConversationNotFound' } },
    });
    expect((await say('hello?')).status).toBe(404);
  });
});
