import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Note } from '../../src/store/log.ts';
import { openStore } from '../../src/store/lowdb.ts';
import { Unusable } from '../../src/store/port.ts';
import { began, newFolder, turn } from './facts.ts';

const [mary, john, nadia, tom] = ['marys-plan-0001', 'johns-plan-0002', 'nadias-plan-003', 'toms-plan-00004'] as const;
const fileOf = (folder: string, plan: string) => join(folder, 'plans', `${plan}.jsonl`);

async function threePeople(): Promise<string> {
  const folder = newFolder();
  const store = await openStore(folder);
  for (const plan of [mary, john, nadia]) await store.append(plan, 0, [began(plan)]);
  await store.close();
  return folder;
}

const empty = (folder: string): void => {
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
};

/** All problems that stop the start. */
async function stopped(folder: string): Promise<Unusable> {
  const error = await openStore(folder).then(
    () => null,
    (refusal: unknown) => refusal,
  );
  if (error instanceof Unusable) return error;
  throw new Error('The store opened, or failed otherwise.', { cause: error });
}

it('knows everybody again after a restart', async () => {
  const folder = await threePeople();
  const store = await openStore(folder);
  expect([...(await store.plans())].sort()).toEqual([john, mary, nadia]);
  expect(await store.append(mary, 1, turn(1))).toBe(3);
  await store.close();
});

it('lets nobody else on the machine read what people said', async () => {
  const folder = await threePeople();
  const modes = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
    const { mode } = statSync(join(entry.parentPath, entry.name));
    return [entry.name, (mode & 0o777).toString(8), entry.isDirectory() ? '700' : '600'];
  });
  expect(modes.length).toBeGreaterThan(5);
  for (const [name, mode, wanted] of modes) expect([name, mode]).toEqual([name, wanted]);
  expect((statSync(folder).mode & 0o777).toString(8)).toBe('700');
});

it('tells of all missing and broken plans at once, with their paths and what to do', async () => {
  const folder = await threePeople();
  unlinkSync(fileOf(folder, mary));
  writeFileSync(fileOf(folder, john), '');
  unlinkSync(fileOf(folder, nadia));
  mkdirSync(fileOf(folder, nadia));
  const { message, problems } = await stopped(folder);
  expect(problems.map(({ path }) => path).sort()).toEqual([john, mary, nadia].map((plan) => fileOf(folder, plan)));
  expect(message).toContain('the plan is not there. Put this file back from a backup.');
  expect(message).toContain('its beginning is lost.');
  expect(message).toContain('EISDIR');
});

it('starts again when the list says that a lost plan is lost', async () => {
  const folder = await threePeople();
  unlinkSync(fileOf(folder, mary));
  expect((await stopped(folder)).message).toContain(`add the line "removed ${mary}"`);
  writeFileSync(join(folder, 'known-plans'), `removed ${mary}\n`, { flag: 'a' });
  const store = await openStore(folder);
  expect([...(await store.plans())].sort()).toEqual([john, nadia]);
  await store.close();
});

it.each([
  ['the whole folder', (folder: string) => renameSync(folder, `${folder}.elsewhere`), ''],
  ['all that is in it', empty, 'known-plans'],
  ['the list of plans', (folder: string) => unlinkSync(join(folder, 'known-plans')), 'known-plans'],
  ['the folder of plans', (folder: string) => rmSync(join(folder, 'plans'), { recursive: true }), 'plans'],
])('never begins an empty store where %s is gone', async (_, lose, path) => {
  const folder = await threePeople();
  lose(folder);
  const { problems } = await stopped(folder);
  expect(problems.map((problem) => problem.path)).toContain(join(folder, path));
  expect(await stopped(folder)).toBeInstanceOf(Unusable);
});

it('begins anew when the people who run it say so', async () => {
  const folder = await threePeople();
  rmSync(folder, { recursive: true });
  expect((await stopped(folder)).message).toContain(`delete ${folder}.known`);
  unlinkSync(`${folder}.known`);
  const store = await openStore(folder);
  expect(await store.plans()).toEqual([]);
  await store.close();
});

