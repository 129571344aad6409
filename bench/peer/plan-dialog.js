import {
  ChoicePrompt,
  ComponentDialog,
  ConfirmPrompt,
  DateTimePrompt,
  DialogSet,
  DialogTurnStatus,
  NumberPrompt,
  TextPrompt,
  WaterfallDialog,
} from 'botbuilder-dialogs';
import { questions } from './questions.js';

const waterfall = 'PLAN';
const again = 'Sorry, I did not understand that. Please try again.';

/** A waterfall with one step a question, as in Microsoft's multi-turn-prompt sample. */
export class PlanDialog extends ComponentDialog {
  constructor(userState) {
    super('planDialog');
    this.plan = userState.createProperty('plan');
    this.addDialog(new ChoicePrompt('choice', undefined, 'en-us'));
    this.addDialog(new ConfirmPrompt('confirm', undefined, 'en-us'));
    this.addDialog(new TextPrompt('text', tidy));
    this.addDialog(new DateTimePrompt('date', undefined, 'en-gb'));
    this.addDialog(new NumberPrompt('score', fromOneToTen, 'en-us'));
    const steps = questions.map((_, index) => (step) => ask(step, index));
    this.addDialog(new WaterfallDialog(waterfall, [...steps, (step) => this.finish(step)]));
    this.initialDialogId = waterfall;
  }

  async run(context, accessor) {
    const dialogs = new DialogSet(accessor);
    dialogs.add(this);
    const dialog = await dialogs.createContext(context);
    const results = await dialog.continueDialog();
    if (results.status === DialogTurnStatus.empty) await dialog.beginDialog(this.id);
  }

  async finish(step) {
    remember(step, questions.length - 1);
    await this.plan.set(step.context, step.values.answers);
    await step.context.sendActivity('Thank you. Your plan is saved.');
    return step.endDialog();
  }
}

async function ask(step, index) {
  remember(step, index - 1);
  const { kind, ask: prompt, choices, most } = questions[index];
  return step.prompt(kind, {
    prompt,
    retryPrompt: `${again} ${prompt}`,
    ...(choices ? { choices } : {}),
    ...(most ? { validations: { most } } : {}),
  });
}

function remember(step, index) {
  const question = questions[index];
  if (!question) return;
  const { result } = step;
  const value = question.kind === 'choice' ? result.value : question.kind === 'date' ? result[0].timex : result;
  step.values.answers = { ...step.values.answers, [question.id]: value };
}

async function tidy({ recognized, options }) {
  const text = recognized.value?.trim() ?? '';
  return recognized.succeeded && text !== '' && text.length <= options.validations.most;
}

async function fromOneToTen({ recognized }) {
  return recognized.succeeded && Number.isInteger(recognized.value) && recognized.value >= 1 && recognized.value <= 10;
}
