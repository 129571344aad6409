/** The conversations that are open at the moment. */
import type { Talks } from '../../conversation/talk.ts';
import { Conversation, type Words } from './conversation.ts';
import type { Claims } from './tokens.ts';

export interface Conversations {
  /** The conversation of these claims; null when its talk has not begun or is no longer kept. */
  open(claims: Claims): Promise<Conversation | null>;
  /** The conversation, when it is open already. */
  find(id: string): Promise<Conversation | null>;
  /** Lets go of it, as its talk is gone. */
  forget(id: string): void;
  close(): void;
}

interface Live {
  readonly conversation: Promise<Conversation | null>;
  readonly stop: () => void;
}

/** How many are held ready while nobody listens to them. */
const mostIdle = 1_000;

export function conversationsOf(talks: Talks, words: Words): Conversations {
  const live = new Map<string, Live>();
  const listened = new Map<string, Conversation>();

  const forget = (id: string) => {
    live.get(id)?.stop();
    live.delete(id);
    listened.delete(id);
  };
  const begin = (claims: Claims): Live =>
    begun(talks, new Conversation(talks, words, claims), (conversation) => listened.set(conversation.id, conversation));
  const tidy = () => {
    for (const [id] of live) {
      if (live.size <= mostIdle) return;
      if (!listened.get(id)?.listeners.size) forget(id);
    }
  };

  return {
    async open(claims) {
      const { conversation: id } = claims;
      const known = live.get(id) ?? begin(claims);
      live.delete(id);
      live.set(id, known);
      tidy();
      const conversation = await known.conversation.catch((error) => {
        forget(id);
        throw error;
      });
      if (conversation === null) forget(id);
      return conversation;
    },
    find: async (id) => listened.get(id) ?? null,
    forget,
    close: () => [...live.keys()].forEach(forget),
  };
}

function begun(talks: Talks, conversation: Conversation, ready: (conversation: Conversation) => void): Live {
  // Listening starts before reading, so that no turn falls in between.
  const stop = talks.watch(conversation.id, (turn) => conversation.heard(turn));
  const opened = talks.read(conversation.id).then((talk) => {
    if (talk === null) return null;
    conversation.begunWith(talk);
    ready(conversation);
    return conversation;
  });
  return { conversation: opened, stop };
}
