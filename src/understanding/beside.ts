/** A message divided among the question that was asked and those that are answered in the same breath. */
import passing from '../../locales/en-GB/passing-words.json' with { type: 'json' };
import { type Clause, clausesOf } from './clauses.ts';
import { type Cues, cuesOf, leads } from './cues.ts';

/** What is told beside the answer: the words, and those of the clause by which it is known. */
export interface Told {
  readonly question: string;
  readonly clause: string;
  readonly words: string;
}

export interface Divided {
  /** The message without the clauses that answer something else. */
  readonly own: string;
  /** What it begins with. */
  readonly first: string;
  readonly told: readonly Told[];
}

/** Can these words be kept as the answer to this question? */
type Answers = (question: string, words: string) => boolean;

/** Longer messages are stories: they are kept whole, and what follows is asked. */
const longest = 400;

/** Each clause goes to the question whose cues it bears; one without cues belongs to the clause before it. */
export function divided(asked: string, others: readonly string[], said: string, answers: Answers): Divided {
  const clauses = said.length > longest ? [] : clausesOf(said);
  const told = new Map<string, Found>();
  const labels: string[] = [];
  const ends = clauses.map(({ end }) => end);
  let label = asked;
  for (const [index, clause] of clauses.entries()) {
    const plain = bare(clause.text);
    if (index > 0) label = labelOf(clause, plain, label, { asked, others, told, answers });
    labels.push(label);
    if (label !== asked && !told.has(label)) {
      const first = sentenceOf(clauses, labels, index, asked, said);
      labels.fill(label, first, index);
      told.set(label, { from: clauses[first]?.at ?? clause.at, index, clause: tidy(clause.text) });
    }
    for (const question of others) {
      if (told.has(question)) continue;
      const inside = wordsWithin(cuesOf(question), clause, plain, label, index > 0).find(({ words }) =>
        answers(question, words),
      );
      if (inside === undefined) continue;
      const runsOn = label === asked && cuesOf(question).some(({ runs }) => runs === true);
      told.set(question, { from: inside.at, index: runsOn ? index : undefined, clause: inside.words });
      if (runsOn) label = question;
      else if (index > 0) ends[index] = Math.min(ends[index] ?? inside.at, inside.at);
    }
  }
  return {
    own: told.size === 0 ? said : ownWords(asked, said, clauses, labels, ends),
    first: clauses[0]?.text.trim() ?? said,
    told: [...told].map(([question, found]) => ({
      question,
      clause: found.clause,
      words: runOf(question, found, said, clauses, labels),
    })),
  };
}

/** The clauses that answer what was asked, and those that belong to it as well. */
function ownWords(
  asked: string,
  said: string,
  clauses: readonly Clause[],
  labels: readonly string[],
  ends: readonly number[],
): string {
  const isOwn = (question = '') => question === asked || cuesOf(question).some(({ shared }) => shared === true);
  const own = clauses.flatMap(({ at, end }, index) => {
    if (!isOwn(labels[index])) return [];
    const goesOn = isOwn(labels[index + 1]) && ends[index] === end;
    return [goesOn ? said.slice(at, clauses[index + 1]?.at) : `${said.slice(at, ends[index])} `];
  });
  return own.join('').trim();
}

/** "Make me a bed up downstairs and ring Ann" is known by "ring", and is all of its sentence; but not of the first one. */
function sentenceOf(
  clauses: readonly Clause[],
  labels: readonly string[],
  index: number,
  asked: string,
  said: string,
): number {
  let first = index;
  while (first > 1 && labels[first - 1] === asked && joins.test(clauses[first]?.text ?? '')) first -= 1;
  const gap = said.slice(clauses[first - 1]?.end, clauses[first]?.at);
  return /[.!?;\n]/u.test(gap) ? first : index;
}
const joins = new RegExp(`^\\s*(?:${passing.joins.join('|')})(?!\\p{L})`, 'iu');

/** "An app I would use": a few words that nothing parts from those before them tell nothing of their own. */
const isRelative = ({ text, isBare }: Clause): boolean =>
  isBare && relative.test(text) && text.trim().split(/\s+/u).length < 4;
const relative = new RegExp(`^\\s*(?:${passing.relatives.join('|')})(?!\\p{L})`, 'iu');

/** Where what is told begins, and from which clause on it may run over several. */
interface Found {
  readonly from: number;
  readonly index: number | undefined;
  readonly clause: string;
}

interface Among {
  readonly asked: string;
  readonly others: readonly string[];
  readonly told: ReadonlyMap<string, Found>;
  readonly answers: Answers;
}

function labelOf(clause: Clause, plain: string, label: string, { asked, others, told, answers }: Among): string {
  if (label !== asked && cuesOf(label).some(({ begins }) => begins?.test(plain) === true)) return label;
  if (isRelative(clause)) return label;
  const words = tidy(clause.text);
  return (
    [...others, asked].find(
      (question) =>
        question !== label && !told.has(question) && isCued(cuesOf(question), plain, label) && answers(question, words),
    ) ?? label
  );
}

const isCued = (all: readonly Cues[], plain: string, label: string): boolean =>
  all.some(
    (cues) =>
      mayStand(cues, plain, label) &&
      (cues.begins?.test(plain) === true ||
        cues.holds?.test(plain) === true ||
        cues.means.some(([, words]) => words.test(plain))),
  );

const mayStand = ({ never, follows }: Cues, plain: string, label: string): boolean =>
  never?.test(plain) !== true && follows?.includes(label) !== false;

/** The words inside a clause that may answer this; at the very beginning they are the answer to what was asked. */
function wordsWithin(all: readonly Cues[], clause: Clause, plain: string, label: string, isLater: boolean) {
  return all.flatMap((cues) => {
    if (!mayStand(cues, plain, label)) return [];
    const named = cues.named?.exec(clause.text);
    if (named && (named.index > 0 || isLater))
      return [{ at: clause.at + named.index, words: tidy(clause.text.slice(named.index)) }];
    if (cues.anywhere?.test(plain) === true) return [{ at: clause.at, words: tidy(clause.text) }];
    if (cues.within === undefined) return [];
    const places = [...plain.matchAll(cues.within)].map(({ index }) => index);
    return places
      .filter((at) => at > 0 || isLater)
      .map((at) => ({ at: clause.at + at, words: tidy(clause.text.slice(at)) }));
  });
}

/** From where it begins over the clauses in a row that belong to it, as they were said. */
function runOf(
  question: string,
  found: Found,
  said: string,
  clauses: readonly Clause[],
  labels: readonly string[],
): string {
  if (found.index === undefined) return found.clause;
  const next = labels.findIndex((label, index) => index > (found.index ?? 0) && label !== question);
  const last = clauses[(next < 0 ? labels.length : next) - 1];
  return tidy(said.slice(found.from, last?.end));
}

/** Matched without capitals; as long as what was typed, so that places in one are places in the other. */
const bare = (text: string): string => text.toLowerCase().replaceAll('’', "'");

const lead = new RegExp(`^${leads}`, 'iu');
const tidy = (text: string): string => {
  const left = text.trim().replace(/^[\s,;:.-]+|[\s,;:.-]+$/gu, '');
  return left.replace(lead, '').trim() || left;
};
