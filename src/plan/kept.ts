/** What is kept of a talk. Its facts are folded into it (`fold.ts`); position, plan and page are worked out from it. */
import type { Access } from './access.ts';
import type { AssessmentRecord, Author, FactOf, Mode } from './facts.ts';
import type { QuestionId } from './questions/index.ts';
import { type ListName, lists } from './questions/kinds.ts';
import type { Blank } from './values.ts';

/** The name of one answerable place: `person` questions as they are, items with theirs: `goal.by_when@g1`. */
export type Slot = string;
export const slotOf = (question: string, item?: string): Slot =>
  item === undefined ? question : `${question}@${item}`;

/** An answer, or the reason why there is none. */
export interface Answer {
  readonly question: QuestionId;
  readonly item?: string | undefined;
  /** Undefined when `blank` says why. */
  readonly value?: unknown;
  readonly blank?: Blank;
  readonly said: string;
  readonly by: Author;
  readonly at: string;
  readonly notes: readonly string[];
}

/** A list, and whose it is: `goal`, `action@g1`. */
export type ListKey = string;
export const listKey = (list: ListName, parent?: string): ListKey => slotOf(list, parent);

export interface Kept {
  readonly plan: string;
  readonly nation: 'england' | 'wales';
  readonly channel: 'webchat' | 'teams' | 'assisted';
  readonly lang: string;
  readonly key?: string | undefined;
  readonly record?: AssessmentRecord | undefined;
  readonly mode: Mode;
  readonly state: 'talking' | 'paused' | 'declined';
  readonly answers: Readonly<Record<Slot, Answer>>;
  /** Item ids by list, in the order in which they came; removed ones are not there. */
  readonly items: Readonly<Record<ListKey, readonly string[]>>;
  /** What an item was made from: a kind of support, a person who helps, a need of the record. */
  readonly seeds: Readonly<Record<string, unknown>>;
  readonly parents: Readonly<Record<string, string>>;
  /** True: "that is enough" was said of the list. False: another one is wanted, and not begun yet. */
  readonly closed: Readonly<Record<ListKey, boolean | undefined>>;
  /** The highest number ever used in an item id, by list: ids are never used twice. */
  readonly highest: Readonly<Partial<Record<ListName, number>>>;
  readonly told: Readonly<Record<string, string>>;
  readonly noticeVersion?: string | undefined;
  /** An answered place that the person went back to. */
  readonly focus: Slot | null;
  readonly deepened: Readonly<Record<string, true>>;
  readonly leftOut: Readonly<Record<string, true>>;
  readonly stumbles: { readonly slot: Slot; readonly dont_know: number; readonly unclear: number } | null;
  readonly flags: readonly FactOf<'flagged'>[];
  /** The flag that has stopped the plan for now; null when the talk is about the plan. */
  readonly safety: { readonly flag: string; readonly kind: string } | null;
  /** Who asks to be rung, oldest first. */
  readonly callBacks: readonly FactOf<'call_back'>[];
  /** What they mean to ask somebody, oldest first. */
  readonly toAsk: readonly string[];
  /** Who may open the plan, and on what. */
  readonly access: Access;
  readonly authors: readonly { readonly by: Author; readonly question: string; readonly item?: string | undefined }[];
  readonly beganAt: string;
  readonly changedAt: string;
  /** When it was last sent; null when it never was, or was changed since. */
  readonly sentAt: string | null;
  readonly everSent: string | null;
}

export const isBlank = (answer: Answer | undefined): boolean => answer === undefined || answer.blank !== undefined;
/** Answered with "no, nothing": an answer, not a blank. */
export const isNone = (answer: Answer | undefined): boolean => answer?.notes.includes('none') ?? false;
export const valueAt = <T>(kept: Kept, question: QuestionId, item?: string): T | undefined =>
  kept.answers[slotOf(question, item)]?.value as T | undefined;

/** The id that the next new item of a list will bear. */
export const freshId = (kept: Kept, list: ListName): string => `${lists[list]}${(kept.highest[list] ?? 0) + 1}`;

/** What is kept when these places are to be asked again. */
export function unanswered(kept: Kept, slots: readonly Slot[]): Kept {
  const answers = Object.fromEntries(Object.entries(kept.answers).filter(([slot]) => !slots.includes(slot)));
  return { ...kept, answers };
}

/** A section is left out of what is sent, or put back in. */
export function leftOut(kept: Kept, section: string, out: boolean): Kept {
  const { [section]: _put, ...others } = kept.leftOut;
  return { ...kept, leftOut: out ? { ...others, [section]: true } : others };
}
