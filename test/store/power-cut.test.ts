import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { type Disk, disk } from '../../src/store/disk.ts';
import { openStore } from '../../src/store/lowdb.ts';
import { began, newFolder, turn } from './facts.ts';

/** A disk that remembers what has truly reached it: flushed bytes, under names in flushed folders. */
function forgetful() {
  const paths = new Map<number, string>();
  /** What each file that was ever opened holds for certain, by the file and not by its name. */
  const contents = new Map<string, Buffer>();
  const names = new Map<string, string[]>();
  const forgetfulDisk: Disk = {
    ...disk,
    async open(path, which) {
      const file = await disk.open(path, which);
      paths.set(file, path);
      if (which === 'new') contents.set(path, Buffer.alloc(0));
      return file;
    },
    async flush(file) {
      await disk.flush(file);
      const path = paths.get(file) ?? '';
      contents.set(path, readFileSync(path));
    },
    async rename(from, to) {
      await disk.rename(from, to);
      contents.set(to, contents.get(from) ?? Buffer.alloc(0));
    },
    async flushFolder(path) {
      await disk.flushFolder(path);
      names.set(path, readdirSync(path));
    },
  };
  /** What is found after the power is back. */
  const after = (folder: string, to: string) => {
    mkdirSync(join(to, 'plans'), { recursive: true });
    for (const [path, bytes] of contents) {
      if (!names.get(dirname(path))?.includes(basename(path))) continue;
      writeFileSync(join(to, path.slice(folder.length)), bytes);
    }
  };
  return { disk: forgetfulDisk, after };
}

it('has every acknowledged answer, and no deleted plan, when the power goes at any moment', async () => {
  const folder = newFolder();
  const { disk, after } = forgetful();
  const store = await openStore(folder, { disk });
  const expected = new Map<string, number>();
  const check = async () => {
    const found = newFolder();
    after(folder, found);
    const survivor = await openStore(found);
    expect([...(await survivor.plans())].sort()).toEqual([...expected.keys()].sort());
    for (const [plan, version] of expected) expect((await survivor.read(plan))?.version).toBe(version);
    await survivor.close();
  };
  await check();
  for (let number = 0; number < 12; number++) {
    const plan = `plan-number-${number % 4}`;
    const version = expected.get(plan) ?? 0;
    expected.set(plan, await store.append(plan, version, version === 0 ? [began(plan)] : turn(number)));
    await check();
  }
  await store.remove('plan-number-2');
  expected.delete('plan-number-2');
  await check();
  await store.close();
});

it('can be copied while it runs, and the copy opens', async () => {
  const folder = newFolder();
  const store = await openStore(folder);
  await store.append('marys-plan-0001', 0, [began('marys-plan-0001')]);
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true, filter: (path) => basename(path) !== 'lock' });
  await store.append('marys-plan-0001', 1, turn(1));
  const opened = await openStore(copy);
  expect((await opened.read('marys-plan-0001'))?.version).toBe(1);
  await opened.close();
  await store.close();
});
