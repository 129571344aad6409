/** "Ask us to ring you": when, and how it is safe. It becomes a turn of the talk, so that it is read for danger and said back. */
import { type CallBack, callCares, callTimes } from '../../plan/facts.ts';
import type { Page } from './page.ts';
import { around, standingOf } from './shown.ts';
import { goTo, sendHtml, type Visit } from './visit.ts';

/** The form; with what was put into it already, when there is such. */
export function callForm(page: Page, visit: Visit, fields?: URLSearchParams): Promise<void> | void {
  if (visit.talk === null) return goTo(visit, '/help');
  return showForm(page, visit, askedIn(fields ?? new URLSearchParams()), false);
}

export async function ringMe(page: Page, visit: Visit, fields: URLSearchParams): Promise<void> {
  if (visit.talk === null) return goTo(visit, '/help');
  const asked = askedIn(fields);
  if ((asked.phone.match(/\d/g)?.length ?? 0) < 6) return showForm(page, visit, asked, true);
  await page.talks.say(visit.talk.plan, { id: fields.get('id') ?? page.ids(), channel: 'webchat', callBack: asked });
  goTo(visit, '/#question');
}

const askedIn = (fields: URLSearchParams): CallBack => ({
  phone: (fields.get('phone') ?? '').trim().slice(0, 40),
  when: callTimes.filter((time) => fields.getAll('when').includes(time)),
  safe: callCares.filter((care) => fields.getAll('safe').includes(care)),
  words: (fields.get('words') ?? '').trim().slice(0, 2_000),
});

async function showForm(page: Page, visit: Visit, asked: CallBack, isMissing: boolean): Promise<void> {
  const { t } = visit.words;
  const ticks = <Id extends string>(ids: readonly Id[], picked: readonly Id[], key: string) =>
    ids.map((value) => ({ value, text: t(`returning.call.${key}.${value}`), checked: picked.includes(value) }));
  const shown = {
    ...around(page, visit),
    standing: await standingOf(page, visit),
    asked,
    times: ticks(callTimes, asked.when, 'when'),
    cares: ticks(callCares, asked.safe, 'safe'),
    error: isMissing ? { text: t('returning.call.no_phone') } : null,
  };
  await sendHtml(visit, page.render('return-call', shown), isMissing ? 400 : 200);
}
