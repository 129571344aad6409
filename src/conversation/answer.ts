/** From what was said at a question to what the statechart is told: an answer, a skip, or a stumble and another try. */
import type { Event, Stamp } from '../dialog/index.ts';
import { exclusionIn } from '../plan/exclusions.ts';
import { type Kept, slotOf } from '../plan/kept.ts';
import { type QuestionId, questions } from '../plan/questions/index.ts';
import type { Filling, Offer, Reply } from '../plan/replies.ts';
import type { DateValue, Money } from '../plan/values.ts';
import { calledIn, nameBeforeDate } from '../understanding/called.ts';
import { readsAsAction, type Understood, understand } from '../understanding/index.ts';
import { alsoSaid } from './also-said.ts';
import type { Decision } from './decision.ts';
import { leaveEmpty, slotIn as slot } from './empty.ts';
import type { Position, Resting } from './position.ts';
import { restingAt, step } from './position.ts';
import { offersOf } from './prompt.ts';
import { example, explain, why } from './statements.ts';
import type { Said } from './talk.ts';
import type { Tools } from './tools.ts';

type Context = { readonly before: Position; readonly resting: Resting; readonly tools: Tools; readonly stamp: Stamp };

/** What an answer, tapped or typed, leads to at the question on which the talk rests. */
export function answerTo(before: Position, resting: Resting, said: Said, tools: Tools, stamp: Stamp): Decision {
  const context = { before, resting, tools, stamp };
  const { kept } = before.context;
  const offers = offersOf(kept, resting, tools);
  if (said.pick !== undefined) {
    const { options } = said.pick;
    const labels = labelsOf(context, offers, options);
    const value = valueTapped(resting.question, options, labels);
    return value === undefined
      ? unclear(context, 'no_option')
      : answer(context, value, labels.join(', '), [], labels.join(', '));
  }
  const text = said.text ?? '';
  const understood = read(context, offers, text);
  return decision(context, understood, text);
}

function read({ before, resting, tools, stamp }: Context, offers: readonly Offer[], text: string): Understood {
  const { kept } = before.context;
  const question = { ...questions[resting.question], id: resting.question };
  const labelled = tools.optionWords(resting.question, offers, kept);
  // Fixed options are handed on as they are: what is made of them is made once.
  const options = offers.every((offer) => offer.words === undefined)
    ? labelled
    : labelled.map(({ id, words }) => ({
        id,
        words: [...words, ...ownWords(offers.find((offer) => offer.id === id)?.words, offers)],
      }));
  const understood = understand(text, question, { now: stamp.at, lang: kept.lang, options, known: knownIn(kept) });
  const suggested = offers.find(({ id }) => id.startsWith('='));
  // "Yes" to a date that was offered takes that date.
  if (suggested !== undefined && understood.is !== 'answer') {
    const yes = understand(
      text,
      { ...questions['privacy.save'], id: 'privacy.save' },
      { now: stamp.at, lang: kept.lang, options: [] },
    );
    if (yes.is === 'answer' && yes.value === true)
      return { is: 'answer', value: JSON.parse(suggested.id.slice(1)), notes: [] };
  }
  return resting.question === 'budget.know' ? byAmount(text, understood, stamp, kept) : understood;
}

/** "Washing", of the need "Washing and getting dressed": long words that no other of the person's own things has. */
function ownWords(words: string | undefined, offers: readonly Offer[]): string[] {
  const longIn = (text: string) => text.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
  const others = new Set(offers.flatMap((offer) => (offer.words === words ? [] : longIn(offer.words ?? ''))));
  return words === undefined ? [] : longIn(words).filter((word) => !others.has(word));
}

/** "Yes, 210 a week": who gives the amount knows of the budget. */
function byAmount(text: string, understood: Understood, stamp: Stamp, kept: Kept): Understood {
  if (understood.is !== 'which' && understood.is !== 'unclear') return understood;
  const amount = { ...questions['budget.amount'], id: 'budget.amount' };
  const found = understand(text, amount, { now: stamp.at, lang: kept.lang, options: [] });
  if (found.is !== 'answer') return understood;
  return { is: 'answer', value: (found.value as Money).sure ? 'known' : 'told_roughly', notes: [] };
}

function decision(context: Context, understood: Understood, text: string): Decision {
  const { before, resting, tools, stamp } = context;
  switch (understood.is) {
    case 'answer':
      return answer(context, tidied(resting.question, understood.value, text), text, understood.notes);
    case 'none':
      return none(context, text);
    case 'which':
      return which(context, understood, text);
    case 'dont_know':
      return dontKnow(context, text);
    case 'prefers_not':
      return leaveEmpty(before, resting, 'prefers_not', tools, stamp, text);
    case 'skip':
      return leaveEmpty(before, resting, 'skipped', tools, stamp, text);
    case 'unclear':
      return asNextItem(context, text) ?? unclear(context, understood.why, text);
  }
}

