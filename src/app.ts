/** The server, put together. Everything it needs is handed in. */
import type { IncomingMessage } from 'node:http';
import pino, { type Logger } from 'pino';
import restify, { type Server } from 'restify';
import type { DirectLineServices } from './channels/direct-line/line.ts';
import { directLineRoutes } from './channels/direct-line/routes.ts';
import { healthRoutes } from './channels/health.ts';
import type { PageServices } from './channels/page/page.ts';
import { pageRoutes } from './channels/page/routes.ts';
import { answerErrors } from './channels/refusals.ts';
import { securityHeaders } from './channels/security-headers.ts';
import { addressOf, writeLimit } from './channels/write-limits.ts';
import type { Config } from './config.ts';
import { memoryCodes } from './returning/code-book.ts';
import { returningOf } from './returning/returning.ts';
import type { PlanStore } from './store/port.ts';

export interface Services extends PageServices, Omit<DirectLineServices, 'returning' | 'addressOf'> {
  readonly config: Pick<Config, 'secureCookies' | 'trustedProxies' | 'writesPerSecond'>;
  readonly log: Logger;
  readonly store: PlanStore;
}

export interface App {
  readonly server: Server;
  /** Takes no more requests, tells sockets to come back later, and waits for the turns that have begun. */
  close(): Promise<void>;
}

/** A server that is ready to listen. */
export function createApp(services: Services): App {
  const { config, log } = services;
  const secured = securityHeaders(config.secureCookies);
  const server = restify.createServer({ name: '', log: silent });
  server.pre(writeLimit(config));
  server.on('restifyError', answerErrors(log, secured));
  server.use((_, response, next) => {
    secured(response);
    next();
  });
  healthRoutes(server, services);
  const returning = services.returning ?? returningOf({ ...services, codes: memoryCodes() });
  const everywhere = {
    ...services,
    returning,
    publicUrl: services.sites.publicUrl,
    addressOf: (request: IncomingMessage) => addressOf(request, config.trustedProxies),
  };
  pageRoutes(server, everywhere);
  const streams = directLineRoutes(server, everywhere);
  server.server.on('upgrade', streams.upgrade);
  return { server, close: () => closed(server, streams.close) };
}

/** Restify's own lines would hold addresses and whole requests. Its types still name the logger it used before pino. */
const silent = pino({ level: 'silent' }) as never;

function closed(server: Server, hangUp: () => void): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    hangUp();
    server.server.closeIdleConnections();
    // Pages that listen for news never end by themselves.
    setTimeout(() => server.server.closeAllConnections(), 2_000).unref();
  });
}
