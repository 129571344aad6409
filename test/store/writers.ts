/**
 * A process that is going to be killed: 16 writers add to plans of their own and say on stdout what was acknowledged.
 * A line: `kept <plan> <version>` or `removed <plan>`. Arguments: the folder, and the number of the round.
 */
import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/lowdb.ts';
import { batch } from './batches.ts';

const [folder = '', round = ''] = process.argv.slice(2);
const store = await openStore(folder);
const tell = (line: string) => writeSync(1, `${line}\n`);

async function write(writer: number): Promise<void> {
  for (let number = 0; ; number++) {
    const plan = `plan-${round}-${writer}-${number}`;
    let version = 0;
    for (let batches = 0; batches < 12; batches++) {
      version = await store.append(plan, version, batch(plan, version, 1 + ((batches + writer) % 5)));
      tell(`kept ${plan} ${version}`);
    }
    if (number % 3 !== 0) continue;
    tell(`leaving ${plan}`);
    await store.remove(plan);
    tell(`removed ${plan}`);
  }
}

tell('ready');
await Promise.all(Array.from({ length: 16 }, (_, writer) => write(writer)));
