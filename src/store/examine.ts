/** Looks a data folder over before anything is done with it, and tells all that is wrong with it at once. */
import fs from 'node:fs';
import { join } from 'node:path';
import { type Listed, listed } from './known-plans.ts';
import { Damaged, fromLines } from './lines.ts';
import { fileOf, fromBackup, unknownFormat } from './plan-file.ts';
import { isPlanId, type Problem } from './port.ts';
import { formatOf, type Upgrade } from './upgrade.ts';

export interface Places {
  readonly folder: string;
  readonly plans: string;
  readonly list: string;
  /** Stands beside the folder, so that a folder that is gone (a disk not mounted) is missed. */
  readonly marker: string;
}

export const placesIn = (folder: string): Places => ({
  folder,
  plans: join(folder, 'plans'),
  list: join(folder, 'known-plans'),
  marker: `${folder}.known`,
});

export interface Findings {
  readonly problems: readonly Problem[];
  readonly list: Listed;
  /** How long the list's file is; what lies after `list.length` is a torn line. */
  readonly listSize: number;
  /** Files that a kill left behind. */
  readonly leftovers: readonly Leftover[];
}

export interface Leftover {
  readonly path: string;
  /** Null: no plan's file. */
  readonly plan: string | null;
  readonly is: 'whole' | 'torn' | 'removed';
}

/** What is missing when there is no list of plans; none when the folder is new. */
export function newFolderProblems(places: Places): Problem[] {
  if (fs.existsSync(places.list)) return [];
  if (fs.existsSync(places.marker)) {
    const gone = fs.existsSync(places.folder) ? places.list : places.folder;
    const todo = `Mount it or put it back from a backup. To begin anew without those plans, delete ${places.marker}.`;
    return [{ path: gone, what: 'plans were kept here, and it is not there.', todo }];
  }
  if (!fs.existsSync(places.plans) || fs.readdirSync(places.plans).length === 0) return [];
  const todo =
    'Put it back from a backup; if there is none, make it as an empty file: all whole plans are then taken in.';
  return [{ path: places.list, what: 'the list of plans is not there, but plans are.', todo }];
}

/** Reads the list and the beginning of every plan's file. */
export function examine(places: Places, upgrades: readonly Upgrade[]): Findings {
  const problems: Problem[] = [];
  const bytes = fs.readFileSync(places.list);
  const list = listed(bytes);
  for (const line of list.damaged) {
    const todo = 'Put the line right ("kept" or "removed", a space, the plan\'s id), or take it out.';
    problems.push({ path: places.list, what: `line ${line} was changed or damaged.`, todo });
  }
  const names = namesIn(places.plans, problems);
  if (!names) return { problems, list, listSize: bytes.length, leftovers: [] };
  for (const plan of list.kept) {
    const path = fileOf(places.plans, plan);
    const todo = `${fromBackup} If it is lost for good, add the line "removed ${plan}" to ${places.list}.`;
    const what = names.has(`${plan}.jsonl`) ? wrongWith(path, plan, upgrades) : 'the plan is not there.';
    if (what) problems.push({ path, what, todo });
  }
  const leftovers = [...names].flatMap((name) => leftover(places, list, name, problems));
  return { problems, list, listSize: bytes.length, leftovers };
}

function namesIn(folder: string, problems: Problem[]): Set<string> | null {
  try {
    fs.accessSync(folder, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
    return new Set(fs.readdirSync(folder));
  } catch (error) {
    const todo = codeOf(error) === 'ENOENT' ? 'Mount it or put it back from a backup.' : folderTodo;
    problems.push({ path: folder, what: `it cannot be used (${codeOf(error)}).`, todo });
    return null;
  }
}

const beginning = Buffer.alloc(256);

function wrongWith(path: string, plan: string, upgrades: readonly Upgrade[]): string | null {
  try {
    const file = fs.openSync(path, 'r+');
    const read = fs.readSync(file, beginning, 0, beginning.length, 0);
    fs.closeSync(file);
    const head = /"format":(\d+),"plan":"([\w-]+)"\}\n/.exec(beginning.toString('latin1', 0, read));
    if (!head) return 'its beginning is lost.';
    if (head[2] !== plan) return 'it holds another plan.';
    return Number(head[1]) > formatOf(upgrades) ? unknownFormat(Number(head[1])) : null;
  } catch (error) {
    return `it cannot be read and written (${codeOf(error)}).`;
  }
}

function leftover({ plans }: Places, list: Listed, name: string, problems: Problem[]): Leftover[] {
  const path = join(plans, name);
  if (name.endsWith('.jsonl.new')) return [{ path, plan: null, is: 'torn' }];
  const plan = name.slice(0, -'.jsonl'.length);
  if (!name.endsWith('.jsonl') || !isPlanId(plan) || list.kept.has(plan)) return [];
  if (list.removed.has(plan)) return [{ path, plan, is: 'removed' }];
  try {
    const found = fromLines(fs.readFileSync(path));
    return [{ path, plan, is: found ? 'whole' : 'torn' }];
  } catch (error) {
    const what = error instanceof Damaged ? `line ${error.line} was changed or damaged.` : `${codeOf(error)}.`;
    problems.push({ path, what, todo: `${fromBackup} No list names this plan: it may also be moved away.` });
    return [];
  }
}

export const folderTodo =
  'Give the user that runs the service this folder (chown, chmod 700), on a disk that can be written.';
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
