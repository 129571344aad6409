/** The page with a clock that tests turn, for coming back later. */
import { randomUUID } from 'node:crypto';
import restify from 'restify';
import { pageRoutes } from '../../src/channels/page/routes.ts';
import type { Talks } from '../../src/conversation/talk.ts';
import { talksOf } from '../../src/conversation/talks.ts';
import type { Danger } from '../../src/conversation/tools.ts';
import { loadPack } from '../../src/council/load-pack.ts';
import { type CodeBook, memoryCodes } from '../../src/returning/code-book.ts';
import { returningOf } from '../../src/returning/returning.ts';
import { memoryStore } from '../../src/store/memory.ts';
import type { PlanStore } from '../../src/store/port.ts';
import { loadTexts } from '../../src/text/index.ts';
import { toolsOf } from '../../src/tools.ts';
import { type Answer, hidden, type Visitor } from '../page/visitor.ts';
import { portOf } from '../support/port-of.ts';

const texts = loadTexts('locales');
const pack = await loadPack('data/demo-council');

export interface Service {
  readonly origin: string;
  readonly talks: Talks;
  readonly store: PlanStore;
  readonly codes: CodeBook;
  /** How long guessers were made to wait, in milliseconds. */
  readonly waits: number[];
  later(minutes: number): void;
  close(): Promise<void>;
}

/** Only this is heard as danger here, so that what is tested is where its words go. */
const danger = (text: string): Danger | null =>
  text.includes('he hits me') ? { level: 'sure', kind: 'abuse', words: 'he hits me', rest: null } : null;

export async function service(store: PlanStore = memoryStore(), codes: CodeBook = memoryCodes()): Promise<Service> {
  let ahead = 0;
  const waits: number[] = [];
  const now = () => new Date(Date.now() + ahead).toISOString();
  const talks = talksOf({ store, tools: toolsOf({ texts, pack, danger }), now, nation: pack.nation });
  const wait = async (milliseconds: number) => void waits.push(milliseconds);
  const returning = returningOf({ talks, codes, now, wait });
  const server = restify.createServer();
  pageRoutes(server, { talks, texts, pack, now, returning, ids: randomUUID, secret: 'a secret of the tests', report });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    ...{ talks, store, codes, waits, origin: `http://127.0.0.1:${portOf(server.server)}` },
    later: (minutes) => {
      ahead += minutes * 60_000;
    },
    close: () =>
      new Promise((done) => {
        server.server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

const report = (broken: unknown) => {
  throw broken;
};

/** What is printed on a sheet. */
export interface Sheet {
  readonly reference: string;
  readonly words: string;
}

export const sheetOn = ({ html }: Answer): Sheet => ({
  reference: /<span aria-hidden="true">([^<]*)/.exec(html)?.[1] ?? '',
  words: [...(/<ol class="code-words">([\s\S]*?)<\/ol>/.exec(html)?.[1]?.matchAll(/<li>(\w+)/g) ?? [])]
    .map(([, word]) => word)
    .join(' '),
});

export async function makeSheet(who: Visitor): Promise<Sheet> {
  const page = await who.get('/way-back');
  return sheetOn(await who.post('/way-back', { token: hidden(page, 'token') }));
}

/** Puts a code in, on the page for it. */
export async function enter(who: Visitor, code: Sheet, path = '/return'): Promise<Answer> {
  const page = await who.get(path);
  return who.post(path, { token: hidden(page, 'token'), ...code });
}

export const textOf = ({ html }: Answer): string =>
  html
    .replace(/<(style|script|noscript)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ');
