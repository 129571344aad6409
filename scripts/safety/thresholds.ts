/** Where the second reader draws its lines, and how well both readers do together. */

import type { Line } from './corpus.ts';

/** One line, judged by weights that never saw it. */
export interface Judged {
  readonly line: Line;
  readonly batch: string;
  readonly harm: boolean;
  readonly pattern: 'none' | 'maybe' | 'likely' | 'sure';
  /** Whether the pattern tells of a kind that cannot wait. */
  readonly pressing: boolean;
  readonly score: number;
}

export interface Limits {
  readonly ask: number;
  readonly keep: number;
  readonly likely: number;
  readonly believe: number;
  readonly sure: number;
}

/** How many disclosures must be noticed more for one harmless message in a hundred that raises a question. */
const worth = 1.8;
/** What may be pressing is taken back only when the weights speak this much more against it. */
export const patience = 0.4;
const sureAlarmsAtMost = 0.006;

export const raised = ({ pattern, pressing, score }: Judged, { ask, keep, likely }: Limits) =>
  pattern === 'sure' || score >= { none: ask, maybe: keep, likely }[pattern] - (pressing ? patience : 0);

/** Patterns were fitted to the first batch: the lines are drawn by the later ones. */
export function thresholds(cases: readonly Judged[]): Limits {
  const later = cases.filter(isLater);
  const limitOf = (pattern: Judged['pattern']) =>
    bestLimit(
      later.filter((one) => one.pattern === pattern),
      later.filter(({ harm }) => harm).length,
      later.filter(({ harm }) => !harm).length,
    );
  const [ask, keep, likely] = [limitOf('none'), limitOf('maybe'), limitOf('likely')];
  const harmless = later.filter(({ harm }) => !harm);
  const alarms = (some: readonly Judged[]) => {
    const scores = some.map(({ score }) => score).toSorted((one, other) => other - one);
    return scores[Math.floor(harmless.length * sureAlarmsAtMost)] ?? 0;
  };
  return {
    ask,
    keep,
    likely,
    believe: Math.max(likely, alarms(harmless.filter(({ pattern }) => pattern === 'likely'))),
    // Without any pattern, no more than one in a thousand of all that is harmless, answers to questions too.
    sure: Math.max(ask, topOf(cases.filter(({ harm, pattern }) => !harm && pattern === 'none'))),
  };
}

/** The score that one in a thousand of these is above. */
const topOf = (some: readonly Judged[]) =>
  some.map(({ score }) => score).toSorted((one, other) => other - one)[Math.floor(some.length / 1000)] ?? 0;

/** The score from which on a worry is worth the false alarms that come with it. */
function bestLimit(cases: readonly Judged[], allHarm: number, allHarmless: number): number {
  let [best, most, gain] = [Number.POSITIVE_INFINITY, 0, 0];
  for (const { harm, score } of cases.toSorted((one, other) => other.score - one.score)) {
    gain += harm ? 1 / allHarm : -worth / allHarmless;
    if (gain > most) [best, most] = [score, gain];
  }
  return Number.isFinite(best) ? Math.floor(best * 100) / 100 : 9;
}

const notLater = new Set(['first', 'answers', 'drill']);
const isLater = ({ batch }: Judged) => !notLater.has(batch);

export function report(cases: readonly Judged[], limits: Limits): void {
  const share = (some: readonly Judged[], is: (one: Judged) => boolean) =>
    some.length === 0 ? '    – ' : `${((100 * some.filter(is).length) / some.length).toFixed(1)} %`.padStart(7);
  console.log(
    Object.entries(limits)
      .map(([name, value]) => `${name} ${value.toFixed(2)}`)
      .join(', '),
  );
  console.log('batch    noticed (patterns, second alone)              alarms (patterns, second alone)');
  const rows = [...new Set(cases.map(({ batch }) => batch))].map(
    (batch) => [batch, (one: Judged) => one.batch === batch] as const,
  );
  for (const [title, belongs] of [...rows, ['later', isLater] as const]) {
    const cells = [true, false].map((harm) => {
      const some = cases.filter((one) => belongs(one) && one.harm === harm);
      const patterns = share(some, ({ pattern }) => pattern !== 'none');
      const second = share(some, ({ score }) => score >= limits.ask);
      const sure = share(
        some,
        ({ pattern, score }) =>
          pattern === 'sure' ||
          (pattern === 'likely' && score >= limits.believe) ||
          (pattern === 'none' && score >= limits.sure),
      );
      return `${share(some, (one) => raised(one, limits))} (${patterns}, ${second}) sure ${sure}`;
    });
    console.log(`${title.padEnd(8)} ${cells.join('   ')}`);
  }
}
