/** One talk at every question that there is, for every kind of plan: what the matrix of repair is made from. */
import { type Resting, restingAt } from '../../src/conversation/position.ts';
import type { Mode } from '../../src/plan/facts.ts';
import type { QuestionId } from '../../src/plan/questions/index.ts';
import { type Sample, saidFor, samplesAt } from './samples.ts';
import { type Held, opened, record, say, worries } from './world.ts';

export interface Place {
  readonly mode: Mode;
  readonly held: Held;
}

const whose: readonly (readonly [Mode, string])[] = [
  ['self', 'me'],
  ['on_behalf', 'cannot_alone'],
  ['carer_self', 'i_care'],
];

/** Holds a whole talk of each kind and stops at every question; then once more, to be at the others. */
export function places(): readonly Place[] {
  return whose.flatMap(([mode, who]) => {
    const found = new Map<QuestionId, Held>();
    for (const known of [undefined, record]) for (const turn of [0, 1]) hold(opened(known), who, turn, found);
    return [...found.values()].map((held) => ({ mode, held }));
  });
}

function hold(first: Held, who: string, turn: number, found: Map<QuestionId, Held>): void {
  let held = first;
  for (let count = 0; count < 400; count += 1) {
    const resting = restingAt(held.position);
    if (resting === null) return;
    const isNew = !found.has(resting.question);
    if (isNew) found.set(resting.question, held);
    if (resting.question === 'goal.difference') worried(held, found);
    if (resting.question === 'check.sent') return;
    const next = answered(held, resting, who, turn, count);
    if (restingAt(next.position)?.question === resting.question && next.facts.length === held.facts.length)
      throw new Error(`The talk does not go on from ${resting.question}.`);
    held = next;
  }
  throw new Error(`The talk does not end, but goes round at ${restingAt(held.position)?.question}.`);
}

function worried(held: Held, found: Map<QuestionId, Held>): void {
  for (const words of worries) {
    let place: Held = say(held, { text: words });
    for (let count = 0; count < 4; count += 1) {
      const resting = restingAt(place.position);
      if (resting === null || place.position.context.kept.safety === null) break;
      if (!found.has(resting.question)) found.set(resting.question, place);
      place = say(place, { text: 'my neighbour knows' });
    }
  }
}

const atLength = ({ notes }: Sample, turn: number) => notes.length > 0 === (turn === 0);

/** What opens the most questions: the first sample, but for these. The second time, another one where there is one. */
const chosen: Partial<Record<QuestionId, (sample: Sample, turn: number) => boolean>> = {
  'way.choose': ({ value }) => value === 'full',
  'privacy.go_on': ({ value }) => value === true,
  'prepare.pick': ({ value }) => JSON.stringify(value) === '["one_at_a_time"]',
  'decide.person_can': ({ value }) => value === 'some',
  'decide.knows': ({ value }) => value === 'not_happy',
  'goal.what': ({ notes }, turn) => notes.length > 0 === (turn === 0),
  'goal.difference': atLength,
  'topic.matters_most': atLength,
  'need.wrong': atLength,
  'need.from_memory': atLength,
  'goal.coach': ({ notes }) => notes.length > 0,
  'goal.manageable': ({ value }) => value === 'big',
  'goal.importance': ({ notes }) => notes.length > 0,
  'goal.confirm': ({ value }) => value === 'yes',
  'goal.order': ({ value }) => value === 'yes',
  'support.pick': ({ value }) => JSON.stringify(value) === '["home_care"]',
  'need.right': ({ value }) => value === 'wrong',
  'well.varies': ({ value }) => value === 'up_and_down',
  'pause.offer': ({ value }) => value === 'later',
  'budget.know': ({ value }) => value === 'known',
  'budget.managed': ({ value }) => value === 'mixed' || value === 'direct_payment',
  'spend.item': ({ notes }, turn) => notes.length > 0 === (turn === 0),
  'action.who_helps': (sample, turn) =>
    ('text' in sample.said && /Sunflower/.test(sample.said.text ?? '')) === (turn === 0),
  'check.section': ({ value }) => value === 'yes',
  'check.words': ({ value }) => value === 'mostly',
};

function answered(held: Held, resting: Resting, who: string, turn: number, count: number): Held {
  const { question } = resting;
  const samples = samplesAt(held.position, resting);
  const wanted = (sample: Sample): boolean => {
    if (question === 'who.plan_for') return sample.value === who;
    if (question === 'check.send')
      return sample.value === (turn === 0 && count < 300 && !wasSaid(held, 'check.parts') ? 'some_parts' : 'yes');
    if (question === 'who.birth_date') return sample === samples[young(held, turn) ? 1 : 0];
    if (question === 'spend.check') return sample.value === (wasSaid(held, 'spend.change') ? 'yes' : 'change');
    if (question === 'who.too_young') return sample.value === 'change_date';
    if (question.endsWith('.another')) return sample.value === (another(held, question) ? 'another' : 'enough');
    return chosen[question]?.(sample, turn) ?? true;
  };
  const sample = samples.find(wanted) ?? samples[0];
  if (sample === undefined) throw new Error(`There is nothing to say to ${question}.`);
  const next = say(held, saidFor(sample, resting));
  // After a pause that an answer led to, the talk goes on.
  return restingAt(next.position) === null ? say(next, { text: 'hello' }) : next;
}

const wasSaid = ({ facts }: Held, question: QuestionId): boolean =>
  facts.some((fact) => 'question' in fact && fact.question === question);
const young = (held: Held, turn: number): boolean => turn === 1 && !wasSaid(held, 'who.birth_date');
const another = ({ position }: Held, question: string): boolean =>
  question === 'goal.another' && (position.context.kept.items.goal?.length ?? 0) < 2;
