/** Clarifying between two, at every question at which words can be read in two ways. */
import { describe, expect, test } from 'vitest';
import { restingAt } from '../../src/conversation/position.ts';
import { offersOf } from '../../src/conversation/prompt.ts';
import { type QuestionId, questions } from '../../src/plan/questions/index.ts';
import type { Kind } from '../../src/plan/questions/kinds.ts';
import type { Offer } from '../../src/plan/replies.ts';
import { type Place, places } from '../dialogs/places.ts';
import { missing, readerOf, say, texts, tools } from '../dialogs/world.ts';
import { slotAt } from './finish.ts';

/** Where one of the options is a bare yes, or only one is there: "yes or not yet" is read as "not yet". */
const oneReading: readonly QuestionId[] = ['goal.manageable', 'goal.order', 'check.send', 'spend.change'];

/** Words that are two answers at once, for questions without options. */
const twoThings: Partial<Record<Kind, string>> = {
  yes_no: 'yes and no',
  date: '3 May 2027 or 4 June 2027',
  number: '4 or 5',
  scale: '4 or 5',
  money: '£40 or £50 a week',
  phone: '07700 900123 or 07700 900124',
};

const offersAt = ({ position }: Place['held']) => {
  const resting = restingAt(position);
  return resting === null ? [] : offersOf(position.context.kept, resting, tools);
};
const askedBack = (held: ReturnType<typeof say>) =>
  held.turn.replies.findLast(({ waits, say: key }) => waits && key.startsWith('conversation.which.'));

/** Something to say that is two answers at once, and what is asked back; null where every word is one answer. */
function twoAt(held: Place['held'], kind: Kind) {
  const offers = offersAt(held);
  const label = (offer: Offer) => texts.label(offer, readerOf(held));
  const pairs = offers.flatMap((one, at) => offers.slice(at + 1).map((other) => [one, other] as const));
  const hasOptions = kind === 'choice' || kind === 'multi';
  const tries = hasOptions ? pairs.map(([one, other]) => `${label(one)} or ${label(other)}`) : [twoThings[kind] ?? ''];
  for (const [at, text] of tries.entries()) {
    missing.length = 0;
    const asked = askedBack(say(held, { text }));
    const meant = hasOptions ? (pairs[at] ?? []).map(({ id }) => id) : [];
    if (asked !== undefined && meant.every((id) => asked.offer?.some((offer) => offer.id === id)))
      return { text, asked };
  }
  return null;
}

const all = places().flatMap(({ mode, held }) => {
  const question = restingAt(held.position)?.question ?? 'who.call_me';
  const { kind } = questions[question];
  const isOpen = ['free_text', 'person', 'statement'].includes(kind);
  return isOpen ? [] : [{ name: `${mode}: ${slotAt(held)}`, held, question, kind }];
});

test('there are two readings at nearly every question that is not open', () => {
  expect(all.length).toBeGreaterThan(200);
  const without = all.filter(({ held, kind }) => twoAt(held, kind) === null).map(({ question }) => question);
  expect([...new Set(without)].toSorted()).toEqual([...oneReading].toSorted());
});

describe.each(all.filter(({ question }) => !oneReading.includes(question)))('$name', ({ held, question }) => {
  const { kind, skip } = questions[question];
  const found = twoAt(held, kind);
  const text = found?.text ?? '';
  const kept = ({ position }: Place['held']) => position.context.kept.answers[slotAt(held)];

  test('asks back which of the two, in words, and keeps neither', () => {
    missing.length = 0;
    const next = say(held, { text });
    const asked = askedBack(next);
    expect(slotAt(next)).toBe(slotAt(held));
    expect(kept(next)).toEqual(kept(held));
    expect(asked?.question).toBe(question);
    const labels = asked?.offer?.map((offer) => texts.label(offer, readerOf(next))) ?? [];
    expect(labels.length).toBeGreaterThanOrEqual(2);
    for (const label of labels) expect(label).not.toMatch(/^\s*$|[{}]|\w\.\w+\.\w/);
    expect(missing).toEqual([]);
  });

  test('takes the one that is tapped then, and forgets the other', () => {
    const asking = say(held, { text });
    const item = restingAt(held.position)?.item;
    const [first, second] = askedBack(asking)?.offer ?? [];
    const answers = [first, second].map((offer) => {
      const pick = { question, ...(item === undefined ? {} : { item }), options: [offer?.id ?? ''] };
      const done = say(asking, { pick });
      const fact = done.turn.facts.find((one) => one.type === 'answered' && one.question === question);
      expect(done.turn.replies.map((reply) => reply.say)).not.toContain('conversation.old_button');
      return fact?.type === 'answered' ? fact.value : undefined;
    });
    for (const answer of answers) expect(answer).not.toBeUndefined();
    expect(answers[0]).not.toEqual(answers[1]);
  });

  test('says it another way the second time, and does not go on asking for ever', () => {
    missing.length = 0;
    const first = say(held, { text });
    const second = say(first, { text });
    expect(slotAt(second)).toBe(slotAt(held));
    expect(second.turn.replies[0]?.say).not.toBe(first.turn.replies[0]?.say);
    const third = say(second, { text });
    expect(askedBack(third)).toBeUndefined();
    if (!skip) expect(slotAt(third)).toBe(slotAt(held));
    else if (slotAt(third) !== slotAt(held) && question !== 'spend.for')
      expect(kept(third)?.blank).toBe('worker_to_add');
    expect(missing).toEqual([]);
  });
});
