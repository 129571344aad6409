/** The talk: begin it, say something, hear what is new. */
import type { Talk } from '../../conversation/talk.ts';
import { ownDays } from '../../returning/presence.ts';
import { answerIn, draftIn } from './answer.ts';
import { cookieOf, isFormToken, keyOf, newDevice } from './device.ts';
import { leaves } from './leave-first.ts';
import type { Page } from './page.ts';
import { type Aside, around, talkNews, talkPage } from './shown.ts';
import { waitingIn } from './talk-view.ts';
import { goTo, sendHtml, setCookie, type Visit } from './visit.ts';
import { sendWords } from './words-routes.ts';

export async function home(page: Page, visit: Visit): Promise<void> {
  if (visit.talk === null) return sendHtml(visit, page.render('hello', around(page, visit)));
  if (visit.device?.own) setCookie(page, visit, 'talk', visit.cookie ?? '', ownDays);
  await showTalk(page, visit, visit.talk);
}

/** Only now is there a record: who just looks leaves nothing behind. */
export async function start(page: Page, visit: Visit, fields: URLSearchParams): Promise<void> {
  if (visit.talk !== null || visit.away) return goTo(visit, '/');
  const device = newDevice(page.ids());
  const asked = fields.get('lang');
  const lang =
    page.texts.languages.find((one) => one === asked && page.pack.languages.includes(one)) ?? visit.words.reader.lang;
  await page.talks.begin({ plan: device.plan, key: keyOf(device), channel: 'webchat', lang });
  setCookie(page, visit, 'talk', cookieOf(device));
  setCookie(page, visit, 'away', '', 0, true);
  goTo(visit, '/');
}

export async function say(page: Page, visit: Visit, fields: URLSearchParams): Promise<void> {
  const { talk } = visit;
  if (talk === null) return visit.live ? reload(visit) : goTo(visit, '/');
  if (!/^[\w-]{8,80}$/.test(fields.get('id') ?? '')) return sendWords(page, visit, 'refused', 400);
  await page.queues.run(talk.plan, async () => {
    const now = (await page.talks.read(talk.plan)) ?? talk;
    const repeated = now.turns.some(({ id }) => id === fields.get('id'));
    if (repeated) return after(page, visit, now, fields, {});
    const answered = answerIn(fields, waitingIn(now), visit.words);
    if ('moved' in answered)
      return after(page, visit, now, fields, { note: visit.words.t('page.moved_on'), draft: draftIn(fields) });
    if ('missing' in answered) return after(page, visit, now, fields, { error: answered.missing });
    const heard = await page.talks.say(talk.plan, answered.said);
    if (heard?.turn.replies.some(({ say }) => say.startsWith('conversation.left'))) return leaves(visit);
    // Who asks for help in mid-sentence wants to go on with the sentence; who skips or leaves the question does not.
    const keeps = answered.said.command !== undefined && !['skip', 'back'].includes(answered.said.command);
    const aside = keeps ? { draft: draftIn(fields) } : {};
    if (heard !== null && (await page.talks.read(talk.plan)) === null) return farewell(page, visit, heard.talk, fields);
    await after(page, visit, heard?.talk ?? null, fields, aside);
  });
}

/** The person did not want to go on, and nothing is kept: these words can be shown only now. */
async function farewell(page: Page, visit: Visit, talk: Talk, fields: URLSearchParams): Promise<void> {
  setCookie(page, visit, 'talk', '', 0);
  const seen = fields.get('seen') ?? '';
  if (!visit.live || !knows(talk, seen)) return sendHtml(visit, page.render('talk', talkPage(page, visit, talk, [])));
  await sendHtml(visit, page.render('live', talkNews(page, visit, talk, [], seen)));
}

/** "Change" beside an answer, and "tell us more about ...": both lead back into the talk. */
export async function turnTo(page: Page, visit: Visit, fields: URLSearchParams): Promise<void> {
  const { talk } = visit;
  const change = fields.get('change');
  const more = fields.get('more');
  const where = change !== null ? { change } : more !== null ? { more } : null;
  const id = fields.get('id') ?? '';
  if (talk === null || where === null || !/^[\w-]{8,80}$/.test(id)) return goTo(visit, '/');
  await page.talks.say(talk.plan, { id, channel: 'webchat', ...where });
  goTo(visit, '/#question');
}

/** What has been said since the turn that the page has last. */
export async function news(page: Page, visit: Visit): Promise<void> {
  const seen = visit.url.searchParams.get('seen') ?? '';
  if (visit.talk === null || !knows(visit.talk, seen)) return reload(visit);
  const progress = await page.talks.progress(visit.talk.plan);
  await sendHtml(visit, page.render('live', talkNews(page, visit, visit.talk, progress, seen, { pushed: true })));
}

async function after(
  page: Page,
  visit: Visit,
  talk: Talk | null,
  fields: URLSearchParams,
  aside: Aside,
): Promise<void> {
  const seen = fields.get('seen') ?? '';
  const changed = talk?.lang !== visit.words.reader.lang || talk?.mode !== visit.words.reader.mode;
  if (visit.live && (talk === null || !knows(talk, seen) || changed)) return reload(visit);
  if (talk === null) return goTo(visit, '/');
  const holds = Object.values(aside).some((part) => part !== '');
  if (!visit.live) return holds ? showTalk(page, visit, talk, aside) : goTo(visit, '/#question');
  const progress = await page.talks.progress(talk.plan);
  // What was just said may be what decides whether the device is asked about.
  const now = { ...visit, kept: await page.talks.kept(talk.plan) };
  await sendHtml(visit, page.render('live', talkNews(page, now, talk, progress, seen, aside)));
}

async function showTalk(page: Page, visit: Visit, talk: Talk, aside: Aside = {}): Promise<void> {
  const progress = await page.talks.progress(talk.plan);
  await sendHtml(
    visit,
    page.render('talk', talkPage(page, visit, talk, progress, aside)),
    aside.error === undefined ? 200 : 400,
  );
}

const knows = (talk: Talk, seen: string) => talk.turns.some(({ id }) => id === seen);

/** A page that has lost its place, or whose language changed, is loaded whole. */
function reload({ response }: Visit): void {
  response.writeHead(200, { 'HX-Refresh': 'true', 'Content-Length': 0 });
  response.end();
}

/** A form of another site, or of another device's page. Two tabs may both stand at "start" when the first begins the talk. */
export function isForeign(page: Page, { cookie, request, url }: Visit, fields: URLSearchParams): boolean {
  if (request.headers['sec-fetch-site'] === 'cross-site') return true;
  const token = fields.get('token');
  const before = url.pathname === '/start' && isFormToken(page.secret, undefined, token);
  return !before && !isFormToken(page.secret, cookie, token);
}
