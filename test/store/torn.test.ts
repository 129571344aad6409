import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Note } from '../../src/store/log.ts';
import { openStore } from '../../src/store/lowdb.ts';
import { Unusable } from '../../src/store/port.ts';
import { began, newFolder, turn } from './facts.ts';

const mary = 'marys-plan-0001';
const earlier = [began(mary), ...turn(1), ...turn(2)];
const last = [...turn(3), ...turn(4)];

/** A plan whose last batch begins at `start`. */
async function written() {
  const folder = newFolder();
  const path = join(folder, 'plans', `${mary}.jsonl`);
  const store = await openStore(folder);
  await store.append(mary, 0, earlier.slice(0, 3));
  await store.append(mary, 3, earlier.slice(3));
  const start = statSync(path).size;
  await store.append(mary, 5, last);
  await store.close();
  return { folder, path, start, bytes: readFileSync(path) };
}

it('drops an answer that was torn at any byte, keeps all before it, and goes on', async () => {
  const { folder, path, start, bytes } = await written();
  const notes: Note[] = [];
  for (let length = start; length < bytes.length; length++) {
    writeFileSync(path, bytes.subarray(0, length));
    const store = await openStore(folder, { log: (note) => notes.push(note) });
    expect((await store.read(mary))?.facts).toEqual(earlier);
    expect(statSync(path).size).toBe(start);
    expect(await store.append(mary, 5, last)).toBe(9);
    await store.close();
    expect(readFileSync(path).equals(bytes)).toBe(true);
  }
  // At its first byte nothing of it is there to be noted.
  expect(notes).toHaveLength(bytes.length - start - 1);
  expect(notes[6]).toEqual({ what: 'torn_batch_dropped', path, bytes: 7 });
}, 60_000);

it('drops an answer whose place on disk was made but never filled', async () => {
  const { folder, path, start, bytes } = await written();
  for (const kept of [start, start + 1, start + 100, bytes.length - 1]) {
    writeFileSync(path, bytes);
    truncateSync(path, kept);
    truncateSync(path, bytes.length + 4096);
    const store = await openStore(folder);
    expect(await store.append(mary, 5, last)).toBe(9);
    await store.close();
    expect(readFileSync(path).equals(bytes)).toBe(true);
  }
});

it('finds one changed byte wherever it is, names the file, and never gives changed words', async () => {
  const { folder, path, bytes } = await written();
  const store = await openStore(folder);
  const changed = Buffer.from(bytes);
  for (let at = 0; at < bytes.length - 1; at++) {
    changed[at] = (bytes[at] ?? 0) ^ 0x04;
    writeFileSync(path, changed);
    const again = await store.read(mary).catch((error: unknown) => error);
    expect(again).toBeInstanceOf(Unusable);
    expect(String(again)).toContain(path);
    expect(String(again)).not.toMatch(/I said|answer/);
    changed[at] = bytes[at] ?? 0;
  }
  await store.close();
}, 60_000);

it.each([
  ['was lost', (lines: string[]) => lines.toSpliced(2, 1)],
  ['came twice', (lines: string[]) => lines.toSpliced(2, 0, lines[2] ?? '')],
  ['changed places', (lines: string[]) => lines.toSpliced(2, 2, lines[3] ?? '', lines[2] ?? '')],
  ['is all zeros', (lines: string[]) => lines.toSpliced(2, 1, '\u0000'.repeat(50))],
])('stops at a line that %s', async (_, damage) => {
  const { folder, path, bytes } = await written();
  writeFileSync(path, damage(bytes.toString().split('\n')).join('\n'));
  const store = await openStore(folder);
  await expect(store.read(mary)).rejects.toThrow(/line \d+ was changed or damaged. Put this file back from a backup/);
  await expect(store.append(mary, 9, turn(5))).rejects.toThrow(Unusable);
  await store.close();
  expect(readFileSync(path).toString()).toBe(damage(bytes.toString().split('\n')).join('\n'));
});

it("does not take one person's file for another's", async () => {
  const { folder, path } = await written();
  const john = 'johns-plan-0002';
  const store = await openStore(folder);
  await store.append(john, 0, [began(john)]);
  await store.close();
  writeFileSync(join(folder, 'plans', `${john}.jsonl`), readFileSync(path));
  await expect(openStore(folder)).rejects.toThrow('it holds another plan');
});
