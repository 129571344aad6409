/** Flags, gaps, checks and agreement; and where every value came from (`plan-content` 24 and 1). */
import { z } from 'zod';
import { callBackParts } from '../facts.ts';
import { check as asked } from '../questions/check.ts';
import { Filling } from '../replies.ts';
import { blanks, sources } from '../values.ts';

/** Words to be, in the reader's language. */
export const Text = z.strictObject({ key: z.string(), with: z.record(z.string(), Filling).optional() });
export type Text = z.infer<typeof Text>;

/** That somebody should look. What was said is with the flag itself and never in the plan. */
export const FlagSeen = z.strictObject({
  id: z.string(),
  kind: z.string(),
  level: z.enum(['now', 'same_day', 'with_the_plan', 'note']),
  where: z.string(),
  at: z.iso.datetime(),
  shown_to_person: z.boolean(),
  sent_to: z.string().optional(),
  seen_by: z.string().optional(),
  outcome: z.string().optional(),
});

/** Somebody wants to be rung. `said` is the rest of it, in their words. */
export const CallBackAsked = z.strictObject({ at: z.iso.datetime(), said: z.string(), ...callBackParts.shape });

/** `path` is that of the long answer in the plan. */
export const LongAnswer = z.strictObject({
  id: z.string(),
  path: z.string(),
  question: z.string(),
  matters_most: z.string().optional(),
});

export const Gap = z.strictObject({
  path: z.string(),
  /** The Act's section, the seed's line, or `safety` or `good`. */
  why: z.string(),
  who_can_fill: z.enum(['person', 'worker', 'either']),
  note: Text.optional(),
  suggested_question: z.string().optional(),
});
export type Gap = z.infer<typeof Gap>;

export const checkIds = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'C10', 'C11', 'C12', 'C13'] as const;
export type CheckId = (typeof checkIds)[number];
export const checkStates = ['met', 'not shown', 'needs judgement'] as const;
export type CheckState = (typeof checkStates)[number];

/** What one of the 13 checks found: its evidence, and what to say to the worker and to the person. */
export const Finding = z.strictObject({
  id: z.enum(checkIds),
  state: z.enum(checkStates),
  evidence: z.array(z.strictObject({ path: z.string(), words: z.array(z.string()) })),
  worker: z.array(Text),
  resident: z.array(Text),
});
export type Finding = z.infer<typeof Finding>;

export const Agreement = z.strictObject({
  checks: z.array(Finding).default([]),
  person_says: asked['check.words'].answer.optional(),
  person_changes: z.string().optional(),
  decision: z.enum(['agree', 'agree_in_part', 'ask_changes', 'not_agree']).nullable().default(null),
  reasons: z.string().optional(),
  by: z.strictObject({ name: z.string(), role: z.string() }).optional(),
  on: z.iso.date().optional(),
  told: z.strictObject({ how: z.string(), on: z.iso.date(), complaint_route: z.boolean() }).optional(),
});

/** Where a value came from. `said` is word for word; `none` means "no, nothing" was the answer. */
export const Provenance = z.strictObject({
  question: z.string(),
  said: z.string(),
  source: z.enum(sources),
  by: z.string().optional(),
  at: z.iso.datetime(),
  confirmed: z.boolean(),
  lang: z.string().optional(),
  none: z.literal(true).optional(),
  notes: z.array(z.string()).optional(),
});
export type Provenance = z.infer<typeof Provenance>;

export const Blanks = z.record(z.string(), z.enum(blanks));

/** Two answers that cannot both be so. Both are kept; a person decides. */
export const Contradiction = z.strictObject({
  path: z.string(),
  other: z.string(),
  kept: z.string(),
  against: z.string(),
});
