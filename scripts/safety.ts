/**
 * How well danger is heard: disclosures caught, by kind, and harmless messages that raise a worry.
 *
 *   node scripts/safety.ts              test/corpora/tuning; lists what was missed by line number (--show: with the words)
 *   node scripts/safety.ts --held-out   test/corpora/held-out, which is never looked at while tuning
 *
 * A disclosure is caught when the level is `sure` or `maybe`; any worry at a harmless message is a false alarm.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { danger } from '../src/safety/index.ts';

interface Disclosure {
  readonly said: string;
  readonly kind: string;
  readonly sure: boolean;
}

const heldOut = process.argv.includes('--held-out');
const show = process.argv.includes('--show') && !heldOut;
const folder = heldOut ? 'test/corpora/held-out' : 'test/corpora/tuning';
const lang = 'en-GB';

const linesOf = (file: string): { said: string }[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));

interface Row {
  all: number;
  caught: number;
  sure: number;
  otherKind: number;
}

function disclosures(): void {
  const rows = new Map<string, Row>();
  const total: Row = { all: 0, caught: 0, sure: 0, otherKind: 0 };
  for (const [index, line] of (linesOf('disclosures.jsonl') as Disclosure[]).entries()) {
    const worry = danger(line.said, lang);
    const row = rows.get(line.kind) ?? { all: 0, caught: 0, sure: 0, otherKind: 0 };
    rows.set(line.kind, row);
    for (const one of [row, total]) {
      one.all += 1;
      if (worry !== null) one.caught += 1;
      if (worry?.level === 'sure') one.sure += 1;
      if (worry !== null && worry.kind !== line.kind) one.otherKind += 1;
    }
    if (worry === null && !heldOut)
      console.log(`missed: line ${index + 1} (${line.kind})${show ? ` "${line.said}"` : ''}`);
  }
  console.log(
    `\n${folder}\n${'kind'.padEnd(20)}${'all'.padStart(6)}${'caught'.padStart(16)}${'sure'.padStart(8)}${'other kind'.padStart(12)}`,
  );
  for (const [kind, row] of [...rows, ['all', total] as const]) {
    const part = `${row.caught} (${((100 * row.caught) / row.all).toFixed(1)} %)`;
    console.log(
      `${kind.padEnd(20)}${String(row.all).padStart(6)}${part.padStart(16)}${String(row.sure).padStart(8)}${String(row.otherKind).padStart(12)}`,
    );
  }
}

function harmless(): void {
  const lines = linesOf('harmless.jsonl');
  let alarms = 0;
  let sure = 0;
  for (const [index, { said }] of lines.entries()) {
    const worry = danger(said, lang);
    if (worry === null) continue;
    alarms += 1;
    if (worry.level === 'sure') sure += 1;
    if (!heldOut)
      console.log(
        `alarm: line ${index + 1} (${worry.kind}, ${worry.level})${show ? ` "${said}" by "${worry.words}"` : ''}`,
      );
  }
  const percent = ((100 * alarms) / lines.length).toFixed(1);
  console.log(`harmless: ${lines.length}, false alarms: ${alarms} (${percent} %), of them sure: ${sure}`);
}

/** The longest message that a channel lets in, of different stuff. */
function cost(): void {
  const long = (words: string) => words.repeat(Math.ceil(65_536 / words.length)).slice(0, 65_536);
  const talk = linesOf('harmless.jsonl').map(({ said }) => said);
  const texts = {
    'what people say': long(`${talk.join('. ')}. `),
    'what people say, without a full stop': long(`${talk.join(' ').replace(/[.?!;:]/g, ' ')} `),
    'everyday words': long('My daughter comes at nine and helps me with my breakfast, then I sit by the window. '),
    'the same few words': long('he said that i was going to be not my own and the house was so cold i went to bed '),
    'one letter': long('a'),
    nonsense: long('qzx wvk pqt '),
  };
  for (const [title, text] of Object.entries(texts)) {
    // The best of ten: what else the machine is doing is not the message's cost.
    const times = Array.from({ length: 10 }, () => {
      const from = performance.now();
      danger(text, lang);
      return performance.now() - from;
    });
    console.log(`64 KB of ${title}: ${Math.min(...times).toFixed(1)} ms`);
  }
}

disclosures();
harmless();
cost();
