/**
 * Saved plans of older formats, brought up to today's. One function for each old format, from it to the next one, each
 * with a golden file in `test/store/golden`. Never change one that was released: add the next.
 */
export type Upgrade = (facts: readonly unknown[]) => readonly unknown[];

/** The first one goes from format 1 to 2. There is none yet: format 1 is today's. */
export const upgrades: readonly Upgrade[] = [];

/** The format that is written. */
export const formatOf = (steps: readonly Upgrade[]): number => steps.length + 1;

/** Facts as they are written today, from facts as they were written in `format`; null when that is not known (yet). */
export function upgraded(format: number, facts: readonly unknown[], steps = upgrades): readonly unknown[] | null {
  if (!Number.isInteger(format) || format < 1 || format > formatOf(steps)) return null;
  return steps.slice(format - 1).reduce((before, step) => step(before), facts);
}
