import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Disk, disk } from '../../src/store/disk.ts';
import { openStore } from '../../src/store/lowdb.ts';
import { NotKept, type PlanStore, Unusable } from '../../src/store/port.ts';
import { began, newFolder, turn } from './facts.ts';

const mary = 'marys-plan-0001';
const john = 'johns-plan-0002';

const refusal = (code: string) => Object.assign(new Error(`${code}: the disk says no`), { code });

/** A disk that refuses what it is told to refuse. With `part`, it first takes some of the bytes, as a full one does. */
function unwilling() {
  const refuse: { acts: readonly (keyof Disk)[]; code: string; part: number } = { acts: [], code: '', part: 0 };
  const check = (act: keyof Disk) => {
    if (refuse.acts.includes(act)) throw refusal(refuse.code);
  };
  let flushes = 0;
  const unwillingDisk: Disk = {
    ...disk,
    async open(path, which) {
      check('open');
      return disk.open(path, which);
    },
    async write(file, bytes, at) {
      if (refuse.acts.includes('write')) await disk.write(file, bytes.subarray(0, refuse.part), at);
      check('write');
      return disk.write(file, bytes, at);
    },
    async flush(file) {
      check('flush');
      flushes++;
      return disk.flush(file);
    },
    async cut(file, length) {
      check('cut');
      return disk.cut(file, length);
    },
    async remove(path) {
      check('remove');
      return disk.remove(path);
    },
    async flushFolder(path) {
      check('flushFolder');
      return disk.flushFolder(path);
    },
  };
  return { disk: unwillingDisk, refuse, flushes: () => flushes };
}

const willing = { acts: [], code: '', part: 0 };
const refusals = [
  { acts: ['write'], code: 'ENOSPC', part: 0 },
  { acts: ['write'], code: 'ENOSPC', part: 40 },
  { acts: ['write'], code: 'ENOSPC', part: 100_000 },
  { acts: ['flush'], code: 'EIO', part: 0 },
  { acts: ['write', 'cut'], code: 'EIO', part: 100_000 },
  { acts: ['write', 'flush', 'cut', 'remove'], code: 'EROFS', part: 30 },
  { acts: ['flush', 'cut', 'open', 'remove', 'flushFolder'], code: 'EIO', part: 0 },
] as const;

const seen = async (store: PlanStore, plan: string) => (await store.read(plan))?.facts ?? null;

it.each(refusals)(
  'keeps nothing of an answer that the disk refused ($acts, $code, $part bytes), and takes it later',
  async (how) => {
    const folder = newFolder();
    const { disk, refuse } = unwilling();
    const store = await openStore(folder, { disk });
    await store.append(mary, 0, [began(mary)]);
    await store.append(mary, 1, turn(1));
    const before = [began(mary), ...turn(1)];

    await store.ready();
    Object.assign(refuse, how);
    await expect(store.ready()).rejects.toThrow(NotKept);
    for (let tries = 0; tries < 3; tries++) {
      const refused = await store
        .append(mary, 3, [...turn(2), ...turn(3), ...turn(4)])
        .catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(NotKept);
      expect(refused).toHaveProperty('cause.code', how.code);
      expect(await seen(store, mary)).toEqual(before);
    }

    Object.assign(refuse, willing);
    expect(await seen(store, mary)).toEqual(before);
    expect(await store.append(mary, 3, turn(3))).toBe(5);
    await store.close();
    const again = await openStore(folder);
    expect(await seen(again, mary)).toEqual([...before, ...turn(3)]);
    await again.close();
  },
);

it.each(refusals)(
  'begins no plan that the disk refused ($acts, $code, $part bytes), and begins it later',
  async (how) => {
    const folder = newFolder();
    const { disk, refuse } = unwilling();
    const store = await openStore(folder, { disk });
    await store.append(mary, 0, [began(mary)]);
    Object.assign(refuse, how);
    for (let tries = 0; tries < 2; tries++) {
      await expect(store.append(john, 0, [began(john)])).rejects.toThrow(NotKept);
      expect(await seen(store, john)).toBeNull();
      expect(await store.plans()).toEqual([mary]);
    }
    Object.assign(refuse, willing);
    expect(await store.append(john, 0, turn(1))).toBe(2);
    await store.close();
    const again = await openStore(folder);
    expect(await seen(again, john)).toEqual(turn(1));
    await again.close();
  },
);

it('leaves nothing of a refused answer on disk for the next start to find', async () => {
  const folder = newFolder();
  const { disk, refuse } = unwilling();
  const store = await openStore(folder, { disk });
  await store.append(mary, 0, [began(mary)]);
  const path = join(folder, 'plans', `${mary}.jsonl`);
  const before = readFileSync(path);
  Object.assign(refuse, { acts: ['write'], code: 'ENOSPC', part: 100_000 });
  await expect(store.append(mary, 1, turn(1))).rejects.toThrow(NotKept);
  expect(readFileSync(path).equals(before)).toBe(true);
  await store.close();
});

