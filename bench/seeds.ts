/** Plans that are there before a server starts. */
import { createHash, randomBytes } from 'node:crypto';
import type { Fact } from '../src/plan/facts.ts';
import { disk } from '../src/store/disk.ts';
import { openStore } from '../src/store/lowdb.ts';
import type { Known } from './clients/client.ts';

/** Writes this many plans with these facts, each under an id and a secret of its own, and leaves the folder. */
export async function seed(folder: string, facts: readonly Fact[], count: number): Promise<readonly Known[]> {
  // Nobody is told that these are kept, so that they need no flush.
  const store = await openStore(folder, {
    disk: { ...disk, flush: async () => undefined, flushFolder: async () => undefined },
  });
  const made: Known[] = [];
  for (let index = 0; index < count; index += 1) {
    const plan = randomBytes(24).toString('base64url');
    const secret = `dl_${randomBytes(24).toString('base64url')}`;
    const key = createHash('sha256').update(secret).digest('hex');
    const theirs = facts.map((fact) => (fact.type === 'began' ? { ...fact, plan, key } : fact));
    await store.append(plan, 0, theirs);
    made.push({ plan, secret });
  }
  await store.close();
  return made;
}
