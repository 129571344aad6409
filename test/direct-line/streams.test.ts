import { connect } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ask, listen, type Service, service, visitor } from './service.ts';

let running: Service;
beforeEach(async () => {
  running = await service();
});
afterEach(() => running.close());

const tap = (pick: string, question: string) => ({ type: 'message', value: { question, pick: [pick] } });
const start = tap('start', 'welcome.start_kind');
const alone = tap('alone', 'privacy.alone');

it('tells what was said before, and then each turn as it is kept', async () => {
  const { send, streamUrl, since } = await visitor(running.url);
  await send(start);
  const socket = listen(streamUrl);
  await socket.until((all) => all.some(({ text }) => text === 'Start a plan'));
  expect(socket.frames).toHaveLength(1);
  await send(alone);
  await socket.until((all) => all.some(({ text }) => text === 'It is just me'));
  const history = await since();
  expect(socket.told()).toEqual(history.activities);
  expect(socket.frames.at(-1)?.watermark).toBe(history.watermark);
  socket.close();
});

it('tells nothing twice and misses nothing when somebody comes back with a watermark', async () => {
  const { send, ticket, since } = await visitor(running.url);
  const { watermark } = await since();
  await send(start);
  await send(alone);
  const socket = listen(await ticket(watermark));
  const told = await socket.until((all) => all.length > 0);
  expect(told.map(({ text }) => text).slice(0, 1)).toEqual(['Start a plan']);
  const whole = (await since()).activities;
  expect(told).toEqual(whole.slice(-told.length));
  socket.close();
});

it('numbers what was said the same for ever, with times that never go back', async () => {
  const { send, since, conversation } = await visitor(running.url);
  await send(start);
  const first = (await since()).activities;
  await send(alone);
  const second = (await since()).activities;
  expect(second.slice(0, first.length)).toEqual(first);
  expect(second.at(-1)?.id).toMatch(new RegExp(`^${conversation}\\|\\d{7}$`));
  expect(new Set(second.map(({ id }) => id)).size).toBe(second.length);
  expect(second.map(({ timestamp }) => timestamp)).toEqual(second.map(({ timestamp }) => timestamp).toSorted());
});

it.each(['-1', '99999', 'NaN', 'undefined', '%00', '1e3'])(
  'tells everything to a client whose watermark is %s',
  async (watermark) => {
    const { since } = await visitor(running.url);
    expect(await since(watermark)).toEqual(await since());
  },
);

it('tells two tabs the same, whichever of them spoke', async () => {
  const { send, ticket } = await visitor(running.url);
  const tabs = [listen(await ticket()), listen(await ticket())];
  await Promise.all(tabs.map((tab) => tab.until((all) => all.length > 0)));
  await send(start);
  const told = await Promise.all(
    tabs.map((tab) => tab.until((all) => all.some(({ text }) => text === 'Start a plan'))),
  );
  expect(told[0]).toEqual(told[1]);
  for (const tab of tabs) tab.close();
});

it('tells what was said on the page too', async () => {
  const { conversation, streamUrl } = await visitor(running.url);
  const socket = listen(streamUrl);
  await socket.until((all) => all.length > 0);
  const pick = { question: 'welcome.start_kind', options: ['start'] };
  await running.talks.say(conversation, { id: 'from the page', pick, channel: 'webchat' });
  const told = await socket.until((all) => all.some(({ text }) => text === 'Start a plan'));
  expect(told.at(-1)?.channelData?.question).toBe('privacy.alone');
  socket.close();
});

it('keeps the order when the page and the client speak at the same time', async () => {
  const { conversation, streamUrl, send, since } = await visitor(running.url);
  const socket = listen(streamUrl);
  await socket.until((all) => all.length > 0);
  const help = (id: string) => running.talks.say(conversation, { id, command: 'help', channel: 'webchat' });
  const answers = [1, 2, 3, 4, 5].flatMap((turn) => [
    send({ type: 'message', value: { command: 'where' }, channelData: { clientActivityID: `client.${turn}` } }),
    help(`page.${turn}`),
  ]);
  await Promise.all(answers);
  const whole = (await since()).activities;
  await socket.until((all) => all.length >= whole.length);
  expect(socket.told()).toEqual(whole);
  socket.close();
});

it('lets a ticket in once', async () => {
  const { streamUrl } = await visitor(running.url);
  const first = listen(streamUrl);
  await first.opened;
  await expect(listen(streamUrl).opened).rejects.toThrow();
  first.close();
});

it('refuses a ticket after a minute, of another conversation, and none', async () => {
  let clock = Date.now();
  const later = await service({ now: () => new Date(clock).toISOString() });
  const one = await visitor(later.url);
  const other = await visitor(later.url);
  const [path, query] = (await one.ticket()).split('?');
  const [otherPath] = other.streamUrl.split('?');
  await expect(listen(`${otherPath}?${query}`).opened).rejects.toThrow();
  await expect(listen(String(path)).opened).rejects.toThrow();
  const late = await one.ticket();
  clock += 60_001;
  await expect(listen(late).opened).rejects.toThrow();
  await later.close();
});

