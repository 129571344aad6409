/** How the tests of understanding say something at a question. */
import { isQuestionId, questions } from '../../src/plan/questions/index.ts';
import { type Asked, type Context, commandIn, type Understood, understand } from '../../src/understanding/index.ts';

/** A Thursday. */
export const now = '2026-11-26T10:00:00.000Z';

export function asked(id: string): Asked {
  if (!isQuestionId(id)) throw new Error(`there is no question ${id}`);
  return { ...questions[id], id };
}

export const say = (id: string, text: string, context: Partial<Context> = {}): Understood =>
  understand(text, asked(id), { now, lang: 'en-GB', options: [], ...context });

/** The stored value, or how it was asked back: "which", "unclear needs_period", "none". */
export function kept(id: string, text: string, context: Partial<Context> = {}): unknown {
  const understood = say(id, text, context);
  if (understood.is === 'answer') return understood.value;
  return understood.is === 'unclear' ? `unclear ${understood.why}` : understood.is;
}

export const command = (id: string, text: string) => commandIn(text, asked(id), 'en-GB');
