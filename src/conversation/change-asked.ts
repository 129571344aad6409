/** At "is it right?" and behind what was sent: "change something" asks what, "change my goal" goes there. */
import type { Stamp } from '../dialog/index.ts';
import { isQuestionId, type QuestionId, questions, sectionOf } from '../plan/questions/index.ts';
import { commandIn } from '../understanding/index.ts';
import { answerTo } from './answer.ts';
import { changeable, whichToChange } from './changing.ts';
import { obey } from './commands.ts';
import type { Decision } from './decision.ts';
import type { Position, Resting } from './position.ts';
import type { Said } from './talk.ts';
import type { Tools } from './tools.ts';

/** The change that is wanted where one of the options is to change something; null elsewhere, and for the other options. */
export function changeAt(
  before: Position,
  resting: Resting,
  said: Said,
  tools: Tools,
  stamp: Stamp,
  asked: string | undefined,
): Decision | null {
  if (!asksForChanges.includes(resting.question)) return null;
  const { kept } = before.context;
  const { text } = said;
  const wanted = text === undefined ? null : commandIn(text, withoutOptions(resting.question), kept.lang);
  if (wanted?.command === 'change') {
    const decision = obey(wanted, before, tools, stamp);
    if (decision.events.length > 0) return decision;
  }
  const decision = answerTo(before, resting, said, tools, stamp);
  if (!decision.events.some((event) => event.type === 'ANSWER' && event.value === 'change')) return null;
  const all = changeable(kept);
  const here = all.filter(({ id }) => isIn(id, resting.item));
  const which = whichToChange(here.length > 0 ? here : all);
  // Tapped twice: it is being asked already.
  if (asked === 'nav.change' && said.pick !== undefined)
    return { ...which, says: [{ say: 'conversation.old_button', waits: false }] };
  return which.again === undefined
    ? decision
    : { ...decision, says: [...decision.says, ...which.says], again: which.again };
}

const asksForChanges: readonly QuestionId[] = ['check.section', 'check.sent'];

/** The words "change ..." are an option there; here they are read for what is to be changed. */
const withoutOptions = (id: QuestionId) => ({ ...questions[id], options: [], id: 'nav.change' });

function isIn(slot: string, section: string | undefined): boolean {
  const [question = ''] = slot.split('@');
  if (section === undefined) return true;
  const own = isQuestionId(question) ? sectionOf(question) : undefined;
  return own === section || (own === 'actions' && section === 'goals');
}
