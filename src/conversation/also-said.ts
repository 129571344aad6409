/** Two answers in one message: the second question's answer is taken too, said back, and not asked for again. */
import type { Event } from '../dialog/index.ts';
import { type Kept, slotOf } from '../plan/kept.ts';
import { type QuestionId, questions, sectionOf, sections } from '../plan/questions/index.ts';
import type { Kind } from '../plan/questions/kinds.ts';
import type { DateValue, Money, People, Phone } from '../plan/values.ts';
import { divided, type Told } from '../understanding/beside.ts';
import { calledIn, isNoName } from '../understanding/called.ts';
import { cuesOf, isKnownByWords } from '../understanding/cues.ts';
import { understand } from '../understanding/index.ts';
import type { Asked } from './decision.ts';
import { slotIn } from './empty.ts';
import { type Resting, step } from './position.ts';

/** What else a message tells, and the message without it: all the rest, and what it began with. */
export interface AlsoSaid {
  readonly own: readonly string[];
  readonly found: readonly Found[];
}

interface Found {
  readonly question: QuestionId;
  readonly value: unknown;
  readonly notes: readonly string[];
}

/** The answers to other questions of this part of the talk that stand in the message. What is doubtful is left out: it is asked. */
export function alsoSaid(asked: Asked, said: string): AlsoSaid {
  const { resting } = asked;
  const open = isShort(said) ? [] : othersOf(resting.question).filter((id) => isOpen(id, asked));
  if (open.length === 0) return { own: [], found: [] };
  const { own, first, told } = divided(resting.question, open, said, (id, words) => {
    return readIn(id as QuestionId, [words, said], asked) !== undefined;
  });
  // "My daughter can see all of it, my son the emergency part": which is meant is asked.
  const plain = told.filter(({ question }) => optionsMeant(question as QuestionId, said).length < 2);
  const found = plain.flatMap((one) => foundIn(one, said, asked));
  return { own: [own, first], found: withoutRinging(found, told) };
}

/** "Ring the agency" with its number is whom to ring; what to do is then still to be said. */
const withoutRinging = (found: readonly Found[], told: readonly Told[]): readonly Found[] => {
  const clauseOf = (id: QuestionId) => told.find(({ question }) => question === id)?.clause;
  const [rings = '', does] = [clauseOf('contingency.call'), clauseOf('contingency.do')];
  return does === undefined || !rings.includes(does)
    ? found
    : found.filter(({ question }) => question !== 'contingency.do');
};

/** A price may need the rest of the message: "twice a week, it's £4 a time". */
function readIn(id: QuestionId, [words, said]: readonly [string, string], asked: Asked) {
  const isPrice = questions[id].kind === 'money' && questions[asked.resting.question].kind === 'free_text';
  return readAs(id, words, asked) ?? (isPrice ? readAs(id, said, asked) : undefined);
}

/** "Yes", "on Friday": there is no room for two answers. */
const isShort = (said: string): boolean => !/\S\s+\S+\s+\S/u.test(said);

/** The whole run of clauses is better for people and open words; for the others the clause that was known. */
function foundIn({ question, clause, words }: Told, said: string, asked: Asked): Found[] {
  const id = question as QuestionId;
  const tries = ['free_text', 'person'].includes(questions[id].kind) ? [words, clause] : [clause, words];
  for (const text of tries) {
    const value = readIn(id, [text, said], asked);
    if (value !== undefined) return [{ question: id, ...value }];
  }
  return [];
}

/** The answers as events, which come behind the answer itself. */
export function eventsOf(found: readonly Found[], asked: Asked, said: string, answered: Event): Event[] {
  const helper = asked.resting.question === 'network.who' ? onlyHelper(asked, answered) : undefined;
  return found.flatMap(({ question, value, notes }): Event[] => {
    const ofHelper = asked.resting.question === 'network.who' && questions[question].of === 'network';
    if (ofHelper && helper === undefined) return [];
    const at = { ...slotIn(asked.resting), ...(ofHelper ? { item: helper } : {}), question };
    return [{ type: 'ANSWER', stamp: asked.stamp, ...at, value, said, notes: [...notes, 'in_passing'] }];
  });
}

/** What is told of a helper is about the one who was named; of several, it is not known about whom. */
function onlyHelper({ before }: Asked, answered: Event): string | undefined {
  const { items } = step(before, answered).position.context.kept;
  return items.network?.length === 1 ? items.network[0] : undefined;
}

