import { ActivityHandler } from 'botbuilder';
import { serve } from './serve.js';

/** Says what it heard, and keeps nothing. */
class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivity(`Echo: ${context.activity.text}`);
      await next();
    });
  }
}

serve(new EchoBot());
