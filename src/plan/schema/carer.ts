/** Only in a carer's own plan (`plan-content` 23; Care Act s.10(5)-(6)). */
import { z } from 'zod';
import { carer as asked } from '../questions/carer.ts';

export const Carer = z.strictObject({
  cares_for: z.string().optional(),
  cares_for_link: z.string().optional(),
  does: z.array(z.string()).default([]),
  hours: z.number().optional(),
  able: asked['carer.able'].answer.optional(),
  willing: asked['carer.willing'].answer.optional(),
  impact: z.string().optional(),
  wishes_caring: z.string().optional(),
  wishes_work: z.string().optional(),
  wishes_learning: z.string().optional(),
  wishes_free_time: z.string().optional(),
  other_caring: z.string().optional(),
  breaks: z.string().optional(),
});
