/** Sixteen people at once, each through the same talk; and what that cost the server. */
import type { Client, Known } from './clients/client.ts';
import type { Step } from './script.ts';
import type { Server } from './server.ts';

export interface Cost {
  readonly turnsPerSecond: number;
  readonly cpuMicroseconds: number;
}

export const atOnce = 16;

export interface Load {
  readonly client: Client;
  readonly steps: readonly Step[];
  /** How many conversations; or these, which are kept already. */
  readonly talks: number | readonly Known[];
}

/** Opens all conversations first, for only the turns are measured. */
export async function cost(server: Server, { client, steps, talks }: Load): Promise<Cost> {
  const known = typeof talks === 'number' ? Array.from({ length: talks }, () => undefined) : talks;
  const conversations = await inTurns(known, (one) => client(server.url, one));
  const before = await server.usage();
  const began = performance.now();
  await inTurns(conversations, async (conversation) => {
    for (const step of steps) await conversation.say(step);
  });
  const seconds = (performance.now() - began) / 1_000;
  const after = await server.usage();
  for (const conversation of conversations) conversation.end();
  const turns = conversations.length * steps.length;
  return {
    turnsPerSecond: turns / seconds,
    cpuMicroseconds: (after.cpuMicroseconds - before.cpuMicroseconds) / turns,
  };
}

async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const worker = async () => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export const medianCost = (costs: readonly Cost[]): Cost => ({
  turnsPerSecond: median(costs.map((one) => one.turnsPerSecond)),
  cpuMicroseconds: median(costs.map((one) => one.cpuMicroseconds)),
});
