/** A restify server with our page on it, for the tests of the page. */
import { randomUUID } from 'node:crypto';
import restify from 'restify';
import { pageRoutes } from '../../src/channels/page/routes.ts';
import type { Talks } from '../../src/conversation/talk.ts';
import { talksOf } from '../../src/conversation/talks.ts';
import type { Tools } from '../../src/conversation/tools.ts';
import { loadPack } from '../../src/council/load-pack.ts';
import { memoryStore } from '../../src/store/memory.ts';
import type { PlanStore } from '../../src/store/port.ts';
import { loadTexts } from '../../src/text/index.ts';
import { toolsOf } from '../../src/tools.ts';
import { portOf } from '../support/port-of.ts';

export interface Serving {
  readonly origin: string;
  readonly port: number;
  readonly talks: Talks;
  /** Breaks every connection, as a lost line does. */
  cut(): void;
  close(): Promise<void>;
}

const now = () => new Date().toISOString();
const texts = loadTexts('locales');
const pack = await loadPack('data/demo-council');

/** Talks over a store; the same store again is the same talks after a restart. */
export const talksOver = (store: PlanStore, danger: Tools['danger'] = () => null): Talks =>
  talksOf({ store, tools: toolsOf({ texts, pack, danger }), now, nation: pack.nation });

export async function serve(
  talks: Talks = talksOver(memoryStore()),
  port = 0,
  report: (broken: unknown) => void = console.error,
): Promise<Serving> {
  const server = restify.createServer();
  pageRoutes(server, {
    talks,
    texts,
    pack,
    now,
    ids: randomUUID,
    secret: 'a secret of the tests',
    report,
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const at = portOf(server.server);
  return {
    origin: `http://127.0.0.1:${at}`,
    port: at,
    talks,
    cut: () => server.server.closeAllConnections(),
    close: () =>
      new Promise((done) => {
        server.server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

if (process.argv[1]?.endsWith('test/page/server.ts')) {
  const serving = await serve(undefined, Number(process.env.PORT ?? 4001));
  process.stdout.write(`${serving.origin}\n`);
}
