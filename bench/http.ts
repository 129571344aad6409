/** Requests over connections that stay open, as a browser's do. */
import http from 'node:http';

export interface Answered {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

export function ask(url: string, options: http.RequestOptions = {}, body?: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...options.headers,
      ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
    };
    const request = http.request(url, { agent, ...options, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

export async function askJson<T>(url: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
  const json = { 'content-type': 'application/json', ...headers };
  const answered = await ask(url, { method: 'POST', headers: json }, JSON.stringify(body));
  expectStatus(answered, 200, 201);
  return JSON.parse(answered.body.toString());
}

/** A bench that counts refusals as turns measures nothing. */
export function expectStatus({ status, body }: Answered, ...good: number[]): void {
  if (!good.includes(status)) throw new Error(`status ${status}: ${body.toString().slice(0, 200)}`);
}
