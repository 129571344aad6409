/** What is said when no answer was understood: nothing is stored, and the next try is worded differently. */
import type { Event } from '../dialog/index.ts';
import { slotOf } from '../plan/kept.ts';
import { questions } from '../plan/questions/index.ts';
import type { Filling, Offer, Reply } from '../plan/replies.ts';
import type { DateValue, Money } from '../plan/values.ts';
import type { Understood } from '../understanding/index.ts';
import type { Asked, Decision } from './decision.ts';
import { leaveEmpty, slotIn } from './empty.ts';
import type { Position, Resting } from './position.ts';
import { offersOf } from './prompt.ts';
import { example, why } from './statements.ts';
import type { Tools } from './tools.ts';

/** Not understood: differently each time, then an example, then parked for the worker or handed to a person. */
export function unclear(asked: Asked, reason: string, said = ''): Decision {
  const { before, resting, stamp, tools } = asked;
  const times = timesUnclear(before, resting);
  const stumble: Event = { type: 'STUMBLE', how: 'unclear', stamp, ...slotIn(resting) };
  if (times >= 2) {
    if (questions[resting.question].skip) {
      return {
        events: [{ type: 'SKIP', reason: 'worker_to_add', said, stamp, ...slotIn(resting) }],
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
          { say: canTap(asked) ? 'conversation.unclear.second' : 'conversation.unclear.second_words', waits: false },
          ...example(resting.question, before.context.kept, tools),
        ];
  return { events: [stumble], says };
}

function timesUnclear(before: Position, { question, item }: Resting): number {
  const { stumbles } = before.context.kept;
  return stumbles?.slot === slotOf(question, item) ? stumbles.unclear : 0;
}

/** Two meanings are likely: both are offered, and nothing is stored. */
export function which(asked: Asked, { between, why }: Extract<Understood, { is: 'which' }>, text: string): Decision {
  const { before, resting, stamp, tools } = asked;
  if (timesUnclear(before, resting) >= 2) return unclear(asked, why, text);
  const { kind } = questions[resting.question];
  const areOptions = kind === 'choice' || kind === 'multi';
  const offers = offersOf(before.context.kept, resting, tools);
  const own = `${resting.question}.which.${why}`;
  const again: Reply[] =
    timesUnclear(before, resting) === 0 ? [] : [{ say: 'conversation.unclear.second', waits: false }];
  return {
    events: [{ type: 'STUMBLE', how: 'unclear', stamp, ...slotIn(resting) }],
    says: again,
    again: {
      say: tools.has(own)
        ? own
        : wordedOr(`conversation.which.${areOptions ? 'any' : why}`, 'conversation.which.any', tools),
      question: resting.question,
      ...itemOf(resting),
      // In the words in which it was offered: names are in them, and things that only this plan holds.
      offer: between.map(({ id, value }) => offers.find((offer) => offer.id === id) ?? valueOffer(id, value)),
      waits: true,
    },
  };
}

function valueOffer(id: string, value: unknown): Offer {
  const label = wordsFor(value);
  const tapped = `=${JSON.stringify(value)}`;
  if (id === 'yes' || id === 'no') return { id: tapped, key: `conversation.${id}` };
  return typeof label === 'string'
    ? { id: tapped, words: label || id }
    : { id: tapped, key: 'conversation.this_one', with: { this: label } };
}

function wordsFor(value: unknown): Filling {
  if (typeof value === 'object' && value !== null && 'precision' in value) return { date: value as DateValue };
  if (typeof value === 'object' && value !== null && 'amount_pence' in value) return { money: value as Money };
  return typeof value === 'number' ? `${value}` : typeof value === 'string' ? value : '';
}

/** "Don't know", the first time: an example. The second time it is kept as that, and never nagged about. */
export function dontKnow(asked: Asked, text: string): Decision {
  const { before, resting, stamp } = asked;
  const { stumbles } = before.context.kept;
  const times = stumbles?.slot === slotOf(resting.question, resting.item) ? stumbles.dont_know : 0;
  if (times > 0 && questions[resting.question].skip)
    return leaveEmpty(before, resting, 'dont_know', asked.tools, stamp, text);
  return {
    events: [{ type: 'STUMBLE', how: 'dont_know', stamp, ...slotIn(resting) }],
    says: [
      { say: 'conversation.no_rush', waits: false },
      ...example(resting.question, before.context.kept, asked.tools),
    ],
  };
}

/** A key, or the general one where there are no words for it. */
const wordedOr = (key: string, general: string, tools: Tools) => (tools.has(key) ? key : general);

const itemOf = ({ item }: Resting) => (item === undefined ? {} : { item });

const canTap = ({ before, resting, tools }: Asked): boolean => offersOf(before.context.kept, resting, tools).length > 0;
