/** Somebody did not want their answers saved: before they stop and all of it is gone, they are told so and asked. Only "leave now" waits for nothing. */
import type { Event, Stamp } from '../dialog/index.ts';
import { type Kept, valueAt } from '../plan/kept.ts';
import { questions } from '../plan/questions/index.ts';
import type { Reply } from '../plan/replies.ts';
import { commandIn, understand } from '../understanding/index.ts';
import { type Decision, only } from './decision.ts';
import { type Position, step } from './position.ts';
import { paused } from './prompt.ts';
import type { Said } from './talk.ts';
import type { Tools } from './tools.ts';

/** Nothing of this talk stays once it stops. */
export const isUnsaved = (kept: Kept): boolean => valueAt(kept, 'privacy.save') === false && kept.everSent === null;

/** A stop that would delete everything is first said to be one. What else was said in the same message counts. */
export function warnedFirst(before: Position, decision: Decision): Decision {
  if (decision.again?.say.startsWith('conversation.left') === true || !stops(before, decision.events)) return decision;
  const others = decision.events.filter(({ type }) => type !== 'STOP');
  const events = stops(before, others) ? [] : others;
  return { ...decision, events, says: [], again: warning };
}

function stops(before: Position, events: readonly Event[]): boolean {
  const { kept } = events.reduce((position, event) => step(position, event).position, before).context;
  return kept.state === 'paused' && isUnsaved(kept);
}

const question = 'nav.unsaved';
const warning: Reply = {
  say: 'conversation.unsaved.warning',
  question,
  offer: ['save', 'delete', 'carry_on'].map((id) => ({ id, key: `conversation.unsaved.options.${id}` })),
  waits: true,
};

/** What they choose then; null when that is not what was asked, or it was said in passing that something is wrong. */
export function unsavedAnswered(
  before: Position,
  said: Said,
  tools: Tools,
  stamp: Stamp,
  asked: string | undefined,
): Decision | null {
  const { kept } = before.context;
  if (asked !== question || !isUnsaved(kept) || (said.text === undefined && said.pick?.question !== question))
    return null;
  if (said.text !== undefined && tools.danger(said.text, kept.lang) !== null) return null;
  const chosen = said.pick?.options[0] ?? chosenIn(said.text ?? '', kept, tools, stamp);
  if (chosen === 'leave') return null;
  if (chosen === 'save') return savedFirst(before, tools, stamp);
  if (chosen === 'carry_on') return only([]);
  if (chosen !== 'delete') return { events: [], says: [], again: warning };
  return { events: [{ type: 'STOP', stamp }], says: [], again: paused(kept, 'conversation.paused', tools, stamp.at) };
}

function savedFirst(before: Position, tools: Tools, stamp: Stamp): Decision {
  const save: Event = { type: 'ANSWER', stamp, question: 'privacy.save', value: true, said: '' };
  const { kept } = step(before, save).position.context;
  return {
    events: [save, { type: 'STOP', stamp }],
    says: [],
    again: paused(kept, 'conversation.paused', tools, stamp.at),
  };
}

/** "Yes" is yes to saving; a bare "stop" said again is asked again, for the two ways to stop are not alike. */
function chosenIn(text: string, kept: Kept, tools: Tools, stamp: Stamp): string | undefined {
  const asked = { ...questions['check.missing'], id: question };
  const command = commandIn(text, asked, kept.lang)?.command;
  if (command === 'leave_now') return 'leave';
  if (command === 'delete') return 'delete';
  const context = { now: stamp.at, lang: kept.lang };
  const options = tools.optionWords('conversation.unsaved', warning.offer ?? [], kept);
  const named = understand(text, { ...questions['check.parts'], id: question }, { ...context, options });
  const [option, ...others] = named.is === 'answer' ? (named.value as string[]) : [];
  if (option !== undefined) return others.length > 0 ? undefined : option;
  const yes = understand(text, { ...questions['privacy.save'], id: 'privacy.save' }, { ...context, options: [] });
  return yes.is !== 'answer' ? undefined : yes.value === true ? 'save' : 'delete';
}
