/**
 * A plan is a list of facts, oldest first; the plan of today is their fold (`kept.ts`). The same list is the history,
 * the audit of the conversation and the way back. Facts are only ever added.
 */
import { z } from 'zod';
import { Reply } from './replies.ts';
import { blanks } from './values.ts';

export const channels = ['webchat', 'teams', 'assisted'] as const;
export const modes = ['self', 'on_behalf', 'carer_self'] as const;
export type Mode = (typeof modes)[number];
export const callTimes = ['morning', 'afternoon', 'evening', 'any_time'] as const;
export const callCares = ['only_me', 'no_message', 'do_not_say_council'] as const;
export const nations = ['england', 'wales'] as const;

/** Who said it. `name` is how a helper or a worker is called; the person's own name is in the plan. */
export const Author = z.object({ role: z.enum(['person', 'helper', 'worker', 'system']), name: z.string().optional() });
export type Author = z.infer<typeof Author>;

/** What was known before the talk began: the assessment's needs and an indicative budget. It is shown, never asked for. */
export const AssessmentRecord = z.object({
  reference: z.string().optional(),
  date: z.iso.date().optional(),
  person: z.object({ full_name: z.string().optional(), dob: z.iso.date().optional() }).optional(),
  reablement: z.boolean().optional(),
  partner: z.object({ name: z.string(), link: z.string().optional(), phone: z.string().optional() }).optional(),
  needs: z
    .array(
      z.object({
        text: z.string(),
        outcome_area: z.array(z.string()).default([]),
        eligible: z.enum(['yes', 'partly', 'no', 'not_decided']).default('not_decided'),
        extent: z.string().optional(),
      }),
    )
    .default([]),
  budget: z
    .object({
      amount_pence: z.int().min(0),
      period: z.enum(['week', 'fortnight', 'four_weeks', 'month', 'year']),
      indicative: z.boolean().default(true),
    })
    .optional(),
});
export type AssessmentRecord = z.infer<typeof AssessmentRecord>;

/** Where to ring, when, and what makes it safe: ids of what was ticked, and the person's words. */
export const CallBack = z.object({
  phone: z.string(),
  when: z.array(z.enum(callTimes)),
  safe: z.array(z.enum(callCares)),
  words: z.string(),
});
export type CallBack = z.infer<typeof CallBack>;
/** All but the words, when it was asked for in parts. */
export const callBackParts = CallBack.omit({ words: true }).partial();

const stamp = {
  /** ISO 8601 instant, UTC. */
  at: z.iso.datetime(),
  by: Author,
};
/** `item` names one thing of a list (g1); `parent` the thing it hangs on (an action's goal). */
const slot = { question: z.string(), item: z.string().optional(), parent: z.string().optional() };

