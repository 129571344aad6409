import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Fact } from '../../src/plan/facts.ts';
import { openStore } from '../../src/store/lowdb.ts';
import { formatOf, type Upgrade, upgraded, upgrades } from '../../src/store/upgrade.ts';
import { newFolder, turn } from './facts.ts';

const golden = join(import.meta.dirname, 'golden');
const plan = 'golden-plan-of-mary';
const formats = Array.from({ length: formatOf(upgrades) }, (_, index) => index + 1);
const facts: Fact[] = JSON.parse(readFileSync(join(golden, 'facts.json'), 'utf8'));

/** A folder with one plan in it, as a program of that format left it. */
async function leftBehind(format: number): Promise<{ folder: string; path: string }> {
  const folder = newFolder();
  await (await openStore(folder)).close();
  const path = join(folder, 'plans', `${plan}.jsonl`);
  copyFileSync(join(golden, `format-${format}.jsonl`), path);
  return { folder, path };
}

it.each(formats)('reads a plan that was saved in format %i as the facts of today', async (format) => {
  const { folder } = await leftBehind(format);
  const store = await openStore(folder);
  expect((await store.read(plan))?.facts).toEqual(facts);
  await store.close();
});

it('has a golden file for every format there was, and none too many', () => {
  expect(existsSync(join(golden, `format-${formatOf(upgrades)}.jsonl`))).toBe(true);
  expect(existsSync(join(golden, `format-${formatOf(upgrades) + 1}.jsonl`))).toBe(false);
});

it("writes today's golden file byte for byte: who changes what is saved must add a format", async () => {
  const folder = newFolder();
  const store = await openStore(folder);
  await store.append(plan, 0, facts.slice(0, 2));
  await store.append(plan, 2, facts.slice(2));
  await store.close();
  const written = readFileSync(join(folder, 'plans', `${plan}.jsonl`), 'utf8');
  expect(written).toBe(readFileSync(join(golden, `format-${formatOf(upgrades)}.jsonl`), 'utf8'));
});

const shout: Upgrade = (old) =>
  old.map((fact) => {
    const parsed = Fact.parse(fact);
    return parsed.type === 'answered' ? { ...parsed, said: parsed.said.toUpperCase() } : parsed;
  });
const pause: Upgrade = (old) => [...old, { type: 'paused', at: '2026-11-22T10:00:00Z', by: { role: 'system' } }];

it('brings an old plan up to date step by step, and lets the talk go on in the new format', async () => {
  const { folder, path } = await leftBehind(1);
  const options = { upgrades: [...upgrades, shout, pause] };
  const store = await openStore(folder, options);
  const today = pause(shout(facts)) as Fact[];
  expect((await store.read(plan))?.facts).toEqual(today);
  // Reading alone changes nothing on disk.
  expect(readFileSync(path, 'utf8')).toContain('"format":1');
  expect(await store.append(plan, today.length, turn(1))).toBe(today.length + 2);
  expect(readFileSync(path, 'utf8')).toContain('"format":3');
  expect(await store.append(plan, today.length + 2, turn(2))).toBe(today.length + 4);
  await store.close();
  const again = await openStore(folder, options);
  expect((await again.read(plan))?.facts).toEqual([...today, ...turn(1), ...turn(2)]);
  await again.close();
});

it('knows only the formats there are', () => {
  for (const format of [0, -1, 1.5, 3, Number.NaN]) expect(upgraded(format, [], [shout])).toBeNull();
  expect(upgraded(2, ['as it is'], [shout])).toEqual(['as it is']);
});
