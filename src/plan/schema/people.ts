/** The people of the plan, each stored once, and the writer (`plan-content` 3). */
import { z } from 'zod';

/** Somebody of `people[]` by id, or the person whose plan it is. */
export const PersonRef = z.string().regex(/^(p\d+|self)$/);
export type PersonRef = z.infer<typeof PersonRef>;

export const roles = [
  'partner',
  'helper',
  'network',
  'advocate',
  'advocate_helper',
  'involved',
  'support',
  'money_manager',
  'call',
  'backup',
  'emergency',
  'risk',
  'sharing',
  'copy',
  'review',
] as const;
export type Role = (typeof roles)[number];

/** A named person. `link` is what they are to the person; without a name of their own they are called by it. */
export const PlanPerson = z.strictObject({
  id: PersonRef,
  name: z.string(),
  name_given: z.boolean(),
  link: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  roles: z.array(z.enum(roles)).default([]),
  may_contact: z.boolean().optional(),
  may_see_plan: z.enum(['all', 'some', 'none']).default('none'),
  /** Should not take part or be told. Kept from every other reader. */
  do_not_contact: z.literal(true).optional(),
});
export type PlanPerson = z.infer<typeof PlanPerson>;

/** Somebody to ring, with the number as it is in `people[]` today. */
export const Reach = z.strictObject({ person: PersonRef, phone: z.string().optional() });

export const Person = z.strictObject({
  call_me: z.string().optional(),
  full_name: z.string().optional(),
  /** YYYY-MM-DD */
  dob: z.iso.date().optional(),
  council_ref: z.string().optional(),
  nhs_number: z.string().optional(),
  contact: z
    .strictObject({
      said: z.string(),
      phone: z.string().optional(),
      email: z.string().optional(),
      safe_to_use: z.boolean(),
    })
    .optional(),
});

export const Writer = z.strictObject({
  name: z.string().optional(),
  relation: z.string().optional(),
  paid: z.boolean().optional(),
});
