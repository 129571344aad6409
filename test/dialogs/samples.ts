/** For each question, one answer of each class that makes a difference, as a person gives it and as it is kept. */

import type { Position, Resting } from '../../src/conversation/position.ts';
import { offersOf } from '../../src/conversation/prompt.ts';
import type { Said } from '../../src/conversation/talk.ts';
import { type QuestionId, questions } from '../../src/plan/questions/index.ts';
import type { DateValue, Money } from '../../src/plan/values.ts';
import { tools } from './world.ts';

export interface Sample {
  readonly said: Pick<Said, 'text'> | { readonly tap: readonly string[] };
  /** What the statechart is told. */
  readonly value: unknown;
  readonly notes: readonly string[];
}

const typed = (text: string, value: unknown = text, ...notes: string[]): Sample => ({ said: { text }, value, notes });
const tapped = (value: unknown, ...tap: string[]): Sample => ({ said: { tap }, value, notes: [] });

const day = (said: string, date: string): DateValue => ({ said, precision: 'day', date });
const person = (text: string, ...people: object[]): Sample => typed(text, { people });

/** More than one look takes in. */
const atLength = 'I like to see my friends at the club. '.repeat(120).trim();

/** Questions whose answer decides what comes next, beyond what their kind shows. */
const special: Partial<Record<QuestionId, readonly Sample[]>> = {
  'who.birth_date': [
    typed('3 May 1950', day('3 May 1950', '1950-05-03')),
    typed('3 May 2015', day('3 May 2015', '2015-05-03')),
  ],
  'goal.what': [typed('I feel less lonely'), typed('Join a walking group', undefined, 'reads_as_action')],
  'goal.difference': [typed('my neighbour knows'), typed(atLength, undefined, 'long_answer')],
  'topic.matters_most': [typed('my neighbour knows'), typed(atLength, undefined, 'long_answer')],
  'need.wrong': [typed('my neighbour knows'), typed(atLength, undefined, 'long_answer')],
  'need.from_memory': [typed('my neighbour knows'), typed(atLength, undefined, 'long_answer')],
  'goal.coach': [typed('I want to be happier'), typed('Join a choir', undefined, 'reads_as_action')],
  'goal.coach_again': [typed('I want to feel fit')],
  'goal.importance': [typed('1', 1), typed('10, it means everything to me', 10, 'strong_words')],
  'goal.confidence': [typed('3', 3), typed('9', 9)],
  'carer.hours': [typed('20', 20)],
  'network.emergency': [
    typed('07700 900123', { may_ring: true, phone: '07700 900123' }),
    typed('no', { may_ring: false }),
  ],
  'budget.manager': [
    person('my sister Ann', { name: 'Ann', link: 'sister' }),
    person('me', { name: 'me', self: true }),
  ],
  'spend.item': [typed('A taxi to the club'), typed('The gas bill', undefined, 'excluded_item')],
  'action.who_helps': [typed('my neighbour'), typed('the Sunflower walking group')],
};

const money = (text: string, value: Money): Sample => typed(text, value);

/** The samples for the question on which a talk rests. */
export function samplesAt(position: Position, resting: Resting): readonly Sample[] {
  const { question } = resting;
  const known = special[question];
  if (known !== undefined) return known;
  const { kind, options, alone } = questions[question];
  const offers = offersOf(position.context.kept, resting, tools).map(({ id }) => id);
  switch (kind) {
    case 'yes_no':
      return [tapped(true, 'yes'), tapped(false, 'no')];
    case 'choice':
      return (options.length > 0 ? options : offers).map((id) => tapped(id, id));
    case 'multi': {
      const several = (options.length > 0 ? options : offers).filter((id) => !alone.includes(id));
      // One by one they lead to the same place, but where a question hangs on one of them.
      const single = question === 'comm.format' || question === 'support.pick' ? several : several.slice(0, 1);
      return [tapped(several, ...several), ...[...single, ...alone].map((id) => tapped([id], id))];
    }
    case 'scale':
      return [typed('5', 5)];
    case 'number':
      return [typed('3', 3)];
    case 'date':
      return [typed('3 May 2027', day('3 May 2027', '2027-05-03'))];
    case 'money':
      return [money('£40 a week', { amount_pence: 4_000, period: 'week', sure: true })];
    case 'person':
      return [
        person('my daughter Priya', { name: 'Priya', link: 'daughter' }),
        typed('nobody', { people: [], none: true }, 'none'),
      ];
    case 'phone':
      return [typed('07700 900123', { may_ring: true, phone: '07700 900123' })];
    case 'free_text':
      return [typed('It matters to me that I can see my friends')];
    case 'statement':
      return [];
  }
}

/** What a person does to give this answer. */
export const saidFor = ({ said }: Sample, { question, item }: Resting): Pick<Said, 'text' | 'pick'> =>
  'tap' in said ? { pick: { question, ...(item === undefined ? {} : { item }), options: said.tap } } : said;
