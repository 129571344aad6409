/** What Direct Line's routes work with, put together. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Activity } from 'botframework-schema';
import { Fault } from '../../fault.ts';
import type { Returning } from '../../returning/returning.ts';
import type { BotServices, Door } from '../bot.ts';
import type { DirectLineAdapter } from './adapter.ts';
import type { Conversation } from './conversation.ts';
import { type Conversations, conversationsOf } from './conversations.ts';
import { assistant } from './numbered.ts';
import type { Sites } from './origins.ts';
import type { Incoming } from './protocol.ts';
import { type Shared, sharedAt } from './shared.ts';
import { type Tickets, ticketsAt } from './tickets.ts';
import { type Claims, keyOf, type Tokens, tokensWith } from './tokens.ts';

export interface DirectLineServices extends BotServices {
  readonly sites: Sites;
  readonly now: () => string;
  /** Unguessable ids of plans. */
  readonly ids: () => string;
  /** Codes for coming back. */
  readonly returning: Returning;
  /** Where a request comes from, when proxies stand in front. */
  readonly addressOf: (request: IncomingMessage) => string;
  /** Signs tokens: the key of today first, then those before it. */
  readonly tokenKeys: readonly [string, ...string[]];
}

export interface Line extends DirectLineServices {
  readonly tokens: Tokens;
  readonly tickets: Tickets;
  readonly conversations: Conversations;
  readonly shared: Shared;
  /** Begins the talk of these claims, if nobody has yet; true when it was new. */
  begin(claims: Claims, locale: string | undefined): Promise<boolean>;
  /** Takes a message in and returns its id. */
  say(conversation: Conversation, said: Incoming): Promise<string>;
}

const door: Door = {
  channel: 'webchat',
  planOf: ({ conversation }) => conversation.id,
  keyOf: ({ from }) => keyOf(from.id),
};

export function lineOf(services: DirectLineServices): Line {
  const { talks, shape, texts, now } = services;
  const milliseconds = () => Date.parse(now());
  const conversations = conversationsOf(talks, { shape, texts });
  let adapter: Promise<DirectLineAdapter> | undefined;
  const bot = () => {
    adapter ??= adapterFor(services, conversations);
    return adapter;
  };
  const beginnings = new Map<string, Promise<boolean>>();

  async function beginOnce(claims: Claims, locale: string | undefined): Promise<boolean> {
    if (await conversations.open(claims)) return false;
    await (await bot()).run(joining(around(claims.conversation, claims.user, now()), locale));
    return true;
  }

  return {
    ...services,
    tokens: tokensWith(services.tokenKeys, milliseconds),
    tickets: ticketsAt(milliseconds),
    conversations,
    shared: sharedAt(services),
    begin(claims, locale) {
      // Two requests at once begin one talk.
      const begun = beginnings.get(claims.conversation) ?? beginOnce(claims, locale);
      beginnings.set(claims.conversation, begun);
      return begun.finally(() => beginnings.delete(claims.conversation));
    },
    async say(conversation, { type, text, value, clientId }) {
      const { id, user } = conversation;
      if (type !== 'message') return `${id}|${randomUUID()}`;
      const message = { ...around(id, user, now()), type, id: clientId ?? randomUUID(), text: text ?? '', value };
      return (await bot()).say(conversation, message).catch((error) => {
        if (error instanceof Fault && error.code === 'ConversationNotFound') conversations.forget(id);
        throw error;
      });
    },
  };
}

/** Loaded by whoever comes first: botbuilder takes as long to load as all the rest, and who uses our page needs none of it. */
async function adapterFor(services: BotServices, conversations: Conversations): Promise<DirectLineAdapter> {
  const [{ DirectLineAdapter }, { botFor }] = await Promise.all([import('./adapter.ts'), import('../bot.ts')]);
  return new DirectLineAdapter(botFor(services, door), (id) => conversations.find(id));
}

/** What a client may not say about itself: all of this is ours to say. */
function around(id: string, user: string, now: string) {
  return {
    channelId: 'directline',
    timestamp: new Date(now),
    from: { id: user, name: '', role: 'user' },
    recipient: { ...assistant, name: '' },
    conversation: { id, isGroup: false, conversationType: 'personal', name: '' },
  };
}

/** Bot Framework's word for "somebody has come in". */
function joining(setting: ReturnType<typeof around>, locale: string | undefined): Partial<Activity> {
  const { from, recipient } = setting;
  const membersAdded = [recipient, from];
  return { ...setting, type: 'conversationUpdate', membersAdded, ...(locale === undefined ? {} : { locale }) };
}
