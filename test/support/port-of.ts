import type { Server } from 'node:net';

/** The port on which a server listens. */
export function portOf(server: Server): number {
  const at = server.address();
  if (typeof at !== 'object' || at === null) throw new Error('It does not listen on a port.');
  return at.port;
}
