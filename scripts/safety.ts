/**
 * How well danger is heard: disclosures caught, by kind, and harmless messages that raise a worry.
 *
 *   node scripts/safety.ts                  all of test/corpora/tuning; lists what was missed by line number (--show: with the words)
 *   node scripts/safety.ts --batch=second   one batch of it: first, second, third, fourth ...
 *   node scripts/safety.ts --held-out       test/corpora/held-out, which is never looked at while tuning
 *
 * A disclosure is caught when the level is `sure` or `maybe`; any worry at a harmless message is a false alarm.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { danger } from '../src/safety/index.ts';

interface Disclosure {
  readonly said: string;
  readonly kind: string;
  readonly sure: boolean;
}

const heldOut = process.argv.includes('--held-out');
const show = process.argv.includes('--show') && !heldOut;
const batch = process.argv.find((one) => one.startsWith('--batch='))?.slice('--batch='.length);
const folder = heldOut ? 'test/corpora/held-out' : 'test/corpora/tuning';
const lang = 'en-GB';

/** The first batch has no name in front. */
const batches = readdirSync(folder)
  .flatMap((file) => /^(?:(\w+)-)?disclosures\.jsonl$/.exec(file)?.slice(1, 2) ?? [])
  .map((name) => name ?? 'first')
  .filter((one) => batch === undefined || one === batch);
const fileOf = (name: string, stem: string) => join(folder, `${name === 'first' ? '' : `${name}-`}${stem}.jsonl`);

const linesOf = <T extends { said: string }>(file: string): T[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line))
    : [];

interface Row {
  all: number;
  caught: number;
  sure: number;
  otherKind: number;
}
const rows = new Map<string, Row>();
function rowOf(title: string): Row {
  const row = rows.get(title) ?? { all: 0, caught: 0, sure: 0, otherKind: 0 };
  rows.set(title, row);
  return row;
}

function disclosures(name: string): void {
  const file = fileOf(name, 'disclosures');
  for (const [index, line] of linesOf<Disclosure>(file).entries()) {
    const worry = danger(line.said, lang);
    for (const row of [line.kind, `batch ${name}`, 'all'].map(rowOf)) {
      row.all += 1;
      if (worry !== null) row.caught += 1;
      if (worry?.level === 'sure') row.sure += 1;
      if (worry !== null && worry.kind !== line.kind) row.otherKind += 1;
    }
    if (worry === null && !heldOut)
      console.log(`missed: ${name} ${index + 1} (${line.kind})${show ? ` "${line.said}"` : ''}`);
  }
}

function harmless(name: string): void {
  for (const [index, { said }] of linesOf(fileOf(name, 'harmless')).entries()) {
    const worry = danger(said, lang);
    for (const row of [`harmless ${name}`, 'harmless'].map(rowOf)) {
      row.all += 1;
      if (worry !== null) row.caught += 1;
      if (worry?.level === 'sure') row.sure += 1;
    }
    if (worry !== null && !heldOut)
      console.log(
        `alarm: ${name} ${index + 1} (${worry.kind}, ${worry.level})${show ? ` "${said}" by "${worry.words}"` : ''}`,
      );
  }
}

function table(): void {
  console.log(
    `\n${folder}\n${'kind'.padEnd(20)}${'all'.padStart(6)}${'caught'.padStart(16)}${'sure'.padStart(8)}${'other kind'.padStart(12)}`,
  );
  const last = (title: string) =>
    Number(title.startsWith('batch')) + 2 * Number(title === 'all') + 4 * Number(title.startsWith('harmless'));
  for (const [title, row] of [...rows].toSorted(([one], [other]) => last(one) - last(other))) {
    const part = `${row.caught} (${((100 * row.caught) / row.all).toFixed(1)} %)`;
    const kind = title.startsWith('harmless') ? '' : String(row.otherKind);
    console.log(
      `${title.padEnd(20)}${String(row.all).padStart(6)}${part.padStart(16)}${String(row.sure).padStart(8)}${kind.padStart(12)}`,
    );
  }
}

/** The longest message that a channel lets in, of different stuff; and a usual one. */
function cost(): void {
  const talk = linesOf(fileOf('first', 'harmless')).map(({ said }) => said);
  if (talk.length === 0) return;
  const long = (words: string) => words.repeat(Math.ceil(65_536 / words.length)).slice(0, 65_536);
  const texts = {
    'what people say': long(`${talk.join('. ')}. `),
    'what people say, without a full stop': long(`${talk.join(' ').replace(/[.?!;:]/g, ' ')} `),
    'everyday words': long('My daughter comes at nine and helps me with my breakfast, then I sit by the window. '),
    'the same few words': long('he said that i was going to be not my own and the house was so cold i went to bed '),
    'one letter': long('a'),
    nonsense: long('qzx wvk pqt '),
  };
  const best = (run: () => void) =>
    // The best of ten: what else the machine is doing is not the message's cost.
    Math.min(
      ...Array.from({ length: 10 }, () => {
        const from = performance.now();
        run();
        return performance.now() - from;
      }),
    );
  for (const [title, text] of Object.entries(texts))
    console.log(`64 KB of ${title}: ${best(() => danger(text, lang)).toFixed(1)} ms`);
  const all = best(() => {
    for (const said of talk) danger(said, lang);
  });
  console.log(`a usual message: ${((1000 * all) / talk.length).toFixed(1)} µs`);
}

for (const name of batches) {
  disclosures(name);
  harmless(name);
}
table();
cost();
