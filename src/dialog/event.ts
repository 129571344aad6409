import type { Author, Fact } from '../plan/facts.ts';
import type { Kept, Slot } from '../plan/kept.ts';
import type { QuestionId } from '../plan/questions/index.ts';
import type { Blank } from '../plan/values.ts';
import type { Place } from './conditions.ts';

/** When and by whom something is said; every fact bears it. */
export interface Stamp {
  readonly at: string;
  readonly by: Author;
}

/** With what a walk begins. */
export interface Input {
  readonly kept: Kept;
  readonly stamp: Stamp;
  readonly languages: number;
  /** Walks past every question, to see which are on the route at all. */
  readonly survey?: boolean;
}

/** The places walked past, newest first: the way back. */
export interface Passed {
  readonly slot: Slot;
  readonly before: Passed | null;
}

/** What a walk holds on its way: what is kept, and where it has come to. */
export interface Context extends Place {
  readonly passed: Passed | null;
  readonly stamp: Stamp;
  readonly survey: boolean;
  /** What became true in the turn that `turn` stands for. */
  readonly became: readonly Fact[];
  readonly turn: Stamp;
}

/** Before the first step of the walk. */
export const atTheStart = (input: Input): Context => ({
  ...input,
  survey: input.survey ?? false,
  at: {},
  passed: null,
  became: [],
  turn: input.stamp,
});

/** The question on which a state rests, and what its options do besides being an answer. */
export interface Meta {
  readonly question: QuestionId;
  /** Option -> the question that it opens again, for the same item. */
  readonly opens?: Readonly<Record<string, QuestionId>>;
  /** The option that takes the item out. */
  readonly removes?: string;
  /** Options after which the talk is walked again from the top, for they open something earlier. */
  readonly again?: readonly string[] | 'any';
  /** The first time it is skipped, it is said why it is asked; the second time it is let go. */
  readonly urges?: true;
  /** Option -> what is said when it is taken. */
  readonly says?: Readonly<Record<string, string>>;
}

/** The place of an answer: its question, the item it is about, and for an action the goal that it is for. */
export interface At {
  readonly question: QuestionId;
  readonly item?: string | undefined;
  readonly parent?: string | undefined;
}

/** What the statechart is told, made of what a person said or tapped. */
export type Event = { readonly stamp: Stamp } & (
  | ({ type: 'ANSWER'; value: unknown; said: string; notes?: string[]; meta?: Meta } & At)
  | ({ type: 'SKIP'; reason: Blank; said?: string } & At)
  | ({ type: 'STUMBLE'; how: 'dont_know' | 'unclear' } & At)
  | { type: 'BACK' }
  | { type: 'CHANGE'; slot: Slot }
  | { type: 'MORE'; section: string }
  | { type: 'REOPEN'; slots: readonly At[] }
  | { type: 'STOP' }
  | { type: 'RESUME' }
  | { type: 'NOTE'; facts: readonly Fact[] }
  | { type: 'FLAG'; facts: readonly Fact[] }
);
