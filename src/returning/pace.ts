import { Queues } from '../queues.ts';

/**
 * How fast codes may be tried. Wrong ones make the next wait, longer each time; nobody is ever shut out, and who got
 * none wrong goes before who did.
 */
export interface Pace {
  /** Runs the check of a code when it is its turn: one at a time from one address for one reference. */
  run(from: { address: string; reference: string }, check: () => Promise<boolean>): Promise<boolean>;
}

export interface Clock {
  /** Milliseconds. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

/** So many wrong codes from one address cost nothing. */
const free = 5;
const longest = 30_000;
/** Each wrong code is forgotten after this time. */
const forgiven = 10 * 60_000;
/** Codes that are checked at the same time. The others wait: saving answers needs the same threads. */
const atOnce = 2;

/** One second after the sixth wrong code, then two, four ... up to half a minute. */
export const pauseAfter = (wrong: number): number =>
  wrong <= free ? 0 : Math.min(longest, 1_000 * 2 ** (wrong - free - 1));

export function paceWith(clock: Clock): Pace {
  const wrongs = wrongsAt(clock);
  const turns = turnsOf(atOnce);
  const queues = new Queues();

  async function check(address: string, act: () => Promise<boolean>): Promise<boolean> {
    const wrong = wrongs.of(address);
    const pause = pauseAfter(wrong);
    if (pause > 0) await clock.wait(pause);
    const right = await turns.take(wrong, act);
    if (!right) wrongs.add(address);
    return right;
  }

  return {
    run({ address, reference }, act) {
      return queues.run(`${address} ${reference}`, () => check(address, act));
    },
  };
}

/** How many wrong codes came from each address of late. */
function wrongsAt({ now }: Clock) {
  const known = new Map<string, { count: number; at: number }>();
  const left = (address: string): number => {
    const { count, at } = known.get(address) ?? { count: 0, at: now() };
    return Math.max(0, count - Math.floor((now() - at) / forgiven));
  };
  return {
    of: left,
    add(address: string): void {
      const count = left(address) + 1;
      known.delete(address);
      known.set(address, { count, at: now() });
      // The oldest come first; those that are forgiven make room.
      for (const one of known.keys()) {
        if (left(one) > 0) break;
        known.delete(one);
      }
    },
  };
}

/** So many at once; of those who wait, the one with the fewest wrong codes goes first. */
function turnsOf(most: number) {
  const waiting: { readonly wrong: number; readonly go: () => void }[] = [];
  let running = 0;
  return {
    async take<T>(wrong: number, act: () => Promise<T>): Promise<T> {
      if (running >= most)
        await new Promise<void>((go) => {
          const behind = waiting.findIndex((one) => one.wrong > wrong);
          waiting.splice(behind < 0 ? waiting.length : behind, 0, { wrong, go });
        });
      else running += 1;
      try {
        return await act();
      } finally {
        const next = waiting.shift();
        if (next === undefined) running -= 1;
        else next.go();
      }
    },
  };
}
