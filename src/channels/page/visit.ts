/** One request to our page: who comes, what they hold, and how they are answered. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { namesIn } from '../../conversation/prompt.ts';
import type { Talk } from '../../conversation/talk.ts';
import type { Kept } from '../../plan/kept.ts';
import { compressed, encodingFor } from './encoding.ts';
import type { Page } from './page.ts';
import { type DeviceNow, deviceNow } from './return-device.ts';
import { type Words, wordsFor } from './words.ts';

export interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  /** The cookie by which this device comes back. */
  readonly cookie: string | undefined;
  /** Null too while the talk is hidden by "leave this page". */
  readonly talk: Talk | null;
  readonly kept: Kept | null;
  /** The device it is open on; null when nothing is. */
  readonly device: DeviceNow['device'];
  /** A talk was open on this device, and was closed. */
  readonly closed: boolean;
  readonly words: Words;
  readonly nonce: string;
  readonly size: string;
  /** The person pressed "leave this page": their talk is not shown until they ask for it. */
  readonly away: boolean;
  /** The page's script asks for the parts that changed. */
  readonly live: boolean;
}

export async function visit(page: Page, request: IncomingMessage, response: ServerResponse): Promise<Visit> {
  const live = request.headers['hx-request'] === 'true';
  const nonce = page.headers(response, live);
  const cookies = cookiesIn(request.headers.cookie);
  const away = cookies.has('away');
  const url = new URL(request.url ?? '/', 'http://page');
  const { talk, kept, device, closed } = await deviceNow(page, url.pathname, cookies);
  const lang = talk?.lang ?? page.texts.languages[0] ?? 'en-GB';
  const size = cookies.get('size') ?? '';
  const one: Visit = {
    request,
    response,
    url,
    cookie: cookies.get('talk'),
    talk,
    kept,
    device,
    closed,
    words: wordsFor(
      page.texts,
      { lang, mode: talk?.mode ?? 'self' },
      page.timeZone,
      kept === null ? {} : namesIn(kept),
    ),
    nonce,
    size: /^[123]$/.test(size) ? size : '1',
    away,
    live,
  };
  if (closed) forgetHere(page, one);
  return one;
}

/** Nothing of a talk stays in this browser. */
export function forgetHere(page: Page, visit: Visit): void {
  setCookie(page, visit, 'talk', '', 0);
  for (const name of ['away', 'here', 'script']) setCookie(page, visit, name, '', 0, true);
  visit.response.setHeader('Clear-Site-Data', '"cache", "storage"');
}

export function cookiesIn(header: string | undefined): ReadonlyMap<string, string> {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='));
  return new Map(pairs.map(([name, ...value]) => [name ?? '', value.join('=')]));
}

/** A cookie for this site only, kept `days` long; for as long as the browser is open when that is not said. */
export function setCookie(
  page: Page,
  { response }: Visit,
  name: string,
  value: string,
  days?: number,
  open = false,
): void {
  const age = days === undefined ? [] : [`Max-Age=${Math.round(days * 86_400)}`];
  const guard = [...(open ? [] : ['HttpOnly']), 'SameSite=Lax', ...(page.https ? ['Secure'] : [])];
  response.appendHeader('Set-Cookie', [`${name}=${value}`, 'Path=/', ...age, ...guard].join('; '));
}

export async function sendHtml({ request, response }: Visit, html: string, status = 200): Promise<void> {
  const encoding = encodingFor(request.headers['accept-encoding']);
  const body = compressed(html, encoding);
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': body.length });
  response.end(body);
}

export function goTo({ response }: Visit, where: string): void {
  response.writeHead(303, { Location: where, 'Content-Length': 0 });
  response.end();
}
