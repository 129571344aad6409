/** How a part of a message is known to answer a question that was not asked: patterns of words, from locales. */
import passing from '../../locales/en-GB/passing-words.json' with { type: 'json' };

interface Written {
  readonly begins?: readonly string[];
  readonly holds?: readonly string[];
  readonly within?: readonly string[];
  readonly anywhere?: readonly string[];
  readonly named?: readonly string[];
  readonly never?: readonly string[];
  readonly follows?: readonly string[];
  readonly runs?: boolean;
  readonly shared?: boolean;
  readonly means?: Readonly<Record<string, readonly string[]>>;
}

export interface Cues {
  /** The clause begins so. */
  readonly begins?: RegExp;
  /** It stands anywhere in the clause. */
  readonly holds?: RegExp;
  /** These words, and what follows them to the end of the clause. */
  readonly within?: RegExp;
  /** Even the clause that answers what was asked tells this, when these stand in it. */
  readonly anywhere?: RegExp;
  /** As `within`, with capitals as they were typed, for a name. */
  readonly named?: RegExp;
  /** With one of these in the clause it is something else. */
  readonly never?: RegExp;
  /** Only behind what answers one of these. */
  readonly follows?: readonly string[];
  /** What stands within a clause goes on in the next. */
  readonly runs?: boolean;
  /** It belongs to the answer before it as well: "yes, if you explain it". */
  readonly shared?: boolean;
  /** Options that are known by words of their own. */
  readonly means: readonly (readonly [option: string, words: RegExp])[];
}

/** Is an answer to this question known by words of its own? */
export const isKnownByWords = (question: string): boolean => written[question] !== undefined;

/** The cues of a question, made ready once. */
export function cuesOf(question: string): readonly Cues[] {
  const known = ready.get(question) ?? (written[question] ?? []).map(made);
  ready.set(question, known);
  return known;
}

const written: Partial<Record<string, readonly Written[]>> = passing.cues;
const parts: Readonly<Record<string, readonly string[]>> = passing.parts;
const ready = new Map<string, readonly Cues[]>();

function made({ begins, holds, within, anywhere, named, never, follows, runs, shared, means = {} }: Written): Cues {
  return {
    ...(begins === undefined ? {} : { begins: atStart(begins) }),
    ...(holds === undefined ? {} : { holds: anyOf(holds) }),
    ...(within === undefined ? {} : { within: new RegExp(anyOf(within), 'gu') }),
    ...(anywhere === undefined ? {} : { anywhere: anyOf(anywhere) }),
    ...(named === undefined ? {} : { named: anyOf(named) }),
    ...(never === undefined ? {} : { never: anyOf(never) }),
    ...(runs === undefined ? {} : { runs }),
    ...(shared === undefined ? {} : { shared }),
    ...(follows === undefined ? {} : { follows }),
    means: Object.entries(means).map(([option, words]) => [option, anyOf(words)] as const),
  };
}

/** "And so", "well": words that join a clause to the one before it. */
export const leads = `(?:(?:${passing.leads.join('|')})[ ,]+)*`;
const openers = `(?:(?:${[...passing.leads, ...passing.openers].join('|')})[ ,]+)*`;

const anyOf = (phrases: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}\\d])${oneOf(phrases)}(?!\\p{L})`, 'u');
const atStart = (phrases: readonly string[]): RegExp => new RegExp(`^\\s*${openers}${oneOf(phrases)}(?!\\p{L})`, 'u');
const oneOf = (phrases: readonly string[]): string => `(?:${phrases.map(spelled).join('|')})`;

/** `<kin>` is any of that part; an apostrophe may be left out. */
const spelled = (phrase: string): string =>
  phrase.replace(/<(\w+)>/g, (_, name: string) => oneOf(partOf(name))).replace(/'(?!\?)/g, "'?");

function partOf(name: string): readonly string[] {
  const part = parts[name];
  if (part === undefined) throw new Error(`passing-words.json has no part <${name}>`);
  return part;
}
