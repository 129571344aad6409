/** "Leave now", typed or tapped in the talk, does what the button does: before anything else is looked at, and whatever breaks. */
import { leavesPlainly } from '../../conversation/leaving.ts';
import { draftIn } from './answer.ts';
import type { Page } from './page.ts';
import { goTo, type Visit } from './visit.ts';

type Says = (page: Page, visit: Visit, fields: URLSearchParams) => Promise<void> | void;

/** The same, but who asks to leave is gone at once: from a form of an earlier question and a closed talk too. */
export const leaveFirst =
  (says: Says): Says =>
  async (page, visit, fields) => {
    if (!asksToLeave(fields, visit.words.reader.lang)) return says(page, visit, fields);
    try {
      await stop(page, visit, fields.get('id') ?? '');
    } catch (broken) {
      page.report(broken);
    } finally {
      leaves(visit);
    }
  };

const asksToLeave = (fields: URLSearchParams, lang: string): boolean =>
  [fields.get('command'), ...fields.getAll('choice')].includes('leave_now') || leavesPlainly(draftIn(fields), lang);

/** The person's own talk pauses. Somebody who only helps with it leaves it as it is. */
async function stop(page: Page, { talk, url }: Visit, id: string): Promise<void> {
  if (talk === null || url.pathname !== '/say') return;
  const own = /^[\w-]{8,80}$/.test(id) ? id : page.ids();
  await page.talks.say(talk.plan, { id: own, channel: 'webchat', command: 'leave_now' });
}

/** To where the page's button leads. */
export function leaves(visit: Visit): void {
  if (visit.live) {
    visit.response.writeHead(200, { 'HX-Redirect': '/leave', 'Content-Length': 0 });
    visit.response.end();
  } else goTo(visit, '/leave');
}
