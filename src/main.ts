/** Starts the assistant, and stops it when it is told to. */
import { existsSync } from 'node:fs';
import pino from 'pino';
import { createApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { loadPack } from './council/load-pack.ts';
import { Fault } from './fault.ts';
import { openStore } from './store/lowdb.ts';

const envFile = '.env';

try {
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  const config = readConfig(process.env);
  if ('problems' in config) throw new Fault('config_refused', wrong(config.problems), { expose: true });
  await start(config);
} catch (error) {
  process.stderr.write(`${plain(error)}\n`);
  process.exitCode = 1;
}

async function start(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel, base: null });
  const pack = await loadPack(config.councilPack);
  const store = await openStore(config.dataDir);
  const server = createApp({ config, log, store });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(config.port, config.host, listening);
  }).catch(async (error) => {
    await store.close();
    throw error;
  });
  process.stdout.write(`${pack.name}: ${server.url}\n`);
}

function wrong(problems: readonly string[]): string {
  return ['The settings cannot be used:', ...problems.map((line) => `  ${line}`)].join('\n');
}

/** One clear line for what was foreseen. */
function plain(error: unknown): string {
  const { code, message } = Object(error);
  if (error instanceof Fault && error.expose) return message;
  if (code === 'EADDRINUSE') return 'The port is already in use. Stop the other program, or set PORT to another one.';
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    return 'This address or port may not be used. Set HOST or PORT to another one.';
  return `The assistant could not start: ${message}`;
}
