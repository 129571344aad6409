import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ordinary, speaker } from '../../bench/answers.ts';
import { talksOf } from '../../src/conversation/talks.ts';
import { loadPack } from '../../src/council/load-pack.ts';
import { danger } from '../../src/safety/index.ts';
import { type Disk, disk } from '../../src/store/disk.ts';
import { openStore } from '../../src/store/lowdb.ts';
import { loadTexts } from '../../src/text/index.ts';
import { toolsOf } from '../../src/tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'flush-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('keeping an answer', () => {
  it('waits for the disk exactly once before the person is answered', async () => {
    const counted = countingDisk();
    const pack = await loadPack('data/demo-council');
    const store = await openStore(join(folder, 'data'), { disk: counted.disk });
    const tools = toolsOf({ texts: loadTexts('locales'), pack, danger });
    const talks = talksOf({ store, tools, now: () => '2026-11-22T09:00:00.000Z', nation: pack.nation });
    const plan = 'one-flush-each';
    const answer = speaker(ordinary);
    let { asking } = await talks.begin({ plan, channel: 'webchat', lang: 'en-GB' });
    for (let turn = 1; turn <= 40 && asking !== null; turn += 1) {
      const { question, item } = asking;
      const said = answer(asking);
      const place = item === undefined ? { question } : { question, item };
      const what = 'pick' in said ? { pick: { ...place, options: said.pick } } : said;
      counted.restart();
      const heard = await talks.say(plan, { id: `message-${turn}`, channel: 'webchat', ...what });
      expect({ question, waits: counted.waits() }).toEqual({ question, waits: 1 });
      asking = heard?.talk.asking ?? null;
    }
    await store.close();
  });
});

/** The real disk, with every wait for it counted. */
function countingDisk() {
  let waits = 0;
  const counting: Disk = {
    ...disk,
    flush: (file) => {
      waits += 1;
      return disk.flush(file);
    },
    flushFolder: (path) => {
      waits += 1;
      return disk.flushFolder(path);
    },
  };
  return {
    disk: counting,
    waits: () => waits,
    restart: () => {
      waits = 0;
    },
  };
}
