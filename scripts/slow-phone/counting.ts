/** Stands before a server and counts what goes through it to the browser: heads, bodies, frames. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Counting {
  readonly origin: string;
  /** All bytes so far that went to browsers. */
  bytes(): number;
  close(): Promise<void>;
}

export async function counting(origin: string): Promise<Counting> {
  const { hostname, port } = new URL(origin);
  const open = new Set<Socket>();
  let bytes = 0;
  const server = createServer((browser) => {
    const behind = connect(Number(port), hostname);
    for (const [one, other] of [
      [browser, behind],
      [behind, browser],
    ] as const) {
      open.add(one);
      one.setNoDelay(true);
      one.on('error', () => other.destroy());
      one.on('close', () => open.delete(one));
      one.pipe(other);
    }
    behind.on('data', (part) => {
      bytes += part.length;
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bytes: () => bytes,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of open) socket.destroy();
      }),
  };
}
