/** What goes into understanding and what comes out of it. */
import type { Question } from '../plan/questions/kinds.ts';
import type { DateValue, PersonSaid } from '../plan/values.ts';
import type { Token } from './plain.ts';
import type { Words } from './words.ts';

export type Asked = Question & { readonly id: string };

/** An option as it is offered, with every word for it in the language of the talk. */
export interface OptionWords {
  readonly id: string;
  readonly words: readonly string[];
}

export interface Context {
  /** ISO 8601 instant. Dates are read as in London. */
  readonly now: string;
  readonly lang: string;
  readonly options: readonly OptionWords[];
  /** What the plan already holds, so that "before the wedding" and "Priya" are found again. */
  readonly known?: {
    readonly events?: readonly { readonly name: string; readonly date: DateValue }[];
    readonly people?: readonly PersonSaid[];
  };
}

/** One of the things that may have been meant. `key` is a text key when the value has no words of its own. */
export interface Meaning {
  readonly id: string;
  readonly value: unknown;
  readonly key?: string;
}

export type Understood =
  | { readonly is: 'answer'; readonly value: unknown; readonly notes: string[] }
  | { readonly is: 'which'; readonly between: readonly Meaning[]; readonly why: string }
  | { readonly is: 'unclear'; readonly why: string }
  | { readonly is: 'dont_know' }
  | { readonly is: 'prefers_not' }
  | { readonly is: 'skip' }
  | { readonly is: 'none' };

/** One message, made ready once for every reader. */
export interface Heard {
  /** Trimmed, otherwise as typed. */
  readonly text: string;
  readonly plain: string;
  readonly tokens: readonly Token[];
}

/** Reads one kind of answer. Pure. */
export type Reader = (heard: Heard, question: Asked, context: Context, words: Words) => Understood;

export const answer = (value: unknown, ...notes: string[]): Understood => ({ is: 'answer', value, notes });
export const which = (why: string, between: readonly Meaning[]): Understood => ({ is: 'which', between, why });
export const unclear = (why: string): Understood => ({ is: 'unclear', why });
