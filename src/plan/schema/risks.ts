/** Worries, why a choice is worth it, what makes it safer; and advice (`plan-content` 19 and 20). */
import { z } from 'zod';
import { PersonRef } from './people.ts';

export const Risk = z.strictObject({
  id: z.string(),
  what: z.string(),
  /** Who saw it. */
  source: z.enum(['person', 'helper', 'worker', 'system']),
  worth_it: z.string().optional(),
  controls: z.array(z.string()).default([]),
  who: PersonRef.optional(),
  who_also: z.array(PersonRef).optional(),
  left: z.string().optional(),
  checked: z.iso.date().optional(),
});
export type Risk = z.infer<typeof Risk>;

export const Risks = z.strictObject({ none_seen: z.boolean().default(false), items: z.array(Risk).default([]) });

const Advice1 = z.strictObject({
  text: z.string(),
  link: z.string().optional(),
  given_on: z.iso.date().optional(),
  format: z.string().optional(),
});
export const Advice = z.strictObject({
  reduce: z.array(Advice1).default([]),
  prevent: z.array(Advice1).default([]),
  delay: z.array(Advice1).default([]),
  local: z.array(Advice1).default([]),
  carer: z.array(Advice1).default([]),
});
