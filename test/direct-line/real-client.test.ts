/** The unmodified `botframework-directlinejs`, as councils embed it, against the listening app. */
import { createRequire } from 'node:module';
import { afterEach, describe, expect, it } from 'vitest';
import { memoryStore } from '../../src/store/memory.ts';
import { NotKept, type PlanStore } from '../../src/store/port.ts';
import { program } from '../support/program.ts';
import { type Activity, ask, service } from './service.ts';

const require = createRequire(import.meta.url);
Object.assign(globalThis, { XMLHttpRequest: require('xhr2') });
const { DirectLine, ConnectionStatus } =
  require('botframework-directlinejs') as typeof import('botframework-directlinejs');

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A client as a page has it, with what it was told. */
async function client(url: string, options: { token?: string; conversationId?: string; watermark?: string } = {}) {
  const made = (await ask(`${url}/directline/tokens/generate`, { body: {} })).body;
  const line = new DirectLine({
    domain: `${url}/directline`,
    token: options.token ?? String(made.token),
    timeout: 2_000,
    // No jitter: the client comes back after three seconds.
    random: () => 0,
    WebSocket,
    ...(options.conversationId === undefined ? {} : { conversationId: options.conversationId }),
    ...(options.watermark === undefined ? {} : { watermark: options.watermark }),
  } as never);
  const told: Activity[] = [];
  const errors: unknown[] = [];
  const statuses: number[] = [];
  line.connectionStatus$.subscribe((status) => statuses.push(status));
  line.activity$.subscribe(
    (activity) => told.push(activity as Activity),
    (error) => errors.push(error),
  );
  ends.push(() => line.end());
  let sent = 0;
  const post = (text: string) => {
    sent += 1;
    const channelData = { clientActivityID: `${made.conversationId}.${sent}` };
    const activity = { type: 'message', text, from: { id: 'somebody else' }, channelData };
    return new Promise<string>((done, failed) => line.postActivity(activity as never).subscribe(done, failed));
  };
  const until = async (fits: () => boolean) => {
    while (!fits()) await new Promise((next) => setTimeout(next, 20));
  };
  return { line, told, errors, statuses, post, until, asked: () => told.at(-1)?.channelData?.question };
}

/** The token that the client goes by now, which it keeps to itself. */
const tokenOf = (line: object) => String(Reflect.get(line, 'token'));

const texts = (told: readonly Activity[]) => told.map(({ text }) => text);

