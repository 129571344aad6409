/** Keys of this installation: made at the first start and kept in a file that only its owner may read. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from './fault.ts';

/** The key of this name in `<folder>/keys/`, base64url of 32 bytes. Throws Fault `key_unusable` when it can't be read or made. */
export async function keptKey(folder: string, name: string): Promise<string> {
  const path = join(folder, 'keys', name);
  try {
    const kept = await readFile(path, 'utf8').catch((error) =>
      error.code === 'ENOENT' ? make(path) : Promise.reject(error),
    );
    if (kept.trim().length >= 43) return kept.trim();
  } catch (cause) {
    throw new Fault('key_unusable', `The key in ${path} cannot be read or made. Check who owns the folder.`, {
      cause,
      expose: true,
    });
  }
  throw new Fault(
    'key_unusable',
    `The key in ${path} is damaged. Delete the file: a new one is made at the next start.`,
    { expose: true },
  );
}

async function make(path: string): Promise<string> {
  const key = randomBytes(32).toString('base64url');
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(`${key}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return key;
}