function answer(
  { before, resting, stamp, tools }: Context,
  value: unknown,
  said: string,
  notes: readonly string[],
  kept?: string,
): Decision {
  const extra = notesOn(resting.question, said, stamp.at, before.context.kept.lang);
  const event: Event = {
    type: 'ANSWER',
    stamp,
    ...slot(resting),
    value,
    said,
    notes: [...notes, ...extra],
    meta: resting.meta,
  };
  const passing = notes.includes('none') ? [] : alsoSaid(before, resting, said, stamp);
  const says = resting.meta.says?.[String(value)];
  const after = afterwards(resting, value, stamp);
  return {
    events: [event, ...passing, ...after],
    says: says === undefined ? [] : explain(says, before.context.kept, tools, stamp.at),
    ...(kept === undefined ? {} : { said: kept }),
  };
}

/** Choosing to come back later at a pause point pauses; the question about a reminder comes first. */
function afterwards({ question }: Resting, value: unknown, stamp: Stamp): Event[] {
  if (question === 'pause.remind') return [{ type: 'STOP', stamp }];
  if (question === 'check.send' && value === 'keep')
    return [
      { type: 'REOPEN', slots: [{ question: 'check.send' }], stamp },
      { type: 'STOP', stamp },
    ];
  if (question === 'pause.offer' && value === 'call_me') {
    return [{ type: 'NOTE', stamp, facts: [{ type: 'call_back', ...stamp, said: '' }] }];
  }
  if (question === 'who.too_young' && value === 'stop') return [{ type: 'STOP', stamp }];
  return [];
}

