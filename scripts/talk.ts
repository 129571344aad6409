/** The conversation in a terminal: for people, and with `--json` for tools and tests. */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { openTalk } from './talk/open.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    council: { type: 'string' },
    record: { type: 'string' },
    now: { type: 'string' },
    channel: { type: 'string', default: 'webchat' },
    lang: { type: 'string', default: 'en-GB' },
    save: { type: 'string' },
  },
});

const read = (path: string | undefined) => (path === undefined ? undefined : JSON.parse(readFileSync(path, 'utf8')));
const talk = await opened();

/** What is wrong with a file that was given is one plain message, and no talk. */
function opened() {
  return openTalk({
    council: read(values.council),
    record: read(values.record),
    now: values.now,
    channel: values.channel === 'teams' ? 'teams' : 'webchat',
    lang: values.lang,
  }).catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
}

// Whoever reads may have heard enough.
process.stdout.on('error', () => process.exit(0));

const lines = createInterface({ input: process.stdin, terminal: false });
const write = (line: string) => process.stdout.write(`${line}\n`);

if (values.json) await talkInJson();
else await talkInWords();
if (values.save !== undefined) talk.save(values.save);

async function talkInJson(): Promise<void> {
  for (const message of talk.opening) write(JSON.stringify(message));
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const input = parsed(line);
    if (input === null) write(JSON.stringify({ error: 'not a JSON object' }));
    else if (input.end === true) break;
    else for (const message of await talk.say(input)) write(JSON.stringify(message));
  }
  write(JSON.stringify(await talk.end()));
}

async function talkInWords(): Promise<void> {
  const show = (message: { text: string; options: readonly { text: string }[] }) => {
    const options = message.options.map(({ text }) => text).join(' | ');
    write(`< ${message.text}${options === '' ? '' : ` [${options}]`}`);
  };
  talk.opening.forEach(show);
  process.stdout.write('> ');
  for await (const line of lines) {
    for (const message of await talk.say({ say: line })) show(message);
    process.stdout.write('> ');
  }
  write('');
}

function parsed(line: string): Record<string, unknown> | null {
  try {
    const value = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}
