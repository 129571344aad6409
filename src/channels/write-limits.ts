/** What a message sent to us must pass before its body is read: not too many, not too big, not squeezed. */
import restify, { type Request, type RequestHandler } from 'restify';
import { refusal } from './refusals.ts';

export const largestBody = 64 * 1024;

export interface Limits {
  /** Messages a second from one address, after a first burst of six times as many. 0: no limit. */
  readonly writesPerSecond: number;
  /** How many proxies of our own add to X-Forwarded-For. */
  readonly trustedProxies: number;
}

/** Not too many from one address: for restify's `pre`. Reading is let through. */
export function writeLimit({ writesPerSecond, trustedProxies }: Limits): RequestHandler {
  const throttle = restify.plugins.throttle({ rate: writesPerSecond, burst: writesPerSecond * 6, username: true });
  return (request, response, next) => {
    if (isReading(request) || writesPerSecond === 0) return next();
    request.username = addressOf(request, trustedProxies);
    throttle(request, response, next);
  };
}

/** Whose address it is: with proxies of ours in front, the last one they did not add themselves. */
export function addressOf(request: Pick<Request, 'headers' | 'socket'>, trustedProxies: number): string {
  const own = request.socket.remoteAddress ?? '';
  if (trustedProxies === 0) return own;
  const passed = String(request.headers['x-forwarded-for'] ?? '').split(',');
  return passed.at(-trustedProxies)?.trim() || own;
}

/** Reads a JSON body of 64 KB at most. */
export const jsonBody = (): RequestHandler[] => [
  small,
  restify.plugins.bodyReader({ maxBodySize: largestBody }),
  ...restify.plugins.jsonBodyParser(),
];

const small: RequestHandler = (request, _, next) => {
  // A squeezed body could become any size once it is unpacked.
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity')
    return next(refusal('EncodingNotAllowed', 'A body must be sent as it is, not compressed.'));
  if (Number(request.headers['content-length'] ?? 0) > largestBody)
    return next(refusal('MessageTooBig', 'A message can be 64 KB at most.'));
  next();
};

const isReading = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
