/** The few things a store asks of a disk. Tests and the bench put their own around it: to count, and to refuse. */
import fs from 'node:fs';
import { promisify } from 'node:util';

export interface Disk {
  /** The whole file; null when it is not there. */
  read(path: string): Promise<Buffer | null>;
  /** `new` makes the file, empty; `old` must find it. */
  open(path: string, which: 'new' | 'old'): Promise<number>;
  /** All the bytes, from position `at` on. */
  write(file: number, bytes: Buffer, at: number): Promise<void>;
  /** Returns when what was written would outlive a power cut. */
  flush(file: number): Promise<void>;
  cut(file: number, length: number): Promise<void>;
  close(file: number): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Not there is good too. */
  remove(path: string): Promise<void>;
  /** Returns when the names in the folder would outlive a power cut. */
  flushFolder(path: string): Promise<void>;
}

const open = promisify(fs.open);
const close = promisify(fs.close);
const fsync = promisify(fs.fsync);

/** The disk of this machine. Callbacks on plain file numbers: half the CPU of file handles. */
export const disk: Disk = {
  read: (path) => fs.promises.readFile(path).catch(absent),
  open: (path, which) => open(path, which === 'new' ? 'w+' : 'r+', 0o600),
  // At once: it only fills the machine's memory, and to hand that to a thread costs ten times as much. A full disk may
  // take a part of the bytes and refuse the rest at the next call.
  async write(file, bytes, at) {
    let done = 0;
    while (done < bytes.length) done += fs.writeSync(file, bytes, done, bytes.length - done, at + done);
  },
  flush: promisify(fs.fdatasync),
  cut: (file, length) => promisify(fs.ftruncate)(file, length),
  close,
  rename: promisify(fs.rename),
  remove: (path) => fs.promises.rm(path, { force: true }),
  async flushFolder(path) {
    // Windows can't open a folder, and keeps names in its own journal.
    if (process.platform === 'win32') return;
    const folder = await open(path, 'r');
    try {
      await fsync(folder);
    } finally {
      await close(folder);
    }
  },
};

const absent = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null;
  throw error;
};

/** Puts a whole file in the place of another, or leaves that one as it was. */
export async function replace(on: Disk, path: string, folder: string, bytes: Buffer): Promise<void> {
  const beside = `${path}.new`;
  try {
    const file = await on.open(beside, 'new');
    try {
      await on.write(file, bytes, 0);
      await on.flush(file);
    } finally {
      await on.close(file);
    }
    await on.rename(beside, path);
  } catch (error) {
    await on.remove(beside).catch(() => undefined);
    throw error;
  }
  await on.flushFolder(folder);
}
