/** For whoever runs the program: is it up, and can it keep what people say? */
import type { Server } from 'restify';
import { refusal } from './refusals.ts';

interface Services {
  readonly store: { plans(): Promise<readonly string[]> };
}

/** `/healthz` says that the program runs, `/readyz` that its store answers. */
export function healthRoutes(server: Server, { store }: Services): void {
  server.get('/healthz', async (_, response) => {
    response.send(200, { status: 'ok' });
  });
  server.get('/readyz', async (_, response) => {
    await store.plans().catch(() => {
      throw refusal('NotReady', 'The store does not answer.');
    });
    response.send(200, { status: 'ready' });
  });
}
