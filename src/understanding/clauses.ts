/** The parts of a message, so that each can answer a question of its own. */
import passing from '../../locales/en-GB/passing-words.json' with { type: 'json' };

/** Is the part that answers this question known by words of its own? A date, a sum or a number to ring needs none. */
export const isKnownByWords = (question: string): boolean => cues[question] !== undefined;

/** The part of a message that answers this question in passing, if there is one. */
export function partThatAnswers(question: string, said: string): string | undefined {
  const own = cues[question];
  return own === undefined ? said : cuedIn(clausesIn(said), own);
}

const cues: Partial<Record<string, Cues>> = passing.cues;

/** Words by which a part is known: it begins with some, or holds some anywhere; `from` begins in the middle of a part. */
interface Cues {
  readonly begins?: readonly string[];
  readonly holds?: readonly string[];
  /** What follows these words, to the end of the message. */
  readonly after?: readonly string[];
  /** These words themselves, and what follows them to the end of their part. */
  readonly from?: readonly string[];
  /** These words themselves, and what follows them to the end of the message. */
  readonly rest?: readonly string[];
  /** With one of these it is something else. */
  readonly never?: readonly string[];
}

const partings = new RegExp(
  `\\s*[.;!?]+\\s+|,\\s+|\\s+-\\s+|\\s+(?=(?:${passing.partings.join('|')})(?!\\p{L}))`,
  'iu',
);

/** "Jim, no he wouldn't be paid" has two. The first is the answer to what was asked. */
function clausesIn(said: string): string[] {
  return said
    .split(partings)
    .map((part) => part.trim().replace(/[.,;]+$/, ''))
    .filter((part) => part !== '');
}

/** The part that is known by these words, without "and" before it. The first part only when the words stand inside it. */
function cuedIn(clauses: readonly string[], cues: Cues): string | undefined {
  const whole = clauses.join(' ');
  if (cues.never !== undefined && anyOf(cues.never).test(bare(whole))) return undefined;
  const after = cues.after === undefined ? null : anyOf(cues.after).exec(bare(whole));
  if (after !== null && after.index > 0) return tidy(whole.slice(after.index + after[0].length));
  const rest = cues.rest === undefined ? null : anyOf(cues.rest).exec(bare(whole));
  if (rest !== null && rest.index > 0) return tidy(whole.slice(rest.index));
  for (const [index, clause] of clauses.entries()) {
    const plain = bare(clause);
    if (index > 0 && cues.begins !== undefined && atStart(cues.begins).test(plain)) return tidy(clause);
    if (index > 0 && cues.holds !== undefined && anyOf(cues.holds).test(plain)) return tidy(clause);
    const found = cues.from === undefined ? null : anyOf(cues.from).exec(plain);
    if (found !== null && (index > 0 || found.index > 0)) return tidy(clause.slice(found.index));
  }
  return undefined;
}

/** Matched without capitals; as long as what was typed, so that places in one are places in the other. */
const bare = (text: string): string => text.toLowerCase().replaceAll('’', "'");

const patterns = new Map<readonly string[], RegExp>();
const anyOf = (phrases: readonly string[]): RegExp => made(phrases, '(?<!\\p{L})');
const atStart = (phrases: readonly string[]): RegExp => made(phrases, `^(?:(?:${passing.leads.join('|')}) )*`);

function made(phrases: readonly string[], before: string): RegExp {
  const known = patterns.get(phrases);
  if (known !== undefined) return known;
  const longest = phrases.toSorted((one, other) => other.length - one.length);
  const pattern = new RegExp(
    `${before}(?:${longest.map((phrase) => phrase.replaceAll("'", "'?")).join('|')})(?!\\p{L})`,
    'u',
  );
  patterns.set(phrases, pattern);
  return pattern;
}

const lead = new RegExp(`^(?:(?:${passing.leads.join('|')})[ ,]+)+`, 'iu');
const tidy = (text: string): string | undefined => {
  const left = text
    .trim()
    .replace(lead, '')
    .replace(/^[\s,;:.-]+|[\s,;:.-]+$/gu, '');
  return left.length < 2 ? undefined : left;
};
