/** Direct Line 3.0 as its clients speak it: what comes in, what goes out, and how a place in the talk is numbered. */
import { z } from 'zod';
import { refusal } from '../refusals.ts';

/** Types that a client may send. Only messages are answered; the rest is taken and let go. */
const taken = ['message', 'event', 'typing', 'endOfConversation', 'messageReaction'] as const;

const IncomingActivity = z.object({
  type: z.enum(taken),
  name: z.string().max(64).optional(),
  text: z.string().optional(),
  value: z.unknown().optional(),
  attachments: z.array(z.unknown()).nullish(),
  channelData: z.object({ clientActivityID: z.string().min(1).max(256).optional() }).nullish(),
});

/** A client's activity, without all that the server decides itself (from, id, time, conversation). */
export interface Incoming {
  readonly type: (typeof taken)[number];
  /** Of an event. */
  readonly name?: string | undefined;
  readonly text?: string | undefined;
  readonly value?: unknown;
  /** The client's id of this message: the same one is applied once. */
  readonly clientId?: string | undefined;
}

/** Reads a body, or throws the refusal to answer with. */
export function incoming(body: unknown): Incoming {
  const read = IncomingActivity.safeParse(body);
  if (!read.success) throw refusal('BadArgument', 'The body is not an activity that can be sent here.');
  const { type, name, text, value, attachments, channelData } = read.data;
  if (attachments && attachments.length > 0)
    throw refusal('UploadsOff', 'Files cannot be sent here. Please write it instead.');
  // Half a character would not survive the way to the disk and back.
  return { type, name, text: text?.toWellFormed(), value, clientId: channelData?.clientActivityID?.toWellFormed() };
}

/** The code of a return sheet: its words as one text, or as a list. */
export const SheetCode = z.object({
  reference: z.string().max(64),
  words: z.union([z.string().max(400), z.array(z.string().max(40)).max(6)]),
});
export type SheetCode = z.infer<typeof SheetCode>;

/** What a client says of the device it is on. */
export const DeviceSaid = z.object({ own: z.boolean() });

export const Beginning = z.object({ locale: z.string().max(64).optional() }).nullish();
export const Asked = z
  .object({
    conversationId: z.string().max(64).optional(),
    user: z.object({ id: z.string().max(256).optional() }).optional(),
    return: SheetCode.optional(),
  })
  .nullish();

/** The id of the activity at a place of the talk: `<conversation>|0000012`. */
export const activityId = (conversation: string, place: number): string =>
  `${conversation}|${String(place).padStart(7, '0')}`;

/** How many activities a client has seen. What can't be read counts as nothing seen, so that nothing is missed. */
export function seenOf(watermark: string | null | undefined): number {
  return watermark && /^\d{1,9}$/.test(watermark) ? Number(watermark) : 0;
}