/** Questions that people may answer in the same breath: those that come next first, then a day that was asked for before. */
function othersOf(question: QuestionId): readonly QuestionId[] {
  const ready = known.get(question) ?? found(question);
  known.set(question, ready);
  return ready;
}
const known = new Map<QuestionId, readonly QuestionId[]>();

function found(question: QuestionId): readonly QuestionId[] {
  const ids = Object.keys(sections[sectionOf(question)]) as QuestionId[];
  const at = ids.indexOf(question);
  const list = questions[question].of ?? (question === 'network.who' ? 'network' : undefined);
  const before = ids.slice(0, at).filter((id) => questions[id].kind === 'date' && questions[id].of === list);
  return [...ids.slice(at + 1), ...before].filter(
    (id) => isKnownByWords(id) && (questions[id].of === undefined || questions[id].of === list),
  );
}

function isOpen(id: QuestionId, { before, resting, anew }: Asked): boolean {
  const item = questions[id].of === undefined ? undefined : resting.item;
  return before.context.kept.answers[slotOf(id, item)] === undefined || anew?.includes(id) === true;
}

function readAs(id: QuestionId, text: string, asked: Asked): Omit<Found, 'question'> | undefined {
  const question = { ...questions[id], id };
  if (id === 'who.call_me') return isNoName(text) ? undefined : { value: calledIn(text), notes: [] };
  if (question.kind === 'free_text') return text.length < 2 ? undefined : { value: text, notes: [] };
  const { kept } = asked.before.context;
  const [meant, ...doubts] = optionsMeant(id, text);
  if (doubts.length > 0) return undefined;
  if (meant !== undefined) return { value: optionValue(question.kind, meant), notes: [] };
  const options = asked.tools.optionWords(
    id,
    question.options.map((option) => ({ id: option, key: `${id}.options.${option}` })),
    kept,
  );
  const understood = understand(text, question, { now: asked.stamp.at, lang: kept.lang, options });
  if (understood.is === 'none' && question.kind === 'money')
    return { value: { amount_pence: 0, sure: true }, notes: [] };
  if (understood.is !== 'answer' || !isPlain(id, understood.value, asked.stamp.at)) return undefined;
  return { value: understood.value, notes: understood.notes };
}

/** "It won't cost owt" is known by words of its own too. */
const optionValue = (kind: Kind, option: string): unknown =>
  kind === 'multi' ? [option] : kind === 'money' ? { amount_pence: Number(option), sure: true } : option;

/** The options that are known by words of their own. */
const optionsMeant = (id: QuestionId, text: string): string[] =>
  cuesOf(id)
    .flatMap(({ means }) => means)
    .filter(([, words]) => words.test(text.toLowerCase().replaceAll('’', "'")) || words.test(text))
    .map(([option]) => option);

/** In passing, only what cannot be anything else is taken: a date with a day or month, an amount with how often, a number to ring. */
function isPlain(id: QuestionId, value: unknown, now: string): boolean {
  const { kind } = questions[id];
  if (id === 'goal.by_when' && isSoon(value as DateValue, now)) return false;
  // "At the weekend" is nobody's birthday.
  if (id === 'who.birth_date' && (value as DateValue).precision !== 'day') return false;
  if (kind === 'date') return (value as DateValue).date !== undefined && (value as DateValue).precision !== 'unknown';
  if (kind === 'money') return isWholeAmount(value as Money);
  if (kind === 'phone') return (value as Phone).phone !== undefined;
  if (kind === 'person') return (value as People).people.length > 0;
  return true;
}

const isWholeAmount = ({ amount_pence: amount, period }: Money): boolean =>
  amount !== undefined && (period !== undefined || amount === 0);

/** Goals take weeks. A nearer day says when something is done, as in "on Sundays" or "twice a day". */
const isSoon = ({ date = '' }: DateValue, now: string): boolean => Date.parse(date) - Date.parse(now) < 7 * 86_400_000;

/** "My son first, then my sister": whom to ring, and whom to ring next. */
export function inTurn(
  kept: Kept,
  { question, item }: Resting,
  value: unknown,
): { first: People; next: Found } | undefined {
  if (question !== 'contingency.call' || kept.answers[slotOf('contingency.backup', item)] !== undefined)
    return undefined;
  const { people = [] } = value as Partial<People>;
  const [first, ...others] = people;
  if (first === undefined || others.length === 0) return undefined;
  return { first: { people: [first] }, next: { question: 'contingency.backup', value: { people: others }, notes: [] } };
}

/** Who is next was told with the first already. */
export const besideTurns = (found: readonly Found[]): readonly Found[] =>
  found.filter(({ question }) => question !== 'contingency.backup');
