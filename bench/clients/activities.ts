/** Talks to a bot at /api/messages: with replies in the answer, or posted back as Azure's channels have it. */
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { ask, askJson, expectStatus } from '../http.ts';
import type { Client } from './client.ts';

/** Replies come in the answer itself: less work for the bot than any of Azure's channels gives it. */
export const expectReplies: Client = (url) => open(url, 'http://127.0.0.1:1', 'expectReplies');

/** Replies are posted to the channel, as Azure's Direct Line has it. `close` when done. */
export async function channel(): Promise<{ client: Client; close(): void }> {
  const sink = http.createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end('{"id":"1"}');
    });
  });
  await new Promise<void>((listening) => sink.listen(0, '127.0.0.1', listening));
  const serviceUrl = `http://127.0.0.1:${(sink.address() as AddressInfo).port}`;
  return { client: (url) => open(url, serviceUrl, 'normal'), close: () => void sink.close() };
}

async function open(url: string, serviceUrl: string, deliveryMode: 'normal' | 'expectReplies') {
  const conversation = { id: randomUUID() };
  const from = { id: randomUUID(), role: 'user' };
  const activity = (text: string) => ({
    type: 'message',
    id: randomUUID(),
    timestamp: new Date().toISOString(),
    channelId: 'directline',
    serviceUrl,
    deliveryMode,
    conversation,
    from,
    recipient: { id: 'bot', role: 'bot' },
    text,
  });
  const say = async (text: string) => {
    if (deliveryMode === 'normal') {
      const headers = { 'content-type': 'application/json' };
      expectStatus(await ask(`${url}/api/messages`, { method: 'POST', headers }, JSON.stringify(activity(text))), 200);
      return;
    }
    const { activities } = await askJson<{ activities: readonly object[] }>(`${url}/api/messages`, activity(text));
    if (activities.length === 0) throw new Error('no reply');
  };
  // The first message makes the bot ask its first question.
  await say('Hello');
  return { say: ({ toPeer }: { readonly toPeer: string }) => say(toPeer), end: () => undefined };
}
