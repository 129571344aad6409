/** Money for support, in whole pence with a period (`plan-content` 17). */
import { z } from 'zod';
import { money as asked } from '../questions/money.ts';
import { Money } from '../values.ts';
import { PersonRef } from './people.ts';
import { Length } from './support.ts';

export const budgetStates = ['known', 'told_roughly', 'not_told', 'none', 'not_relevant'] as const;

export const Budget = z.strictObject({
  state: z.enum(budgetStates).optional(),
  total: Money.optional(),
  /** What the person was told, where the record says something else. */
  said_total: Money.optional(),
  /** Not yet confirmed by a worker. */
  indicative: z.boolean().optional(),
  council_pays: Money.optional(),
  person_pays: Money.optional(),
  other_pays: Money.optional(),
  managed: z.array(z.enum(['council', 'third_party', 'direct_payment', 'mixed'])).default([]),
  manager: PersonRef.optional(),
  manager_why: z.string().optional(),
  manager_conflict: asked['budget.manager_paid'].answer.optional(),
  manager_help: asked['budget.manager_help'].answer.default([]),
  /** The plan says that a budget can change when needs or services do. */
  change_note: z.literal(true).optional(),
});

export const Cost = z.strictObject({
  id: z.string(),
  what: z.string(),
  amount: Money.optional(),
  /** Goals and needs it helps with, by id. */
  for: z.array(z.string()).default([]),
  provider: z.string().optional(),
  start: z.iso.date().optional(),
  length: Length.optional(),
  one_off: z.boolean(),
});
export type Cost = z.infer<typeof Cost>;

export const exclusions = [
  'nhs_care',
  'household_bill',
  'already_met',
  'unlawful',
  'gambling',
  'paid_relative',
  'unclear',
] as const;
export const Excluded = z.strictObject({
  item: z.string(),
  reason: z.enum(exclusions),
  /** "Is someone else already paying for it?" or "Do they live with you?" */
  answer: asked['spend.excluded'].answer.optional(),
  said: z.string(),
});

const PerWeek = z.strictObject({ amount_pence: z.int(), period: z.literal('week') });

export const Spend = z.strictObject({
  items: z.array(Cost).default([]),
  weekly_total: PerWeek,
  weekly_total_pence: z.int(),
  one_off_total_pence: z.int(),
  /** Budget minus planned, a week. Absent when the budget has no figure. */
  over_under: PerWeek.optional(),
  excluded: z.array(Excluded).default([]),
});

export const DirectPayment = z.strictObject({
  needs: z.array(z.string()).default([]),
  amount: Money.optional(),
  frequency: asked['money.direct_when'].answer.optional(),
  to: z.strictObject({ kind: z.enum(['person', 'nominated', 'authorised']), person: PersonRef }).optional(),
  conditions: z.strictObject({ capable: z.boolean(), right_way: z.boolean(), agrees: z.boolean() }).optional(),
});
