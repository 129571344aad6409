/** Coming back: with the code of a return sheet, and before and after a shared device closes. */
import type { Talk } from '../../conversation/talk.ts';
import { codeIn } from '../../returning/code.ts';
import { ownDays } from '../../returning/presence.ts';
import type { Opened } from '../../returning/returning.ts';
import { answerIn, draftIn } from './answer.ts';
import { cookieOf, opens } from './device.ts';
import type { Page } from './page.ts';
import { callForm } from './return-call.ts';
import { whoSees } from './return-who.ts';
import { around, talkPage } from './shown.ts';
import { waitingIn } from './talk-view.ts';
import { forgetHere, goTo, sendHtml, setCookie, type Visit } from './visit.ts';
import type { Words } from './words.ts';

/** The form for the code. Looking at it uses nothing up, whatever is in the address. */
export function returnForm(page: Page, visit: Visit): Promise<void> {
  const isWrong = visit.url.searchParams.has('again');
  return showForm(page, visit, { isWrong });
}

/** A right code makes this browser a new device of the plan; for every wrong one the same is said. */
export async function comeBack(page: Page, visit: Visit, fields: URLSearchParams): Promise<void> {
  const [reference = '', draft = ''] = [fields.get('reference'), fields.get('draft')].map((field) => field ?? '');
  const opened = await opensHere(page, visit, fields);
  if (opened === null) return showForm(page, visit, { isWrong: true, reference, draft });
  if (draft === '') return goTo(visit, '/#question');
  const now = await opens(page.talks, cookieOf(opened));
  if (now === null) return goTo(visit, '/');
  await showDraft(page, { ...visit, ...now, cookie: cookieOf(opened), closed: false }, now.talk, draft);
}

/** Opens the plan of a code in this browser; null for a wrong one. */
export async function opensHere(page: Page, visit: Visit, fields: URLSearchParams): Promise<Opened | null> {
  const opened = await page.returning.open({
    code: codeIn(fields.get('reference') ?? '', fields.get('words') ?? ''),
    address: page.addressOf(visit.request),
    channel: 'webchat',
    whose: 'person',
  });
  if (opened === null) return null;
  // Who was in that plan already has one device here, not two.
  if (visit.device !== null && visit.talk?.plan === opened.plan)
    await page.returning.endDevice(opened.plan, visit.device.key);
  setCookie(page, visit, 'talk', cookieOf(opened));
  setCookie(page, visit, 'here', '1', justNow, true);
  setCookie(page, visit, 'away', '', 0, true);
  return opened;
}

/** In days: until the page's own script says that it is open. */
export const justNow = 60 / 86_400;

/** The talk closed before these words came: they go along, unseen, until the code is right, and are in the box then. */
export const askForCode = (page: Page, visit: Visit, draft: string): Promise<void> => showForm(page, visit, { draft });

interface Form {
  readonly isWrong?: boolean;
  readonly reference?: string;
  readonly draft?: string;
}

function showForm(page: Page, visit: Visit, { isWrong = false, reference = '', draft = '' }: Form): Promise<void> {
  const error = isWrong ? { text: visit.words.t('returning.return.wrong') } : null;
  const shown = { ...around(page, visit), error, reference: reference.slice(0, 40), draft, to: '/return' };
  return sendHtml(visit, page.render('return', shown), isWrong ? 400 : 200);
}

/** The talk, with words in the box that were typed but never sent. */
async function showDraft(page: Page, visit: Visit, talk: Talk, draft: string): Promise<void> {
  const progress = await page.talks.progress(talk.plan);
  await sendHtml(visit, page.render('talk', talkPage(page, visit, talk, progress, { draft })));
}

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

/**
 * "I am still here". Without our script the page sends what was typed or ticked along, and gets it back in words, so that
 * nothing is lost, whether the talk is still open or not.
 */
export async function stillHere(page: Page, visit: Visit, fields: URLSearchParams): Promise<void> {
  const { talk, words, live, response } = visit;
  if (live) {
    response.writeHead(talk === null ? 410 : 204);
    response.end();
    return;
  }
  const draft = draftIn(fields);
  if (talk === null) return draft === '' ? goTo(visit, '/ended') : askForCode(page, visit, draft);
  if (fields.has('slot')) return showDraft(page, visit, talk, saidIn(fields, talk, words));
  if (fields.has('phone')) return callForm(page, visit, fields);
  if (fields.has('name')) return whoSees(page, visit, fields);
  goTo(visit, fields.get('back') === '/plan' ? '/plan' : '/#question');
}

/** What a form would have said, as words. */
function saidIn(fields: URLSearchParams, talk: Talk, words: Words): string {
  const waiting = waitingIn(talk);
  const answered = answerIn(fields, waiting, words);
  if (!('said' in answered)) return draftIn(fields);
  const { text, pick } = answered.said;
  const picked = waiting?.offer.filter(({ id }) => pick?.options.includes(id)) ?? [];
  return text ?? picked.map((offer) => words.label(offer)).join(', ');
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
