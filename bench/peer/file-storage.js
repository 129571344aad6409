import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** botbuilder's Storage in a folder: one file a key, on disk before it returns, with the eTag check that state needs. */
export class FileStorage {
  constructor(folder) {
    this.folder = folder;
  }

  async read(keys) {
    const items = {};
    await Promise.all(
      keys.map(async (key) => {
        const item = await this.item(key);
        if (item) items[key] = item;
      }),
    );
    return items;
  }

  async write(changes) {
    await Promise.all(Object.entries(changes).map(([key, item]) => this.put(key, item)));
  }

  async delete(keys) {
    await Promise.all(keys.map((key) => rm(this.path(key), { force: true })));
  }

  async put(key, item) {
    const beside = `${this.path(key)}.${randomUUID()}`;
    const file = await open(beside, 'w');
    try {
      await file.writeFile(JSON.stringify({ ...item, eTag: randomUUID() }));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, this.path(key));
  }

  async item(key) {
    try {
      return JSON.parse(await readFile(this.path(key), 'utf8'));
    } catch (error) {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  path(key) {
    return join(this.folder, encodeURIComponent(key));
  }
}
