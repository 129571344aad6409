/** The people around the person, local places, and what could stop it (`plan-content` 15 and 16). */
import { z } from 'zod';
import { network as asked } from '../questions/network.ts';
import { PersonRef } from './people.ts';

export const Helper = z.strictObject({
  id: z.string(),
  person: PersonRef,
  does: z.string().optional(),
  how_often: z.string().optional(),
  willing: asked['network.willing'].answer.optional(),
  in_emergency: z.boolean().optional(),
  /** Actions and back-ups in which the person named them. */
  helps_with: z.array(z.string()).default([]),
});
export type Helper = z.infer<typeof Helper>;

export const Network = z.strictObject({
  none: z.boolean().default(false),
  none_said: z.string().optional(),
  carer_assessment: z.enum(['offered', 'not_offered', 'done', 'declined']).optional(),
  items: z.array(Helper).default([]),
});

export const communityStates = ['used_now', 'would_try', 'tried_not_for_me', 'nothing_suits'] as const;
export const Community = z.strictObject({
  what: z.string().optional(),
  state: z.enum(communityStates),
  said: z.string(),
  goals: z.array(z.string()).default([]),
});
export type Community = z.infer<typeof Community>;

export const Barrier = z.strictObject({
  id: z.string(),
  what: z.string(),
  fix: z.string().optional(),
  who: PersonRef.optional(),
});
