/** The log of a conversation, worked out from its turns: each is the person's message and the replies, numbered for ever. */
import type { Activity } from 'botframework-schema';
import type { Turn } from '../../conversation/talk.ts';
import type { Reader } from '../../text/index.ts';
import type { Shape } from '../shape.ts';
import { activityId } from './protocol.ts';

export const assistant = { id: 'assistant', role: 'bot' } as const;

/** Places a turn takes: one for what was said, also where that is not shown, and one for each reply. */
export const placesOf = (turn: Turn): number => 1 + turn.replies.length;

/** The place at which a turn begins; undefined when it is not there. */
export function placeOf(turns: readonly Turn[], id: string): number | undefined {
  let place = 0;
  for (const turn of turns) {
    if (turn.id === id) return place;
    place += placesOf(turn);
  }
  return undefined;
}

/** Whose conversation it is, and how its words are made. */
export interface Numbering {
  readonly conversation: string;
  readonly user: string;
  readonly reader: Reader;
  readonly shape: Shape;
}

/** A turn's activities as clients see them, from place `start` on, without those before `from`. */
export function numbered(turn: Turn, start: number, from: number, numbering: Numbering): Record<string, unknown>[] {
  const { conversation, user, reader, shape } = numbering;
  const at = { timestamp: turn.at, channelId: 'directline', conversation: { id: conversation } };
  const found: Record<string, unknown>[] = [];
  if (start >= from && turn.by.role !== 'system') {
    found.push({
      type: 'message',
      id: activityId(conversation, start),
      ...at,
      from:
        turn.by.role === 'person' ? { id: user, role: 'user' } : { id: turn.by.role, name: turn.by.name, role: 'user' },
      locale: reader.lang,
      // Words about harm are shown to nobody, and the client must still learn that its message arrived.
      text: turn.said ?? '',
      textFormat: 'plain',
      channelData: { clientActivityID: turn.id, 'webchat:sequence-id': start },
    });
  }
  const replies = start + placesOf(turn) > from ? shape(turn, reader) : [];
  for (const [index, reply] of replies.entries()) {
    const place = start + 1 + index;
    if (place >= from) found.push(asSent(reply, place, numbering, at));
  }
  return found;
}

function asSent(
  reply: Partial<Activity>,
  place: number,
  { conversation }: Numbering,
  at: object,
): Record<string, unknown> {
  const channelData = { ...reply.channelData, 'webchat:sequence-id': place };
  return { ...reply, id: activityId(conversation, place), ...at, from: assistant, channelData };
}
