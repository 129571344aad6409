/** Direct Line as a botbuilder adapter: turns run through the bot, and what it sends goes to the conversation's listeners. */
import {
  type Activity,
  type ActivityHandler,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder-core';
import type { Heard } from '../../conversation/talk.ts';
import { heardHere } from '../bot.ts';
import type { Conversation } from './conversation.ts';
import { assistant } from './numbered.ts';
import { activityId } from './protocol.ts';

export class DirectLineAdapter extends BotAdapter {
  readonly #bot: ActivityHandler;
  readonly #find: (id: string) => Promise<Conversation | null>;

  constructor(bot: ActivityHandler, find: (id: string) => Promise<Conversation | null>) {
    super();
    this.#bot = bot;
    this.#find = find;
  }

  /** Runs one activity through the bot. Rejects with what the bot refused. */
  async run(activity: Partial<Activity>): Promise<Heard | undefined> {
    const context = new TurnContext(this, activity);
    await this.runMiddleware(context, (turn) => this.#bot.run(turn));
    return context.turnState.get<Heard | undefined>(heardHere);
  }

  /** Runs a message and returns the id of its activity in the log. */
  async say(conversation: Conversation, activity: Partial<Activity>): Promise<string> {
    let id = '';
    await conversation.during(async () => {
      const heard = await this.run(activity);
      if (heard === undefined) return undefined;
      const start = conversation.placeOf(heard);
      id = activityId(conversation.id, start);
      if (heard.repeated) conversation.again(heard, start);
      return heard.talk;
    });
    return id;
  }

  /** Replies of a turn are in the log already and are told from there; anything else is told now and not kept. */
  async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const conversation = await this.#find(context.activity.conversation.id);
    return activities.map((activity) => {
      if (activity.channelData?.turn === undefined && activity.type !== 'trace')
        conversation?.tell({ ...activity, from: assistant, timestamp: new Date(), replyToId: undefined });
      return { id: activity.id ?? '' };
    });
  }

  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const event = { type: 'event', name: 'continueConversation' };
    await this.runMiddleware(
      new TurnContext(this, TurnContext.applyConversationReference(event, reference, true)),
      logic,
    );
  }

  async updateActivity(): Promise<never> {
    throw new Error('Direct Line clients cannot show a changed message.');
  }

  async deleteActivity(): Promise<never> {
    throw new Error('Direct Line clients cannot take a message away.');
  }
}
