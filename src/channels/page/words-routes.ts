/** Pages that only say something: help, privacy, accessibility, and what went wrong. */
import { openAt } from '../../council/pack.ts';
import type { Page } from './page.ts';
import { around, standingOf } from './shown.ts';
import { sendHtml, type Visit } from './visit.ts';
import type { Words } from './words.ts';

export type Trouble = 'not_found' | 'refused' | 'broken' | 'not_kept' | 'too_long' | 'too_many';

/** Kind and short: what happened and what to do now. */
export function sendWords(page: Page, visit: Visit, trouble: Trouble, status: number): Promise<void> {
  const { t } = visit.words;
  const parts = [{ lines: lines(visit.words, `page.trouble.${trouble}`) }, person(page, visit.words)];
  return send(page, visit, t(`page.trouble.${trouble}.title`), parts, status);
}

export function help(page: Page, visit: Visit): Promise<void> {
  const { words } = visit;
  const parts = ['talk', 'words', 'private', 'leave'].map((part) => section(words, `page.help.${part}`));
  const ring =
    visit.talk === null
      ? []
      : [
          { url: '/ring-me', text: words.t('returning.call.link') },
          { url: '/who-can-see', text: words.t('returning.sheet.or_help') },
        ];
  return send(page, visit, words.t('page.help_title'), [{ ...person(page, words), links: ring }, ...parts]);
}

export function accessibility(page: Page, visit: Visit): Promise<void> {
  const { words } = visit;
  const parts = ['use', 'change', 'problem'].map((part) => section(words, `page.accessibility.${part}`));
  return send(page, visit, words.t('page.accessibility_title'), [...parts, person(page, words)]);
}

export function privacy(page: Page, visit: Visit): Promise<void> {
  const { words } = visit;
  const { privacy: notice } = page.pack;
  const inLanguage = (said: Readonly<Record<string, string>>) =>
    said[words.reader.lang] ?? Object.values(said)[0] ?? '';
  const fillings = {
    council: page.pack.name,
    controller: notice.controller,
    contact: notice.contact,
    retention: inLanguage(notice.retention),
    basis: inLanguage(notice.legal_basis),
  };
  const parts = ['what', 'why', 'who', 'how_long', 'rights', 'safety', 'cookies'].map((part) =>
    section(words, `page.privacy.${part}`, fillings),
  );
  const links = [
    { url: notice.notice_url, text: words.t('page.privacy.whole') },
    ...notice.links.map((link) => ({ url: link.url, text: inLanguage(link.words) })),
  ];
  return send(page, visit, words.t('page.privacy_title'), [...parts, { lines: [], links }]);
}

interface Part {
  readonly heading?: string;
  readonly lines: readonly string[];
  readonly phone?: string;
  readonly links?: readonly { readonly url: string; readonly text: string }[];
}

const lines = (words: Words, key: string, fillings: Record<string, string> = {}) =>
  words.t(`${key}.text`, fillings).split('\n');

const section = (words: Words, key: string, fillings: Record<string, string> = {}): Part => ({
  heading: words.t(`${key}.title`, fillings),
  lines: lines(words, key, fillings),
});

/** The council's number, and whether somebody answers it now. */
function person({ pack, now }: Page, words: Words): Part {
  const { open, until, opens } = openAt(pack.duty, now());
  const hours =
    open && until !== undefined
      ? words.t('page.person_open', { time: words.time(until) })
      : !open && opens !== undefined
        ? words.t('page.person_closed', {
            day: words.day(opens),
            time: words.time(opens),
            phone: pack.out_of_hours.phone,
          })
        : '';
  return {
    heading: words.t('page.person_title'),
    lines: [words.t('page.person_text', { council: pack.short_name }), hours].filter((line) => line !== ''),
    phone: pack.duty.phone,
  };
}

async function send(page: Page, visit: Visit, title: string, parts: readonly Part[], status = 200): Promise<void> {
  // Where something went wrong, nothing more is asked of what may be broken.
  const standing = status < 400 ? await standingOf(page, visit) : null;
  const shown = { ...around(page, visit), standing, title, parts };
  await sendHtml(visit, page.render('words', shown), status);
}
