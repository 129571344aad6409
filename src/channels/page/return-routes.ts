/** Coming back: with the code of a return sheet, and before and after a shared device closes. */
import { codeIn } from '../../returning/code.ts';
import { ownDays } from '../../returning/presence.ts';
import { cookieOf } from './device.ts';
import type { Page } from './page.ts';
import { around, standingOf } from './shown.ts';
import { forgetHere, goTo, sendHtml, setCookie, type Visit } from './visit.ts';

/** The form for the code. Looking at it uses nothing up, whatever is in the address. */
export function returnForm(page: Page, visit: Visit): Promise<void> {
  return showForm(page, visit, '', 200);
}

/** A right code makes this browser a new device of the plan; for every wrong one the same is said. */
export async function comeBack(page: Page, visit: Visit, fields: URLSearchParams): Promise<void> {
  const reference = fields.get('reference') ?? '';
  const opened = await page.returning.open({
    code: codeIn(reference, fields.get('words') ?? ''),
    address: page.addressOf(visit.request),
    channel: 'webchat',
    whose: 'person',
  });
  if (opened === null) return showForm(page, visit, reference, 400);
  setCookie(page, visit, 'talk', cookieOf(opened));
  setCookie(page, visit, 'here', '1', justNow, true);
  setCookie(page, visit, 'away', '', 0, true);
  goTo(visit, '/#question');
}

/** In days: until the page's own script says that it is open. */
export const justNow = 60 / 86_400;

const showForm = (page: Page, visit: Visit, reference: string, status: number): Promise<void> => {
  const error = status === 200 ? null : { text: visit.words.t('returning.return.wrong') };
  const shown = { ...around(page, visit), error, reference: reference.slice(0, 40), to: '/return' };
  return sendHtml(visit, page.render('return', shown), status);
};

/** "Is this your own device?" */
export async function deviceSaid(page: Page, visit: Visit, fields: URLSearchParams): Promise<void> {
  const { talk, device, cookie } = visit;
  const own = fields.get('own');
  if (talk === null || device === null || cookie === undefined || (own !== 'yes' && own !== 'no'))
    return goTo(visit, '/');
  await page.talks.note(talk.plan, [{ type: 'device_said', key: device.key, own: own === 'yes' }]);
  setCookie(page, visit, 'talk', cookie, own === 'yes' ? ownDays : undefined);
  goTo(visit, own === 'yes' ? '/#question' : '/way-back');
}

/** For browsers without our script: shown after thirteen minutes. Looking at it is no sign that anybody is there. */
export async function stillThere(page: Page, visit: Visit): Promise<void> {
  if (visit.talk === null) return goTo(visit, '/ended');
  const shown = { ...around(page, visit), standing: await standingOf(page, visit) };
  await sendHtml(visit, page.render('return-still-there', shown));
}

export function stillHere(_page: Page, visit: Visit): void {
  if (!visit.live) {
    goTo(visit, visit.talk === null ? '/ended' : '/#question');
    return;
  }
  visit.response.writeHead(visit.talk === null ? 410 : 204);
  visit.response.end();
}

/** Closed by its own page: after fifteen minutes, or as somebody left a shared device. */
export async function close(page: Page, visit: Visit): Promise<void> {
  const { talk, device } = visit;
  if (talk !== null && device !== null && device.own !== true) {
    await page.returning.endDevice(talk.plan, device.key);
    forgetHere(page, visit);
  }
  goTo(visit, '/ended');
}

/** The hello page, with a word about what happened. */
export async function ended(page: Page, visit: Visit): Promise<void> {
  if (visit.talk !== null) return goTo(visit, '/#question');
  forgetHere(page, visit);
  const after = { ...visit, closed: true };
  await sendHtml(visit, page.render('hello', around(page, after)));
}
