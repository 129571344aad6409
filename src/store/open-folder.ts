/** Makes a data folder ready: makes it when it is new, locks it, looks it over, and ends what a kill left half done. */
import fs from 'node:fs';
import { dirname } from 'node:path';
import { type Disk, replace } from './disk.ts';
import {
  codeOf,
  examine,
  type Findings,
  folderTodo,
  type Leftover,
  newFolderProblems,
  type Places,
} from './examine.ts';
import { KnownPlans } from './known-plans.ts';
import { type Lock, lock } from './lock.ts';
import type { Log } from './log.ts';
import { type Problem, Unusable } from './port.ts';
import type { Upgrade } from './upgrade.ts';

export interface Opened {
  readonly lock: Lock;
  readonly known: KnownPlans;
  readonly plans: Set<string>;
}

interface Means {
  readonly disk: Disk;
  readonly upgrades: readonly Upgrade[];
  readonly log: Log;
}

/** Throws `Unusable` with all that is wrong. */
export async function openFolder(places: Places, means: Means): Promise<Opened> {
  await makeFolder(places, means.disk);
  const mine = takeLock(places.folder);
  try {
    await makeList(places, means.disk);
    const findings = examine(places, means.upgrades);
    stopIf(findings.problems);
    const known = new KnownPlans(means.disk, places.list, findings.list.length);
    if (findings.listSize > findings.list.length) {
      means.log({ what: 'torn_batch_dropped', path: places.list, bytes: findings.listSize - findings.list.length });
      await known.mend();
    }
    return { lock: mine, known, plans: await tidied(places, means, known, findings) };
  } catch (error) {
    mine.release();
    throw error;
  }
}

async function makeFolder(places: Places, disk: Disk): Promise<void> {
  const { folder, plans } = places;
  try {
    stopIf(newFolderProblems(places));
    const first = fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (first !== undefined) await flushUpTo(first, folder, disk);
    fs.accessSync(folder, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
    keepPrivate(folder);
    // A list without its folder is damage, and `examine` says so.
    if (!fs.existsSync(places.list)) fs.mkdirSync(plans, { recursive: true, mode: 0o700 });
    if (fs.existsSync(plans)) keepPrivate(plans);
  } catch (error) {
    throw refusal(folder, error);
  }
}

/** The names of all folders that were made. */
async function flushUpTo(first: string, folder: string, disk: Disk): Promise<void> {
  await disk.flushFolder(dirname(folder));
  if (folder !== first) await flushUpTo(first, dirname(folder), disk);
}

function keepPrivate(folder: string): void {
  if ((fs.statSync(folder).mode & 0o077) !== 0) fs.chmodSync(folder, 0o700);
}

function takeLock(folder: string): Lock {
  let mine: ReturnType<typeof lock>;
  try {
    mine = lock(folder);
  } catch (error) {
    throw refusal(folder, error);
  }
  if ('release' in mine) return mine;
  const todo = 'Stop that one first, or give this one another folder.';
  throw new Unusable([{ path: folder, what: `it is in use (${mine.holder}).`, todo }]);
}

async function makeList({ list, folder }: Places, disk: Disk): Promise<void> {
  if (!fs.existsSync(list))
    await replace(disk, list, folder, Buffer.alloc(0)).catch((error) => {
      throw refusal(folder, error);
    });
}

async function tidied(places: Places, { disk, log }: Means, known: KnownPlans, found: Findings): Promise<Set<string>> {
  const plans = new Set(found.list.kept);
  const gone = found.leftovers.filter(({ is }) => is !== 'whole');
  for (const { path, is } of gone) {
    await disk.remove(path);
    log({ what: is === 'removed' ? 'removal_finished' : 'unfinished_plan_dropped', path });
  }
  if (gone.length > 0) await disk.flushFolder(places.plans);
  for (const each of found.leftovers) if (each.is === 'whole' && each.plan) plans.add(await adopted(each, each.plan));
  return plans;

  /** All of its first batch is there, so it may have been seen: it is kept, and from now on for certain. */
  async function adopted({ path }: Leftover, plan: string): Promise<string> {
    const file = await disk.open(path, 'old');
    await disk.flush(file).finally(() => disk.close(file));
    await disk.flushFolder(places.plans);
    await known.kept(plan);
    log({ what: 'unfinished_plan_kept', path });
    return plan;
  }
}

const mostTold = 20;

function stopIf(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const more = problems.length - mostTold;
  const last = problems[mostTold];
  if (more <= 0 || !last) throw new Unusable(problems);
  const rest = { path: last.path, what: `this and ${more - 1} more files have problems too.`, todo: last.todo };
  throw new Unusable([...problems.slice(0, mostTold), rest]);
}

function refusal(path: string, cause: unknown): Unusable {
  if (cause instanceof Unusable) return cause;
  return new Unusable([{ path, what: `it cannot be used (${codeOf(cause)}).`, todo: folderTodo }], { cause });
}
