/** Makes all golden conversations again from what was said in them, and tells what is replied differently now. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { replay, retell } from './talk/golden.ts';

const folder = 'test/transcripts';
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
for (const name of names) {
  const before = readFileSync(`${folder}/${name}`, 'utf8');
  const marked = (mark: string) => before.split('\n').filter((line) => line.startsWith(mark));
  const same = (await replay(before)).text === before;
  const parts = [marked('# ').join('\n'), (await retell(before)).trim(), marked('= ').join('\n')];
  const text = same ? before : `${parts.filter(Boolean).join('\n\n')}\n`;
  const [was, is] = [before, text].map((one) => one.split('\n'));
  const gone = (was ?? []).filter((line) => !is?.includes(line));
  const come = (is ?? []).filter((line) => !was?.includes(line));
  if (text !== before) writeFileSync(`${folder}/${name}`, text);
  console.log(`${name}: ${text === before ? 'as before' : `${gone.length} lines gone, ${come.length} lines new`}`);
  for (const line of gone.slice(0, 20)) console.log(`  - ${line}`);
  for (const line of come.slice(0, 20)) console.log(`  + ${line}`);
}
