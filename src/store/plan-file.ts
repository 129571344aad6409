/** One plan on disk, as lowdb's port wants it: `read` gives the whole list of facts, `write` adds those that are new. */
import { join } from 'node:path';
import type { Adapter } from 'lowdb';
import { z } from 'zod';
import { Fact } from '../plan/facts.ts';
import { type Disk, replace } from './disk.ts';
import { GrowingFile } from './growing-file.ts';
import { Damaged, emptyTail, type Found, fromLines, type Tail, toLines } from './lines.ts';
import type { Log } from './log.ts';
import { Unusable } from './port.ts';
import { formatOf, type Upgrade, upgraded } from './upgrade.ts';

/** The document: a plan's facts from number `from` on, so that what is on disk already need not be read to add to it. */
export interface Pages {
  readonly from: number;
  readonly facts: readonly Fact[];
}

/** What plan files share. */
export interface Shelf {
  readonly disk: Disk;
  readonly folder: string;
  readonly upgrades: readonly Upgrade[];
  readonly log: Log;
}

const Facts = z.array(Fact);

export const fileOf = (folder: string, plan: string): string => join(folder, `${plan}.jsonl`);

export class PlanFile implements Adapter<Pages> {
  readonly path: string;
  readonly #shelf: Shelf;
  readonly #plan: string;
  /** Not known until the plan was read or begun. */
  #end: { file: GrowingFile; tail: Tail; format: number } | undefined;

  constructor(shelf: Shelf, plan: string) {
    this.#shelf = shelf;
    this.#plan = plan;
    this.path = fileOf(shelf.folder, plan);
  }

  get isOpen(): boolean {
    return this.#end?.file.isOpen ?? false;
  }

  /** How many facts are on disk. */
  async version(): Promise<number> {
    if (!this.#end) await this.read();
    return this.#end?.tail.count ?? 0;
  }

  async read(): Promise<Pages> {
    const bytes = await this.#shelf.disk.read(this.path).catch((cause) => this.#stop('it cannot be read.', cause));
    if (!bytes) return this.#stop('the plan is not there.');
    const known = this.#end?.file.length;
    const found = this.#found(known === undefined ? bytes : bytes.subarray(0, known));
    if (known !== undefined && found.length !== known) return this.#stop('it is shorter than what was saved.');
    const facts = this.#facts(found);
    if (!this.#end) await this.#settle({ ...found, tail: { ...found.tail, count: facts.length } }, bytes.length);
    return { from: 0, facts };
  }

  async write({ from, facts }: Pages): Promise<void> {
    const current = formatOf(this.#shelf.upgrades);
    if (from === 0 && !this.#end) return this.#begin(facts, current);
    await this.version();
    if (this.#end && this.#end.format !== current) await this.#renew(current);
    if (!this.#end || from > this.#end.tail.count) throw new RangeError('Facts are missing in between.');
    const { bytes, tail } = toLines(Facts.parse(facts.slice(this.#end.tail.count - from)), this.#end.tail);
    await this.#end.file.add(bytes);
    this.#end.tail = tail;
  }

  /** Closes the file; the next write opens it again. */
  async letGo(): Promise<void> {
    await this.#end?.file.letGo();
  }

  async remove(): Promise<void> {
    await this.letGo();
    await this.#shelf.disk.remove(this.path);
    await this.#shelf.disk.flushFolder(this.#shelf.folder);
  }

  async #begin(facts: readonly Fact[], format: number): Promise<void> {
    const { bytes, tail } = toLines(Facts.parse(facts), emptyTail, { format, plan: this.#plan });
    const file = new GrowingFile(this.#shelf.disk, this.path, 0);
    await file.add(bytes);
    this.#end = { file, tail, format };
    await this.#shelf.disk.flushFolder(this.#shelf.folder);
  }

  /** Writes a plan of an older format anew, as lines of different formats can't stand in one file. */
  async #renew(format: number): Promise<void> {
    const { facts } = await this.read();
    await this.letGo();
    const { bytes, tail } = toLines(facts, emptyTail, { format, plan: this.#plan });
    await replace(this.#shelf.disk, this.path, this.#shelf.folder, bytes);
    this.#end = { file: new GrowingFile(this.#shelf.disk, this.path, bytes.length), tail, format };
  }

  #found(bytes: Buffer): Found {
    try {
      // A plan is known only once its first batch was acknowledged: without that one it is not torn, it is damaged.
      return fromLines(bytes) ?? this.#stop('its beginning is lost.');
    } catch (error) {
      if (error instanceof Damaged) return this.#stop(`line ${error.line} was changed or damaged.`);
      throw error;
    }
  }

  #facts({ envelope, facts }: Found): readonly Fact[] {
    if (envelope.plan !== this.#plan) return this.#stop('it holds another plan.');
    const today = upgraded(envelope.format, facts, this.#shelf.upgrades) ?? this.#stop(unknownFormat(envelope.format));
    const parsed = Facts.safeParse(today);
    if (parsed.success) return parsed.data;
    const [index, ...where] = parsed.error.issues[0]?.path ?? [];
    return this.#stop(`fact ${Number(index) + 1} is not as it should be (${where.join('.')}).`);
  }

  async #settle({ length, tail, envelope }: Found, size: number): Promise<void> {
    const file = new GrowingFile(this.#shelf.disk, this.path, length);
    this.#end = { file, tail, format: envelope.format };
    if (length === size) return;
    this.#shelf.log({ what: 'torn_batch_dropped', path: this.path, bytes: size - length });
    await file.mend();
  }

  #stop(what: string, cause?: unknown): never {
    throw new Unusable([{ path: this.path, what, todo: fromBackup }], cause === undefined ? undefined : { cause });
  }
}

export const fromBackup = 'Put this file back from a backup.';
export const unknownFormat = (format: number): string =>
  `it has format ${format}, which this version of the program does not know.`;
