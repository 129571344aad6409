/** What the person will do for a goal (`plan-content` 13). */
import { z } from 'zod';
import { actions as asked } from '../questions/actions.ts';
import { PersonRef } from './people.ts';

export const Action = z.strictObject({
  id: z.string(),
  goal: z.string(),
  what: z.string(),
  kind: z.string().optional(),
  not_suit: z.array(z.strictObject({ what: z.string(), why: z.string().optional() })).default([]),
  also_matters: z.array(z.string()).default([]),
  who: z.enum(['self', 'self_with_someone', 'someone_else']).optional(),
  helpers: z.array(PersonRef).default([]),
  helpers_said: z.string().optional(),
  first_step: z.string().optional(),
  first_step_by: asked['action.first_step_when'].answer.optional(),
  how_often: z.string().optional(),
  barrier: z.string().optional(),
  barrier_plan: z.string().optional(),
  cost: asked['action.cost'].answer.optional(),
  if_not: z.string().optional(),
  status: z.enum(['to_start', 'doing', 'done', 'stopped', 'blocked']),
});
export type Action = z.infer<typeof Action>;