it('misses nothing of a folder in which nobody was yet', async () => {
  const folder = newFolder();
  await (await openStore(folder)).close();
  rmSync(folder, { recursive: true });
  await (await openStore(folder)).close();
});

it('names a line of the list that was changed', async () => {
  const folder = await threePeople();
  const list = join(folder, 'known-plans');
  writeFileSync(list, readFileSync(list, 'utf8').replace(`kept ${john}`, `keqt ${john}`));
  expect((await stopped(folder)).message).toContain(`${list}: line 2 was changed`);
});

it('drops a torn last line of the list, and takes in the plan it was about', async () => {
  const folder = await threePeople();
  const list = join(folder, 'known-plans');
  const whole = readFileSync(list);
  const notes: Note[] = [];
  const line = `kept ${nadia}\n`.length;
  for (let lost = 1; lost <= line; lost++) {
    writeFileSync(list, whole.subarray(0, whole.length - lost));
    const store = await openStore(folder, { log: (note) => notes.push(note) });
    expect([...(await store.plans())].sort()).toEqual([john, mary, nadia]);
    await store.close();
    expect(readFileSync(list).equals(whole)).toBe(true);
  }
  expect(notes.filter(({ what }) => what === 'unfinished_plan_kept')).toHaveLength(line);
});

it('clears away what a kill left: a plan half begun, a removal half done, a file half written', async () => {
  const folder = await threePeople();
  const begun = readFileSync(fileOf(folder, mary));
  writeFileSync(fileOf(folder, tom), begun.subarray(0, -1));
  writeFileSync(`${fileOf(folder, mary)}.new`, 'half');
  writeFileSync(join(folder, 'known-plans'), `removed ${john}\n`, { flag: 'a' });
  const notes: Note[] = [];
  const store = await openStore(folder, { log: (note) => notes.push(note) });
  expect([...(await store.plans())].sort()).toEqual([mary, nadia]);
  expect(readdirSync(join(folder, 'plans')).sort()).toEqual([`${mary}.jsonl`, `${nadia}.jsonl`]);
  expect(notes.map(({ what }) => what).sort()).toEqual([
    'removal_finished',
    'unfinished_plan_dropped',
    'unfinished_plan_dropped',
  ]);
  await store.close();
});

it('touches nothing while anything is wrong', async () => {
  const folder = await threePeople();
  writeFileSync(fileOf(folder, tom), 'torn');
  unlinkSync(fileOf(folder, mary));
  await stopped(folder);
  expect(existsSync(fileOf(folder, tom))).toBe(true);
});

it('refuses a second store on the same folder, and says who has it', async () => {
  const folder = await threePeople();
  const store = await openStore(folder);
  expect((await stopped(folder)).message).toContain(`${folder}: it is in use (process ${process.pid}, started `);
  const other = spawnSync(process.execPath, [join(import.meta.dirname, 'writers.ts'), folder, '0'], {
    encoding: 'utf8',
  });
  expect(other.stderr).toContain('it is in use');
  expect(other.stdout).toBe('');
  expect(await store.append(mary, 1, turn(1))).toBe(3);
  await store.close();
  await (await openStore(folder)).close();
}, 30_000);

it('lets one of several processes in that start at once, and the next one in when that is killed', async () => {
  const folder = await threePeople();
  for (let round = 0; round < 2; round++) {
    const script = join(import.meta.dirname, 'writers.ts');
    const all = Array.from({ length: 3 }, () =>
      spawn(process.execPath, [script, folder, `${round}`], { stdio: ['ignore', 'pipe', 'ignore'] }),
    );
    const came = await Promise.all(
      all.map(async (child) => {
        const told = once(child.stdout, 'data').then(() => true);
        return Promise.race([told, once(child, 'exit').then(() => false)]);
      }),
    );
    for (const child of all) child.kill('SIGKILL');
    expect(came.filter(Boolean)).toHaveLength(1);
  }
}, 30_000);

it('refuses a plan that a newer version of the program wrote', async () => {
  const folder = await threePeople();
  const store = await openStore(folder, { upgrades: [(facts) => facts] });
  await store.append(tom, 0, [began(tom)]);
  await store.close();
  expect((await stopped(folder)).message).toContain(`${fileOf(folder, tom)}: it has format 2`);
});
