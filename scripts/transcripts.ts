/** Makes all golden conversations again from what was said in them, and tells what is replied differently now. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { replay } from './talk/golden.ts';

const folder = 'test/transcripts';
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
for (const name of names) {
  const before = readFileSync(`${folder}/${name}`, 'utf8');
  const { text } = await replay(before);
  const [was, is] = [before, text].map((one) => one.split('\n'));
  const gone = (was ?? []).filter((line) => !is?.includes(line));
  const come = (is ?? []).filter((line) => !was?.includes(line));
  if (text !== before) writeFileSync(`${folder}/${name}`, text);
  console.log(`${name}: ${text === before ? 'as before' : `${gone.length} lines gone, ${come.length} lines new`}`);
  for (const line of gone.slice(0, 20)) console.log(`  - ${line}`);
  for (const line of come.slice(0, 20)) console.log(`  + ${line}`);
}
