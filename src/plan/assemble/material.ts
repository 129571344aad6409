/** What is kept, narrowed to what belongs in the plan: on the route, not left out, and tidy by today's questions. */
import { type Answer, isNone, type Kept, listKey, type Slot, slotOf } from '../kept.ts';
import { type QuestionId, questions, sectionOf } from '../questions/index.ts';
import type { ListName } from '../questions/kinds.ts';

export interface Material {
  readonly kept: Kept;
  readonly now: string;
  /** Answers and blanks, in the order in which their questions were first answered. */
  readonly answers: ReadonlyMap<Slot, Answer>;
  answer(question: QuestionId, item?: string): Answer | undefined;
  /** The tidy value; undefined when there is none, and when "no, nothing" was said. */
  value<T>(question: QuestionId, item?: string): T | undefined;
  text(question: QuestionId, item?: string): string | undefined;
  isNone(question: QuestionId, item?: string): boolean;
  items(list: ListName, parent?: string): readonly string[];
}

/** "No, nothing" in answer to free words or to "who". Of money, a phone or a choice it is a value: no cost, not to be rung, "no". */
export const saysNothing = (answer: Answer): boolean =>
  isNone(answer) && ['free_text', 'person'].includes(questions[answer.question].kind);

/** Questions that begin an item. An item whose beginning is off the route, or left out, is not in the plan. */
const beginnings: Partial<Record<ListName, QuestionId>> = {
  goal: 'goal.what',
  action: 'action.what',
  spend: 'spend.item',
  contingency: 'contingency.trigger',
  risk: 'risk.what',
};
const seedings: Partial<Record<ListName, QuestionId>> = { support: 'support.pick', network: 'network.who' };

export function materialOf(kept: Kept, now: string, route?: ReadonlySet<Slot>): Material {
  const answers = new Map(
    Object.entries(kept.answers).filter(
      ([slot, answer]) =>
        (route === undefined || route.has(slot) || saysThereIsNone(answer)) &&
        !isLeftOut(kept, answer.question) &&
        isTidy(answer) &&
        isThere(kept, answer),
    ),
  );
  const answer: Material['answer'] = (question, item) => answers.get(slotOf(question, item));
  const value = <T>(question: QuestionId, item?: string): T | undefined => {
    const given = answer(question, item);
    return given === undefined || saysNothing(given) ? undefined : (given.value as T | undefined);
  };
  return {
    kept,
    now,
    answers,
    answer,
    value,
    text: (question, item) => value<string>(question, item),
    isNone: (question, item) => isNone(answer(question, item)),
    items: (list, parent) => itemsOf(kept, answers, list, parent),
  };
}

/** Who it is for, and what was agreed at the start and at the end, belong to any plan that is sent. */
const always: ReadonlySet<string> = new Set(['hello', 'who', 'check']);
const isLeftOut = (kept: Kept, question: QuestionId) => {
  const section = sectionOf(question);
  return kept.leftOut[section] !== undefined && !always.has(section);
};

/** "No worries" begins no item, so no way leads past it; it is an answer all the same. */
const saysThereIsNone = ({ question, notes }: Answer): boolean => question === 'risk.what' && notes.includes('none');

/** An old value that today's question would refuse is not in the plan; it stays in the history. */
const isTidy = (answer: Answer) =>
  answer.blank !== undefined || questions[answer.question].answer.safeParse(answer.value).success;

/** Answers about an item that was taken out stay kept, and stay out. "No, nothing" said instead of an item is an answer. */
function isThere(kept: Kept, { item, question, notes, blank }: Answer): boolean {
  const list = questions[question].of;
  if (item === undefined || list === undefined || list === 'part') return true;
  if (beginnings[list] === question && (notes.includes('none') || blank !== undefined)) return true;
  const parent = kept.parents[item];
  const listed = kept.items[listKey(list, parent)]?.includes(item) ?? false;
  return listed && (parent === undefined || (kept.items.goal?.includes(parent) ?? false));
}

function itemsOf(kept: Kept, answers: ReadonlyMap<Slot, Answer>, list: ListName, parent?: string): readonly string[] {
  const ids = kept.items[listKey(list, parent)] ?? [];
  const seeding = seedings[list];
  if (seeding !== undefined) return answers.get(seeding)?.value === undefined ? [] : ids;
  const beginning = beginnings[list];
  if (beginning === undefined) return ids;
  return ids.filter((id) => answers.get(slotOf(beginning, id))?.value !== undefined);
}
