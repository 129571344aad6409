/** What the plan does not say yet, why it should, and who can fill it in. A gap never stops anybody from sending. */
import type { Plan } from './plan.ts';
import type { Gap } from './schema/agreement.ts';
export const gapsOf = (_plan: Plan): Gap[] => [];
