/** Communication needs, as the Accessible Information Standard asks, and privacy (`plan-content` 6 and 7). */
import { z } from 'zod';
import { communication as asked } from '../questions/communication.ts';
import { hello } from '../questions/hello.ts';

/** A form in which the plan is wanted: large print with its size in points, braille on paper or as a BRF file. */
export const Format = z.strictObject({
  kind: asked['comm.format'].answer.element,
  size_pt: z.int().optional(),
  braille: asked['comm.braille_kind'].answer.optional(),
});

export const Comms = z.strictObject({
  read_language: z.string().optional(),
  speak_language: z.string().optional(),
  interpreter: asked['comm.interpreter'].answer.default([]),
  formats: z.array(Format).default([]),
  support: z.array(z.string()).default([]),
  contact_how: z.string().optional(),
  contact_when: z.string().optional(),
  in_distress: z.string().optional(),
  carer_needs: z.string().optional(),
  checked_on: z.iso.date().optional(),
});

export const Privacy = z.strictObject({
  notice_seen: z.strictObject({ version: z.string().optional(), at: z.iso.datetime() }).optional(),
  go_on: z.boolean().optional(),
  save: z.boolean().optional(),
  alone: hello['privacy.alone'].answer.optional(),
  about_others: z.array(z.string()).default([]),
});
