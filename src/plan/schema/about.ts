/** About the person, getting ready, and staying well (`plan-content` 8, 9 and 10). */
import { z } from 'zod';
import { prepare, topics } from '../questions/prepare.ts';
import { wellbeing } from '../questions/wellbeing.ts';
import { blanks } from '../values.ts';

/** One of the twelve topics: what was said, or why nothing was. */
export const Topic = z.strictObject({ said: z.string().optional(), skipped: z.enum(blanks).optional() });

export const About = z.strictObject({
  topics: z.partialRecord(z.enum(topics), Topic).default({}),
  matters_most: z.array(z.string()).default([]),
  dos_donts: z.string().optional(),
});

/** A piece of information that the person has, or would like to have. */
export const Information = z.strictObject({
  kind: z.enum([
    'condition',
    'test_results',
    'choices',
    'assessment',
    'decision_aid',
    'living_well',
    'other_plans',
    'other',
  ]),
  state: z.enum(['have', 'need']),
  what: z.string().optional(),
  who_knows: z.string().optional(),
  format: z.string().optional(),
});

export const Prepare = z.strictObject({
  info: z.array(Information).default([]),
  think: prepare['pause.offer'].answer.optional(),
  remind: z.string().optional(),
  questions: z.array(z.string()).default([]),
});

export const Well = z.strictObject({
  good_times: z.string().optional(),
  hard_times: z.string().optional(),
  hard_change: z.string().optional(),
  signs: z.array(z.string()).default([]),
  varies: wellbeing['well.varies'].answer.optional(),
  bad_spell: z.string().optional(),
  self_care: z.array(z.string()).default([]),
  self_care_help: wellbeing['well.self_care_help'].answer.default([]),
  prevent: z.string().optional(),
});
