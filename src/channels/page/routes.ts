/** Our own web page on a restify server: the talk, the plan, and what stands around them. Works whole without JavaScript. */
import type { Request, Response, Server } from 'restify';
import { NotKept } from '../../store/port.ts';
import { encodingFor } from './encoding.ts';
import { events } from './events.ts';
import { formOf } from './form.ts';
import { leaveFirst } from './leave-first.ts';
import { type Page, type PageServices, pageOf } from './page.ts';
import { planFile, planPage } from './plan-routes.ts';
import { leaveHelp } from './return-helper.ts';
import { returnActs, returnPages } from './return-paths.ts';
import { justNow } from './return-routes.ts';
import { codeFirst } from './return-said.ts';
import { home, isForeign, news, say, start, turnTo } from './talk-routes.ts';
import { forgetHere, goTo, setCookie, type Visit, visit } from './visit.ts';
import { accessibility, help, privacy, sendWords } from './words-routes.ts';

type Shows = (page: Page, visit: Visit) => Promise<void> | void;
type Does = (page: Page, visit: Visit, fields: URLSearchParams) => Promise<void> | void;

const shows: Readonly<Record<string, Shows>> = {
  '/': home,
  '/live': news,
  '/events': events,
  '/plan': planPage,
  '/plan.json': planFile,
  '/help': help,
  '/privacy': privacy,
  '/accessibility': accessibility,
  '/leave': leave,
  ...returnPages,
};
const does: Readonly<Record<string, Does>> = {
  '/start': start,
  '/say': leaveFirst(codeFirst(say)),
  '/change': turnTo,
  '/more': turnTo,
  '/carry-on': carryOn,
  '/looks': looks,
  ...returnActs,
};

export function pageRoutes(server: Server, services: PageServices): void {
  const page = pageOf(services);
  for (const [path, show] of Object.entries(shows))
    server.get(path, async (request: Request, response: Response) => guarded(page, request, response, show));
  for (const [path, act] of Object.entries(does))
    server.post(path, async (request: Request, response: Response) => guarded(page, request, response, withForm(act)));
  server.get('/assets/*', async (request: Request, response: Response) => sendAsset(page, request, response));
  server.on('NotFound', (request: Request, response: Response, _error: unknown, next: () => void) => {
    if (request.method !== 'GET' || !request.headers.accept?.includes('text/html')) return next();
    // Not going on is what keeps restify from answering again.
    void guarded(page, request, response, (_, one) => sendWords(page, one, 'not_found', 404));
  });
  server.on('TooManyRequests', (request: Request, response: Response, _error: unknown, next: () => void) => {
    if (!Object.hasOwn(does, request.getPath()) || !request.headers.accept?.includes('text/html')) return next();
    response.setHeader('Retry-After', '2');
    void guarded(page, request, response, (_, one) => sendWords(page, one, 'too_many', 429));
  });
}

const withForm =
  (act: Does): Shows =>
  async (page, one) => {
    const fields = await formOf(one.request);
    if (fields === null) return sendWords(page, one, 'too_long', 413);
    if (isForeign(page, one, fields)) return sendWords(page, one, 'refused', 403);
    await act(page, one, fields);
  };

/** Whatever breaks, the person gets calm words and the log gets the error without their answers. */
async function guarded(page: Page, request: Request, response: Response, show: Shows): Promise<void> {
  let one: Visit | undefined;
  try {
    one = await visit(page, request, response);
    await show(page, one);
  } catch (broken) {
    page.report(broken);
    if (response.headersSent || one === undefined) {
      if (!response.headersSent) response.writeHead(500);
      response.end();
      return;
    }
    const full = broken instanceof NotKept;
    await sendWords(page, one, full ? 'not_kept' : 'broken', full ? 503 : 500);
  }
}

function sendAsset(page: Page, request: Request, response: Response): void {
  const asset = page.assets.find(request.url?.split('?')[0] ?? '');
  if (asset === undefined) {
    response.writeHead(404, { 'Content-Length': 0 });
    response.end();
    return;
  }
  const encoding = encodingFor(request.headers['accept-encoding']);
  response.writeHead(200, {
    'Content-Type': asset.type,
    'Content-Length': asset.body[encoding].length,
    'Cache-Control': 'public, max-age=31536000, immutable',
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Accept-Encoding',
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  });
  response.end(asset.body[encoding]);
}

/** Without JavaScript too: away to an everyday site, and the talk stays hidden from whoever comes next. */
async function leave(page: Page, one: Visit): Promise<void> {
  await leaveHelp(page, one);
  if (one.talk !== null && one.device?.own === false) {
    await page.returning.endDevice(one.talk.plan, one.device.key);
    forgetHere(page, one);
    return goTo(one, page.pack.exit_url);
  }
  if (one.cookie !== undefined) setCookie(page, one, 'away', '1', undefined, true);
  one.response.setHeader('Clear-Site-Data', '"cache"');
  goTo(one, page.pack.exit_url);
}

function carryOn(page: Page, one: Visit): void {
  setCookie(page, one, 'away', '', 0, true);
  setCookie(page, one, 'here', '1', justNow, true);
  goTo(one, '/#question');
}

function looks(page: Page, one: Visit, fields: URLSearchParams): void {
  const size = fields.get('size') ?? '';
  if (/^[123]$/.test(size)) setCookie(page, one, 'size', size, 365);
  const back = fields.get('back') ?? '/';
  goTo(one, Object.hasOwn(shows, back) ? back : '/');
}
