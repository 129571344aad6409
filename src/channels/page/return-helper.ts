/** What somebody sees who helps: the parts that the person ticked, and the question they want help with. Nothing about harm. */

import { namesIn } from '../../conversation/prompt.ts';
import type { Asking, Talk } from '../../conversation/talk.ts';
import type { Helper } from '../../plan/access.ts';
import { isBlank, type Kept, slotOf } from '../../plan/kept.ts';
import { isQuestionId, questions, sectionOf } from '../../plan/questions/index.ts';
import type { Reply } from '../../plan/replies.ts';
import { codeIn } from '../../returning/code.ts';
import { keyOf } from '../../returning/returning.ts';
import { codeSaid } from '../../returning/said-code.ts';
import { answerIn, draftIn } from './answer.ts';
import type { Page } from './page.ts';
import { around } from './shown.ts';
import { panel, waitingIn } from './talk-view.ts';
import { cookiesIn, goTo, sendHtml, setCookie, type Visit } from './visit.ts';
import { type Words, wordsFor } from './words.ts';

interface Helping {
  readonly talk: Talk;
  readonly kept: Kept;
  readonly helper: Helper;
  readonly key: string;
}

interface Told {
  readonly error?: string;
  readonly aside?: readonly Reply[];
}

/** The helper's page; for who holds no code yet, the form for one. */
export async function helpWith(page: Page, visit: Visit): Promise<void> {
  const helping = await helpingIn(page, visit);
  if (helping === null) return showForm(page, visit, '', 200);
  await showHelp(page, visit, helping, {});
}

export async function beginHelp(page: Page, visit: Visit, fields: URLSearchParams): Promise<void> {
  const reference = fields.get('reference') ?? '';
  const opened = await page.returning.open({
    code: codeIn(reference, fields.get('words') ?? ''),
    address: page.addressOf(visit.request),
    channel: 'webchat',
    whose: 'helper',
  });
  if (opened === null) return showForm(page, visit, reference, 400);
  setCookie(page, visit, 'help', `${opened.plan}.${opened.secret}`);
  goTo(visit, '/help-with');
}

/** An answer that bears the helper's name, and is otherwise like any. A code is no answer: it is cut out, and alone it opens what it is for. */
export async function helperSays(page: Page, visit: Visit, fields: URLSearchParams): Promise<void> {
  const code = codeSaid(draftIn(fields));
  if (code?.rest === '') return beginHelp(page, visit, new URLSearchParams({ ...code }));
  if (code !== null) fields.set('text', code.rest);
  const helping = await helpingIn(page, visit);
  if (helping === null) return goTo(visit, '/help-with');
  const { talk, helper } = helping;
  await page.queues.run(talk.plan, async () => {
    const now = (await helpingIn(page, visit)) ?? helping;
    const asking = mayAnswer(now);
    fields.delete('command');
    const answered = answerIn(fields, asking === null ? null : waitingIn(now.talk), wordsOf(page, now));
    if ('moved' in answered) return goTo(visit, '/help-with');
    if ('missing' in answered) return showHelp(page, visit, now, { error: answered.missing });
    const by = { role: 'helper', name: helper.name } as const;
    const heard = await page.talks.say(talk.plan, { ...answered.said, by });
    if (heard?.aside === undefined) return goTo(visit, '/help-with?said=1');
    await showHelp(page, visit, (await helpingIn(page, visit)) ?? now, { aside: heard.aside });
  });
}

/** The helper has finished here, or left the page. Their code still opens it again. */
export async function closeHelp(page: Page, visit: Visit): Promise<void> {
  await leaveHelp(page, visit);
  goTo(visit, '/');
}

/** Nothing of what a helper saw stays in this browser. */
export async function leaveHelp(page: Page, visit: Visit): Promise<void> {
  const helping = await helpingIn(page, visit);
  if (helping === null) return;
  await page.returning.endDevice(helping.talk.plan, helping.key);
  setCookie(page, visit, 'help', '', 0);
}

