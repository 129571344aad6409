/** Goals: what is different afterwards, or kept as it is (`plan-content` 12). */
import { z } from 'zod';
import { goals as asked } from '../questions/goals.ts';

/** The two scales run opposite ways, so each score carries its own. They are never turned round. */
export const Importance = z.strictObject({
  score: asked['goal.importance'].answer,
  scale: z.literal('1 matters most'),
  first_answer: asked['goal.importance'].answer.optional(),
  confirmed_after_check: z.boolean().optional(),
});
export const Confidence = z.strictObject({
  score: asked['goal.confidence'].answer,
  scale: z.literal('10 very sure'),
});

export const Goal = z.strictObject({
  id: z.string(),
  what: z.string(),
  kind: z.enum(['change', 'keep', 'stop_or_prevent']),
  difference: z.string().optional(),
  spur: z.string().optional(),
  start_point: z.string().optional(),
  sign: z.string().optional(),
  manageable: asked['goal.manageable'].answer.optional(),
  first_part: z.string().optional(),
  by_when: asked['goal.by_when'].answer.optional(),
  importance: Importance.optional(),
  confidence: Confidence.optional(),
  confidence_help: z.string().optional(),
  may_be_action: z.boolean(),
  /** What was said first, when it read as a thing to do and coaching found the goal behind it. */
  action_idea: z.string().optional(),
  need_links: z.array(z.string()).default([]),
  status: z.enum(['proposed', 'agreed', 'on_track', 'stuck', 'done', 'changed', 'dropped']),
});
export type Goal = z.infer<typeof Goal>;
