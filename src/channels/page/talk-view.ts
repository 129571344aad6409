/** A talk as a page shows it: what was said, the question that waits, and how far along it is. */
import type { Asking, Talk, Turn } from '../../conversation/talk.ts';
import { slotOf } from '../../plan/kept.ts';
import { isQuestionId, questions, sectionOf } from '../../plan/questions/index.ts';
import type { Reply } from '../../plan/replies.ts';
import type { Words } from './words.ts';

/** How often money comes, as a form offers it. */
export const offeredPeriods = ['week', 'month', 'four_weeks', 'fortnight', 'year', 'one_off'] as const;

/** How many turns a page shows before "show what we said earlier". */
export const shownTurns = 12;

/** The messages after the turn `seen` (or the last few); the question that waits is not among them: the panel shows it. */
export function messages(talk: Talk, words: Words, seen?: string) {
  const from = seen === undefined ? 0 : talk.turns.findIndex(({ id }) => id === seen) + 1;
  const before = talk.turns[from - 1];
  const waited = before === undefined ? [] : before.replies.filter(({ waits }) => waits);
  const news = talk.turns
    .slice(from)
    .flatMap((turn, at, all) => messagesOf(turn, all[at - 1] ?? before, at === all.length - 1, words));
  if (before === undefined || from >= talk.turns.length) return news;
  return [...waited.map((reply) => spoken(before, reply, words)), ...news];
}

function messagesOf(turn: Turn, before: Turn | undefined, isLast: boolean, words: Words) {
  const replies = turn.replies.filter(({ waits }) => !(isLast && waits)).map((reply) => spoken(turn, reply, words));
  const said = saidIn(turn, before, words);
  if (said.trim() === '') return replies;
  const from = turn.by.role === 'person' ? 'person' : turn.by.role === 'system' ? 'assistant' : 'other';
  const who =
    turn.by.role === 'person' ? words.t('page.from.you') : (turn.by.name ?? words.t(`page.from.${turn.by.role}`));
  return [{ turn: turn.id, from, who, paragraphs: paragraphs(said) }, ...replies];
}

/** The words as people see them: what was tapped, by its label. */
function saidIn(turn: Turn, before: Turn | undefined, words: Words): string {
  const tapped = `page.command.${turn.command}`;
  if (turn.command !== undefined && words.has(tapped)) return words.t(tapped);
  return words.said(turn, before);
}

const spoken = (turn: Turn, reply: Reply, words: Words) => ({
  turn: turn.id,
  from: 'assistant',
  who: words.t('page.from.assistant'),
  paragraphs: paragraphs(words.say(reply, turn.mode)),
});

const paragraphs = (text: string) => text.split(/\n+/).filter((part) => part.trim() !== '');

export type Panel = NonNullable<ReturnType<typeof panel>>;

/** The question that waits, and what its control needs. Null when nothing is asked. */
export function panel(talk: Talk, words: Words) {
  const waiting = waitingIn(talk);
  if (waiting === null) return null;
  const asked = paragraphs(waiting.say === null ? words.t(`${waiting.question}.ask`) : words.say(waiting.say));
  const given = waiting.say?.given;
  const options = waiting.offer.map((offer) => ({
    value: offer.id,
    text: words.label(offer),
    ...(given?.picks.includes(offer.id) === true ? { checked: true } : {}),
  }));
  const alone = isQuestionId(waiting.question) ? questions[waiting.question].alone : [];
  return {
    slot: slotOf(waiting.question, waiting.item),
    kind: waiting.kind,
    question: asked.at(-1) ?? '',
    leadIn: asked.slice(0, -1),
    options: options.filter(({ value }) => !alone.includes(value)),
    alone: options
      .filter(({ value }) => alone.includes(value))
      .map((option) => ({ ...option, attributes: { 'data-alone': '' } })),
    ends: ends(waiting, words),
    periods: offeredPeriods.map((period) => ({ value: period, text: words.t(`page.period.${period}`) })),
    skip: waiting.skip,
    // The answer that stands, where somebody went back to it.
    given: given === undefined ? null : given.words,
    // Options in this person's own words.
    isOwn: waiting.offer.some((offer) => offer.words !== undefined || offer.with !== undefined),
    // On one line, so that Enter sends it.
    isName: names.has(waiting.question),
    // One thing to tap, and no question: "carry on" after a pause.
    only: !isQuestionId(waiting.question) && options.length === 1,
    // Whoever is asked whether it is right wants to read it first.
    showsPlan: isQuestionId(waiting.question) && sectionOf(waiting.question) === 'check',
  };
}

/** What is asked for there is a name or two, not a story. */
const names: ReadonlySet<string> = new Set(['who.call_me', 'who.person_name', 'who.relation']);

/** What waits for an answer, and the message that asked it. */
export interface Waiting extends Asking {
  readonly say: Reply | null;
}

export function waitingIn({ asking, turns }: Talk): Waiting | null {
  if (asking === null) return null;
  const say = turns.at(-1)?.replies.findLast(({ waits }) => waits) ?? null;
  return { ...asking, kind: controlOf(asking), say };
}

/** A list to choose from with nothing in it is a text box. */
const controlOf = ({ kind, offer }: Asking): Asking['kind'] =>
  (kind === 'choice' || kind === 'multi' || kind === 'yes_no') && offer.length === 0 ? 'free_text' : kind;

/** Both ends of a scale, named. */
function ends({ question, kind }: Asking, words: Words) {
  if (kind !== 'scale') return null;
  const end = (score: number) => (words.has(`${question}.ends.${score}`) ? words.t(`${question}.ends.${score}`) : '');
  return { low: end(1), high: end(10) };
}
