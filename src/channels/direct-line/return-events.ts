/** What clients send and are told about coming back: `return`, `return_sheet` and `device`. None of it is part of a talk. */
import { randomUUID } from 'node:crypto';
import { refusal } from '../refusals.ts';
import { comeBack } from './come-back.ts';
import type { Conversation } from './conversation.ts';
import type { Line } from './line.ts';
import { assistant } from './numbered.ts';
import { DeviceSaid, type Incoming, type SheetCode } from './protocol.ts';
import { type Claims, keyOf, tokenLifetime } from './tokens.ts';

/** A client says whose device it is on: `{ own: false }` closes it as our page does. */
export async function deviceSaid({ talks }: Line, { conversation, user }: Claims, value: unknown): Promise<void> {
  const said = DeviceSaid.safeParse(value).data;
  if (said === undefined) throw refusal('BadArgument', 'The value of a device is { "own": true } or { "own": false }.');
  await talks.note(conversation, [{ type: 'device_said', key: keyOf(user), own: said.own }]);
}

/** Tells what a code opened. To who typed it, it is said in words too; their message is shown without it. */
export async function tellReturned(
  line: Line,
  conversation: Conversation,
  code: SheetCode,
  { said, address }: { said: Incoming; address: string },
): Promise<void> {
  const event = await returned(line, code, address);
  conversation.tell(event);
  if (said.type !== 'message' || said.text === undefined) return;
  const reader = (await line.talks.read(conversation.id)) ?? { lang: line.languages[0] ?? 'en-GB', mode: 'self' };
  const message = (key: string, more: object) => ({
    type: 'message',
    id: `${conversation.id}|${randomUUID()}`,
    timestamp: line.now(),
    text: line.texts.t(`direct_line.${key}`, undefined, reader),
    textFormat: 'plain',
    locale: reader.lang,
    ...more,
  });
  const from = { id: conversation.user, role: 'user' };
  conversation.tell(message('code', { from, channelData: { clientActivityID: said.clientId } }));
  conversation.tell(message('value' in event ? 'code_right' : 'code_wrong', { from: assistant }));
}

/** A new return sheet, told once and kept nowhere in the talk; the one before no longer opens. */
export async function sheet(line: Line, plan: string): Promise<object> {
  const value = await line.returning.sheet(plan);
  return { type: 'event', name: 'return_sheet', from: assistant, timestamp: line.now(), value };
}

/** What a client needs to go on with the talk that a code opened; without a value it opened none. */
async function returned(line: Line, code: SheetCode, address: string): Promise<object> {
  const event = { type: 'event', name: 'returned', from: assistant, timestamp: line.now() };
  const claims = await comeBack(line.returning, code, address);
  if (claims === null) return event;
  const { conversation: conversationId, user: userId } = claims;
  const token = await line.tokens.issue(claims);
  return { ...event, value: { conversationId, userId, token, expires_in: tokenLifetime } };
}