it('lets sockets in from our own page and allowed sites only', async () => {
  const open = await service({ allowedOrigins: ['https://www.example.gov.uk'] });
  const one = await visitor(open.url);
  const from = async (origin: string) => {
    const socket = listen(await one.ticket(), { origin });
    const result = await socket.opened.then(
      () => 'in',
      () => 'out',
    );
    socket.close();
    return result;
  };
  expect(await from('https://www.example.gov.uk')).toBe('in');
  expect(await from(open.url)).toBe('in');
  expect(await from('https://evil.example')).toBe('out');
  expect(await from('null')).toBe('out');
  await open.close();
});

it('answers other sites only when they are allowed, and tells their browsers so', async () => {
  const open = await service({ allowedOrigins: ['https://www.example.gov.uk'] });
  const tokens = `${open.url}/directline/tokens/generate`;
  const allowed = await ask(tokens, { body: {}, headers: { origin: 'https://www.example.gov.uk' } });
  expect(allowed.status).toBe(200);
  expect(allowed.headers.get('access-control-allow-origin')).toBe('https://www.example.gov.uk');
  expect(allowed.headers.get('vary')).toContain('Origin');
  const evil = await ask(tokens, { body: {}, headers: { origin: 'https://evil.example' } });
  expect(evil).toMatchObject({ status: 403, body: { error: { code: 'OriginNotAllowed' } } });
  expect(evil.headers.get('access-control-allow-origin')).toBeNull();
  const asked = { origin: 'https://www.example.gov.uk', 'access-control-request-method': 'POST' };
  const preflight = await ask(tokens, { method: 'OPTIONS', headers: asked });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-headers')).toContain('x-ms-bot-agent');
  await open.close();
});

it('is closed to other sites when nothing is set', async () => {
  const tokens = `${running.url}/directline/tokens/generate`;
  expect((await ask(tokens, { body: {}, headers: { origin: 'https://www.example.gov.uk' } })).status).toBe(403);
  expect((await ask(tokens, { body: {}, headers: { origin: running.url } })).status).toBe(200);
});

it('takes only the public address as its own when that is set', async () => {
  const open = await service({ publicUrl: 'https://plans.example.gov.uk/' });
  const tokens = `${open.url}/directline/tokens/generate`;
  expect((await ask(tokens, { body: {}, headers: { origin: open.url } })).status).toBe(403);
  expect((await ask(tokens, { body: {}, headers: { origin: 'https://plans.example.gov.uk' } })).status).toBe(200);
  const { streamUrl } = await visitor(open.url);
  expect(streamUrl).toMatch(/^wss:\/\/plans\.example\.gov\.uk\/directline\//);
  await open.close();
});

it('lets eight tabs listen, and tells the ninth to come later', async () => {
  const { ticket } = await visitor(running.url);
  const tabs = [];
  for (let tab = 0; tab < 8; tab += 1) {
    const socket = listen(await ticket());
    await socket.until((all) => all.length > 0);
    tabs.push(socket);
  }
  const ninth = listen(await ticket());
  expect(await ninth.closed).toBe(1013);
  for (const tab of tabs) tab.close();
});

it('lets go of a socket that reads nothing, and misses nothing when it comes back', { timeout: 60_000 }, async () => {
  const { ticket, send, since, conversation } = await visitor(running.url);
  const url = new URL(await ticket());
  const stalled = connect(running.port, '127.0.0.1');
  stalled.on('error', () => undefined);
  stalled.write(
    `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  await new Promise((ready) => stalled.once('data', ready));
  stalled.pause();
  await send(start);
  await send(alone);
  expect(running.holds(stalled.localPort)).toBe(true);
  // Each turn is told with the 60 KB that were said; what the system buffers comes on top of the megabyte.
  let told = 0;
  for (; told < 1_000 && running.holds(stalled.localPort); told += 1) {
    await running.talks.say(conversation, { id: `long.${told}`, text: 'word '.repeat(12_000), channel: 'webchat' });
  }
  expect(running.holds(stalled.localPort)).toBe(false);
  expect(told).toBeGreaterThan(15);
  const { activities, watermark } = await since();
  const back = listen(await ticket(String(Number(watermark) - 3)));
  const missed = await back.until((all) => all.length > 0);
  expect(missed).toEqual(activities.slice(-missed.length));
  back.close();
  stalled.destroy();
});

it('tells its sockets to come back when it stops', async () => {
  const stopping = await service();
  const { streamUrl } = await visitor(stopping.url);
  const socket = listen(streamUrl);
  await socket.opened;
  await stopping.close();
  expect(await socket.closed).toBe(1012);
});
