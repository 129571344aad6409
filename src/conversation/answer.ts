/** From what was said at a question to what the statechart is told: an answer, a skip, or a stumble and another try. */
import type { Event, Stamp } from '../dialog/index.ts';
import { exclusionIn } from '../plan/exclusions.ts';
import { type QuestionId, questions } from '../plan/questions/index.ts';
import type { Offer } from '../plan/replies.ts';
import type { DateValue } from '../plan/values.ts';
import { calledIn, isNoName, nameBeforeDate } from '../understanding/called.ts';
import { readsAsAction, type Understood, understand } from '../understanding/index.ts';
import { type AlsoSaid, alsoSaid, besideTurns, eventsOf, inTurn } from './also-said.ts';
import type { Asked, Decision } from './decision.ts';
import { leaveEmpty, slotIn } from './empty.ts';
import { putFirst } from './goal-order.ts';
import { chosen } from './language.ts';
import { type Position, type Resting, restingAt, step } from './position.ts';
import { offersOf } from './prompt.ts';
import { read } from './read.ts';
import { ringAskedFor } from './ring-details.ts';
import { explain } from './statements.ts';
import type { Said } from './talk.ts';
import { tappedAt } from './tapped.ts';
import type { Tools } from './tools.ts';
import { dontKnow, unclear, which } from './unclear.ts';

/** What an answer, tapped or typed, leads to at the question on which the talk rests. Answers to `anew` are taken in passing though they are known. */
export function answerTo(
  before: Position,
  resting: Resting,
  said: Said,
  tools: Tools,
  stamp: Stamp,
  anew: readonly QuestionId[] = [],
): Decision {
  const asked = { before, resting, tools, stamp, anew };
  const put = resting.question === 'goal.order' ? putFirst(asked, said) : null;
  if (put !== null) return put;
  const offers = offersOf(before.context.kept, resting, tools);
  if (said.pick === undefined) return typed(asked, offers, said.text ?? '');
  const tapped = tappedAt(asked, offers, said.pick.options);
  return tapped === undefined
    ? unclear(asked, 'no_option')
    : answer(asked, tapped.value, tapped.words, [], tapped.words);
}

/** Words that also answer something else are read without it, where the rest is an answer. */
function typed(asked: Asked, offers: readonly Offer[], text: string): Decision {
  const beside = alsoSaid(asked, text);
  const whole = surely(read(asked, offers, text), text, beside);
  if (!isReadApart(asked, whole, beside)) return decide(asked, whole, text, beside);
  // Two meanings stay two meanings: what the message began with is only tried where the rest cannot be read.
  const own = beside.own.map((part) => read(asked, offers, part)).find(({ is }) => is !== 'unclear');
  return decide(asked, own?.is === 'answer' ? own : whole, text, beside);
}

/** Words that answer the next question too are no command, whatever they sound like. */
const surely = (whole: Understood, text: string, { found }: AlsoSaid): Understood =>
  whole.is === 'unclear' && whole.why === 'perhaps_a_command' && found.length > 0
    ? { is: 'answer', value: text.trim(), notes: [] }
    : whole;

/** Open words are kept whole. So are people, where what one of them does may name the next. */
function isReadApart({ resting }: Asked, { is }: Understood, { found }: AlsoSaid): boolean {
  const { kind } = questions[resting.question];
  if (found.length === 0 || kind === 'free_text') return false;
  return is !== 'answer' || kind !== 'person' || found.every(({ question }) => question !== 'network.does');
}

function decide(asked: Asked, understood: Understood, text: string, beside?: AlsoSaid): Decision {
  const { before, resting, tools, stamp } = asked;
  switch (understood.is) {
    case 'answer':
      if (isName(resting.question) && isNoName(text)) return unclear(asked, 'not_a_name', text);
      return answer(asked, tidied(resting.question, understood.value, text), text, understood.notes, undefined, beside);
    case 'none':
      return none(asked, text, beside);
    case 'which':
      return which(asked, understood, text);
    case 'dont_know':
      return dontKnow(asked, text);
    case 'prefers_not':
      return leaveEmpty(before, resting, 'prefers_not', tools, stamp, text);
    case 'skip':
      return leaveEmpty(before, resting, 'skipped', tools, stamp, text);
    case 'unclear':
      return asNextItem(asked, text) ?? unclear(asked, understood.why, text);
  }
}

