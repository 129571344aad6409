/** The log of a conversation, worked out from its turns: each is the person's message and the replies, numbered for ever. */
import type { Activity } from 'botframework-schema';
import type { Turn } from '../../conversation/talk.ts';
import type { Reader, Texts } from '../../text/index.ts';
import { type Shape, saidInWords } from '../shape.ts';
import { activityId } from './protocol.ts';

export const assistant = { id: 'assistant', role: 'bot' } as const;

/** Places a turn takes: one for what was said, also where that is not shown, and one for each reply. */
export const placesOf = (turn: Turn): number => 1 + turn.replies.length;

/** The turns of a talk with their places. */
export function placed(turns: readonly Turn[]): Placed[] {
  let start = 0;
  return turns.map((turn, index) => {
    const place = { turn, start, before: turns[index - 1] };
    start += placesOf(turn);
    return place;
  });
}

/** How many places these turns take. */
export const countOf = (turns: readonly Turn[]): number => turns.reduce((sum, turn) => sum + placesOf(turn), 0);

/** Whose conversation it is, and how its words are made. */
export interface Numbering {
  readonly conversation: string;
  readonly user: string;
  readonly reader: Reader;
  readonly shape: Shape;
  readonly texts: Texts;
}

/** One turn of a talk, where it begins in the log, and the turn before it. */
export interface Placed {
  readonly turn: Turn;
  readonly start: number;
  readonly before: Turn | undefined;
}

/** A turn's activities as clients see them, without those before place `from`. */
export function numbered(
  { turn, start, before }: Placed,
  from: number,
  numbering: Numbering,
): Record<string, unknown>[] {
  const { conversation, user, shape, texts } = numbering;
  const reader = { ...numbering.reader, mode: turn.mode };
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
      text: saidInWords(turn, before, reader, texts),
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
