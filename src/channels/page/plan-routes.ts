/** The plan as it stands: as a page, and as a file of the person's own. */
import { assemble } from '../../plan/assemble.ts';
import type { Page } from './page.ts';
import { planView } from './plan-view.ts';
import { around } from './shown.ts';
import { goTo, sendHtml, type Visit } from './visit.ts';

export async function planPage(page: Page, visit: Visit): Promise<void> {
  const { talk, kept, words } = visit;
  if (talk === null || kept === null) return goTo(visit, '/');
  const progress = await page.talks.progress(talk.plan);
  const plan = assemble(kept, { now: page.now(), outOfHours: page.pack.out_of_hours.phone });
  const shown = {
    ...around(page, visit),
    standing: page.standing(talk, progress, words),
    plan: planView(plan, progress, words),
    ids: page.ids,
  };
  await sendHtml(visit, page.render('plan', shown));
}

/** What the person told us, tidied. What a worker is to look at is not part of it. */
export async function planFile(page: Page, visit: Visit): Promise<void> {
  const { kept, response } = visit;
  if (kept === null) return goTo(visit, '/');
  const {
    flags: _flags,
    call_backs: _callBacks,
    gaps: _gaps,
    contradictions: _contradictions,
    agreement,
    ...own
  } = assemble(kept, { now: page.now(), outOfHours: page.pack.out_of_hours.phone });
  const { person_says, person_changes } = agreement;
  const body = Buffer.from(JSON.stringify({ ...own, agreement: { person_says, person_changes } }, null, 2));
  response.setHeader('Content-Disposition', 'attachment; filename="my-plan.json"');
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': body.length });
  response.end(body);
}
