/** What every page of ours tells the browser: run nothing but our own script, show us in no frame, keep nothing. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

/** Sets the headers of a page and returns the nonce its script must bear. */
export type PageHeaders = (request: IncomingMessage, response: ServerResponse) => string;

export function pageHeaders(https: boolean): PageHeaders {
  const nonces = new WeakMap<ServerResponse, string>();
  const guard = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [(_, response) => `'nonce-${nonces.get(response as ServerResponse)}'`],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  return (request, response) => {
    const nonce = randomBytes(16).toString('base64url');
    nonces.set(response, nonce);
    guard(request, response, () => undefined);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Vary', 'Cookie, Accept-Encoding, HX-Request');
    return nonce;
  };
}
