/** What every answer that is not a page tells a browser: run nothing, show it in no frame, keep nothing. */
import type { ServerResponse } from 'node:http';
import helmet from 'helmet';

/** Sets the headers of Direct Line, health and errors. Pages bring their own, which allow their script by a nonce. */
export function securityHeaders(https: boolean): (response: ServerResponse) => void {
  const headers = headersOf(https);
  return (response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
  };
}

/** Helmet's headers never change here, so they are worked out once and not with each answer. */
function headersOf(https: boolean): readonly (readonly [string, string])[] {
  const headers = new Map<string, string>([['Cache-Control', 'no-store']]);
  const guard = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] },
    },
    strictTransportSecurity: https,
    // Embedders on an allowed origin read Direct Line's answers from another site.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  const recorder = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    removeHeader: (name: string) => headers.delete(name),
  };
  guard({} as never, recorder as never, () => undefined);
  return [...headers];
}
