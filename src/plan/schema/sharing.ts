/** Who may see the plan (`plan-content` 21). Nobody but the person and the council's team, unless the person says so. */
import { z } from 'zod';
import { sharing as asked } from '../questions/sharing.ts';
import { Format } from './comms.ts';
import { PersonRef } from './people.ts';

/** Parts are paths of the plan (`actions`, `about.topics.health`) or `all`. What is in neither list is not shared. */
export const Shared = z.strictObject({
  who: PersonRef,
  parts: z.array(z.string()),
  not_parts: z.array(z.string()).default([]),
  said: z.string(),
  /** The words about what to keep back; whatever holds them is kept back wherever it stands. */
  not_said: z.string().optional(),
  /** Which parts was asked and could not be told from the words: nothing is shared until somebody asks. */
  unclear: z.literal(true).optional(),
  until: z.iso.date().optional(),
});
export type Shared = z.infer<typeof Shared>;

/** Beats every other rule. `unclear` holds back every copy until somebody has asked what was meant. */
export const Never = z.strictObject({
  said: z.string(),
  people: z.array(PersonRef).default([]),
  parts: z.array(z.string()).default([]),
  unclear: z.literal(true).optional(),
});

export const Copy = z.strictObject({
  who: z.union([z.literal('person'), PersonRef]).optional(),
  formats: z.array(Format).default([]),
  said: z.string().optional(),
  sent_on: z.iso.date().optional(),
});

export const Sharing = z.strictObject({
  people: z.array(Shared).default([]),
  never: z.array(Never).default([]),
  copies: z.array(Copy).default([]),
  said_on: z.iso.date().optional(),
  limits_told: z.boolean().default(false),
  summary_to_record: asked['share.record'].answer.default([]),
});
