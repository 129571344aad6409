/** Two answers in one message: the second question's answer is taken too, said back, and not asked for again. */
import type { Event, Stamp } from '../dialog/index.ts';
import { type Kept, slotOf } from '../plan/kept.ts';
import { type QuestionId, questions } from '../plan/questions/index.ts';
import type { DateValue, Money, People, Phone } from '../plan/values.ts';
import { isKnownByWords, partThatAnswers } from '../understanding/clauses.ts';
import { understand } from '../understanding/index.ts';
import { slotIn } from './empty.ts';
import type { Position, Resting } from './position.ts';
import type { Tools } from './tools.ts';

/** Which questions people often answer in the same breath: the one asked, and those that its answer may hold. */
const pairs: Partial<Record<QuestionId, readonly QuestionId[]>> = {
  'who.details': ['who.birth_date'],
  'goal.what': ['goal.by_when', 'goal.difference', 'goal.start_point'],
  'goal.coach': ['goal.by_when', 'goal.difference', 'goal.start_point'],
  'goal.difference': ['goal.by_when'],
  'goal.by_when': ['goal.importance'],
  'goal.confidence': ['goal.confidence_help'],
  'action.what': ['action.who', 'action.how_often', 'action.cost'],
  'action.kind': ['action.not_suit'],
  'action.first_step': ['action.first_step_when'],
  'action.first_step_when': ['action.how_often'],
  'action.barrier': ['action.barrier_plan'],
  'network.who': ['network.willing', 'network.does'],
  'network.does': ['network.willing'],
  'network.willing': ['network.emergency'],
  'support.what': ['support.when'],
  'support.who': ['support.paid_by', 'support.how_long', 'support.when'],
  'support.when': ['support.paid_by', 'support.how_long'],
  'support.start': ['support.paid_by', 'support.how_long'],
  'support.how_long': ['support.paid_by'],
  'budget.know': ['budget.amount'],
  'budget.amount': ['budget.contribution'],
  'budget.managed': ['budget.manager'],
  'budget.manager': ['budget.manager_paid', 'budget.manager_why'],
  'spend.item': ['spend.cost'],
  'contingency.trigger': ['contingency.call', 'contingency.do'],
  'contingency.do': ['contingency.call'],
  'contingency.call': ['contingency.how_long'],
  'contingency.backup': ['contingency.how_long'],
  'risk.what': ['risk.worth'],
  'risk.controls': ['risk.who'],
  'share.who': ['share.parts'],
  'review.first': ['review.how', 'review.who'],
  'review.how': ['review.who'],
  'carer.does': ['carer.hours'],
  'carer.able': ['carer.willing'],
  'comm.language': ['comm.interpreter'],
  'comm.format': ['comm.print_size'],
};

export function alsoSaid(before: Position, resting: Resting, said: string, tools: Tools, stamp: Stamp): Event[] {
  const { kept } = before.context;
  const taken: QuestionId[] = [];
  return (pairs[resting.question] ?? []).flatMap((id): Event[] => {
    // "Ring the agency" with its number is whom to ring; what to do is then still to be said.
    if (id === 'contingency.do' && taken.includes('contingency.call')) return [];
    const item = questions[id].of === undefined ? undefined : resting.item;
    if (kept.answers[slotOf(id, item)] !== undefined) return [];
    const found = foundFor(id, said, tools, before, stamp);
    if (found === undefined) return [];
    taken.push(id);
    const at = { ...slotIn(resting), question: id };
    return [{ type: 'ANSWER', stamp, ...at, value: found.value, said, notes: [...found.notes, 'in_passing'] }];
  });
}

interface InPassing {
  readonly value: unknown;
  readonly notes: readonly string[];
}

function foundFor(id: QuestionId, said: string, tools: Tools, before: Position, stamp: Stamp): InPassing | undefined {
  const own = isKnownByWords(id);
  const text = partThatAnswers(id, said);
  if (text === undefined) return undefined;
  const question = { ...questions[id], id };
  if (question.kind === 'free_text') return { value: text, notes: [] };
  const { kept } = before.context;
  const options = tools.optionWords(
    id,
    question.options.map((option) => ({ id: option, key: `${id}.options.${option}` })),
    kept,
  );
  const understood = understand(text, question, { now: stamp.at, lang: kept.lang, options });
  if (understood.is !== 'answer' || !isPlain(id, understood.value, stamp.at, own)) return undefined;
  const isLoose = question.kind === 'person' && !own;
  const value = isLoose ? withNumbers(understood.value as People) : understood.value;
  return { value, notes: understood.notes };
}

/** In passing, only what cannot be anything else is taken: a date with a day or month, an amount with how often, a number to ring. */
function isPlain(id: QuestionId, value: unknown, now: string, isCued: boolean): boolean {
  const { kind } = questions[id];
  if (id === 'goal.by_when' && isSoon(value as DateValue, now)) return false;
  // "At the weekend" is nobody's birthday.
  if (id === 'who.birth_date' && (value as DateValue).precision !== 'day') return false;
  if (kind === 'date') return (value as DateValue).date !== undefined && (value as DateValue).precision !== 'unknown';
  if (kind === 'money') return (value as Money).period !== undefined && (value as Money).amount_pence !== undefined;
  if (kind === 'phone') return (value as Phone).phone !== undefined;
  return isCued || (value as People).people.some(({ phone }) => phone !== undefined);
}

/** Goals take weeks. A nearer day says when something is done, as in "on Sundays" or "twice a day". */
const isSoon = ({ date = '' }: DateValue, now: string): boolean => Date.parse(date) - Date.parse(now) < 7 * 86_400_000;

/** Only those whose number was given: other words of the sentence may look like names. */
const withNumbers = ({ people }: People): People => ({ people: people.filter(({ phone }) => phone !== undefined) });

/** "My son first, then my sister": whom to ring, and whom to ring next. */
export function inTurn(
  kept: Kept,
  { question, item }: Resting,
  value: unknown,
): { first: People; next: People } | undefined {
  if (question !== 'contingency.call' || kept.answers[slotOf('contingency.backup', item)] !== undefined)
    return undefined;
  const { people = [] } = value as Partial<People>;
  const [first, ...others] = people;
  return first === undefined || others.length === 0
    ? undefined
    : { first: { people: [first] }, next: { people: others } };
}
