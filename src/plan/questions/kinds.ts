/** The kinds of question there are. A question is what may answer it (a zod schema) and where the answer goes in the plan. */
import { z } from 'zod';
import { DateValue, Money, People, Phone, Score } from '../values.ts';

export const kinds = [
  'statement',
  'yes_no',
  'choice',
  'multi',
  'free_text',
  'date',
  'scale',
  'money',
  'number',
  'person',
  'phone',
] as const;
export type Kind = (typeof kinds)[number];

export interface Question<K extends Kind = Kind, A extends z.ZodType = z.ZodType> {
  readonly kind: K;
  /** What a tidy answer looks like. Nothing else is ever kept as one. */
  readonly answer: A;
  /** Path in the plan, as `plan-content` writes it; absent when the answer only steers the talk. */
  readonly stores?: string;
  /** Option ids, for `choice` and `multi`. Their words are in locales. Empty when they come from the plan or the pack. */
  readonly options: readonly string[];
  /** May the person leave it empty? */
  readonly skip: boolean;
  /** For `multi`: the options that stand alone, such as "none of these". */
  readonly alone: readonly string[];
  /** The list of which this question fills one item: its slots bear the item's id. */
  readonly of?: ListName;
}

/** The lists a talk can grow. Item ids are the letter and a number that is never used twice: g1, a3. */
export const lists = {
  goal: 'g',
  action: 'a',
  need: 'd',
  support: 's',
  network: 'n',
  spend: 'c',
  contingency: 'k',
  risk: 'r',
  part: 't',
  /** Answers too long for one look: of each it is asked once which part matters most. */
  long: 'l',
} as const;
export type ListName = keyof typeof lists;

interface Extra {
  must?: boolean;
  of?: ListName;
  alone?: readonly string[];
}

function question<K extends Kind, A extends z.ZodType>(
  kind: K,
  answer: A,
  stores: string | undefined,
  extra: Extra,
  options: readonly string[] = [],
): Question<K, A> {
  return {
    kind,
    answer,
    options,
    skip: !extra.must,
    alone: extra.alone ?? [],
    ...(stores === undefined ? {} : { stores }),
    ...(extra.of === undefined ? {} : { of: extra.of }),
  };
}

/** Over the limits of `plan-content` 1.8 nothing is cut: the hard ceiling only keeps a message within one request. */
const words = z.string().trim().min(1).max(65_536);

export const statement = () => question('statement', z.never(), undefined, { must: true });
export const yesNo = (stores?: string, extra: Extra = {}) => question('yes_no', z.boolean(), stores, extra);
export const text = (stores?: string, extra: Extra = {}) => question('free_text', words, stores, extra);
export const date = (stores?: string, extra: Extra = {}) => question('date', DateValue, stores, extra);
export const money = (stores?: string, extra: Extra = {}) => question('money', Money, stores, extra);
export const scale = (stores?: string, extra: Extra = {}) => question('scale', Score, stores, extra);
export const number = (stores?: string, extra: Extra = {}) => question('number', z.number().min(0), stores, extra);
export const person = (stores?: string, extra: Extra = {}) => question('person', People, stores, extra);
export const phone = (stores?: string, extra: Extra = {}) => question('phone', Phone, stores, extra);

export const choice = <const O extends readonly [string, ...string[]]>(
  stores: string | undefined,
  options: O,
  extra: Extra = {},
) => question('choice', z.enum(options), stores, extra, options);

export const multi = <const O extends readonly [string, ...string[]]>(
  stores: string | undefined,
  options: O,
  extra: Extra = {},
) => question('multi', z.array(z.enum(options)), stores, extra, options);

/** A choice, or several, among things that the plan or the council's pack holds: goals so far, sections, languages. */
export const pick = (stores?: string, extra: Extra = {}) => question('choice', z.string().min(1), stores, extra);
export const pickMany = (stores?: string, extra: Extra = {}) =>
  question('multi', z.array(z.string().min(1)), stores, extra);
