/** A council's own settings, as the rest of the program sees them. */
import type { z } from 'zod';
import type { Council, Hours, Prices, Privacy, Service } from './schema.ts';

type Read = z.infer<typeof Council>;
type Team<T> = Omit<T, 'hours'> & { hours: Hours };

/** A checked council pack. Every team has its hours. */
export interface Pack extends Omit<Read, 'duty' | 'safeguarding' | 'children' | 'out_of_hours'> {
  readonly duty: Team<Read['duty']>;
  readonly safeguarding: Team<Read['safeguarding']>;
  readonly children: Team<Read['children']>;
  readonly out_of_hours: Team<Read['out_of_hours']>;
  readonly privacy: z.infer<typeof Privacy>;
  readonly services: readonly Service[];
  readonly prices: z.infer<typeof Prices>;
}
export { openAt } from './opening.ts';
