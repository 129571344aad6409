/** The clauses of a message, each with its place: a sentence, or what begins with "and", "because", "she". */
import passing from '../../locales/en-GB/passing-words.json' with { type: 'json' };

const opening = new RegExp(`^\\s*(?:(?:${passing.opening.join('|')})\\s*)+$`, 'iu');

export interface Clause {
  /** Where in the message it begins and ends. */
  readonly at: number;
  readonly end: number;
  readonly text: string;
  /** No stop, comma or dash parts it from the one before. */
  readonly isBare: boolean;
}

const partings = new RegExp(
  `(?<!\\b(?:${passing.shortened.join('|')}))\\s*[.;!?]+\\s+|,\\s*(?!\\d)|,\\s+|\\s+[-–—]+\\s+|\\n+|\\s+(?=(?:${passing.partings.join('|')})(?![\\p{L}']))`,
  'giu',
);

/** "Jim, no he wouldn't be paid" has two. The first is the answer to what was asked. */
export function clausesOf(said: string): Clause[] {
  const clauses: Clause[] = [];
  let at = 0;
  let isBare = false;
  for (const parting of [...said.matchAll(partings), undefined]) {
    const end = parting?.index ?? said.length;
    const text = said.slice(at, end);
    // "First I'd ask": a word alone belongs to what follows, unless a stop or comma comes between.
    if (parting?.[0].trim() === '' && opening.test(text)) continue;
    if (text.trim() !== '') clauses.push({ at, end, text, isBare });
    at = end + (parting?.[0].length ?? 0);
    isBare = parting?.[0].trim() === '';
  }
  return withConditions(clauses, said);
}

/** "If it rains I'd stay in" is one, where it is not what the message begins with. */
function withConditions(clauses: readonly Clause[], said: string): Clause[] {
  const made: Clause[] = [];
  for (const [index, clause] of clauses.entries()) {
    const before = made.at(-1);
    const isOne = before !== undefined && index > 1 && condition.test(before.text) && outcome.test(clause.text);
    if (!isOne || /[.!?;\n]/u.test(said.slice(before.end, clause.at))) made.push(clause);
    else made.splice(-1, 1, { ...before, end: clause.end, text: said.slice(before.at, clause.end) });
  }
  return made;
}

const condition = new RegExp(`^\\s*(?:${passing.conditions.join('|')})(?!\\p{L})`, 'iu');
const outcome = new RegExp(`^\\s*(?:${passing.outcomes.join('|')})(?!\\p{L})`, 'iu');
