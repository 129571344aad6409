/** Where the second reader draws its lines, and how well both readers do together. */
import { type Limits, lengthSteps } from '../../src/safety/weigh.ts';

import type { Line } from './corpus.ts';

/** One line, judged by weights that never saw it. */
export interface Judged {
  readonly line: Line;
  readonly batch: string;
  readonly harm: boolean;
  readonly pattern: 'none' | 'maybe' | 'likely' | 'sure';
  /** Whether the pattern tells of a kind that cannot wait. */
  readonly pressing: boolean;
  /** Whether it has too few words to be asked about without a pattern. */
  readonly short: boolean;
  /** Which step of lengths it is of. */
  readonly length: number;
  readonly score: number;
}

/** How many disclosures in a hundred must be noticed more for one hard harmless message in a hundred that is asked about. */
const worth = 0.6;
/** No more of the ordinary answers than this may raise a question. */
const answersAtMost = 0.01;
/** What may be pressing is taken back only when the weights speak this much more against it. */
export const patience = 0.4;
const sureAlarmsAtMost = 0.003;

export const raised = (one: Judged, limits: Asked) =>
  one.pattern === 'sure' ||
  (!(one.short && one.pattern === 'none') && one.score + patienceWith(one) >= limitFor(one, limits));

const patienceWith = ({ pattern, pressing }: Judged) => (pressing && pattern !== 'none' ? patience : 0);
const limitFor = ({ pattern, length }: Judged, { ask, keep, likely }: Asked) =>
  pattern === 'none' ? (ask[length] ?? 9) : pattern === 'maybe' ? keep : likely;

type Asked = Pick<Limits, 'ask' | 'keep' | 'likely'>;

/** Patterns were fitted to the first batch: the lines are drawn by the later ones, and by answers to questions. */
export function thresholds(cases: readonly Judged[]): Limits {
  const { ask, keep, likely } = bestLimits(cases);
  const harmless = cases.filter((one) => isLater(one) && !one.harm);
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
    sure: Math.max(...ask, topOf(cases.filter(({ harm, pattern }) => !harm && pattern === 'none'))),
  };
}

/** The limits that notice most while ordinary answers are hardly ever asked about: each answer asked about has its price. */
function bestLimits(cases: readonly Judged[]): Asked {
  const answers = cases.filter(({ batch }) => batch === 'answers');
  const surely = answers.filter(({ pattern }) => pattern === 'sure').length;
  const most = Math.floor(answersAtMost * answers.length) - surely;
  const lengths = Array.from({ length: lengthSteps }, (_none, length) => length);
  const ways = [
    ...lengths.map((own) => options(cases, ({ pattern, length }) => pattern === 'none' && length === own)),
    options(cases, ({ pattern }) => pattern === 'maybe'),
    options(cases, ({ pattern }) => pattern === 'likely'),
  ];
  for (let price = 0; ; price += 0.0002) {
    const best = ways.map((way) => way.reduce((one, other) => (worthOf(other) > worthOf(one) ? other : one)));
    function worthOf({ gain, asked }: Option) {
      return gain - price * asked;
    }
    if (best.reduce((sum, { asked }) => sum + asked, 0) > most) continue;
    const limits = best.map(({ limit }) => limit);
    const [keep = 9, likely = 9] = limits.slice(lengthSteps);
    return { ask: limits.slice(0, lengthSteps), keep, likely };
  }
}

interface Option {
  readonly limit: number;
  /** Disclosures that it notices, less what hard harmless messages that it asks about cost. */
  readonly gain: number;
  /** How many ordinary answers it asks about. */
  readonly asked: number;
}

/** What each limit that could be drawn would bring among some of the cases; the highest limit first. */
function options(cases: readonly Judged[], is: (one: Judged) => boolean): Option[] {
  const harms = Math.max(1, cases.filter((one) => isLater(one) && one.harm).length);
  const hard = Math.max(1, cases.filter((one) => isLater(one) && !one.harm).length);
  const own = cases.filter((one) => is(one) && (isLater(one) || one.batch === 'answers'));
  return Array.from({ length: 91 }, (_none, at) => {
    const limit = 1 - at / 50;
    const up = own.filter((one) => raised(one, { ask: Array(lengthSteps).fill(limit), keep: limit, likely: limit }));
    const later = up.filter(isLater);
    const noticed = later.filter(({ harm }) => harm).length / harms;
    return {
      limit,
      gain: noticed - (worth * later.filter(({ harm }) => !harm).length) / hard,
      asked: up.length - later.length,
    };
  });
}

/** The score that one in a thousand of these is above. */
const topOf = (some: readonly Judged[]) =>
  some.map(({ score }) => score).toSorted((one, other) => other - one)[Math.floor(some.length / 1000)] ?? 0;

const notLater = new Set(['first', 'answers', 'drill']);
const isLater = ({ batch }: Judged) => !notLater.has(batch);

export function report(cases: readonly Judged[], limits: Limits): void {
  const share = (some: readonly Judged[], is: (one: Judged) => boolean) =>
    some.length === 0 ? '    – ' : `${((100 * some.filter(is).length) / some.length).toFixed(1)} %`.padStart(7);
  console.log(
    Object.entries(limits)
      .map(
        ([name, value]) =>
          `${name} ${[value]
            .flat()
            .map((one) => one.toFixed(2))
            .join(' ')}`,
      )
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
      const second = share(some, ({ score, length }) => score >= (limits.ask[length] ?? 9));
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
