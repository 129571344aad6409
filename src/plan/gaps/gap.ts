/** How a gap is written down. */
import type { QuestionId } from '../questions/index.ts';
import type { Gap } from '../schema/agreement.ts';

type Who = Gap['who_can_fill'];

/** `note` is a key under `checks.gap`; `asked` is the question that would fill it. */
export const gap = (path: string, why: string, who_can_fill: Who, note: string, asked?: QuestionId): Gap => ({
  path,
  why,
  who_can_fill,
  note: { key: `checks.gap.${note}` },
  ...(asked === undefined ? {} : { suggested_question: asked }),
});
/** A gap, if it is one. */
export const when = (missing: boolean, ...parts: Parameters<typeof gap>): Gap[] => (missing ? [gap(...parts)] : []);
