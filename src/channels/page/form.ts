/** Reads what a form sent. */
import type { IncomingMessage } from 'node:http';

/** The longest answer a question takes is 65,536 letters; in some scripts each is sent as nine. */
const ceiling = 640 * 1024;

/** The fields of a form; null when there is too much of it. A body that an earlier step has read already is used as it is. */
export async function formOf(request: IncomingMessage & { body?: unknown }): Promise<URLSearchParams | null> {
  if (typeof request.body === 'string') return new URLSearchParams(request.body);
  if (typeof request.body === 'object' && request.body !== null) return fromObject(request.body);
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > ceiling) return null;
    parts.push(part);
  }
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
}

function fromObject(body: object): URLSearchParams {
  const fields = Object.entries(body).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, String(one)] as [string, string]),
  );
  return new URLSearchParams(fields);
}
