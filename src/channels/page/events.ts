/** Tells an open page that something was said, by server-sent events. The words themselves it then asks for. */
import type { Page } from './page.ts';
import type { Visit } from './visit.ts';

const beat = 25_000;
/** A browser opens one for each tab in sight; more than this is somebody else's script. */
const most = 10;
const open = new Map<string, number>();

export function events(page: Page, { talk, request, response }: Visit): void {
  const streams = talk === null ? 0 : (open.get(talk.plan) ?? 0);
  if (talk === null || streams >= most) {
    // 204 tells an EventSource not to come back.
    response.writeHead(talk === null ? 204 : 429);
    response.end();
    return;
  }
  const { plan } = talk;
  open.set(plan, streams + 1);
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  response.write(`retry: 2000\nevent: last\ndata: ${talk.turns.at(-1)?.id ?? ''}\n\n`);
  const stop = page.talks.watch(plan, (turn) => response.write(`event: last\ndata: ${turn.id}\n\n`));
  const pulse = setInterval(() => response.write(':\n\n'), beat);
  request.on('close', () => {
    clearInterval(pulse);
    stop();
    const left = (open.get(plan) ?? 1) - 1;
    if (left > 0) open.set(plan, left);
    else open.delete(plan);
  });
}
