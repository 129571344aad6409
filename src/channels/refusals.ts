/** What a client is told when something is refused or broken: a stable code and our own words, never an exception's. */
import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'restify';
import { Fault } from '../fault.ts';

/** Codes that are told, with their HTTP status. */
const told = {
  BadArgument: 400,
  MissingToken: 401,
  TokenExpired: 403,
  WrongToken: 403,
  OriginNotAllowed: 403,
  ConversationNotFound: 404,
  NotFound: 404,
  MethodNotAllowed: 405,
  NotAcceptable: 406,
  MessageTooBig: 413,
  UploadsOff: 415,
  EncodingNotAllowed: 415,
  TooManyRequests: 429,
  ServerError: 500,
  NotKept: 503,
  NotReady: 503,
} as const;
export type RefusalCode = keyof typeof told;

/** A refusal to throw inside a route. */
export const refusal = (code: RefusalCode, message: string): Fault => new Fault(code, message, { expose: true });

const byStatus: Readonly<Record<number, readonly [RefusalCode, string]>> = {
  400: ['BadArgument', 'The request could not be read.'],
  404: ['NotFound', 'There is nothing here.'],
  405: ['MethodNotAllowed', 'This cannot be done here.'],
  406: ['NotAcceptable', 'No answer of that type can be given.'],
  413: ['MessageTooBig', 'A message can be 64 KB at most.'],
  415: ['EncodingNotAllowed', 'A body of that type cannot be read.'],
  429: ['TooManyRequests', 'Too many messages at once. Please wait a little.'],
};

interface Log {
  error(facts: object, message: string): void;
}

/** Answers every error of the server: Direct Line's shape of body, and one line in the log for what is broken. */
export function answerErrors(log: Log, headers: (response: Response) => void) {
  return (request: Request, response: Response, error: unknown, done: () => void): void => {
    const { status, code, message } = outside(error);
    const reference = status === 500 ? randomUUID() : undefined;
    if (reference !== undefined) log.error({ reference, route: pathOf(request), ...inside(error) }, 'a request failed');
    if (!response.headersSent) {
      if (!response.getHeader('Content-Security-Policy')) headers(response);
      if (status === 429) response.setHeader('Retry-After', '2');
      if (status === 503) response.setHeader('Retry-After', '5');
      // The rest of a refused body is not read.
      if (status === 413) response.setHeader('Connection', 'close');
      const body = { error: { code, message, ...(reference === undefined ? {} : { reference }) } };
      response.sendRaw(status, JSON.stringify(body), { 'Content-Type': 'application/json' });
    }
    done();
  };
}

function outside(error: unknown): { status: number; code: string; message: string } {
  if (error instanceof Fault && error.expose && isTold(error.code))
    return { status: told[error.code], code: error.code, message: error.message };
  const status = Object(error).statusCode;
  const known = byStatus[status];
  if (known) return { status, code: known[0], message: known[1] };
  return { status: 500, code: 'ServerError', message: 'Something went wrong on our side. Nothing you wrote is lost.' };
}

const isTold = (code: string): code is RefusalCode => Object.hasOwn(told, code);

/** What the log may hold of an error: where it came from, and no message, for that may quote somebody. */
function inside(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const at = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return { kind: error.name, code: Object(error).code, at: at.slice(0, 8) };
}

/** The route's pattern: the path itself would hold a conversation's id. */
const pathOf = (request: Request): string => String(request.getRoute()?.path ?? 'none');
