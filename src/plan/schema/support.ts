/** Care and support from others: the ten kinds and something else (`plan-content` 14). */
import { z } from 'zod';
import { supports as asked, supportKinds } from '../questions/support.ts';
import { Money } from '../values.ts';
import { PersonRef } from './people.ts';

export const Length = asked['support.how_long'].answer;

export const Support = z.strictObject({
  id: z.string(),
  kind: z.enum(supportKinds),
  what: z.string().optional(),
  who: PersonRef.optional(),
  who_also: z.array(PersonRef).optional(),
  arranged_by: z.enum(['council', 'person', 'family', 'nhs', 'third_party']).optional(),
  paid_by: z.enum([...asked['support.paid_by'].answer.options, 'other']).optional(),
  when: z.string().optional(),
  hours: z.number().optional(),
  start: asked['support.start'].answer.optional(),
  length: Length.optional(),
  how_i_like_it: z.string().optional(),
  needs: z.array(z.string()).default([]),
  goals: z.array(z.string()).default([]),
  cost: Money.optional(),
  status: z.enum(['wanted', 'agreed', 'arranged', 'started', 'ended']),
  /** The back-up for it. */
  if_not: z.string().optional(),
  /** The action that it was taken from: a local group that the person said yes to. */
  from_action: z.string().optional(),
});
export type Support = z.infer<typeof Support>;
