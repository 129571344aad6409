import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openStore } from '../../src/store/lowdb.ts';
import type { PlanStore } from '../../src/store/port.ts';
import { newFolder } from './facts.ts';

const lanes = 2;
const killsALane = 50;

it('loses and doubles no acknowledged answer and tears none in 100 kills under 16 writers', async () => {
  const done = await Promise.all(Array.from({ length: lanes }, () => manyKills(newFolder())));
  const acknowledged = done.reduce((sum, each) => sum + each.acknowledged, 0);
  // Proves that the writers were really at it: about ten answers a kill at the very least.
  expect(acknowledged).toBeGreaterThan(lanes * killsALane * 10);
}, 180_000);

async function manyKills(folder: string): Promise<{ acknowledged: number }> {
  let acknowledged = 0;
  const kept = new Map<string, number>();
  const removed = new Set<string>();
  for (let round = 0; round < killsALane; round++) {
    const lines = await killed(folder, round);
    const leaving = new Set<string>();
    for (const [act, plan = '', version] of lines.map((line) => line.split(' '))) {
      if (act === 'kept') kept.set(plan, Number(version));
      if (act === 'leaving') leaving.add(plan);
      if (act === 'removed') removed.add(plan);
      if (act === 'kept') acknowledged++;
    }
    const store = await openStore(folder);
    const plans = new Set(await store.plans());
    for (const plan of plans) if (plan.startsWith(`plan-${round}-`)) await checkPlan(store, plan, kept.get(plan) ?? 0);
    for (const plan of kept.keys()) {
      if (removed.has(plan)) expect(plans.has(plan)).toBe(false);
      else if (!leaving.has(plan)) expect(plans.has(plan)).toBe(true);
      // Told to go, and killed before it was acknowledged: either is right, from now on always the same.
      else if (!plans.has(plan)) removed.add(plan);
    }
    expect(readdirSync(join(folder, 'plans')).sort()).toEqual([...plans].map((plan) => `${plan}.jsonl`).sort());
    await store.close();
  }
  const store = await openStore(folder);
  for (const plan of await store.plans()) await checkPlan(store, plan, kept.get(plan) ?? 0);
  await store.close();
  return { acknowledged };
}

/** All that was acknowledged is there, once and in order; of the batch under way all or nothing. */
async function checkPlan(store: PlanStore, plan: string, acknowledged: number): Promise<void> {
  const facts = (await store.read(plan))?.facts ?? [];
  expect(facts.length).toBeGreaterThanOrEqual(acknowledged);
  expect(facts.length).toBeLessThanOrEqual(acknowledged + 5);
  const values = facts.map((fact) => (fact.type === 'answered' ? fact.value : null)) as {
    plan: string;
    place: number;
    until: number;
  }[];
  expect(values.map(({ place }) => place)).toEqual(facts.map((_, index) => index));
  expect(new Set(values.map((value) => value.plan))).toEqual(new Set([plan]));
  expect(values.at(-1)?.until).toBe(facts.length);
  if (facts.length > acknowledged)
    expect(values.filter(({ place }) => place >= acknowledged).every(({ until }) => until === facts.length)).toBe(true);
}

/** Lets the writers write for a while, kills them, and gives back all they said before. */
async function killed(folder: string, round: number): Promise<string[]> {
  const script = join(import.meta.dirname, 'writers.ts');
  const child = spawn(process.execPath, [script, folder, `${round}`], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaint += text;
  });
  const gone = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), gone]);
  await wait(50 + Math.random() * 200);
  child.kill('SIGKILL');
  const [, signal] = await gone;
  expect(complaint).toBe('');
  expect(signal).toBe('SIGKILL');
  // A line without its end was never said.
  return said.split('\n').slice(0, -1);
}