/** Tells an open page of a helper that it has ended, at once. */
export async function helperEvents(page: Page, visit: Visit): Promise<void> {
  const helping = await helpingIn(page, visit);
  const { request, response } = visit;
  response.writeHead(helping === null ? 204 : 200, { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
  if (helping === null) return void response.end();
  response.write('retry: 2000\n\n');
  const pulse = setInterval(() => response.write(':\n\n'), 25_000);
  const stop = page.returning.whenEnded(helping.talk.plan, ({ devices }) => {
    if (devices[helping.key] === undefined) response.end('event: ended\ndata: 1\n\n');
  });
  request.on('close', () => {
    clearInterval(pulse);
    stop();
  });
}

async function helpingIn(page: Page, { request, url }: Visit): Promise<Helping | null> {
  const cookie = cookiesIn(request.headers.cookie).get('help') ?? '';
  const [plan = '', secret = ''] = cookie.split('.');
  const kept = secret === '' ? null : await page.talks.kept(plan);
  const key = keyOf(secret);
  const id = kept?.access.devices[key]?.helper;
  const helper = kept?.access.helpers.find((one) => one.id === id && one.ended === null);
  const device = kept?.access.devices[key];
  if (kept !== null && device !== undefined && helper !== undefined) {
    if (page.presence.isOver(key, device, kept.changedAt)) {
      await page.returning.endDevice(plan, key);
      return null;
    }
    if (url.pathname !== '/help-with/events') page.presence.seen(key);
  }
  const talk = helper === undefined ? null : await page.talks.read(plan);
  return talk === null || kept === null || helper === undefined ? null : { talk, kept, helper, key };
}

/** The question that waits, when the person wants this helper's help with it. Never one about harm. */
function mayAnswer({ talk, kept, helper }: Helping): Asking | null {
  const { asking } = talk;
  if (asking === null || kept.safety !== null || talk.state === 'paused' || !isQuestionId(asking.question)) return null;
  const wanted = slotOf(asking.question, asking.item) === helper.question;
  return wanted || helper.sections.includes(homeOf(asking.question)) ? asking : null;
}

/** What will be done stands with the goals. */
const homeOf = (question: string): string => {
  const section = isQuestionId(question) ? sectionOf(question) : '';
  return section === 'actions' ? 'goals' : section;
};

/** As the person reads them. */
const wordsOf = (page: Page, { talk: { lang, mode }, kept }: Helping): Words =>
  wordsFor(page.texts, { lang, mode }, page.timeZone, namesIn(kept));

function seen({ kept, helper }: Helping, words: Words) {
  return helper.sections.map((section) => ({
    title: words.t(`sections.${section}.title`),
    rows: Object.values(kept.answers)
      .filter((answer) => !isBlank(answer) && questions[answer.question].stores !== undefined)
      .filter(({ question }) => homeOf(question) === section)
      .map(({ question, said }) => ({ label: words.t(`${question}.short`), lines: said.split(/\n+/) })),
  }));
}

/** What is told to the helper alone comes first; it is not there when the page is opened again. */
async function showHelp(page: Page, visit: Visit, helping: Helping, { error, aside = [] }: Told): Promise<void> {
  const words = wordsOf(page, helping);
  const asking = mayAnswer(helping);
  const shown = {
    ...around(page, visit),
    device: null,
    helperName: helping.helper.name,
    panel: asking === null ? null : panel(helping.talk, words),
    parts: seen(helping, words),
    told: aside.map((reply) => words.say(reply, 'on_behalf')),
    thanks: visit.url.searchParams.has('said'),
    draft: '',
    error: error === undefined ? null : { text: words.t(error), field: 'text' },
  };
  await sendHtml(visit, page.render('return-helper', shown), error === undefined ? 200 : 400);
}

function showForm(page: Page, visit: Visit, reference: string, status: number): Promise<void> {
  const error = status === 200 ? null : { text: visit.words.t('returning.return.wrong') };
  const shown = { ...around(page, visit), error, reference: reference.slice(0, 40), to: '/help-with' };
  return sendHtml(visit, page.render('return', shown), status);
}
