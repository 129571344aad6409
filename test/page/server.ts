/** A restify server with our page on it, for the tests of the page. */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import restify from 'restify';
import { pageRoutes } from '../../src/channels/page/routes.ts';
import type { Talks } from '../../src/conversation/talk.ts';
import { loadPack } from '../../src/council/load-pack.ts';
import { loadTexts } from '../../src/text/index.ts';
import { standIn } from './stand-in.ts';

export interface Serving {
  readonly origin: string;
  readonly port: number;
  readonly talks: Talks;
  close(): Promise<void>;
}

const now = () => new Date().toISOString();
export const newTalks = (): Talks => standIn(now);

export async function serve(talks: Talks = newTalks(), port = 0): Promise<Serving> {
  const server = restify.createServer();
  const texts = loadTexts('locales');
  const pack = await loadPack('data/demo-council');
  pageRoutes(server, {
    talks,
    texts,
    pack,
    now,
    ids: randomUUID,
    secret: 'a secret of the tests',
    report: (broken) => console.error(broken),
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const { port: at } = server.address() as unknown as AddressInfo;
  return {
    origin: `http://127.0.0.1:${at}`,
    port: at,
    talks,
    close: () =>
      new Promise((done) => {
        server.server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

if (process.argv[1]?.endsWith('test/page/server.ts')) {
  const serving = await serve(newTalks(), Number(process.env.PORT ?? 4001));
  process.stdout.write(`${serving.origin}\n`);
}
