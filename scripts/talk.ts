/** The conversation in a terminal: for people, and with `--json` for tools and tests. */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Input, openTalk, unknownIn } from './talk/open.ts';

const channels = ['webchat', 'teams'] as const;
const options = {
  json: { type: 'boolean', default: false },
  council: { type: 'string' },
  record: { type: 'string' },
  now: { type: 'string' },
  channel: { type: 'string', default: 'webchat' },
  lang: { type: 'string', default: 'en-GB' },
  save: { type: 'string' },
} as const;

/** What is wrong with a flag, or with a file that was given, is one plain message, and no talk. */
async function opened() {
  try {
    const { values } = parseArgs({ options });
    const channel = channels.find((one) => one === values.channel);
    if (channel === undefined) throw new Error(`--channel is one of: ${channels.join(', ')}`);
    if (values.now !== undefined && Number.isNaN(Date.parse(values.now)))
      throw new Error('--now is a time, as ISO 8601');
    const [council, record] = [read('--council', values.council), read('--record', values.record)];
    const talk = await openTalk({ council, record, now: values.now, channel, lang: values.lang });
    for (const name of record === undefined ? [] : unknownIn(record))
      process.stderr.write(`--record: nothing is known of "${name}", so it is left out\n`);
    return { talk, values };
  } catch (error) {
    process.stderr.write(`${error instanceof z.ZodError ? z.prettifyError(error) : Object(error).message}\n`);
    process.exit(1);
  }
}

function read(flag: string, path: string | undefined): unknown {
  if (path === undefined) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${flag} ${path}: ${Object(error).message}`);
  }
}

const { talk, values } = await opened();

// Whoever reads may have heard enough.
process.stdout.on('error', () => process.exit(0));

/** What was said before goes too, with what is above the screen. */
const clearScreen = '\u001b[2J\u001b[3J\u001b[H';
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
    if (input?.end === true) break;
    const said = Input.safeParse(input);
    if (!said.success) write(JSON.stringify({ error: 'wanted: {"say": "..."} or {"end": true}' }));
    else for (const message of await talk.say(said.data)) write(JSON.stringify(message));
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
    const heard = await talk.say({ say: line });
    if (talk.left && process.stdout.isTTY) process.stdout.write(clearScreen);
    heard.forEach(show);
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
