import type { DateValue } from '../plan/values.ts';

/** How exactly a date was said. */
export type Precision = DateValue['precision'];
