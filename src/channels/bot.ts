/** The bot itself, the same on every channel: botbuilder's ActivityHandler over the talk. */
import { type Activity, ActivityHandler, type TurnContext } from 'botbuilder-core';
import { z } from 'zod';
import { commands, type Said, type Talks } from '../conversation/talk.ts';
import { Fault } from '../fault.ts';
import { NotKept } from '../store/port.ts';
import type { Texts } from '../text/index.ts';
import type { Shape } from './shape.ts';

/** What differs between channels. */
export interface Door {
  readonly channel: Said['channel'];
  /** The plan that a conversation is about. */
  planOf(activity: Activity): string;
  /** SHA-256 (hex) of the secret by which the person comes back. */
  keyOf(activity: Activity): string | undefined;
}

export interface BotServices {
  readonly talks: Talks;
  readonly texts: Texts;
  readonly shape: Shape;
  /** Languages on offer; the first is the council's own. */
  readonly languages: readonly string[];
}

/** Where a turn's outcome is for its adapter: in the turn state, under this key. */
export const heardHere = Symbol('heard');

export function botFor({ talks, texts, shape, languages }: BotServices, door: Door): ActivityHandler {
  const bot = new ActivityHandler();
  bot.onMembersAdded(async ({ activity }, next) => {
    const joined = activity.membersAdded?.some(({ id }) => id !== activity.recipient.id);
    if (joined) await begin(activity);
    await next();
  });
  bot.onMessage(async (context, next) => {
    await listen(context);
    await next();
  });
  return bot;

  async function begin(activity: Activity): Promise<void> {
    const key = door.keyOf(activity);
    const lang = languages.find((one) => one === activity.locale) ?? languages[0] ?? 'en-GB';
    await talks.begin({
      plan: door.planOf(activity),
      channel: door.channel,
      lang,
      ...(key === undefined ? {} : { key }),
    });
  }

  async function listen(context: TurnContext): Promise<void> {
    const said = saidIn(context.activity, door.channel);
    if (said === undefined) throw new Fault('BadArgument', 'Nothing was said.', { expose: true });
    const heard = await talks.say(door.planOf(context.activity), said).catch((error) => notKept(context, error));
    if (heard === null)
      throw new Fault('ConversationNotFound', 'This conversation is no longer kept.', { expose: true });
    context.turnState.set(heardHere, heard);
    await context.sendActivities([...shape(heard.turn, heard.talk)]);
  }

  /** The disk refused: nothing happened, and the person is told so while their words stay with their client. */
  async function notKept(context: TurnContext, error: unknown): Promise<never> {
    if (!(error instanceof NotKept)) throw error;
    const talk = await talks.read(door.planOf(context.activity)).catch(() => null);
    const reader = talk ?? { lang: languages[0] ?? 'en-GB', mode: 'self' as const };
    const text = texts.t('direct_line.not_kept', undefined, reader);
    await context.sendActivity({ type: 'message', text, textFormat: 'plain', locale: reader.lang });
    throw new Fault('NotKept', text, { cause: error, expose: true });
  }
}

const Tapped = z.union([
  z.object({
    question: z.string(),
    item: z.string().optional(),
    pick: z.union([z.string(), z.array(z.string()).min(1).max(50)]),
  }),
  z.object({ command: z.enum(commands) }),
  z.object({ change: z.string().min(1) }),
  z.object({ more: z.string().min(1) }),
]);

/** What a message says: a button's value when it is one of ours, else its words; undefined when there are none. */
function saidIn({ id, text, value }: Partial<Activity>, channel: Said['channel']): Said | undefined {
  const base = { id: id ?? '', channel };
  const tapped = value === undefined || value === null ? undefined : Tapped.safeParse(value).data;
  if (tapped === undefined) return text === undefined || text.trim() === '' ? undefined : { ...base, text };
  if (!('pick' in tapped)) return { ...base, ...tapped };
  const { question, item, pick } = tapped;
  return { ...base, pick: { question, ...(item === undefined ? {} : { item }), options: [pick].flat() } };
}
