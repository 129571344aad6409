import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { memoryStore } from '../../src/store/memory.ts';
import { NotKept, type PlanStore } from '../../src/store/port.ts';
import { ask, type Service, service, visitor } from '../direct-line/service.ts';

describe('the server', () => {
  let running: Service;
  beforeAll(async () => {
    running = await service();
  });
  afterAll(() => running.close());

  it('says that it is up and ready', async () => {
    expect(await ask(`${running.url}/healthz`)).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await ask(`${running.url}/readyz`)).toMatchObject({ status: 200, body: { status: 'ready' } });
  });

  it.each(['/healthz', '/directline/nothing', '/api/messages', '/nothing/at/all'])(
    'sends strict headers with %s',
    async (path) => {
      const { headers } = await ask(running.url + path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe-/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toContain('no-store');
      expect(headers.get('server')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  it('has no /api/messages', async () => {
    const body = { type: 'message', text: 'hello', serviceUrl: 'https://evil.example' };
    expect((await ask(`${running.url}/api/messages`, { body })).status).toBe(404);
    expect((await ask(`${running.url}/api/messages`)).status).toBe(404);
  });

  it.each([
    ['not JSON', '{"type":', 400, 'BadArgument'],
    ['JSON of another kind', '[]', 400, 'BadArgument'],
    ['an unknown type', '{"type":"contactRelationUpdate"}', 400, 'BadArgument'],
    ['nothing said', '{"type":"message","text":"  "}', 400, 'BadArgument'],
  ])('answers %s in its own words', async (_, body, status, code) => {
    const { activities, token } = await visitor(running.url);
    const answer = await ask(activities, { token, body });
    expect(answer.status).toBe(status);
    expect(answer.body.error?.code).toBe(code);
    expect(Object.keys(answer.body)).toEqual(['error']);
    expect(answer.text).not.toMatch(/JSON at|Unexpected|restify|zod|expected/i);
  });

  it('answers a wrong method and an unknown path in its own words', async () => {
    const wrong = await ask(`${running.url}/directline/conversations`, { method: 'DELETE' });
    expect(wrong).toMatchObject({ status: 405, body: { error: { code: 'MethodNotAllowed' } } });
    expect((await ask(`${running.url}/directline/nothing`)).body).toEqual({
      error: { code: 'NotFound', message: 'There is nothing here.' },
    });
  });
});

describe('when something breaks', () => {
  const secret = 'my daughter Priya 07700 900123';
  let broken: Service;
  afterEach(() => broken.close());

  it('shows calm words and a reference, and logs where but not what', async () => {
    const disk = memoryStore();
    let isBroken = false;
    const store: PlanStore = {
      ...disk,
      append: (...facts) => (isBroken ? Promise.reject(new Error(`cannot write ${secret}`)) : disk.append(...facts)),
    };
    broken = await service({ store });
    const { say } = await visitor(broken.url);
    isBroken = true;
    const answer = await say(`start a plan for ${secret}`);
    expect(answer.status).toBe(500);
    expect(answer.body.error).toEqual({
      code: 'ServerError',
      message: expect.stringContaining('Something went wrong on our side'),
      reference: expect.any(String),
    });
    expect(broken.logged).toHaveLength(1);
    expect(broken.logged[0]).toContain(String(Object(answer.body.error).reference));
    expect(broken.logged[0]).toContain('/directline/conversations/:id/activities');
    expect(broken.logged[0]).not.toMatch(/Priya|07700|dl_/);
  });

  it('is not ready when nothing can be kept, and is still up', async () => {
    const store = { ...memoryStore(), ready: () => Promise.reject(new NotKept('full')) };
    broken = await service({ store });
    expect(await ask(`${broken.url}/readyz`)).toMatchObject({ status: 503, body: { error: { code: 'NotReady' } } });
    expect((await ask(`${broken.url}/healthz`)).status).toBe(200);
  });
});

describe('the limit on writing', () => {
  let limited: Service;
  afterEach(() => limited.close());
  const from = (url: string, address: string) =>
    ask(`${url}/directline/tokens/generate`, { body: {}, headers: { 'x-forwarded-for': address } });

  it('counts by the address that a proxy of ours saw, whatever the client claims', async () => {
    limited = await service({ writesPerSecond: 1, trustedProxies: 1 });
    const statuses = [];
    for (let time = 0; time < 8; time += 1)
      statuses.push((await from(limited.url, `10.0.0.${time}, 203.0.113.7`)).status);
    expect(statuses.slice(0, 6)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(statuses.slice(6)).toEqual([429, 429]);
    expect((await from(limited.url, '203.0.113.8')).status).toBe(200);
  });

  it('asks somebody on the page kindly to wait, in words and not in code', async () => {
    limited = await service({ writesPerSecond: 1 });
    const press = () =>
      fetch(`${limited.url}/say`, { method: 'POST', body: 'text=hello', headers: { accept: 'text/html' } });
    for (let time = 0; time < 6; time += 1) await press();
    const refused = await press();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('2');
    expect(await refused.text()).toContain('<h1>Please wait a moment</h1>');
  });

  it('believes no X-Forwarded-For when there is no proxy, and says when to come back', async () => {
    limited = await service({ writesPerSecond: 1 });
    for (let time = 0; time < 6; time += 1) await from(limited.url, `10.0.0.${time}`);
    const refused = await from(limited.url, '10.0.0.99');
    expect(refused).toMatchObject({ status: 429, body: { error: { code: 'TooManyRequests' } } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(`${limited.url}/healthz`)).status).toBe(200);
  });
});

describe('the program', { timeout: 30_000 }, () => {
  const ends: (() => unknown)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  async function folder(): Promise<string> {
    const made = await mkdtemp(join(tmpdir(), 'assistant-'));
    ends.push(() => rm(made, { recursive: true, force: true }));
    return made;
  }

  function run(env: Record<string, string>) {
    const child: ChildProcess = spawn(process.execPath, ['src/main.js'], {
      env: { PATH: process.env.PATH, PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { out: '', err: '' };
    child.stdout?.on('data', (data) => {
      said.out += data;
    });
    child.stderr?.on('data', (data) => {
      said.err += data;
    });
    const ended = new Promise<number | null>((done) => child.once('exit', done));
    ends.push(() => {
      child.kill('SIGKILL');
      return ended;
    });
    const ready = new Promise<string>((done, failed) => {
      child.stdout?.on('data', () => done(/http:\S+/.exec(said.out)?.[0] ?? ''));
      child.once('exit', () => failed(new Error(said.err)));
    });
    ready.catch(() => undefined);
    return { child, said, ended, ready };
  }

  it('prints one line with its address, keeps its keys to itself, and stops gently', async () => {
    const data = await folder();
    const first = run({ DATA_DIR: data });
    const url = await first.ready;
    expect(first.said.out.trim().split('\n')).toHaveLength(1);
    expect(first.said.out).toMatch(/^Wetherby Vale Council: http:\/\/127\.0\.0\.1:\d+\n$/);
    expect((await stat(join(data, 'keys', 'direct-line'))).mode & 0o777).toBe(0o600);
    const { token, conversation } = await visitor(url);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);

    const second = run({ DATA_DIR: data });
    const path = `/directline/conversations/${conversation}/activities`;
    expect((await ask((await second.ready) + path, { token })).status).toBe(200);
  });

  it('says in one line why it cannot start', async () => {
    const data = await folder();
    const first = run({ DATA_DIR: data });
    const url = await first.ready;
    const sameFolder = run({ DATA_DIR: data });
    expect(await sameFolder.ended).toBe(1);
    expect(sameFolder.said.err).toContain('it is in use');
    const samePort = run({ DATA_DIR: await folder(), PORT: new URL(url).port });
    expect(await samePort.ended).toBe(1);
    expect(samePort.said.err).toContain('The port is already in use');
    for (const { said } of [sameFolder, samePort]) expect(said.err).not.toMatch(/^ {4}at /m);
  });

  it('does not make a new key over a damaged one', async () => {
    const data = await folder();
    const first = run({ DATA_DIR: data });
    await first.ready;
    first.child.kill('SIGTERM');
    await first.ended;
    const key = join(data, 'keys', 'direct-line');
    await writeFile(key, 'torn');
    const second = run({ DATA_DIR: data });
    expect(await second.ended).toBe(1);
    expect(second.said.err).toContain(key);
    expect(await readFile(key, 'utf8')).toBe('torn');
  });

  it('logs nothing of what people say', async () => {
    const running = run({ DATA_DIR: await folder(), LOG_LEVEL: 'debug' });
    const { say } = await visitor(await running.ready);
    for (const text of ['start a plan', 'just me', 'yes', 'yes', 'short', 'me', 'Marmaduke']) await say(text);
    running.child.kill('SIGTERM');
    await running.ended;
    expect(running.said.out + running.said.err).not.toMatch(/Marmaduke|dl_|just me/);
  });
});