it('begins no plan when only the list of plans could not be written', async () => {
  const folder = newFolder();
  const { disk, refuse } = unwilling();
  let opened = 0;
  const store = await openStore(folder, {
    disk: {
      ...disk,
      open: (path, which) =>
        path.endsWith('known-plans') && opened++ === 0 ? Promise.reject(refusal('EIO')) : disk.open(path, which),
    },
  });
  await expect(store.append(mary, 0, [began(mary)])).rejects.toThrow(NotKept);
  expect(await seen(store, mary)).toBeNull();
  expect(() => statSync(join(folder, 'plans', `${mary}.jsonl`))).toThrow('ENOENT');
  expect(refuse.acts).toEqual([]);
  expect(await store.append(mary, 0, [began(mary)])).toBe(1);
  await store.close();
});

it('says so when a plan could not be deleted, shows it to nobody, and deletes it when asked again', async () => {
  const folder = newFolder();
  const { disk, refuse } = unwilling();
  const store = await openStore(folder, { disk });
  await store.append(mary, 0, [began(mary)]);
  Object.assign(refuse, { acts: ['remove'], code: 'EIO' });
  await expect(store.remove(mary)).rejects.toThrow(NotKept);
  expect(await store.read(mary)).toBeNull();
  Object.assign(refuse, willing);
  expect(await store.remove(mary)).toBe(true);
  expect(() => statSync(join(folder, 'plans', `${mary}.jsonl`))).toThrow('ENOENT');
  await store.close();
});

it('ends at the next start a deletion that the disk refused', async () => {
  const folder = newFolder();
  const { disk, refuse } = unwilling();
  const store = await openStore(folder, { disk });
  await store.append(mary, 0, [began(mary)]);
  Object.assign(refuse, { acts: ['remove'], code: 'EIO' });
  await expect(store.remove(mary)).rejects.toThrow(NotKept);
  await store.close();
  const again = await openStore(folder);
  expect(() => statSync(join(folder, 'plans', `${mary}.jsonl`))).toThrow('ENOENT');
  expect(await again.plans()).toEqual([]);
  await again.close();
});

it('deletes nothing when the deletion could not be noted', async () => {
  const folder = newFolder();
  const { disk, refuse } = unwilling();
  const store = await openStore(folder, { disk });
  await store.append(mary, 0, [began(mary)]);
  Object.assign(refuse, { acts: ['write'], code: 'ENOSPC' });
  await expect(store.remove(mary)).rejects.toThrow(NotKept);
  expect(await seen(store, mary)).toEqual([began(mary)]);
  Object.assign(refuse, willing);
  expect(await store.append(mary, 1, turn(1))).toBe(3);
  await store.close();
});

it('flushes once for each answer, whatever its size and however long the plan is', async () => {
  const { disk, flushes } = unwilling();
  const store = await openStore(newFolder(), { disk });
  let version = await store.append(mary, 0, [began(mary)]);
  for (let number = 0; number < 50; number++) {
    const before = flushes();
    version = await store.append(mary, version, turn(number));
    expect(flushes() - before).toBe(1);
  }
  await store.close();
});

it('reads no file to add an answer to a plan it knows', async () => {
  let reads = 0;
  const counting: Disk = { ...disk, read: (path) => disk.read(path).finally(() => reads++) };
  const store = await openStore(newFolder(), { disk: counting, openFiles: 2 });
  const plans = Array.from({ length: 8 }, (_, number) => `plan-number-${number}`);
  for (const plan of plans) await store.append(plan, 0, [began(plan)]);
  for (let number = 0; number < 5; number++) {
    await Promise.all(plans.map((plan) => store.append(plan, 1 + 2 * number, turn(number))));
  }
  expect(reads).toBe(0);
  expect((await store.read('plan-number-3'))?.version).toBe(11);
  await store.close();
});

it('closes no file that somebody is writing to, however few may be open', async () => {
  const store = await openStore(newFolder(), { openFiles: 1 });
  const plans = Array.from({ length: 8 }, (_, number) => `plan-number-${number}`);
  const talk = async (plan: string) => {
    let version = await store.append(plan, 0, [began(plan)]);
    for (let number = 0; number < 60; number++) version = await store.append(plan, version, turn(number));
    return (await store.read(plan))?.version;
  };
  expect(await Promise.all(plans.map(talk))).toEqual(plans.map(() => 121));
  await store.close();
});

it('stops when a plan got shorter behind its back', async () => {
  const folder = newFolder();
  const store = await openStore(folder);
  await store.append(mary, 0, [began(mary)]);
  const path = join(folder, 'plans', `${mary}.jsonl`);
  const short = readFileSync(path);
  await store.append(mary, 1, turn(1));
  writeFileSync(path, short);
  await expect(store.read(mary)).rejects.toThrow(Unusable);
  await store.close();
});

it.skipIf(process.getuid?.() === 0)('refuses a folder that it may only read, and names it', async () => {
  const folder = newFolder();
  const store = await openStore(folder);
  await store.append(mary, 0, [began(mary)]);
  await store.close();
  chmodSync(folder, 0o500);
  await expect(openStore(folder)).rejects.toThrow(folder);
  chmodSync(folder, 0o700);
});
