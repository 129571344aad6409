/** N. Keeping safe while living your life. No scores, no red-amber-green. */
import { choice, person, text } from './kinds.ts';

const risk = { of: 'risk' } as const;

export const risks = {
  'risk.what': text('risks[].what', risk),
  'risk.worth': text('risks[].worth_it', risk),
  'risk.controls': text('risks[].controls', risk),
  'risk.who': person('risks[].who', risk),
  'risk.another': choice(undefined, ['another', 'enough', 'none']),
};
