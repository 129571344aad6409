import { mkdirSync } from 'node:fs';
import { ActivityHandler, ConversationState, UserState } from 'botbuilder';
import { FileStorage } from './file-storage.js';
import { PlanDialog } from './plan-dialog.js';
import { serve } from './serve.js';

const folder = process.env.DATA_DIR ?? 'data';
mkdirSync(folder, { recursive: true });
const storage = new FileStorage(folder);
const conversationState = new ConversationState(storage);
const userState = new UserState(storage);
const dialog = new PlanDialog(userState);
const dialogState = conversationState.createProperty('DialogState');

class PlanBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await dialog.run(context, dialogState);
      await next();
    });
  }

  async run(context) {
    await super.run(context);
    await conversationState.saveChanges(context, false);
    await userState.saveChanges(context, false);
  }
}

serve(new PlanBot());
