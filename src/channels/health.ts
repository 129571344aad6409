/** For whoever runs the program: is it up, and can it keep what people say? */
import type { Server } from 'restify';
import { refusal } from './refusals.ts';

interface Services {
  readonly store: { ready(): Promise<void> };
}

/** `/healthz` says that the program runs, `/readyz` that its store can keep an answer. */
export function healthRoutes(server: Server, { store }: Services): void {
  server.get('/healthz', async (_, response) => {
    response.send(200, { status: 'ok' });
  });
  server.get('/readyz', async (_, response) => {
    await store.ready().catch(() => {
      throw refusal('NotReady', 'Nothing can be kept now.');
    });
    response.send(200, { status: 'ready' });
  });
}
