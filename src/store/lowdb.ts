/** Plans in a folder of this machine: one lowdb document a plan, one line a fact, on disk before anybody is told. */
import fs from 'node:fs';
import { join, resolve } from 'node:path';
import { Low } from 'lowdb';
import type { Fact } from '../plan/facts.ts';
import { Queues } from '../queues.ts';
import { type Disk, disk, replace } from './disk.ts';
import { type Places, placesIn } from './examine.ts';
import type { Log } from './log.ts';
import { type Opened, openFolder } from './open-folder.ts';
import { type Pages, PlanFile, type Shelf } from './plan-file.ts';
import { Conflict, isPlanId, NotKept, orNotKept, type PlanStore, type Stored } from './port.ts';
import { type Upgrade, upgrades } from './upgrade.ts';

export interface Options {
  /** Told what was found and put right, never what is in a plan. */
  readonly log?: Log;
  readonly disk?: Disk;
  /** How many files may stay open at once. */
  readonly openFiles?: number;
  readonly upgrades?: readonly Upgrade[];
}

/** Opens the folder, and makes it when it is new. Throws `Unusable` when it can't be trusted or is in use. */
export async function openStore(folder: string, options: Options = {}): Promise<PlanStore> {
  const places = placesIn(resolve(folder));
  const means = {
    disk: options.disk ?? disk,
    log: options.log ?? (() => undefined),
    upgrades: options.upgrades ?? upgrades,
  };
  const opened = await openFolder(places, means);
  return new LowdbStore(places, { ...means, folder: places.plans }, opened, options.openFiles ?? 256);
}

class LowdbStore implements PlanStore {
  readonly #places: Places;
  readonly #shelf: Shelf;
  readonly #opened: Opened;
  readonly #most: number;
  readonly #queues = new Queues();
  /** Plans that were used since the start. */
  readonly #files = new Map<string, PlanFile>();
  /** Those whose file is open, the longest unused one first. */
  readonly #open = new Set<string>();
  /** Told to be removed, and the disk would not yet let go of the file. */
  readonly #leaving = new Set<string>();
  #marked = false;
  #closed = false;

  constructor(places: Places, shelf: Shelf, opened: Opened, most: number) {
    this.#places = places;
    this.#shelf = shelf;
    this.#opened = opened;
    this.#most = most;
    if (opened.plans.size > 0) this.#mark();
  }

  read(plan: string): Promise<Stored | null> {
    return this.#queues.run(plan, async () => {
      this.#check();
      if (!this.#opened.plans.has(plan)) return null;
      const document = new Low<Pages>(this.#fileOf(plan), { from: 0, facts: [] });
      await document.read();
      this.#used(plan);
      const { facts } = document.data;
      return { version: facts.length, facts };
    });
  }

  append(plan: string, expected: number, facts: readonly Fact[]): Promise<number> {
    return this.#queues.run(plan, async () => {
      this.#check();
      if (!isPlanId(plan)) throw new RangeError('This cannot be the id of a plan.');
      const isNew = !this.#opened.plans.has(plan);
      const version = isNew ? 0 : await this.#fileOf(plan).version();
      if (version !== expected) throw new Conflict(`The plan is at ${version}, not at ${expected}.`);
      if (facts.length === 0) return version;
      if (isNew) await this.#begin(plan, facts);
      else await this.#write(plan, { from: expected, facts });
      return expected + facts.length;
    });
  }

  remove(plan: string): Promise<boolean> {
    return this.#queues.run(plan, async () => {
      this.#check();
      if (!this.#opened.plans.has(plan) && !this.#leaving.has(plan)) return false;
      const file = this.#fileOf(plan);
      await orNotKept(async () => {
        if (!this.#leaving.has(plan)) await this.#opened.known.removed(plan);
        this.#opened.plans.delete(plan);
        this.#leaving.add(plan);
        await file.remove();
      });
      this.#forget(plan);
      return true;
    });
  }

  async plans(): Promise<readonly string[]> {
    this.#check();
    return [...this.#opened.plans];
  }

  /** A full disk still takes a few bytes at the end of a file, so it is asked for a whole new block. */
  ready(): Promise<void> {
    const { disk } = this.#shelf;
    const { folder } = this.#places;
    const probe = join(folder, 'ready');
    return this.#queues.run(probe, async () => {
      this.#check();
      await orNotKept(() => replace(disk, probe, folder, Buffer.alloc(blockBytes)));
      await disk.remove(probe);
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#queues.idle();
    await Promise.all([...this.#files.values()].map((file) => file.letGo()));
    await this.#opened.known.close();
    this.#opened.lock.release();
  }

  /** First the plan, then its line in the list: a kill in between leaves a whole plan that the next start takes in. */
  async #begin(plan: string, facts: readonly Fact[]): Promise<void> {
    this.#files.delete(plan);
    try {
      await this.#write(plan, { from: 0, facts });
      await orNotKept(() => this.#opened.known.kept(plan));
    } catch (error) {
      await this.#fileOf(plan)
        .remove()
        .catch(() => undefined);
      this.#forget(plan);
      throw error;
    }
    this.#leaving.delete(plan);
    this.#opened.plans.add(plan);
    this.#mark();
  }

  /** A fresh `Low` each time: what a disk refuses is thrown away with it. */
  async #write(plan: string, pages: Pages): Promise<void> {
    await orNotKept(() => new Low<Pages>(this.#fileOf(plan), pages).write());
    this.#used(plan);
  }

  #fileOf(plan: string): PlanFile {
    const file = this.#files.get(plan) ?? new PlanFile(this.#shelf, plan);
    this.#files.set(plan, file);
    return file;
  }

  #used(plan: string): void {
    this.#open.delete(plan);
    if (this.#files.get(plan)?.isOpen) this.#open.add(plan);
    const [oldest] = this.#open;
    if (this.#open.size <= this.#most || oldest === undefined) return;
    this.#open.delete(oldest);
    // In its own queue, so that nothing is closed while it is written to. Closing is never refused aloud.
    void this.#queues.run(oldest, async () => this.#files.get(oldest)?.letGo());
  }

  #forget(plan: string): void {
    this.#leaving.delete(plan);
    this.#files.delete(plan);
    this.#open.delete(plan);
  }

  #mark(): void {
    if (this.#marked) return;
    this.#marked = true;
    const { folder, marker } = this.#places;
    const text = `Plans are kept in ${folder}. While this file is here, the service will not start without them.\n`;
    try {
      fs.writeFileSync(marker, text, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      if (!isThere) this.#shelf.log({ what: 'marker_not_written', path: marker });
    }
  }

  #check(): void {
    if (this.#closed) throw new NotKept('The store is closed.');
  }
}

const blockBytes = 4096;
