/** The whole app, listening, for tests of Direct Line; and a client of our own for what real clients never do. */
import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import pino from 'pino';
import { createApp } from '../../src/app.ts';
import { shapeWith } from '../../src/channels/shape.ts';
import type { Talks } from '../../src/conversation/talk.ts';
import { talksOf } from '../../src/conversation/talks.ts';
import { loadPack } from '../../src/council/load-pack.ts';
import { memoryCodes } from '../../src/returning/code-book.ts';
import { type Returning, returningOf } from '../../src/returning/returning.ts';
import { memoryStore } from '../../src/store/memory.ts';
import type { PlanStore } from '../../src/store/port.ts';
import { loadTexts } from '../../src/text/index.ts';
import { toolsOf } from '../../src/tools.ts';
import { portOf } from '../support/port-of.ts';

const texts = loadTexts('locales');
const pack = await loadPack('data/demo-council');

export const tokenKey = 'a key that signs tokens in these tests, and nowhere else';

export interface Service {
  readonly url: string;
  readonly port: number;
  readonly talks: Talks;
  readonly returning: Returning;
  /** Does the server still hold the connection that came from this port? */
  holds(port: number | undefined): boolean;
  /** Every line that was logged. */
  readonly logged: string[];
  close(): Promise<void>;
}

export interface Means {
  store?: PlanStore;
  port?: number;
  now?: () => string;
  tokenKeys?: readonly [string, ...string[]];
  publicUrl?: string;
  allowedOrigins?: readonly string[];
  writesPerSecond?: number;
  trustedProxies?: number;
}

export async function service(means: Means = {}): Promise<Service> {
  const { store = memoryStore(), now = () => new Date().toISOString(), tokenKeys = [tokenKey] } = means;
  const logged: string[] = [];
  const log = pino({ level: 'info', base: null }, { write: (line: string) => void logged.push(line) });
  const talks = talksOf({ store, tools: toolsOf({ texts, pack, danger: () => null }), now, nation: pack.nation });
  const { allowedOrigins = [], writesPerSecond = 0, trustedProxies = 0, publicUrl } = means;
  const returning = returningOf({ talks, codes: memoryCodes(), now });
  const app = createApp({
    returning,
    config: { secureCookies: false, writesPerSecond, trustedProxies },
    sites: { allowedOrigins, trustedProxies, publicUrl },
    ...{ log, store, pack, texts, talks, now, tokenKeys, languages: pack.languages, shape: shapeWith(texts) },
    secret: 'seals forms in these tests',
    ids: () => randomBytes(24).toString('base64url'),
  });
  await new Promise<void>((listening) => app.server.listen(means.port ?? 0, '127.0.0.1', listening));
  const connections = new Map<number | undefined, Socket>();
  app.server.server.on('connection', (socket: Socket) => connections.set(socket.remotePort, socket));
  const port = portOf(app.server.server);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    talks,
    returning,
    logged,
    holds: (from) => connections.get(from)?.destroyed === false,
    close: () => app.close(),
  };
}

export interface Activity {
  id: string;
  type: string;
  text?: string;
  /** Of an event: what it is called, and what it brings. */
  name?: string;
  value?: Record<string, unknown>;
  from: { id: string; role?: string };
  timestamp: string;
  suggestedActions?: { actions: { title: string; text: string; value: unknown }[] };
  channelData?: Record<string, unknown>;
  replyToId?: string;
}
interface Batch {
  activities: Activity[];
  watermark?: string;
}
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The body, when it is JSON. */
  body: Record<string, unknown> & { error?: { code: string; message: string } };
}

export async function ask(
  url: string,
  options: { method?: string; token?: string; body?: unknown; headers?: HeadersInit } = {},
) {
  const { token, body, method = body === undefined ? 'GET' : 'POST' } = options;
  const headers = new Headers(options.headers);
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  if (body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
  const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  const response = await fetch(url, { method, headers, ...sent });
  const text = await response.text();
  const answer: Answer = { status: response.status, headers: response.headers, text, body: {} };
  if (response.headers.get('content-type')?.startsWith('application/json')) answer.body = JSON.parse(text);
  return answer;
}

/** Somebody in a conversation, over plain requests. */
export interface Visitor {
  readonly conversation: string;
  readonly user: string;
  readonly token: string;
  readonly streamUrl: string;
  readonly activities: string;
  say(text: string, id?: string): Promise<Answer>;
  send(activity: unknown): Promise<Answer>;
  since(watermark?: string): Promise<Batch>;
  ticket(watermark?: string): Promise<string>;
}

export async function visitor(url: string): Promise<Visitor> {
  const line = `${url}/directline`;
  const { body: made } = await ask(`${line}/tokens/generate`, { body: {} });
  const token = String(made.token);
  const { body: begun } = await ask(`${line}/conversations`, { token, body: { user: { id: 'ignored' } } });
  const conversation = String(begun.conversationId);
  const activities = `${line}/conversations/${conversation}/activities`;
  const send = (body: unknown) => ask(activities, { token, body });
  return {
    conversation,
    user: String(made.userId),
    token,
    streamUrl: String(begun.streamUrl),
    activities,
    send,
    say: (text, id) =>
      send({ type: 'message', text, ...(id === undefined ? {} : { channelData: { clientActivityID: id } }) }),
    since: async (watermark = '') =>
      (await ask(`${activities}?watermark=${watermark}`, { token })).body as unknown as Batch,
    ticket: async (watermark = '') =>
      String((await ask(`${line}/conversations/${conversation}?watermark=${watermark}`, { token })).body.streamUrl),
  };
}

/** A socket that remembers what it was told. */
export function listen(streamUrl: string, headers: Record<string, string> = {}) {
  const frames: Batch[] = [];
  let wake = () => {};
  const socket = new WebSocket(streamUrl, { headers } as never);
  const opened = new Promise<void>((open, refused) => {
    socket.addEventListener('open', () => open());
    socket.addEventListener('error', () => refused(new Error('refused')));
  });
  opened.catch(() => undefined);
  const closed = new Promise<number>((done) => socket.addEventListener('close', ({ code }) => done(code)));
  socket.addEventListener('message', ({ data }) => {
    frames.push(JSON.parse(String(data)));
    wake();
  });
  const told = () => frames.flatMap(({ activities }) => activities);
  return {
    opened,
    closed,
    frames,
    told,
    close: () => socket.close(),
    /** Waits until something that was told fits. */
    async until(fits: (all: Activity[]) => boolean): Promise<Activity[]> {
      while (!fits(told())) await new Promise<void>((next) => (wake = next));
      return told();
    },
  };
}
