/** The tidy values that stand beside a person's own words. Every answer keeps both. */
import { z } from 'zod';

/** How exactly a date was said. "Next June" is a month; no day is ever made out of it. */
export const precisions = ['day', 'week', 'month', 'season', 'year', 'event', 'unknown'] as const;

/** A date as said. `date` is the first day of what was meant (YYYY-MM-DD); `event` is what it hangs on ("family wedding"). */
export const DateValue = z.object({
  said: z.string(),
  precision: z.enum(precisions),
  date: z.iso.date().optional(),
  event: z.string().optional(),
});
export type DateValue = z.infer<typeof DateValue>;

export const periods = ['one_off', 'week', 'fortnight', 'four_weeks', 'month', 'year'] as const;
export type Period = (typeof periods)[number];

/**
 * Money in whole pence for a period. `find_out` means that the person does not know the amount yet; then there is no
 * `amount_pence`. `hourly` is kept when it was said as a rate: 22 pounds an hour, three hours a week.
 */
export const Money = z.object({
  amount_pence: z.int().min(0).optional(),
  period: z.enum(periods).optional(),
  hourly: z.object({ rate_pence: z.int().min(0), hours: z.number().min(0) }).optional(),
  sure: z.boolean().default(true),
  find_out: z.literal(true).optional(),
});
export type Money = z.infer<typeof Money>;

/** Somebody as they were named: "my daughter Priya 07700 900123", or a team. `link` is what they are to the person. */
export const PersonSaid = z.object({
  name: z.string().min(1),
  link: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  self: z.literal(true).optional(),
});
export type PersonSaid = z.infer<typeof PersonSaid>;

/** One or more people, in the order in which they were named; `none` when the person said that there is nobody. */
export const People = z.object({ people: z.array(PersonSaid), none: z.literal(true).optional() });
export type People = z.infer<typeof People>;

/** Whether somebody may be rung, and on which number. */
export const Phone = z.object({ may_ring: z.boolean(), phone: z.string().optional() });
export type Phone = z.infer<typeof Phone>;

/** A score from 1 to 10. Which end is which belongs to the question: importance 1 = matters most, confidence 10 = very sure. */
export const Score = z.int().min(1).max(10);

/** Why an answer is empty. `plan-content` rule 1.3: empty is information. */
export const blanks = ['not_asked', 'skipped', 'dont_know', 'not_relevant', 'prefers_not', 'worker_to_add'] as const;
export type Blank = (typeof blanks)[number];

/** Who a value came from: person, helper, carer, worker, the assessment record, or worked out by the system. */
export const sources = ['P', 'H', 'C', 'W', 'A', 'S'] as const;
export type Source = (typeof sources)[number];
