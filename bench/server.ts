/** A server under test, in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import program from '../package.json' with { type: 'json' };
import type { Usage } from './meter.ts';

export interface Server {
  readonly url: string;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

export interface Program {
  readonly file: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly flags?: readonly string[];
}

const meter = new URL('./meter.ts', import.meta.url).href;
const root = fileURLToPath(new URL('..', import.meta.url));

/** The assistant as `npm start` runs it. One address sends all messages here, so the limit for one address is off. */
export const product = (dataDir: string): Program => ({
  flags: program.scripts.start.split(' ').filter((word) => word.startsWith('--')),
  file: `${root}src/main.js`,
  folder: root,
  env: { DATA_DIR: dataDir, WRITES_PER_SECOND: '0', LOG_LEVEL: 'error' },
});
/** The same questions by botbuilder-dialogs, or a bot that only echoes. */
export const peer = (name: 'waterfall' | 'echo', dataDir: string): Program => ({
  file: `${root}bench/peer/${name}.js`,
  folder: `${root}bench/peer`,
  env: { DATA_DIR: dataDir, NODE_ENV: 'production' },
});

/** Starts it on a free port; returns when it says its address. */
export async function start({ file, folder, env, flags = [] }: Program): Promise<Server> {
  const child = spawn(process.execPath, [...flags, '--import', meter, file], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', PORT: '0', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const url = await said(child, /http:\/\/\S+/);
  return {
    url,
    usage: () => usageOf(child),
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

async function usageOf(child: ChildProcess): Promise<Usage> {
  const answer = once(child, 'message');
  child.send('?');
  const [usage] = await answer;
  return usage as Usage;
}

function said(child: ChildProcess, words: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += chunk;
      const found = words.exec(text)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it was ready`)));
  });
}
