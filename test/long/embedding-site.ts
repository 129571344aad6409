/** A council's own site with Microsoft's Web Chat component on one page, as docs/web-chat.md tells councils to do it. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { encodingFor } from '../../src/channels/page/encoding.ts';
import { portOf } from '../support/port-of.ts';

export interface EmbeddingSite {
  readonly origin: string;
  /** Only now is it known where the assistant is: each needs the other's address. */
  embed(assistant: string): void;
  close(): Promise<void>;
}

/** Serves the page, and the component compressed as well as can be. */
export async function embeddingSite(): Promise<EmbeddingSite> {
  component ??= compressed();
  const bodies = await component;
  let assistant = '';
  const server = createServer((request, response) => {
    if (request.url === '/') return void sendPage(response, assistant);
    if (request.url === '/chat.js') return void sendScript(request, response, bodies);
    // No icon: one request less for the component.
    response.writeHead(204).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    embed: (origin) => {
      assistant = origin;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

type Bodies = Readonly<Record<ReturnType<typeof encodingFor>, Buffer>>;

/** Compressing it takes seconds, so that is done once. */
let component: Promise<Bodies> | undefined;

async function compressed(): Promise<Bodies> {
  const identity = await readFile(await built());
  return { identity, br: await promisify(brotliCompress)(identity), gzip: await promisify(gzip)(identity) };
}

const folder = fileURLToPath(new URL('webchat', import.meta.url));

/** The component as one script: installed and built when it is not, or when what it is made of is newer. */
async function built(): Promise<string> {
  const installed = `${folder}/node_modules/.package-lock.json`;
  const script = `${folder}/built/chat.js`;
  if (await isOlder(installed, [`${folder}/package-lock.json`])) await run('npm', ['ci', '--loglevel=error']);
  if (await isOlder(script, [installed, `${folder}/chat.js`, `${folder}/build.js`])) await run('node', ['build.js']);
  return script;
}

async function isOlder(made: string, from: readonly string[]): Promise<boolean> {
  if (!existsSync(made)) return true;
  const { mtimeMs } = await stat(made);
  const times = await Promise.all(from.map(async (path) => (await stat(path)).mtimeMs));
  return times.some((time) => time > mtimeMs);
}

async function run(command: string, args: readonly string[]): Promise<void> {
  const shell = process.platform === 'win32';
  const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], shell });
  const code = await new Promise<number | null>((done, failed) => child.once('exit', done).once('error', failed));
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
}

/** The page, with the policy that a council with a strict one would set. */
function sendPage(response: ServerResponse, assistant: string): void {
  const nonce = randomBytes(16).toString('base64url');
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    `connect-src ${assistant} ${assistant.replace(/^http/, 'ws')}`,
  ];
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy.join('; '),
  });
  response.end(`<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Plan your care</title>
<style nonce="${nonce}">html, body { height: 100%; margin: 0 } #chat { height: 100% }</style>
<div id="chat" data-assistant="${assistant}" data-nonce="${nonce}"></div>
<script type="module" src="/chat.js"></script>
</html>
`);
}

function sendScript({ headers }: IncomingMessage, response: ServerResponse, bodies: Bodies): void {
  const encoding = encodingFor(String(headers['accept-encoding'] ?? ''));
  response.writeHead(200, {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Content-Length': bodies[encoding].length,
    Vary: 'Accept-Encoding',
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  });
  response.end(bodies[encoding]);
}
