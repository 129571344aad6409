/**
 * A file that only grows. What was added is on disk when `add` returns; when it throws, nothing of it remains, or what
 * may remain is cut away before anything else is added. `length` is always what was acknowledged.
 */
import type { Disk } from './disk.ts';

export class GrowingFile {
  readonly path: string;
  length: number;
  readonly #disk: Disk;
  #file: number | undefined;
  #doubtful = false;

  constructor(disk: Disk, path: string, length: number) {
    this.#disk = disk;
    this.path = path;
    this.length = length;
  }

  get isOpen(): boolean {
    return this.#file !== undefined;
  }

  async add(bytes: Buffer): Promise<void> {
    const file = await this.#open();
    try {
      if (this.#doubtful) await this.#cut(file);
      this.#doubtful = true;
      await this.#disk.write(file, bytes, this.length);
      await this.#disk.flush(file);
    } catch (error) {
      await this.#cut(file).catch(() => undefined);
      await this.letGo();
      throw error;
    }
    this.#doubtful = false;
    this.length += bytes.length;
  }

  /** Takes away what lies after the acknowledged bytes; when the disk refuses, the next `add` tries again first. */
  async mend(): Promise<void> {
    this.#doubtful = true;
    try {
      await this.#cut(await this.#open());
    } catch {
      await this.letGo();
    }
  }

  /** Closes the file; the next `add` opens it again. */
  async letGo(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    if (file !== undefined) await this.#disk.close(file).catch(() => undefined);
  }

  async #open(): Promise<number> {
    this.#file ??= await this.#disk.open(this.path, this.length === 0 ? 'new' : 'old');
    return this.#file;
  }

  async #cut(file: number): Promise<void> {
    await this.#disk.cut(file, this.length);
    await this.#disk.flush(file);
    this.#doubtful = false;
  }
}
