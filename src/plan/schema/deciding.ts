/** Deciding, best interests, being involved, and having an advocate (`plan-content` 4 and 5). */
import { z } from 'zod';
import { deciding as asked } from '../questions/deciding.ts';
import { PersonRef, Reach } from './people.ts';

export const Deciding = z.strictObject({
  own_choices: asked['decide.own'].answer.optional(),
  person_can: asked['decide.person_can'].answer.optional(),
  help_tried: z.array(z.string()).default([]),
  knows: asked['decide.knows'].answer.optional(),
  knows_why: z.string().optional(),
  agrees: z.boolean().optional(),
  authority: asked['decide.authority'].answer.default([]),
  authority_seen: z.strictObject({ by: z.string(), on: z.iso.date() }).optional(),
  capacity_record: z
    .strictObject({ decision: z.string(), finding: z.string(), date: z.iso.date(), by: z.string() })
    .optional(),
});

export const BestInterests = z.strictObject({
  wishes_now: z.string().optional(),
  wishes_past: z.string().optional(),
  values: z.string().optional(),
  took_part: z.string().optional(),
  asked: z.array(z.string()).default([]),
  may_regain: asked['interests.wait'].answer.optional(),
  least_limit: z.string().optional(),
  disagree: z.string().optional(),
  why: z.string().optional(),
});

export const Involve = z.strictObject({
  people: z.array(PersonRef).default([]),
  not: z.array(PersonRef).default([]),
  carer_joins: asked['involve.carer'].answer.optional(),
  /** In a carer's own plan: does the carer want the cared-for person to be part of it (s.25(4)(b))? */
  cared_for: asked['involve.carer'].answer.optional(),
});

export const Advocate = z.strictObject({
  hard: asked['advocate.hard'].answer.default([]),
  helper: Reach.optional(),
  wanted: asked['advocate.want'].answer.optional(),
  name: Reach.optional(),
});
