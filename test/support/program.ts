/** The program itself, as `npm start` runs it, on a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { portOf } from './port-of.ts';

export interface Program {
  readonly origin: string;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  /** Starts it again on the same folder and port. */
  start(): Promise<void>;
  /** Ends it and takes its folder away. */
  remove(): Promise<void>;
}

export async function program(settings: Readonly<Record<string, string>> = {}): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), 'assistant-'));
  const port = await freePort();
  const env = {
    ...process.env,
    LOG_LEVEL: 'error',
    ...settings,
    DATA_DIR: folder,
    HOST: '127.0.0.1',
    PORT: String(port),
  };
  let child: ChildProcess;
  let ended: Promise<void>;

  async function start(): Promise<void> {
    child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.js'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    ended = new Promise((done) => child.once('exit', () => done()));
    await new Promise<void>((ready, failed) => {
      child.stdout?.once('data', () => ready());
      child.once('exit', () => failed(new Error('the program did not start')));
    });
  }

  async function kill(): Promise<void> {
    child.kill('SIGKILL');
    await ended;
  }

  await start();
  return {
    origin: `http://127.0.0.1:${port}`,
    start,
    kill,
    remove: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const port = portOf(server);
  await new Promise((done) => server.close(done));
  return port;
}
