/** Needs that the assessment found, and needs that will not be met (`plan-content` 11). */
import { z } from 'zod';
import { needs as asked } from '../questions/needs.ts';

export const Need = z.strictObject({
  id: z.string(),
  text: z.string(),
  outcome_area: z.array(z.string()).default([]),
  eligible: z.enum(['yes', 'partly', 'no', 'not_decided']),
  extent: z.string().optional(),
  met_by: z.array(z.enum([...asked['need.met_by'].answer.element.options, 'other'])).default([]),
  /** Supports, actions and costs that answer it, by id. */
  how: z.array(z.string()).default([]),
  by_direct_payment: z.boolean().optional(),
  person_view: z.strictObject({ right: asked['need.right'].answer, said: z.string().optional() }).optional(),
  goal_links: z.array(z.string()).default([]),
  /** Told from memory, not checked against any assessment. */
  from_memory: z.literal(true).optional(),
});
export type Need = z.infer<typeof Need>;

export const NotMet = z.strictObject({
  need: z.string(),
  reason: z.string(),
  other_help: z.string().optional(),
  told_on: z.iso.date().optional(),
});
