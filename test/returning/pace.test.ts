import { describe, expect, it } from 'vitest';
import { paceWith, pauseAfter } from '../../src/returning/pace.ts';

/** A clock that goes on only while somebody waits. */
function clock() {
  let time = 0;
  const waits: number[] = [];
  return {
    waits,
    now: () => time,
    wait: async (milliseconds: number) => {
      waits.push(milliseconds);
      time += milliseconds;
    },
    later: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}
const wrong = async () => false;
const right = async () => true;

describe('trying codes', () => {
  it('costs nobody anything for the first few slips', async () => {
    const time = clock();
    const pace = paceWith(time);
    for (let at = 0; at < 6; at += 1) await pace.run({ address: 'a', reference: 'R' }, wrong);
    expect(time.waits).toEqual([]);
  });

  it('makes who guesses wait longer each time, up to half a minute', async () => {
    const time = clock();
    const pace = paceWith(time);
    for (let at = 0; at < 14; at += 1) await pace.run({ address: 'a', reference: `R${at}` }, wrong);
    expect(time.waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    expect(pauseAfter(1_000)).toBe(30_000);
  });

  it('never shuts the person out: a right code opens after any number of wrong ones', async () => {
    const time = clock();
    const pace = paceWith(time);
    for (let at = 0; at < 200; at += 1) await pace.run({ address: 'a', reference: 'R' }, wrong);
    expect(await pace.run({ address: 'a', reference: 'R' }, right)).toBe(true);
    expect(time.waits.at(-1)).toBe(30_000);
  });

  it('lets nobody pay for the wrong codes of another address', async () => {
    const time = clock();
    const pace = paceWith(time);
    for (let at = 0; at < 50; at += 1) await pace.run({ address: 'a', reference: 'R' }, wrong);
    const before = time.waits.length;
    expect(await pace.run({ address: 'b', reference: 'R' }, right)).toBe(true);
    expect(time.waits).toHaveLength(before);
  });

  it('forgets wrong codes as time goes by', async () => {
    const time = clock();
    const pace = paceWith(time);
    for (let at = 0; at < 8; at += 1) await pace.run({ address: 'a', reference: 'R' }, wrong);
    time.later(90 * 60_000);
    const before = time.waits.length;
    await pace.run({ address: 'a', reference: 'R' }, right);
    expect(time.waits).toHaveLength(before);
  });

  it('checks two at once, and lets who got none wrong go before a crowd of guesses', async () => {
    const time = clock();
    const pace = paceWith({ ...time, wait: async () => undefined });
    for (let at = 0; at < 4; at += 1) await pace.run({ address: 'crowd', reference: 'R' }, wrong);
    let running = 0;
    let most = 0;
    const order: string[] = [];
    const slow = (name: string) => async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((next) => setTimeout(next, 5));
      running -= 1;
      order.push(name);
      return false;
    };
    const crowd = Array.from({ length: 20 }, (_, at) =>
      pace.run({ address: 'crowd', reference: `R${at}` }, slow('crowd')),
    );
    await new Promise((next) => setTimeout(next, 1));
    await Promise.all([...crowd, pace.run({ address: 'kind', reference: 'R' }, slow('kind'))]);
    expect(most).toBe(2);
    expect(order.indexOf('kind')).toBeLessThan(5);
  });

  it('tries one reference from one address one at a time', async () => {
    const pace = paceWith(clock());
    let running = 0;
    let most = 0;
    const slow = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((next) => setTimeout(next, 2));
      running -= 1;
      return false;
    };
    await Promise.all(Array.from({ length: 4 }, () => pace.run({ address: 'a', reference: 'R' }, slow)));
    expect(most).toBe(1);
  });
});
