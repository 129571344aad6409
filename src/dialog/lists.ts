import { freshId, isBlank, type Kept, listKey, slotOf } from '../plan/kept.ts';
import {
  isQuestionId,
  type QuestionId,
  questions,
  type SectionName,
  sectionOf,
  sections,
} from '../plan/questions/index.ts';
import type { ListName } from '../plan/questions/kinds.ts';
import type { Cursor, Place } from './conditions.ts';

/** The item of a list after the one that the talk is at; a new one when the list is empty or another was asked for. */
export function itemAfter({ kept, at }: Place, list: ListName, grows: boolean): string | undefined {
  const key = keyAt(list, at);
  const items: readonly string[] =
    list === 'part' ? partsOf(kept) : [...(kept.items[key] ?? []), ...visitedVoid(kept, list, at)];
  const here = at[list];
  const next = items[here === undefined ? 0 : items.indexOf(here) + 1];
  if (next !== undefined && next !== here) return next;
  const begins = kept.closed[key] === false || (items.length === 0 && kept.closed[key] === undefined);
  return grows && begins ? freshId(kept, list) : undefined;
}

/** The very long answer that was given where the talk is; undefined when that one was short, or there is none. */
export function longAt({ kept, at }: Place, question: QuestionId): string | undefined {
  const { of } = questions[question];
  const slot = slotOf(question, of === undefined ? undefined : at[of]);
  return kept.items.long?.find((id) => kept.seeds[id] === slot);
}

/** An item that was begun with "nothing", while the person is back at the question with which it began. */
function visitedVoid(kept: Kept, list: ListName, at: Cursor): string[] {
  const [question = '', item] = kept.focus?.split('@') ?? [];
  if (item === undefined || !isQuestionId(question) || questions[question].of !== list) return [];
  const key = keyAt(list, at);
  const here = list !== 'action' || kept.parents[item] === at.goal;
  return here && !(kept.items[key] ?? []).includes(item) ? [item] : [];
}

/** The sections in which something was said: the parts of the plan that can be checked, or left out. */
export function partsOf(kept: Kept): readonly SectionName[] {
  const told = new Set(
    Object.values(kept.answers)
      .filter((answer) => !isBlank(answer) && questions[answer.question].stores !== undefined)
      .map((answer) => sectionOf(answer.question)),
  );
  // What is done for a goal is checked with the goal.
  if (told.delete('actions')) told.add('goals');
  return (Object.keys(sections) as SectionName[]).filter((name) => told.has(name) && !neverParts.has(name));
}
const neverParts: ReadonlySet<SectionName> = new Set(['hello', 'check', 'safety'] as const);

/** The list that is meant where the talk is: each goal has actions of its own. */
export const keyAt = (list: ListName, at: Cursor) => listKey(list, list === 'action' ? at.goal : undefined);
