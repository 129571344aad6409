import { isBlank, slotOf } from '../plan/kept.ts';
import { type QuestionId, questions, sectionOf } from '../plan/questions/index.ts';
import type { Topic } from '../plan/questions/prepare.ts';
import { type Condition, type Cursor, conditions, type Place } from './conditions.ts';

/** How a question is asked only sometimes. */
export interface How {
  /** Asked only while this is true. */
  readonly when?: Condition | undefined;
  /** Asked on the full way, or after "tell us more about" its section; never on the short way. */
  readonly detail?: true | undefined;
  /** Only these options settle it; with any other it is asked again. */
  readonly settles?: readonly string[] | undefined;
  /** One of the twelve topics: asked when it was picked. */
  readonly topic?: Topic | undefined;
}
/** A question with how it is asked. */
export type Asked = How & { readonly question: QuestionId };

/** A question is wanted when its condition holds and, for details, when the person chose to say more. */
export function wanted(place: Place, { question, when, detail, topic }: Asked): boolean {
  if (when !== undefined && !conditions[when](place)) return false;
  if (topic !== undefined) return answerAt(place, question) !== undefined || isPicked(place, topic);
  if (detail === undefined || answerAt(place, question) !== undefined) return true;
  return place.kept.answers['way.choose']?.value === 'full' || place.kept.deepened[sectionOf(question)] === true;
}

function isPicked({ kept }: Place, topic: Topic): boolean {
  const picked = (kept.answers['prepare.pick']?.value ?? []) as readonly string[];
  return picked.includes(topic) || picked.includes('one_at_a_time');
}

/** A question is settled when it was answered, or left empty, and nobody went back to it. */
export function settled(place: Place, { question, settles }: Asked): boolean {
  const slot = slotAt(question, place.at);
  const answer = place.kept.answers[slot];
  if (answer === undefined || place.kept.focus === slot) return false;
  return settles === undefined || isBlank(answer) || settles.includes(String(answer.value));
}

const itemOf = (question: QuestionId, at: Cursor) => {
  const { of } = questions[question];
  return of === undefined ? undefined : at[of];
};
/** Where the answer to a question is kept, for the item that the talk is at. */
export const slotAt = (question: QuestionId, at: Cursor) => slotOf(question, itemOf(question, at));
export const answerAt = ({ kept, at }: Place, question: QuestionId) => kept.answers[slotAt(question, at)];
