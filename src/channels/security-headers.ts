/** What an answer tells a browser: run nothing that is not ours, show it in no frame, keep nothing. */
import type { ServerResponse } from 'node:http';
import helmet, { type HelmetOptions } from 'helmet';

/** Sets the headers of Direct Line, health and errors. Pages bring their own, which allow their script by a nonce. */
export function securityHeaders(https: boolean): (response: ServerResponse) => void {
  const headers = headersWith({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] },
    },
    strictTransportSecurity: https,
    // Embedders on an allowed origin read Direct Line's answers from another site.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  });
  return (response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
  };
}

/** What differs from one kind of answer to another. */
type Own = Pick<HelmetOptions, 'contentSecurityPolicy' | 'strictTransportSecurity' | 'crossOriginResourcePolicy'>;

/** Helmet's headers, and that nothing is kept. They are the same each time, so they are worked out once. */
export function headersWith(options: Own): ReadonlyMap<string, string> {
  const headers = new Map<string, string>([['Cache-Control', 'no-store']]);
  const recorder = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    removeHeader: (name: string) => headers.delete(name),
  };
  const guard = helmet({ ...options, referrerPolicy: { policy: 'no-referrer' }, xFrameOptions: { action: 'deny' } });
  // Helmet asks for a whole request and response, and uses nothing else of them.
  guard({} as never, recorder as never, () => undefined);
  return headers;
}
