/** The plan's own record: what it is, where it stands, who wrote it (`plan-content` 2). */
import { z } from 'zod';
import { channels, modes, nations } from '../facts.ts';
import { who } from '../questions/who.ts';
import { Reach } from './people.ts';

export const stages = ['prepare', 'discuss', 'document', 'review'] as const;
export const statuses = [
  'draft',
  'paused',
  'ready_for_worker',
  'with_worker',
  'changes_asked',
  'agreed',
  'agreed_in_part',
  'not_agreed',
  'in_review',
  'replaced',
  'ended',
] as const;

/** `state` says whether an assessment record came with the plan; `had` and `right` are what the person said of it. */
export const BasedOn = z.strictObject({
  state: z.enum(['linked', 'none_linked']),
  reference: z.string().optional(),
  date: z.iso.date().optional(),
  had: who['who.assessment'].answer.optional(),
  right: z.boolean().optional(),
});

/** `parts` are the paths of what they said, or all of it. */
export const WrittenBy = z.strictObject({
  who: z.enum(['person', 'helper', 'worker', 'system']),
  name: z.string().optional(),
  parts: z.union([z.literal('all'), z.array(z.string())]),
});

export const PlanRecord = z.strictObject({
  id: z.string(),
  kind: z.enum(['care_and_support', 'carer_support']),
  mode: z.enum(modes),
  nation: z.enum(nations),
  stage: z.enum(stages),
  status: z.enum(statuses),
  version: z.int().min(1),
  start_date: z.iso.date().optional(),
  /** IETF tag. */
  language: z.string(),
  channel: z.enum(channels),
  written_by: z.array(WrittenBy),
  partner: Reach.optional(),
  based_on: BasedOn,
  after_reablement: z.boolean().optional(),
});

/** Another plan about the person: health, housing, a carer's, advance wishes. */
export const LinkedPlan = z.strictObject({
  name: z.string(),
  holder: z.string().optional(),
  date: z.iso.date().optional(),
  conflicts: z.boolean().optional(),
});
