/**
 * The outbox as files: one JSON file a letter in `flags/`, `calls/` or `plans/`, for the council's own systems to fetch. Whoever has
 * dealt with a letter moves it to `seen/`. A worry that nobody has seen in time is put into `escalated/` too.
 */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FlagLetter, Letter, Outbox } from '../conversation/outbox.ts';
import { disk, replace } from '../store/disk.ts';

const folders = { flag: 'flags', call: 'calls', plan: 'plans' } as const;

/** How long a worry may wait unseen, in minutes: half an hour for danger now, four hours for the same day. */
const patience = { now: 30, same_day: 240 } as const;

export interface FileOutbox extends Outbox {
  /** Puts worries that have waited too long into `escalated/`. Returns how many there are. `now` is an ISO instant. */
  escalate(now: string): Promise<number>;
}

export async function openOutbox(folder: string): Promise<FileOutbox> {
  const place = (name: string) => join(folder, name);
  for (const name of [...Object.values(folders), 'seen', 'escalated'])
    await mkdir(place(name), { recursive: true, mode: 0o700 });

  async function write(name: string, letter: Letter): Promise<void> {
    const bytes = Buffer.from(`${JSON.stringify(letter, null, 2)}\n`);
    await replace(disk, join(place(name), `${letter.id}.json`), place(name), bytes);
  }

  return {
    async put(letter) {
      const name = folders[letter.kind];
      const [waiting, seen] = await Promise.all([readdir(place(name)), readdir(place('seen'))]);
      if (!waiting.includes(`${letter.id}.json`) && !seen.includes(`${letter.id}.json`)) await write(name, letter);
    },
    async escalate(now) {
      const escalated = new Set(await readdir(place('escalated')));
      const waiting = (await readdir(place('flags'))).filter((name) => name.endsWith('.json') && !escalated.has(name));
      let late = 0;
      for (const name of waiting) {
        const letter = JSON.parse(await readFile(join(place('flags'), name), 'utf8')) as FlagLetter;
        if ((Date.parse(now) - Date.parse(letter.at)) / 60_000 < patience[letter.level]) continue;
        await write('escalated', letter);
        late += 1;
      }
      return late;
    },
  };
}
