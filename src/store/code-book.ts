/**
 * The codes by which people come back, in one file beside the plans: one line each time a code is made or ends, on disk
 * before anybody is told. It is read once, at the start, so that no plan need be opened to look a code up.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { type CodeBook, type Line, Standing } from '../returning/code-book.ts';
import { type Disk, disk, replace } from './disk.ts';
import { GrowingFile } from './growing-file.ts';
import { fromBackup } from './plan-file.ts';
import { orNotKept, Unusable } from './port.ts';

export interface Options {
  /** The plans that there are: codes of others are let go of. */
  readonly plans: readonly string[];
  readonly disk?: Disk;
}

/** Opens the book of a data folder that the store has opened before, which locks it. Throws `Unusable` when it is damaged. */
export async function openCodes(folder: string, options: Options): Promise<CodeBook> {
  const on = options.disk ?? disk;
  const path = join(folder, 'codes');
  const bytes = (await on.read(path)) ?? Buffer.alloc(0);
  const standing = new Standing();
  const plans = new Set(options.plans);
  const lines = linesIn(bytes, path);
  for (const line of lines) if (!('kept' in line) || plans.has(line.kept.plan)) standing.enter(line);
  const text = standing.all().map((kept) => written({ kept }));
  const clean = Buffer.from(text.join(''));
  if (!clean.equals(bytes)) await replace(on, path, folder, clean);
  const file = new GrowingFile(on, path, clean.length);
  let last: Promise<unknown> = Promise.resolve();
  const enter = (line: Line): Promise<void> => {
    const mine = last.then(async () => {
      await orNotKept(() => file.add(Buffer.from(written(line))));
      standing.enter(line);
    });
    last = mine.catch(() => undefined);
    return mine;
  };
  return {
    find: (reference) => standing.find(reference),
    keep: (entry) => enter({ kept: entry }),
    end: (plan, helper) => enter({ ended: { plan, helper } }),
    async close() {
      await last;
      await file.letGo();
    },
  };
}

const Owner = { plan: z.string(), helper: z.string().optional() };
const Lines = z.union([
  z.object({ kept: z.object({ reference: z.string(), ...Owner, salt: z.string(), hash: z.string() }) }),
  z.object({ ended: z.object(Owner) }),
]);

const written = (line: Line): string => `${JSON.stringify(line)}\n`;

/** A last line without its end was never acknowledged; any other that can't be read is damage. */
function linesIn(bytes: Buffer, path: string): Line[] {
  const whole = bytes.toString('utf8', 0, bytes.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .slice(0, -1)
    .map((text, index) => {
      const line = Lines.safeParse(json(text));
      if (line.success) return line.data;
      throw new Unusable([{ path, what: `line ${index + 1} was changed or damaged.`, todo: fromBackup }]);
    });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
