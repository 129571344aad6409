/** If things change: back-ups, and who to ring (`plan-content` 18). */
import { z } from 'zod';
import { PersonRef, Reach } from './people.ts';

export const BackUp = z.strictObject({
  id: z.string(),
  trigger: z.string(),
  do: z.string().optional(),
  call: Reach.optional(),
  backup: Reach.optional(),
  how_long: z.string().optional(),
  must_know: z.string().optional(),
  /** What it stands in for, by id: supports, actions, people of the network, `manager`. */
  covers: z.array(z.string()).default([]),
});
export type BackUp = z.infer<typeof BackUp>;

export const Emergency = z.strictObject({
  contacts: z.array(PersonRef).default([]),
  council_out_of_hours: z.string().optional(),
});
