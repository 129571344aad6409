/**
 * Two answers in one message, through the same turn as in a talk: what is kept, for which question, and whether what
 * was taken in passing is said back. The first free text is kept whole, as the person's own words; it is right when it
 * has the part that matters.
 */
import { answerTo } from '../../src/conversation/answer.ts';
import { heard } from '../../src/conversation/heard.ts';
import { resume, step } from '../../src/conversation/position.ts';
import { loadPack } from '../../src/council/load-pack.ts';
import type { Event } from '../../src/dialog/index.ts';
import { begin } from '../../src/plan/fold.ts';
import { isQuestionId, type QuestionId, questions } from '../../src/plan/questions/index.ts';
import { loadTexts } from '../../src/text/index.ts';
import { toolsOf } from '../../src/tools.ts';

export interface Taken {
  /** What was kept, by question. */
  readonly kept: Readonly<Record<string, unknown>>;
  /** Questions whose answers were taken in passing and are said back. */
  readonly saidBack: readonly string[];
}

const tools = toolsOf({
  texts: loadTexts('locales', () => {}),
  pack: await loadPack('data/demo-council'),
  danger: () => null,
});

/** What is kept of a message at this question, at the beginning of a talk that has said nothing yet. */
export function takenFrom(question: string, text: string, now: string): Taken {
  if (!isQuestionId(question)) throw new Error(`no question ${question}`);
  const stamp = { at: now, by: { role: 'person' as const } };
  const began = begin({
    type: 'began',
    ...stamp,
    plan: 'measured',
    nation: 'england',
    channel: 'webchat',
    lang: 'en-GB',
  });
  const { position } = resume(began, stamp, tools.languages.length);
  const of = questions[question].of;
  const item = of === undefined ? undefined : `${of}1`;
  const resting = { question, meta: { question }, ...(item === undefined ? {} : { item }) };
  const { events } = answerTo(position, resting, { id: 'm1', channel: 'webchat', text }, tools, stamp);
  const answers = events.filter((event) => event.type === 'ANSWER');
  return {
    kept: Object.fromEntries(answers.map((event) => [event.question, event.value])),
    saidBack: answers
      .filter((event) => event.notes?.includes('in_passing') && isSaidBack(event))
      .map((event) => event.question),
  };

  function isSaidBack(event: Extract<Event, { type: 'ANSWER' }>): boolean {
    const after = step(position, event).position;
    const {
      question: id,
      value,
      said,
      notes = [],
    } = event as { question: QuestionId; value: unknown; said: string; notes?: readonly string[] };
    return (
      heard(after.context.kept, [{ type: 'answered', ...stamp, question: id, value, said, notes: [...notes] }], tools)
        .length > 0
    );
  }
}
