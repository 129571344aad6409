/** What counts now in a sentence with several figures: not "it was 12 last year", "the form says 35" or "not 4". */
import words from '../../locales/en-GB/figure-words.json' with { type: 'json' };
import { alternatives } from './numbers.ts';

type Elsewhere = keyof typeof words.elsewhere;

const past = alternatives(words.past, 'u');
const others = new RegExp(words.others.map((make) => `(?<!\\p{L})${make}(?!\\p{L})`).join('|'), 'u');
const elsewhere = new Map(
  Object.entries(words.elsewhere).map(([name, phrases]) => [name, alternatives(phrases, 'u')] as const),
);
const turns: ReadonlySet<string> = new Set(words.turnsTo);
const partings = new RegExp(
  `(\\s*[,;:!?]\\s+|\\.\\s+|\\s+-\\s+|(?<!\\p{L})(?:${words.partings.join('|')})(?!\\p{L}))`,
  'u',
);
const refused = new RegExp(`^\\s*(?:${words.refusals.join('|')}) (?!${words.notRefused.join('|')})`, 'u');

/** The text without the clauses that tell of other times or by other people, as long as a figure is left; and what was left out. */
export function nowSaid(
  text: string,
  holds: RegExp,
  kind: Elsewhere,
): { readonly text: string; readonly left: string } {
  const clauses = text.split(partings);
  const lastTurn = clauses.findLastIndex((clause) => turns.has(clause.trim()));
  const bare = (clause: string) => clause.replaceAll("'", '');
  // "My wife says 5" counts as much as "I think 3", unless "but" turns from it.
  const counts = (clause: string, index: number) =>
    !(
      past.test(bare(clause)) ||
      (index < lastTurn && others.test(bare(clause))) ||
      refused.test(bare(clause)) ||
      elsewhere.get(kind)?.test(bare(clause))
    );
  const kept = clauses.filter((clause, index) => index % 2 === 1 || counts(clause, index));
  const told = clauses.filter((clause, index) => index % 2 === 0 && !counts(clause, index)).join(' ');
  const now = kept.join('').replace(/^[\s,;:!?.-]+/, '');
  return holds.test(now) && told !== '' ? { text: now, left: told } : { text, left: '' };
}

/** "..., so 28", "makes 21 in all": the sum that was worked out. */
export function summedUp(text: string): number | undefined {
  const found = sum.exec(text.replaceAll("'", ''));
  return found === null ? undefined : Number(found[1]);
}
const sum = new RegExp(
  `\\d.*(?<!\\p{L})(?:${words.sums.join('|')}) (?:(?:${words.beforeSum.join('|')}) )*(\\d+(?:\\.\\d+)?)(?: (?:${words.afterSum.join('|')}))*[.! ]*$`,
  'u',
);

/** Is one of these said anywhere? */
export const saysAny = (
  text: string,
  list:
    | 'uncounted'
    | 'notTold'
    | 'paidByOthers'
    | 'stopped'
    | 'noCost'
    | 'mayRing'
    | 'mayNotRing'
    | 'numberElsewhere'
    | 'noSuchPhone'
    | 'private'
    | 'paidBefore'
    | 'paidNoMore'
    | 'noAmountYet',
): boolean => (patterns.get(list) ?? made(list)).test(text.replaceAll("'", ''));

const patterns = new Map<string, RegExp>();
function made(list: Parameters<typeof saysAny>[1]): RegExp {
  const pattern = alternatives(words[list], 'u');
  patterns.set(list, pattern);
  return pattern;
}

/** A text without these phrases. */
export const withoutThese = (text: string, list: 'noSuchPhone' | 'notFigures'): string =>
  text.replace(patternsGone.get(list) ?? madeGone(list), ' ');

const patternsGone = new Map<string, RegExp>();
function madeGone(list: 'noSuchPhone' | 'notFigures'): RegExp {
  const pattern = alternatives(words[list]);
  patternsGone.set(list, pattern);
  return pattern;
}
