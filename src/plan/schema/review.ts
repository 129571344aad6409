/** Reviews (`plan-content` 22). Rules are ids; their words are in locales. */
import { z } from 'zod';
import { reviewing as asked } from '../questions/reviewing.ts';
import { DateValue } from '../values.ts';
import { PersonRef } from './people.ts';

export const earlyReasons = [
  'asked_by_person_or_carer',
  'hospital_stay',
  'needs_change',
  'carer_change',
  'home_change',
  'money_change',
  'goal_done_or_stuck',
  'support_missed_twice',
  'safeguarding_worry',
  'service_closing',
] as const;

export const reviewRules = [
  'within_3_months_of_start',
  'within_12_months_of_first_review',
  'within_6_months_of_direct_payment',
  'as_the_council_arranges',
] as const;

export const FirstDue = z.strictObject({
  ...DateValue.partial({ said: true, precision: true }).shape,
  rule: z.enum(reviewRules),
  latest_allowed: z.iso.date().optional(),
  /** Six to eight weeks after the start, as statutory guidance has it. */
  target: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).optional(),
  too_late: z.literal(true).optional(),
});

export const Review = z.strictObject({
  first_due: FirstDue,
  next_due: z.strictObject({ rule: z.enum(reviewRules), latest_allowed: z.iso.date().optional() }),
  how: asked['review.how'].answer.optional(),
  who: z.array(PersonRef).default([]),
  follow_up: z.string().optional(),
  track: z.string().optional(),
  /** In the person's words. */
  early_if: z.array(z.string()).default([]),
  /** What always brings a review forward. */
  early_if_always: z.array(z.enum(earlyReasons)),
  reviewer: z.strictObject({ name: z.string(), phone: z.string().optional() }).optional(),
});

export const HeldReview = z.strictObject({
  date: z.iso.date(),
  kind: z.string(),
  answers: z.record(z.string(), z.unknown()),
  changes: z.array(z.string()).default([]),
  new_version: z.int().optional(),
});