function answer(
  asked: Asked,
  value: unknown,
  said: string,
  notes: readonly string[],
  kept?: string,
  beside: AlsoSaid = { own: [], found: [] },
): Decision {
  const { before, resting, stamp, tools } = asked;
  const extra = notesOn(resting.question, said, stamp.at, before.context.kept.lang);
  const turns = inTurn(before.context.kept, resting, value);
  const event: Event = {
    type: 'ANSWER',
    stamp,
    ...slotIn(resting),
    value: turns?.first ?? value,
    said,
    notes: [...notes, ...extra],
    meta: resting.meta,
  };
  const others = value === 'later' ? beside.found : beside.found.filter(({ question }) => question !== 'pause.remind');
  const told = turns === undefined ? others : [...besideTurns(others), turns.next];
  const passing = eventsOf(told, asked, said, event);
  const says = resting.meta.says?.[String(value)];
  const after = [
    ...afterwards(resting, value, stamp),
    ...remindedOf(told, stamp),
    ...languageChosen(resting, value, said, tools, stamp),
  ];
  const call = asksForCall(resting, value) ? ringAskedFor(before.context.kept, kept ?? said, tools, stamp) : undefined;
  return {
    events: [event, ...passing, ...after, ...(call?.events ?? [])],
    says: [...(says === undefined ? [] : explain(says, before.context.kept, tools, stamp.at)), ...(call?.says ?? [])],
    ...(call?.again === undefined ? {} : { again: call.again }),
    ...(kept === undefined ? {} : { said: kept }),
  };
}

/** When to remind them was said with "later": then the pause begins at once. */
const remindedOf = (told: AlsoSaid['found'], stamp: Stamp): Event[] =>
  told.some(({ question }) => question === 'pause.remind') ? [{ type: 'STOP', stamp }] : [];

const languageChosen = ({ question }: Resting, value: unknown, said: string, tools: Tools, stamp: Stamp): Event[] =>
  question === 'language.choice' ? chosen(value, said, tools, stamp) : [];

/** Choosing to come back later at a pause point pauses; the question about a reminder comes first. */
function afterwards({ question }: Resting, value: unknown, stamp: Stamp): Event[] {
  if (question === 'pause.remind') return [{ type: 'STOP', stamp }];
  if (question === 'check.send' && value === 'keep')
    return [
      { type: 'REOPEN', slots: [{ question: 'check.send' }], stamp },
      { type: 'STOP', stamp },
    ];
  if (question === 'who.too_young' && value === 'stop') return [{ type: 'STOP', stamp }];
  return [];
}

const asksForCall = ({ question }: Resting, value: unknown): boolean =>
  question === 'pause.offer' && value === 'call_me';

const isName = (question: QuestionId): boolean => question === 'who.call_me' || question === 'who.person_name';

/** Names without the words around them; the words stay beside them as they were said. */
function tidied(question: QuestionId, value: unknown, text: string): unknown {
  if (isName(question)) return calledIn(text);
  if (question === 'who.details') return /\d/.test(text) ? nameBeforeDate(text) : calledIn(text);
  return value;
}

/** What is noticed about an answer, for the statechart's guards and the worker. */
function notesOn(question: QuestionId, said: string, now: string, lang: string): string[] {
  if (question === 'goal.what' || question === 'goal.coach' || question === 'goal.coach_again') {
    return readsAsAction(said, lang) ? ['reads_as_action'] : [];
  }
  if (question === 'spend.item') return exclusionIn(said) === undefined ? [] : ['excluded_item'];
  if (question === 'goal.spur') {
    const date = understand(said, { ...questions['goal.by_when'], id: 'goal.by_when' }, { now, lang, options: [] });
    return date.is === 'answer' && (date.value as DateValue).date !== undefined
      ? [`date:${JSON.stringify(date.value)}`]
      : [];
  }
  return [];
}

/** "No, nothing": an answer. For kinds that have a value for it, that value. */
function none(asked: Asked, text: string, beside?: AlsoSaid): Decision {
  const { kind, options } = questions[asked.resting.question];
  if (kind === 'free_text') return answer(asked, text.trim(), text, ['none'], undefined, beside);
  if (kind === 'person') return answer(asked, { people: [], none: true }, text, ['none'], undefined, beside);
  if (kind === 'phone') return answer(asked, { may_ring: false }, text, ['none'], undefined, beside);
  if (kind === 'money') return answer(asked, { amount_pence: 0, sure: true }, text, ['none'], undefined, beside);
  if (kind === 'date') return answer(asked, { said: text, precision: 'unknown' }, text, ['none'], undefined, beside);
  const alone = options.find((id) => id === 'none' || id === 'nothing' || id === 'no');
  if (alone !== undefined) return answer(asked, kind === 'multi' ? [alone] : alone, text, ['none'], undefined, beside);
  if (options.includes('enough')) return answer(asked, 'enough', text, []);
  return unclear(asked, 'no_option', text);
}

/** At "is there another?", words that say what the other one is begin it. */
function asNextItem(asked: Asked, text: string): Decision | null {
  const { before, resting, stamp } = asked;
  if (!resting.question.endsWith('.another') || text.trim().split(/\s+/u).length < 2) return null;
  const yes: Event = { type: 'ANSWER', stamp, ...slotIn(resting), value: 'another', said: text, meta: resting.meta };
  const after = step(before, yes).position;
  const next = restingAt(after);
  if (next === null || questions[next.question].kind !== 'free_text') return null;
  const there = { ...asked, before: after, resting: next };
  const decided = answer(there, text.trim(), text, [], undefined, alsoSaid(there, text));
  return { ...decided, events: [yes, ...decided.events] };
}
