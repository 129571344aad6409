/** Which web sites may talk to us from a browser: our own, and those the council allows to embed the chat. */
import type { IncomingMessage } from 'node:http';

export interface Sites {
  readonly publicUrl?: string | undefined;
  readonly allowedOrigins: readonly string[];
  readonly trustedProxies: number;
}

/** Programs that are no browser send no Origin, and pass. */
export function mayAsk({ headers }: IncomingMessage, sites: Sites): boolean {
  const { origin } = headers;
  if (origin === undefined) return true;
  return isOwn(origin, headers.host, sites) || sites.allowedOrigins.includes(origin);
}

function isOwn(origin: string, host: string | undefined, { publicUrl }: Sites): boolean {
  if (publicUrl !== undefined) return origin === new URL(publicUrl).origin;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Where sockets reach us: `wss://plans.example.gov.uk`. */
export function socketOrigin({ headers }: IncomingMessage, { publicUrl, trustedProxies }: Sites): string {
  if (publicUrl !== undefined) return new URL(publicUrl).origin.replace(/^http/, 'ws');
  const secure = trustedProxies > 0 && headers['x-forwarded-proto'] === 'https';
  return `${secure ? 'wss' : 'ws'}://${headers.host ?? 'localhost'}`;
}
