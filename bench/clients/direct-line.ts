/** Talks Direct Line: messages by POST, replies over the WebSocket, as the stock client does. */
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { askJson } from '../http.ts';
import type { Client } from './client.ts';

interface Opened {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
}

export const directLine: Client = async (url, known) => {
  const at = `${url}/directline`;
  const asked = known === undefined ? {} : { conversationId: known.plan, user: { id: known.secret } };
  const { token } = await askJson<Opened>(`${at}/tokens/generate`, asked);
  const headers = { authorization: `Bearer ${token}` };
  const { conversationId, streamUrl } = await askJson<Opened>(`${at}/conversations`, {}, headers);
  const replies = await repliesOf(streamUrl);
  return {
    async say({ said, question, item }) {
      const id = randomUUID();
      const arrived = replies.to(id);
      const tapped = 'pick' in said ? { value: { question, item, pick: said.pick } } : {};
      const text = 'pick' in said ? said.pick.join(', ') : said.text;
      const activity = { type: 'message', from: { id: 'me' }, text, ...tapped, channelData: { clientActivityID: id } };
      await askJson(`${at}/conversations/${conversationId}/activities`, activity, headers);
      await arrived;
    },
    end: replies.close,
  };
};

interface Frame {
  readonly activities: readonly { readonly channelData?: { readonly clientActivityID?: string } }[];
}

async function repliesOf(streamUrl: string) {
  const socket = new WebSocket(streamUrl, { perMessageDeflate: false });
  const waiting = new Map<string, () => void>();
  socket.on('message', (data) => {
    const text = String(data);
    if (text === '') return;
    for (const { channelData } of (JSON.parse(text) as Frame).activities) {
      const id = channelData?.clientActivityID ?? '';
      waiting.get(id)?.();
      waiting.delete(id);
    }
  });
  await new Promise<void>((opened, failed) => {
    socket.once('open', opened);
    socket.once('error', failed);
  });
  return {
    to: (id: string) => new Promise<void>((arrived) => waiting.set(id, arrived)),
    close: () => socket.terminate(),
  };
}