describe('the real client', { timeout: 90_000 }, () => {
  it('starts, is greeted, and has a talk', async () => {
    const running = await service();
    ends.push(running.close);
    const { told, post, until, asked, statuses } = await client(running.url);
    await until(() => asked() === 'welcome.start_kind');
    const id = await post('start a plan');
    await until(() => asked() === 'privacy.alone');
    await post('just me');
    await until(() => asked() === 'privacy.go_on');
    expect(told.find((one) => one.id === id)?.text).toBe('start a plan');
    expect(new Set(told.map((one) => one.id)).size).toBe(told.length);
    expect(statuses.at(-1)).toBe(ConnectionStatus.Online);
  });

  it('goes on by itself after the server was killed, with nothing lost or told twice', async () => {
    const assistant = await program({ LOG_LEVEL: 'silent', WRITES_PER_SECOND: '0' });
    ends.push(assistant.remove);
    const { told, post, until, asked } = await client(assistant.origin);
    await until(() => asked() === 'welcome.start_kind');
    await post('start a plan');
    await until(() => asked() === 'privacy.alone');
    await assistant.kill();
    expect(await post('just me')).toBe('retry');
    await assistant.start();
    const count = told.length;
    const answered = async () => (await post('just me')) !== 'retry';
    while (!(await answered())) await new Promise((next) => setTimeout(next, 200));
    await until(() => asked() === 'privacy.go_on');
    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
    expect(told.length).toBeGreaterThan(count);
    expect(texts(told).filter((text) => text === 'just me')).toHaveLength(1);
    expect(told.map(({ id }) => id)).toEqual(told.map(({ id }) => id).toSorted());
  });

  it('shows the whole talk again when the page was closed and opened', async () => {
    const running = await service();
    ends.push(running.close);
    const before = await client(running.url);
    await before.until(() => before.asked() === 'welcome.start_kind');
    await before.post('start a plan');
    await before.until(() => before.asked() === 'privacy.alone');
    const conversationId = before.told[0]?.id.split('|')[0] ?? '';
    const token = tokenOf(before.line);
    before.line.end();
    const after = await client(running.url, { token, conversationId, watermark: '0' });
    await after.until(() => after.told.length >= before.told.length);
    expect(after.told).toEqual(before.told);
    const late = await client(running.url, { token, conversationId, watermark: String(before.told.length - 1) });
    await late.until(() => late.asked() === 'privacy.alone');
    expect(late.told.length).toBeLessThan(before.told.length);
  });

  it('is told that its token has run out, and goes on with a new one', async () => {
    let clock = Date.now();
    const running = await service({ now: () => new Date(clock).toISOString() });
    ends.push(running.close);
    const { line, post, until, asked, statuses, told } = await client(running.url);
    await until(() => asked() === 'welcome.start_kind');
    const user = JSON.parse(Buffer.from(tokenOf(line).split('.')[1] ?? '', 'base64url').toString()).user;
    clock += 13 * 3_600_000;
    expect(await post('start a plan')).toBe('retry');
    expect(statuses).toContain(ConnectionStatus.ExpiredToken);
    const conversationId = told[0]?.id.split('|')[0] ?? '';
    const { body } = await ask(`${running.url}/directline/tokens/generate`, {
      body: { conversationId, user: { id: user } },
    });
    const token = String(body.token);
    const { body: opened } = await ask(`${running.url}/directline/conversations/${conversationId}`, { token });
    line.reconnect({ conversationId, token, streamUrl: String(opened.streamUrl) } as never);
    expect(await post('start a plan')).toMatch(/^[\w-]+\|\d{7}$/);
    await until(() => asked() === 'privacy.alone');
  });

  it('cannot start with a token that is not ours', async () => {
    const running = await service();
    ends.push(running.close);
    const { until, statuses, told } = await client(running.url, { token: 'a.b.c' });
    await until(() => statuses.includes(ConnectionStatus.FailedToConnect));
    expect(told).toEqual([]);
  });

  it('learns that a conversation is over', async () => {
    const running = await service();
    ends.push(running.close);
    const { post, until, asked } = await client(running.url);
    await until(() => asked() === 'welcome.start_kind');
    await post('start a plan');
    await post('just me');
    await post('no');
    await expect(post('hello?')).rejects.toMatchObject({ status: 404 });
  });

  it('is told to wait when it sends too much at once, and then goes on', async () => {
    const running = await service({ writesPerSecond: 1 });
    ends.push(running.close);
    const { post, until, asked } = await client(running.url);
    await until(() => asked() === 'welcome.start_kind');
    const outcomes: unknown[] = [];
    for (let message = 0; message < 8; message += 1) outcomes.push(await post('help'));
    // Of a burst of six, the token and the start took two.
    expect(outcomes.slice(0, 3)).not.toContain('retry');
    expect(outcomes.slice(5)).toEqual(['retry', 'retry', 'retry']);
    await new Promise((next) => setTimeout(next, 1_200));
    expect(await post('start a plan')).toMatch(/\|\d{7}$/);
  });

  it('keeps its message when the disk is full, and may send it again', async () => {
    const disk = memoryStore();
    let full = false;
    const store: PlanStore = {
      ...disk,
      append: (...facts) => (full ? Promise.reject(new NotKept('ENOSPC')) : disk.append(...facts)),
    };
    const running = await service({ store });
    ends.push(running.close);
    const { post, until, asked, told } = await client(running.url);
    await until(() => asked() === 'welcome.start_kind');
    full = true;
    expect(await post('start a plan')).toBe('retry');
    await until(() => texts(told).some((text) => text?.includes('could not save')));
    full = false;
    expect(await post('start a plan')).toMatch(/\|\d{7}$/);
    await until(() => asked() === 'privacy.alone');
  });
});
