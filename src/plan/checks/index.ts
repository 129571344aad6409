/** The 13 things a professional looks for before agreeing a plan (`agreement.md`), in their order. */
import type { Plan } from '../plan.ts';
import type { Finding } from '../schema/agreement.ts';
export const check = (_plan: Plan): Finding[] => [];
