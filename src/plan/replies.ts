/** What the assistant says, as data. Words are made from it at the edge, in the reader's language. */
import { z } from 'zod';
import { DateValue, Money } from './values.ts';

/** What fills a gap in a text: the person's own words, a number, a date, money, another text, or a list of these. */
export type Filling =
  | string
  | number
  | { date: DateValue }
  | { money: Money }
  | { key: string; with?: Record<string, Filling> | undefined }
  | { list: Filling[] }
  /** One under the other. */
  | { lines: Filling[] };
export const Filling: z.ZodType<Filling> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.object({ date: DateValue }),
    z.object({ money: Money }),
    z.object({ key: z.string(), with: z.record(z.string(), Filling).optional() }),
    z.object({ list: z.array(Filling) }),
    z.object({ lines: z.array(Filling) }),
  ]),
);

/** Something that can be tapped instead of typed. Its label is a text key, or `words` when the person or the pack gave them. */
export const Offer = z.object({
  id: z.string(),
  key: z.string().optional(),
  words: z.string().optional(),
  with: z.record(z.string(), Filling).optional(),
});
export type Offer = z.infer<typeof Offer>;

/** The answer that stands where somebody went back to: options that were tapped, or words. */
export const Given = z.object({ picks: z.array(z.string()), words: z.string() });
export type Given = z.infer<typeof Given>;

/** One message. `waits` is true for the one message of a turn that asks something; it bears the question's id. */
export const Reply = z.object({
  say: z.string(),
  with: z.record(z.string(), Filling).optional(),
  question: z.string().optional(),
  item: z.string().optional(),
  offer: z.array(Offer).optional(),
  given: Given.optional(),
  waits: z.boolean(),
});
export type Reply = z.infer<typeof Reply>;
