/** `npm run bench`: measures the assistant against its peer and prints one table; `--write` puts it in the docs too. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { longPlans, manyPlans, position } from './growth.ts';
import { memory, starting } from './life.ts';
import { page } from './report.ts';
import { type Row, table } from './rows.ts';
import { turns } from './turns.ts';

const { values } = parseArgs({
  options: {
    /** Few rounds, to see that everything runs. */
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});

if (!existsSync(new URL('./peer/node_modules', import.meta.url)))
  throw new Error('The peer is not installed: npm ci --prefix bench/peer --ignore-scripts');

const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
const folder = (name: string) => join(scratch, name);
const rounds = values.quick ? 1 : 7;
const talks = values.quick ? 16 : 48;

const parts: readonly (readonly [string, () => Promise<Row[]>])[] = [
  ['turns', () => turns(folder, rounds, talks)],
  ['long plans', () => longPlans(folder('long'), rounds, talks)],
  ['many plans', () => manyPlans(folder, rounds, talks)],
  ['position', position],
  ['start', () => starting(folder, rounds)],
  ['memory', () => memory(folder, values.quick ? 1_000 : 15_000)],
];

try {
  const rows: Row[] = [];
  for (const [name, measure] of parts) {
    process.stderr.write(`${name} ...\n`);
    rows.push(...(await measure()));
  }
  process.stdout.write(`${table(rows)}\n`);
  if (values.write) writeFileSync('docs/performance.md', page(rows, machine()));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function machine(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const busy = loadavg()[2]?.toFixed(1);
  return `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${gigabytes} GB, Node ${process.versions.node}, with a load of ${busy}`;
}
