/** What every page of ours tells the browser: run nothing but our own script, show us in no frame, keep nothing. */
import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import helmet from 'helmet';

/** Sets the headers of a page and returns the nonce its script must bear. Parts of a page have no script, and no nonce. */
export type PageHeaders = (response: ServerResponse, isPart: boolean) => string;

export function pageHeaders(https: boolean): PageHeaders {
  const { 'Content-Security-Policy': policy = '', ...rest } = headersOf(https);
  const headers = Object.entries(rest);
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

/** Helmet's headers differ by the nonce alone, so they are worked out once and not with each page. */
function headersOf(https: boolean): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {
    'Cache-Control': 'no-store',
    Vary: 'Cookie, Accept-Encoding, HX-Request',
  };
  const guard = helmet({
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
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  const recorder = {
    setHeader: (name: string, value: string) => {
      headers[name] = value;
    },
    removeHeader: () => undefined,
  };
  guard({} as never, recorder as never, () => undefined);
  return headers;
}
