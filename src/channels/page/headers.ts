/** What every page of ours tells the browser: run nothing but our own script, show us in no frame, keep nothing. */
import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { headersWith } from '../security-headers.ts';

/** Sets the headers of a page and returns the nonce its script must bear. Parts of a page have no script, and no nonce. */
export type PageHeaders = (response: ServerResponse, isPart: boolean) => string;

export function pageHeaders(https: boolean): PageHeaders {
  const headers = new Map([...headersOf(https), ['Vary', 'Cookie, Accept-Encoding, HX-Request']]);
  const policy = headers.get('Content-Security-Policy') ?? '';
  return (response, isPart) => {
    const nonce = isPart ? '' : randomBytes(16).toString('base64url');
    for (const [name, value] of headers) response.setHeader(name, value);
    response.setHeader('Content-Security-Policy', isPart ? nothingRuns : policy.replace(nonceHere, nonce));
    return nonce;
  };
}

const nothingRuns = "default-src 'none'";

/** Stands in helmet's headers where each page's own nonce goes. */
const nonceHere = 'NONCE';

/** Helmet's headers differ by the nonce alone. */
const headersOf = (https: boolean): ReadonlyMap<string, string> =>
  headersWith({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [`'nonce-${nonceHere}'`],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https,
  });
