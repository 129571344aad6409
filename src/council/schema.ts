/** What a council pack says. `load-pack.ts` reads it from a folder; nothing of it is in code. */
import { z } from 'zod';
import { nations } from '../plan/facts.ts';
import { periods } from '../plan/values.ts';

const text = z.string().trim().min(1);
const phone = z.string().regex(/^\+?[0-9][0-9 ]{1,18}[0-9]$/, 'must be a phone number');
const time = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'must be a time such as 09:00');
const id = z.string().regex(/^[a-z0-9_]+$/, 'must be small letters, digits and _');
const web = z.url({ protocol: /^https?$/, error: 'must be a whole web address' });
/** The same words in each language the council offers. */
const Words = z.record(z.string(), text);

const spells = z.array(z.tuple([time, time])).default([]);
const Week = z.strictObject({
  monday: spells,
  tuesday: spells,
  wednesday: spells,
  thursday: spells,
  friday: spells,
  saturday: spells,
  sunday: spells,
});

/** When somebody answers: always, or by the week, on the clock of `timezone`. */
export const Hours = z.union([
  z.strictObject({ always: z.literal(true) }),
  z.strictObject({
    week: Week,
    closed: z.array(z.iso.date()).default([]),
    timezone: text.default('Europe/London'),
    /** The council's own wording of its hours, shown as it is. */
    said: text.optional(),
  }),
]);
export type Hours = z.infer<typeof Hours>;

/** A team that can be rung. `hours` left out are the council's. */
const Contact = z.strictObject({
  phone,
  text_phone: phone.optional(),
  email: z.email().optional(),
  hours: Hours.optional(),
});

export const Council = z.strictObject({
  id,
  name: text,
  /** How the bot calls the council in mid-sentence. */
  short_name: text,
  nation: z.enum(nations),
  languages: z.array(text).min(1),
  hours: Hours,
  duty: Contact,
  safeguarding: Contact,
  children: Contact,
  out_of_hours: Contact,
  complaint: z.strictObject({ name: text, phone, email: z.email(), url: web, post: text }),
  ombudsman: z.strictObject({ name: text, phone, url: web }),
  /** A worker reads a sent plan within this many days. */
  reply_within_days: z.int().min(1).max(60),
  /** Reviews: the law's longest times are 3 and 12 months; a council can only make them sooner. */
  review: z.strictObject({
    first_aim_weeks: z.int().min(1).max(12),
    first_latest_months: z.int().min(1).max(3),
    then_every_months: z.int().min(1).max(12),
  }),
  /** Where "leave this page" goes: somewhere everyday. */
  exit_url: web,
  links: z.array(z.strictObject({ id, url: web, words: Words })).default([]),
});

export const Privacy = z.strictObject({
  /** Kept with the plan when the notice was shown. */
  version: text,
  reviewed: z.iso.date(),
  review_by: z.iso.date(),
  controller: text,
  contact: z.email(),
  notice_url: web,
  links: z.array(z.strictObject({ id, url: web, words: Words })).default([]),
  /** How long answers are kept, as a clause that ends "We keep your answers ...". */
  retention: Words,
  legal_basis: Words,
});

export const Service = z.strictObject({
  id,
  kind: id,
  name: text,
  what: text,
  place: text,
  area: text,
  times: text,
  cost: z.strictObject({
    pence: z.int().min(0),
    per: z.enum(['visit', 'hour', 'week', 'month', 'trip', 'meal', 'year']),
  }),
  phone,
  url: web.optional(),
  step_free: z.boolean(),
  tags: z.array(id).min(1),
  review_by: z.iso.date(),
});
export type Service = z.infer<typeof Service>;

/** What things usually cost here. An amount outside its band gets a second look, never a refusal. */
const Band = z
  .strictObject({
    kind: id,
    per: z.enum(['hour', 'visit', 'meal', 'day', 'night', ...periods]),
    low_pence: z.int().min(0),
    high_pence: z.int().min(0),
    what: text,
  })
  .refine((band) => band.low_pence <= band.high_pence, 'low_pence must not be above high_pence');
export const Prices = z.strictObject({
  updated: z.iso.date(),
  review_by: z.iso.date(),
  /** The National Living Wage: an hourly cost below it is probably a slip. */
  lowest_hourly_pence: z.int().min(1),
  bands: z.array(Band).min(1),
});
