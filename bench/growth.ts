/** Whether it gets dearer as plans grow, and as there are more of them. */
import { resume, step } from '../src/conversation/position.ts';
import type { Stamp } from '../src/dialog/index.ts';
import { isQuestionId, questions } from '../src/plan/questions/index.ts';
import { openStore } from '../src/store/lowdb.ts';
import { type Answer, long, ordinary } from './answers.ts';
import type { Client } from './clients/client.ts';
import { directLine } from './clients/direct-line.ts';
import { livePage } from './clients/page.ts';
import { cost, median } from './load.ts';
import { compared, limited, type Row } from './rows.ts';
import { type Held, heldUntil, twentySteps } from './script.ts';
import { seed } from './seeds.ts';
import { product, start } from './server.ts';

/** The same words early and late in a plan, each in conversations that are open already. */
export async function longPlans(folder: string, rounds: number, talks: number): Promise<Row[]> {
  const words = { text: 'It matters to me and to my family.' };
  const few = sayingNext(await heldUntil(ordinary, 5), words);
  const many = sayingNext(await heldUntil(long, 200), words);
  const all = (rounds + 1) * talks * ways.length;
  const plans = { few: await seed(folder, few.facts, all), many: await seed(folder, many.facts, all) };
  const server = await start(product(folder));
  const costs = ways.map(() => ({ few: [] as number[], many: [] as number[] }));
  let from = 0;
  for (let round = 0; round <= rounds; round += 1)
    for (const [index, [, client]] of ways.entries()) {
      const part = [from, from + talks] as const;
      from += talks;
      const early = await cost(server, { client, steps: [few.next], talks: plans.few.slice(...part) });
      const late = await cost(server, { client, steps: [many.next], talks: plans.many.slice(...part) });
      if (round === 0) continue;
      costs[index]?.few.push(early.cpuMicroseconds);
      costs[index]?.many.push(late.cpuMicroseconds);
    }
  await server.stop();
  return ways.map(([name], index) =>
    compared(
      `${name}: CPU of a turn with 200 answers given, to that with 5`,
      { atMost: 1.25 },
      median(costs[index]?.many ?? []),
      median(costs[index]?.few ?? []),
      'µs',
    ),
  );
}

/** The same words, so that only the plan's length differs. */
const sayingNext = (held: Held, said: Answer): Held => ({ ...held, next: { ...held.next, said } });

const ways: readonly (readonly [string, Client])[] = [
  ['Direct Line', directLine],
  ['page, with its script', livePage],
];

/** New conversations beside 10 plans, and beside 10,000. */
export async function manyPlans(folder: (name: string) => string, rounds: number, talks: number): Promise<Row[]> {
  const steps = await twentySteps(ordinary);
  const { facts } = await heldUntil(ordinary, 15);
  const folders = { few: folder('ten'), many: folder('ten-thousand') };
  await seed(folders.few, facts, 10);
  await seed(folders.many, facts, 10_000);
  const began = performance.now();
  const store = await openStore(folders.many);
  const indexed = performance.now() - began;
  await store.close();
  const few = await start(product(folders.few));
  const many = await start(product(folders.many));
  const costs = { few: [] as number[], many: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const beside10 = await cost(few, { client: directLine, steps, talks });
    const beside10000 = await cost(many, { client: directLine, steps, talks });
    if (round === 0) continue;
    costs.few.push(beside10.cpuMicroseconds);
    costs.many.push(beside10000.cpuMicroseconds);
  }
  await Promise.all([few.stop(), many.stop()]);
  const what = 'CPU of a turn with 10,000 plans in the store, to that with 10';
  return [
    compared(what, { atMost: 1.2 }, median(costs.many), median(costs.few), 'µs'),
    limited('10,000 plans indexed at start', 3, indexed / 1_000, 's'),
  ];
}

/** In this process: one step on from where a talk rests, and the whole way from what is kept. */
export async function position(): Promise<Row[]> {
  const { kept, next } = await heldUntil(long, 200);
  const stamp: Stamp = { at: kept.changedAt, by: { role: 'person' } };
  const { position: rests } = resume(kept, stamp, 1);
  const { question, said } = next;
  if (!isQuestionId(question) || questions[question].kind !== 'free_text' || !('text' in said))
    throw new Error('free text was to be asked');
  const place = next.item === undefined ? { question } : { question, item: next.item };
  const event = { type: 'ANSWER', stamp, ...place, value: said.text, said: said.text } as const;
  return [
    limited(
      'where the talk stands, one answer on, 200 answers given',
      0.3,
      timed(() => step(rests, event)),
      'ms',
    ),
    limited(
      'where the talk stands, from what is kept, 200 answers given',
      0.3,
      timed(() => resume(kept, stamp, 1)),
      'ms',
    ),
  ];
}

function timed(work: () => unknown): number {
  const times: number[] = [];
  for (let count = 0; count < 3_000; count += 1) {
    const began = performance.now();
    work();
    if (count >= 1_000) times.push(performance.now() - began);
  }
  return median(times);
}
