/** What every part of our page works with. */
import type { IncomingMessage } from 'node:http';
import type { Talks } from '../../conversation/talk.ts';
import type { Pack } from '../../council/pack.ts';
import { Queues } from '../../queues.ts';
import { memoryCodes } from '../../returning/code-book.ts';
import { type Presence, presenceAt } from '../../returning/presence.ts';
import { type Returning, returningOf } from '../../returning/returning.ts';
import type { Texts } from '../../text/index.ts';
import { type Answering, answeringWith } from './answering.ts';
import { type Assets, readAssets } from './assets.ts';
import { type PageHeaders, pageHeaders } from './headers.ts';
import { type Standing, standingWith } from './standing.ts';
import { type Render, views } from './views.ts';

export interface PageServices {
  readonly talks: Talks;
  readonly texts: Texts;
  readonly pack: Pack;
  readonly now: () => string;
  /** Unguessable ids. */
  readonly ids: () => string;
  /** Seals the tokens of forms; the same over restarts. */
  readonly secret: string;
  /** People reach us by https: cookies are Secure then. */
  readonly https?: boolean;
  /** Codes for coming back; left out, they last as long as the program runs. */
  readonly returning?: Returning;
  /** The address people type: codes lead there. Left out, the one they came by. */
  readonly publicUrl?: string | undefined;
  /** Where a request comes from, when proxies stand in front. */
  readonly addressOf?: (request: IncomingMessage) => string;
  /** Hears of what broke. It never gets an answer, only the error. */
  readonly report?: (broken: unknown) => void;
}

export interface Page extends PageServices {
  readonly https: boolean;
  readonly report: (broken: unknown) => void;
  readonly returning: Returning;
  readonly presence: Presence;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly timeZone: string;
  /** The languages that have words and that the council offers, each by its own name. */
  readonly languages: readonly { readonly lang: string; readonly name: string }[];
  readonly assets: Assets;
  readonly headers: PageHeaders;
  readonly render: Render;
  readonly answering: Answering;
  readonly standing: Standing;
  /** One at a time for each plan, so that "is this still the question?" and the answer to it can't be parted. */
  readonly queues: Queues;
}

export function pageOf(services: PageServices): Page {
  const { hours } = services.pack;
  const https = services.https ?? false;
  const render = views();
  return {
    ...services,
    https,
    report: services.report ?? (() => undefined),
    returning: services.returning ?? returningOf({ ...services, codes: memoryCodes() }),
    presence: presenceAt(services.now),
    addressOf: services.addressOf ?? (({ socket }) => socket.remoteAddress ?? ''),
    timeZone: 'timezone' in hours ? hours.timezone : 'Europe/London',
    languages: languagesOf(services),
    assets: readAssets(),
    headers: pageHeaders(https),
    render,
    answering: answeringWith(render),
    standing: standingWith(render),
    queues: new Queues(),
  };
}

function languagesOf({ texts, pack }: PageServices): Page['languages'] {
  const offered = texts.languages.filter((lang) => pack.languages.includes(lang));
  return offered.map((lang) => {
    const [language = lang] = lang.split('-');
    return { lang, name: new Intl.DisplayNames([lang], { type: 'language' }).of(language) ?? lang };
  });
}
