/** Two answers in one message: the second question's answer is taken too, said back, and not asked for again. */
import type { Event, Stamp } from '../dialog/index.ts';
import { slotOf } from '../plan/kept.ts';
import { type QuestionId, questions } from '../plan/questions/index.ts';
import type { DateValue, Money, People } from '../plan/values.ts';
import { understand } from '../understanding/index.ts';
import { slotIn } from './empty.ts';
import type { Position, Resting } from './position.ts';

/** Which questions people often answer in the same breath: the one asked, and those that its answer may hold. */
const pairs: Partial<Record<QuestionId, readonly QuestionId[]>> = {
  'who.details': ['who.birth_date'],
  'goal.what': ['goal.by_when'],
  'goal.coach': ['goal.by_when'],
  'goal.difference': ['goal.by_when'],
  'action.first_step': ['action.first_step_when'],
  'spend.item': ['spend.cost'],
  'contingency.do': ['contingency.call'],
  'budget.know': ['budget.amount'],
};

export function alsoSaid(before: Position, resting: Resting, said: string, stamp: Stamp): Event[] {
  const { kept } = before.context;
  return (pairs[resting.question] ?? []).flatMap((id): Event[] => {
    const item = questions[id].of === undefined ? undefined : resting.item;
    if (kept.answers[slotOf(id, item)] !== undefined) return [];
    const understood = understand(said, { ...questions[id], id }, { now: stamp.at, lang: kept.lang, options: [] });
    if (understood.is !== 'answer' || !isPlain(id, understood.value, stamp.at)) return [];
    const at = { ...slotIn(resting), question: id };
    const value = questions[id].kind === 'person' ? withNumbers(understood.value as People) : understood.value;
    return [{ type: 'ANSWER', stamp, ...at, value, said, notes: [...understood.notes, 'in_passing'] }];
  });
}

/** In passing, only what cannot be anything else is taken: a date with a day or month, an amount with how often, a number to ring. */
function isPlain(id: QuestionId, value: unknown, now: string): boolean {
  const { kind } = questions[id];
  if (id === 'goal.by_when' && isSoon(value as DateValue, now)) return false;
  // "At the weekend" is nobody's birthday.
  if (id === 'who.birth_date' && (value as DateValue).precision !== 'day') return false;
  if (kind === 'date') return (value as DateValue).date !== undefined && (value as DateValue).precision !== 'unknown';
  if (kind === 'money') return (value as Money).period !== undefined && (value as Money).amount_pence !== undefined;
  return kind === 'person' && (value as People).people.some(({ phone }) => phone !== undefined);
}

/** Goals take weeks. A nearer day says when something is done, as in "on Sundays" or "twice a day". */
const isSoon = ({ date = '' }: DateValue, now: string): boolean => Date.parse(date) - Date.parse(now) < 7 * 86_400_000;

/** Only those whose number was given: other words of the sentence may look like names. */
const withNumbers = ({ people }: People): People => ({ people: people.filter(({ phone }) => phone !== undefined) });
