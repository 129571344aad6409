/** Puts the assistant together, starts it, and stops it when it is told to. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pino, { type Logger } from 'pino';
import { type App, createApp } from './app.ts';
import { shapeWith } from './channels/shape.ts';
import { type Config, readConfig } from './config.ts';
import { talksOf } from './conversation/talks.ts';
import { loadPack } from './council/load-pack.ts';
import type { Pack } from './council/pack.ts';
import { Fault } from './fault.ts';
import { keptKey } from './kept-key.ts';
import { openOutbox } from './outbox/files.ts';
import { postWhatWaits } from './outbox/waiting.ts';
import type { CodeBook } from './returning/code-book.ts';
import { returningOf } from './returning/returning.ts';
import { danger } from './safety/index.ts';
import { openCodes } from './store/code-book.ts';
import { openStore } from './store/lowdb.ts';
import { type PlanStore, Unusable } from './store/port.ts';
import { loadTexts, type Texts } from './text/index.ts';
import { toolsOf } from './tools.ts';

const envFile = '.env';
const locales = fileURLToPath(new URL('../locales', import.meta.url));

/** Starts with the settings of the environment; when that cannot be, says why in plain lines, and the exit code is not 0. */
export async function main(): Promise<void> {
  try {
    if (existsSync(envFile)) process.loadEnvFile(envFile);
    const config = readConfig(process.env);
    if ('problems' in config) throw new Fault('config_refused', wrong(config.problems), { expose: true });
    await start(config);
  } catch (error) {
    process.stderr.write(`${plain(error)}\n`);
    process.exitCode = 1;
  }
}

async function start(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel, base: null });
  const pack = await loadPack(config.councilPack);
  const texts = loadTexts(locales, (missing) => log.warn(missing, 'words are missing'));
  const unsaid = pack.languages.filter((lang) => !texts.languages.includes(lang));
  if (unsaid.length > 0)
    throw new Fault('language_missing', `The council pack offers languages without words: ${unsaid.join(', ')}`, {
      expose: true,
    });
  const store = await openStore(config.dataDir, { log: (note) => log.warn(note, 'the store was put right') });
  try {
    const codes = await openCodes(config.dataDir, { plans: await store.plans() });
    const app = await serve({ config, log, pack, texts, store, codes });
    process.stdout.write(`${pack.name}: ${config.publicUrl ?? app.server.url}\n`);
    // The lists are made at the first reading; nobody's first message should wait for that.
    danger('', pack.languages[0] ?? '');
    stopWhenTold(app, codes, store);
  } catch (error) {
    await store.close();
    throw error;
  }
}

interface Parts {
  readonly config: Config;
  readonly log: Logger;
  readonly pack: Pack;
  readonly texts: Texts;
  readonly store: PlanStore;
  readonly codes: CodeBook;
}

async function serve({ config, log, pack, texts, store, codes }: Parts): Promise<App> {
  const now = () => new Date().toISOString();
  const tools = toolsOf({ texts, pack, danger });
  const report = (broken: unknown) => log.error(toldOf(broken), 'it broke');
  const outbox = await openOutbox(join(config.dataDir, 'outbox'));
  postWhatWaits({ store, tools, outbox, now, log, report });
  const newest = config.tokenKey ?? (await keptKey(config.dataDir, 'direct-line'));
  const talks = talksOf({ store, tools, now, nation: pack.nation, outbox, report });
  const app = createApp({
    config,
    log,
    pack,
    texts,
    store,
    talks,
    returning: returningOf({ talks, codes, now }),
    shape: shapeWith(texts),
    languages: pack.languages,
    sites: config,
    tokenKeys: config.tokenKeyBefore === undefined ? [newest] : [newest, config.tokenKeyBefore],
    secret: await keptKey(config.dataDir, 'page'),
    https: config.secureCookies,
    now,
    ids: () => randomBytes(24).toString('base64url'),
    report,
  });
  await new Promise<void>((listening, failed) => {
    app.server.once('error', failed);
    app.server.listen(config.port, config.host, listening);
  });
  return app;
}

/** What the log may have of it: paths and codes, and what to do, but never a text that could hold what somebody said. */
function toldOf(broken: unknown) {
  const { name: kind, code, cause } = Object(broken);
  const problems = broken instanceof Unusable ? broken.problems : undefined;
  return { kind, code: code ?? Object(cause).code, problems };
}

function stopWhenTold(app: App, codes: CodeBook, store: PlanStore): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await app.close();
    await codes.close();
    await store.close();
    process.exit();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function wrong(problems: readonly string[]): string {
  return ['The settings cannot be used:', ...problems.map((line) => `  ${line}`)].join('\n');
}

/** One clear line for what was foreseen. */
function plain(error: unknown): string {
  const { code, message } = Object(error);
  if (error instanceof Fault && error.expose) return message;
  if (code === 'EADDRINUSE') return 'The port is already in use. Stop the other program, or set PORT to another one.';
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return 'This address or port may not be used. Set HOST or PORT to another one.';
  return `The assistant could not start: ${message}`;
}
