/** What templates are given: what every page has, and a talk's own. */
import { randomUUID } from 'node:crypto';
import type { Progress, Talk, Turn } from '../../conversation/talk.ts';
import { formToken } from './device.ts';
import type { Page } from './page.ts';
import { closing } from './return-device.ts';
import { messages, panel, shownTurns } from './talk-view.ts';
import type { Visit } from './visit.ts';

export function around(page: Page, visit: Visit) {
  const { nonce, size, url, away } = visit;
  return {
    ...inside(page, visit),
    assets: page.assets,
    languages: page.languages,
    nonce,
    size,
    path: url.pathname,
    away,
    closed: visit.closed,
    talking: visit.talk !== null,
    token: tokenFor(page, visit),
  };
}

/** What the parts of an open page need. Its forms have their token already. */
function inside(page: Page, visit: Visit) {
  const { words } = visit;
  return { words, t: words.t, pack: page.pack, ...closing(visit), messageId: randomUUID() };
}

const tokenFor = (page: Page, { closed, cookie }: Visit) => formToken(page.secret, closed ? undefined : cookie);

/** "Where am I", for every page while there is a talk. */
export async function standingOf(page: Page, { talk, words }: Visit) {
  return talk === null ? null : page.standing(talk, await page.talks.progress(talk.plan), words);
}

/** What is added to a page after an answer that could not be taken. */
export interface Aside {
  readonly error?: string;
  readonly note?: string;
  readonly draft?: string;
}

export function talkPage(page: Page, visit: Visit, talk: Talk, progress: readonly Progress[], aside: Aside = {}) {
  const all = visit.url.searchParams.has('all') || talk.turns.length <= shownTurns;
  const seen = all ? undefined : talk.turns[talk.turns.length - shownTurns - 1]?.id;
  return {
    ...around(page, visit),
    ...talkParts(page, visit, talk, progress, aside),
    more: !all,
    messages: messages(talk, visit.words, seen),
  };
}

/** The parts that changed since the turn `seen`, for a page that is open. */
export function talkNews(
  page: Page,
  visit: Visit,
  talk: Talk,
  progress: readonly Progress[],
  seen: string,
  aside: Aside & { pushed?: boolean } = {},
) {
  const parts = inside(page, visit);
  return {
    ...parts,
    // A form that may come with this turn is its own.
    token: parts.asksForDevice ? tokenFor(page, visit) : '',
    ...talkParts(page, visit, talk, progress, aside),
    pushed: aside.pushed ?? false,
    messages: messages(talk, visit.words, seen),
  };
}

function talkParts(
  page: Page,
  { words }: Visit,
  talk: Talk,
  progress: readonly Progress[],
  { error, note, draft }: Aside,
) {
  const shown = panel(talk, words);
  const field = shown === null || shown.kind === 'free_text' ? 'text' : 'answer';
  const offersCall = talk.turns.at(-1)?.replies.some(({ say }) => say === 'conversation.person') ?? false;
  const wrong = error === undefined ? null : { text: words.t(error), field };
  return {
    panel: shown,
    answering: shown === null ? '' : page.answering(shown, words, { draft: draft ?? '', error: wrong, offersCall }),
    // Of a turn that only asks again there is no message; an open page must still know that it has it.
    upTo: talk.turns.at(-1)?.id ?? '',
    standing: page.standing(talk, progress, words),
    // Passed by once, "is this your own device?" no longer stands before the question.
    asksAtOnce: talk.state === 'paused' || waitedFor(talk.turns.at(-2)) === 'privacy.save',
    note: note ?? '',
    error: wrong,
  };
}

const waitedFor = (turn: Turn | undefined) => turn?.replies.findLast(({ waits }) => waits)?.question;
