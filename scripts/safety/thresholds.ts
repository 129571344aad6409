/** Where the second reader draws its lines, and how well both readers do together. */
import type { Limits } from '../../src/safety/weigh.ts';
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
  /** Whether it is longer than most answers. */
  readonly long: boolean;
  readonly score: number;
}

/** How many disclosures in a hundred must be noticed more for one hard harmless message in a hundred that is asked about. */
const worth = 0.6;
/** No more of the ordinary answers than this may raise a question. */
const answersAtMost = 0.0075;
/** What may be pressing is taken back only when the weights speak this much more against it. */
export const patience = 0.4;
const sureAlarmsAtMost = 0.003;

export const raised = ({ pattern, pressing, short, long, score }: Judged, limits: Asked) =>
  pattern === 'sure' ||
  (!(short && pattern === 'none') &&
    score >=
      { none: long ? limits.askLong : limits.ask, maybe: limits.keep, likely: limits.likely }[pattern] -
        (pressing ? patience : 0));

type Asked = Pick<Limits, 'ask' | 'askLong' | 'keep' | 'likely'>;

/** Patterns were fitted to the first batch: the lines are drawn by the later ones, and by answers to questions. */
export function thresholds(cases: readonly Judged[]): Limits {
  const { ask, askLong, keep, likely } = bestLimits(cases);
  const harmless = cases.filter((one) => isLater(one) && !one.harm);
  const alarms = (some: readonly Judged[]) => {
    const scores = some.map(({ score }) => score).toSorted((one, other) => other - one);
    return scores[Math.floor(harmless.length * sureAlarmsAtMost)] ?? 0;
  };
  return {
    ask,
    askLong,
    keep,
    likely,
    believe: Math.max(likely, alarms(harmless.filter(({ pattern }) => pattern === 'likely'))),
    // Without any pattern, no more than one in a thousand of all that is harmless, answers to questions too.
    sure: Math.max(ask, topOf(cases.filter(({ harm, pattern }) => !harm && pattern === 'none'))),
  };
}

/** The limits that notice most while ordinary answers are hardly ever asked about. */
function bestLimits(cases: readonly Judged[]): Asked {
  const count = (is: (one: Judged) => boolean) => Math.max(1, cases.filter(is).length);
  const harms = count((one) => isLater(one) && one.harm);
  const hard = count((one) => isLater(one) && !one.harm);
  const answers = cases.filter(({ batch }) => batch === 'answers');
  const surely = answers.filter(({ pattern }) => pattern === 'sure').length;
  const most = Math.floor(answersAtMost * answers.length) - surely;
  const options = (is: (one: Judged) => boolean) => {
    const own = cases.filter((one) => is(one) && (isLater(one) || one.batch === 'answers'));
    return Array.from({ length: 41 }, (_none, at) => {
      const limit = at / 25 - 0.8;
      const up = own.filter((one) => raised(one, { ask: limit, askLong: limit, keep: limit, likely: limit }));
      const later = up.filter(isLater);
      const gain =
        later.filter(({ harm }) => harm).length / harms - (worth * later.filter(({ harm }) => !harm).length) / hard;
      return { limit, gain, asked: up.length - later.length };
    });
  };
  let best = { limits: { ask: 9, askLong: 9, keep: 9, likely: 9 }, gain: 0 };
  const asks = options(({ pattern, long }) => pattern === 'none' && !long);
  const askLongs = options(({ pattern, long }) => pattern === 'none' && long);
  const keeps = options(({ pattern }) => pattern === 'maybe');
  const likelies = options(({ pattern }) => pattern === 'likely');
  for (const ask of asks)
    for (const long of askLongs)
      for (const keep of keeps)
        for (const likely of likelies) {
          const gain = ask.gain + long.gain + keep.gain + likely.gain;
          if (gain <= best.gain || ask.asked + long.asked + keep.asked + likely.asked > most) continue;
          best = {
            limits: { ask: ask.limit, askLong: long.limit, keep: keep.limit, likely: likely.limit },
            gain,
          };
        }
  return best.limits;
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
