/**
 * Keeps a second process out of the folder. The lock is the system's own, held through an empty SQLite file: it goes
 * with its process, however that ends, so that none is ever stale, and of two that start at once one gets it.
 */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface Lock {
  release(): void;
}

/** The lock, or who has it. Throws when the folder can't be written. */
export function lock(folder: string): Lock | { readonly holder: string } {
  const path = join(folder, 'lock');
  const holder = `${path}.holder`;
  // Closing any other handle on this file would let the lock go, so only SQLite ever opens it.
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (isBusy(error)) return { holder: whoHas(holder) };
    throw error;
  }
  chmodSync(path, 0o600);
  const started = new Date(performance.timeOrigin).toISOString();
  try {
    writeFileSync(holder, `process ${process.pid}, started ${started}\n`, { mode: 0o600 });
  } catch (error) {
    database.close();
    throw error;
  }
  return { release: () => database.close() };
}

function whoHas(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim() || 'another process';
  } catch {
    return 'another process';
  }
}

const busy = 5;
const isBusy = (error: unknown): boolean => error instanceof Error && 'errcode' in error && error.errcode === busy;