export const Fact = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('began'),
    ...stamp,
    plan: z.string(),
    nation: z.enum(nations),
    channel: z.enum(channels),
    lang: z.string(),
    record: AssessmentRecord.optional(),
    /** SHA-256 (hex) of the secret in the person's cookie or token; the secret itself is never kept. */
    key: z.string().optional(),
  }),
  /** A statement was shown; `version` is the privacy notice's. */
  z.object({ type: z.literal('told'), ...stamp, question: z.string(), version: z.string().optional() }),
  z.object({
    type: z.literal('answered'),
    ...stamp,
    ...slot,
    value: z.unknown(),
    said: z.string(),
    /** What understanding noticed: `reads_as_action`, `strong_words`, `none` ("no, nothing"), `long_answer`, `date_unclear` ... */
    notes: z.array(z.string()).optional(),
  }),
  z.object({ type: z.literal('skipped'), ...stamp, ...slot, reason: z.enum(blanks), said: z.string().optional() }),
  /** An answer is to be given again; the old one stays in the history. */
  z.object({ type: z.literal('reopened'), ...stamp, ...slot }),
  /** The person went back to an answered question (a slot), or let go of that visit (null). */
  z.object({ type: z.literal('went'), ...stamp, to: z.string().nullable() }),
  /** Not understood, or "don't know" said once: how the next try is worded depends on how many there were. */
  z.object({ type: z.literal('stumbled'), ...stamp, ...slot, how: z.enum(['dont_know', 'unclear']) }),
  /** "Tell us more about ...": the section's other questions are wanted too. */
  z.object({ type: z.literal('deepened'), ...stamp, section: z.string() }),
  z.object({ type: z.literal('removed'), ...stamp, item: z.string() }),
  z.object({ type: z.literal('paused'), ...stamp }),
  z.object({ type: z.literal('resumed'), ...stamp }),
  z.object({ type: z.literal('declined'), ...stamp }),
  z.object({ type: z.literal('sent'), ...stamp }),
  /** The talk goes on in this language; `said` is how it was named. */
  z.object({ type: z.literal('language'), ...stamp, lang: z.string(), said: z.string().optional() }),
  /** Asked that somebody ring them; `said` is what they added in their own words. */
  z.object({ type: z.literal('call_back'), ...stamp, said: z.string(), ...callBackParts.shape }),
  /** Something that they mean to ask: it goes on the list of questions for the worker. `where` is what was asked then. */
  z.object({ type: z.literal('to_ask'), ...stamp, where: z.string(), said: z.string() }),
  /** A return sheet was made; the one before it no longer opens. Its five words are kept elsewhere, hashed. */
  z.object({ type: z.literal('sheet_made'), ...stamp, reference: z.string() }),
  /** A browser opens this plan from now on; `key` is the SHA-256 (hex) of its secret. A helper's bears the helper's id. */
  z.object({ type: z.literal('device_known'), ...stamp, key: z.string(), helper: z.string().optional() }),
  /** "Is this your own device?" Until it is said, it counts as shared. */
  z.object({ type: z.literal('device_said'), ...stamp, key: z.string(), own: z.boolean() }),
  z.object({ type: z.literal('device_ended'), ...stamp, key: z.string() }),
  /** Somebody may help: with the question that was asked then (a slot), and with the sections that were ticked. */
  z.object({
    type: z.literal('helper_invited'),
    ...stamp,
    helper: z.string(),
    name: z.string(),
    link: z.string(),
    question: z.string().nullable(),
    sections: z.array(z.string()),
  }),
  z.object({ type: z.literal('helper_ended'), ...stamp, helper: z.string() }),
  /** The plan was opened with a code; without `helper` it was the person's own. */
  z.object({ type: z.literal('opened'), ...stamp, channel: z.enum(channels), helper: z.string().optional() }),
  /**
   * A worry about safety, law or the plan. `said` is here and nowhere else: never in the plan, a copy or a log.
   * Levels and kinds as `plan-content` 24.
   */
  z.object({
    type: z.literal('flagged'),
    ...stamp,
    id: z.string(),
    kind: z.string(),
    level: z.enum(['now', 'same_day', 'with_the_plan', 'note']),
    where: z.string(),
    said: z.string(),
    shown_to_person: z.boolean(),
  }),
  /**
   * One turn of the talk, always the last fact of its batch: what came in (under the channel's id, which is applied
   * once), and what was replied. `said` is null when the words went to a flag.
   */
  z.object({
    type: z.literal('turned'),
    ...stamp,
    id: z.string(),
    channel: z.enum(channels),
    said: z.string().nullable(),
    /** A command that was tapped has no words of its own. */
    command: z.string().optional(),
    replies: z.array(Reply),
  }),
]);
export type Fact = z.infer<typeof Fact>;
export type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;

/** What becomes true beside the talk, without its stamp: who may open the plan, and on what. */
export type Noted = Unstamped<
  FactOf<'sheet_made' | 'device_known' | 'device_said' | 'device_ended' | 'helper_invited' | 'helper_ended' | 'opened'>
>;
type Unstamped<F> = F extends unknown ? Omit<F, 'at' | 'by'> : never;
