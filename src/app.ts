/** The server, put together. Everything it needs is handed in. */
import pino, { type Logger } from 'pino';
import restify, { type Server } from 'restify';
import { healthRoutes } from './channels/health.ts';
import { answerErrors } from './channels/refusals.ts';
import { securityHeaders } from './channels/security-headers.ts';
import { writeLimits } from './channels/write-limits.ts';
import type { Config } from './config.ts';
import type { PlanStore } from './store/port.ts';

export interface Services {
  readonly config: Config;
  readonly log: Logger;
  readonly store: PlanStore;
}

/** A server that is ready to listen. */
export function createApp(services: Services): Server {
  const { config, log } = services;
  const secured = securityHeaders(config.secureCookies);
  const server = restify.createServer({ name: '', log: silent });
  server.pre(...writeLimits(config));
  server.on('restifyError', answerErrors(log, secured));
  server.use((_, response, next) => {
    secured(response);
    next();
  });
  healthRoutes(server, services);
  return server;
}

/** Restify's own lines would hold addresses and whole requests. Its types still name the logger it used before pino. */
const silent = pino({ level: 'silent' }) as never;
