/** What is said that asks nothing: statements of the dialogs, examples, explanations. */
import type { Kept } from '../plan/kept.ts';
import { isQuestionId, type QuestionId } from '../plan/questions/index.ts';
import type { Filling, Reply } from '../plan/replies.ts';
import { namesIn } from './prompt.ts';
import type { Tools } from './tools.ts';

/** The messages behind a key that a statechart wants said. */
export function said(key: string, kept: Kept, tools: Tools, now: string): readonly Reply[] {
  return isQuestionId(key) ? statement(key, kept, tools, now) : explain(key, kept, tools, now);
}

/** A statement and its further lines, each a short message of its own. */
export function statement(question: QuestionId, kept: Kept, tools: Tools, now: string): readonly Reply[] {
  const fillings = { ...tools.council(now), ...namesIn(kept) };
  const keys = [`${question}.ask`];
  for (let line = 1; tools.has(`${question}.lines.${line}`); line += 1) keys.push(`${question}.lines.${line}`);
  return keys.map((say) => ({ say, with: fillings, question, waits: false }));
}

/** Something explained in passing: `person`, `look_around`, a glossary term. */
export function explain(key: string, kept: Kept, tools: Tools, now: string): Reply[] {
  const say = key.startsWith('glossary.') ? `${key}.meaning` : `conversation.${key}`;
  const fillings: Record<string, Filling> = { ...tools.council(now), ...namesIn(kept) };
  return [{ say, with: fillings, waits: false }];
}

/** Examples for a question; where it has none, it is said in plainer words. */
export function example(question: QuestionId, kept: Kept, tools: Tools): Reply[] {
  const key = [`${question}.eg`, `${question}.simple`].find((one) => tools.has(one));
  if (key === undefined) return [];
  return key.endsWith('.eg')
    ? [{ say: 'conversation.example', with: { ...namesIn(kept), example: { key } }, waits: false }]
    : [{ say: key, with: namesIn(kept), waits: false }];
}

/** Why a question is asked. */
export function why(question: QuestionId, kept: Kept, tools: Tools): Reply[] {
  const key = `${question}.why`;
  return [{ say: tools.has(key) ? key : 'conversation.why', with: namesIn(kept), waits: false }];
}