/** Names without the words around them; the words stay beside them as they were said. */
function tidied(question: QuestionId, value: unknown, text: string): unknown {
  if (question === 'who.call_me' || question === 'who.person_name') return calledIn(text);
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
function none(context: Context, text: string): Decision {
  const { kind, options } = questions[context.resting.question];
  if (kind === 'free_text') return answer(context, text.trim(), text, ['none']);
  if (kind === 'person') return answer(context, { people: [], none: true }, text, ['none']);
  if (kind === 'phone') return answer(context, { may_ring: false }, text, ['none']);
  if (kind === 'money') return answer(context, { amount_pence: 0, sure: true }, text, ['none']);
  if (kind === 'date') return answer(context, { said: text, precision: 'unknown' }, text, ['none']);
  const alone = options.find((id) => id === 'none' || id === 'nothing' || id === 'no');
  if (alone !== undefined) return answer(context, kind === 'multi' ? [alone] : alone, text, ['none']);
  if (options.includes('enough')) return answer(context, 'enough', text, []);
  return unclear(context, 'no_option', text);
}

/** Two meanings are likely: both are offered, and nothing is stored. */
function which(context: Context, { between, why }: Extract<Understood, { is: 'which' }>, text: string): Decision {
  const { before, resting, stamp, tools } = context;
  if (timesUnclear(before, resting) >= 2) return unclear(context, why, text);
  const offer = between.map(({ id, value }) => {
    const label = wordsFor(value);
    return typeof label === 'string'
      ? { id: `=${JSON.stringify(value)}`, words: label || id }
      : { id: `=${JSON.stringify(value)}`, key: 'conversation.this_one', with: { this: label } };
  });
  const optionOffers = questions[resting.question].kind === 'choice' || questions[resting.question].kind === 'multi';
  const named = optionOffers ? between.map(({ id }) => ({ id, key: `${resting.question}.options.${id}` })) : offer;
  const again: Reply[] =
    timesUnclear(before, resting) === 0 ? [] : [{ say: 'conversation.unclear.second', waits: false }];
  return {
    events: [{ type: 'STUMBLE', how: 'unclear', stamp, ...slot(resting) }],
    says: again,
    again: {
      say: wordedOr(`conversation.which.${optionOffers ? 'any' : why}`, 'conversation.which.any', tools),
      question: resting.question,
      ...itemOf(resting),
      offer: named,
      waits: true,
    },
  };
}

function wordsFor(value: unknown): Filling {
  if (typeof value === 'object' && value !== null && 'precision' in value) return { date: value as DateValue };
  if (typeof value === 'object' && value !== null && 'amount_pence' in value) return { money: value as never };
  return typeof value === 'number' ? `${value}` : typeof value === 'string' ? value : '';
}

/** "Don't know", the first time: an example. The second time it is kept as that, and never nagged about. */
function dontKnow(context: Context, text: string): Decision {
  const { before, resting, stamp } = context;
  const { stumbles } = before.context.kept;
  const times = stumbles?.slot === slotOf(resting.question, resting.item) ? stumbles.dont_know : 0;
  if (times > 0 && questions[resting.question].skip)
    return leaveEmpty(before, resting, 'dont_know', context.tools, stamp, text);
  return {
    events: [{ type: 'STUMBLE', how: 'dont_know', stamp, ...slot(resting) }],
    says: [
      { say: 'conversation.no_rush', waits: false },
      ...example(resting.question, before.context.kept, context.tools),
    ],
  };
}

/** Not understood: differently each time, then an example, then parked for the worker or handed to a person. */
function unclear(context: Context, reason: string, said = ''): Decision {
  const { before, resting, stamp, tools } = context;
  const times = timesUnclear(before, resting);
  const stumble: Event = { type: 'STUMBLE', how: 'unclear', stamp, ...slot(resting) };
  if (times >= 2) {
    if (questions[resting.question].skip) {
      return {
        events: [{ type: 'SKIP', reason: 'worker_to_add', said, stamp, ...slot(resting) }],
        says: [{ say: 'conversation.parked', waits: false }],
      };
    }
    return {
      events: [stumble],
      says: [{ say: 'conversation.unclear.third', with: { ...tools.council(stamp.at) }, waits: false }],
    };
  }
  const { kind } = questions[resting.question];
  // At a question with options, what is missing is which one.
  const what = /yes_or_no$/.test(reason) && kind !== 'yes_no' ? 'no_option' : reason;
  const says: Reply[] =
    times === 0
      ? [
          ...(questions[resting.question].skip ? [] : why(resting.question, before.context.kept, tools)),
          { say: wordedOr(`conversation.unclear.${what}`, 'conversation.unclear.any', tools), waits: false },
        ]
      : [
          { say: 'conversation.unclear.second', waits: false },
          ...example(resting.question, before.context.kept, tools),
        ];
  return { events: [stumble], says };
}

function timesUnclear(before: Position, { question, item }: Resting): number {
  const { stumbles } = before.context.kept;
  return stumbles?.slot === slotOf(question, item) ? stumbles.unclear : 0;
}

/** At "is there another?", words that say what the other one is begin it. */
function asNextItem(context: Context, text: string): Decision | null {
  const { before, resting, stamp } = context;
  if (!resting.question.endsWith('.another') || text.trim().split(/\s+/u).length < 2) return null;
  const yes: Event = { type: 'ANSWER', stamp, ...slot(resting), value: 'another', said: text, meta: resting.meta };
  const after = step(before, yes).position;
  const next = restingAt(after);
  if (next === null || questions[next.question].kind !== 'free_text') return null;
  const decided = answer({ ...context, before: after, resting: next }, text.trim(), text, []);
  return { ...decided, events: [yes, ...decided.events] };
}

/** The value that tapped options stand for; undefined when they fit no answer of this question. */
function valueTapped(question: QuestionId, options: readonly string[], labels: readonly string[]): unknown {
  const { kind, answer: schema } = questions[question];
  const [first = ''] = options;
  const value = first.startsWith('=')
    ? parsed(first.slice(1))
    : kind === 'multi'
      ? [...options]
      : kind === 'yes_no'
        ? first === 'yes'
        : kind === 'scale' || kind === 'number'
          ? Number(first)
          : kind === 'choice'
            ? first
            : (labels[0] ?? first);
  return options.length > 0 && schema.safeParse(value).success ? value : undefined;
}

/** A key, or the general one where there are no words for it. */
const wordedOr = (key: string, general: string, tools: Tools) => (tools.has(key) ? key : general);

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function labelsOf({ before, resting, tools }: Context, offers: readonly Offer[], options: readonly string[]): string[] {
  const words = new Map(
    tools.optionWords(resting.question, offers, before.context.kept).map((option) => [option.id, option.words[0]]),
  );
  return options.map((id) => words.get(id) ?? id);
}

/** Events and people that were named already, so that "before the wedding" or "her" can be understood. */
function knownIn(kept: Kept) {
  const spurs = (kept.items.goal ?? []).flatMap((id) => {
    const spur = kept.answers[slotOf('goal.spur', id)];
    const date = spur?.notes.find((note) => note.startsWith('date:'));
    return spur === undefined || date === undefined
      ? []
      : [{ name: spur.said, date: JSON.parse(date.slice(5)) as DateValue }];
  });
  return { events: spurs };
}

const itemOf = ({ item }: Resting) => (item === undefined ? {} : { item });
