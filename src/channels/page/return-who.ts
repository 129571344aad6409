/** Who can see the plan: devices, codes that were used, and helpers, each of whom can be ended at once. */
import type { Helper } from '../../plan/access.ts';
import type { Kept } from '../../plan/kept.ts';
import { slotOf } from '../../plan/kept.ts';
import { type SectionName, sections } from '../../plan/questions/index.ts';
import type { Page } from './page.ts';
import { sendCode } from './return-sheet.ts';
import { around, standingOf } from './shown.ts';
import { goTo, sendHtml, type Visit } from './visit.ts';
import type { Words } from './words.ts';

/** Sections that a helper can be let into. What is said before the plan begins, and about harm, is nobody's. */
export const shareable = (Object.keys(sections) as SectionName[]).filter(
  (name) => !['hello', 'safety', 'actions', 'check'].includes(name),
);

/** Devices and helpers, and the form to let somebody help; with what was put into it already, when there is such. */
export function whoSees(page: Page, visit: Visit, fields?: URLSearchParams): Promise<void> {
  return show(page, visit, false, fields);
}

export async function invite(page: Page, visit: Visit, fields: URLSearchParams): Promise<void> {
  const { talk } = visit;
  if (talk === null) return goTo(visit, '/');
  const name = (fields.get('name') ?? '').trim().slice(0, 80);
  if (name === '') return show(page, visit, true, fields);
  const asking = fields.get('question') === 'yes' ? talk.asking : null;
  const invited = await page.returning.invite(talk.plan, {
    name,
    link: (fields.get('link') ?? '').trim().slice(0, 80),
    question: asking === null ? null : slotOf(asking.question, asking.item),
    sections: shareable.filter((section) => fields.getAll('sections').includes(section)),
  });
  if (invited === null) return goTo(visit, '/');
  await sendCode(page, visit, invited.code, 'help-with', name);
}

/** A helper, or another device: closed from now on. */
export async function endAccess(page: Page, visit: Visit, fields: URLSearchParams): Promise<void> {
  const { talk, device } = visit;
  if (talk === null) return goTo(visit, '/');
  const helper = fields.get('helper');
  const key = fields.get('device');
  if (helper !== null) await page.returning.endHelper(talk.plan, helper);
  else if (key !== null && key !== device?.key) await page.returning.endDevice(talk.plan, key);
  goTo(visit, '/who-can-see');
}

async function show(page: Page, visit: Visit, isMissing: boolean, fields = new URLSearchParams()): Promise<void> {
  const { talk, kept, device, words } = visit;
  if (talk === null || kept === null) return goTo(visit, '/');
  const { t } = words;
  const shown = {
    ...around(page, visit),
    standing: await standingOf(page, visit),
    error: isMissing ? { text: t('returning.who.no_name') } : null,
    openings: openings(kept, words),
    helpers: kept.access.helpers.map((helper) => helperLine(helper, words)),
    devices: Object.entries(kept.access.devices)
      .filter(([key, { helper }]) => helper === undefined && key !== device?.key)
      .map(([key, { since }]) => ({ key, words: t('returning.who.device', at(since, words)) })),
    isAsking: talk.asking !== null && kept.safety === null,
    asked: { name: fields.get('name') ?? '', link: fields.get('link') ?? '' },
    ticks: shareable
      .filter((section) => words.has(`sections.${section}.title`))
      .map((value) => ({
        value,
        text: t(`sections.${value}.title`),
        checked: fields.getAll('sections').includes(value),
      })),
  };
  await sendHtml(visit, page.render('return-who', shown), isMissing ? 400 : 200);
}

const at = (instant: string, words: Words) => ({ date: words.date(instant), time: words.time(instant) });

/** Newest first: when it was opened with a code, and by whom. */
const openings = ({ access }: Kept, words: Words): string[] =>
  access.openings
    .map(({ at: instant, helper }) => {
      const name = access.helpers.find(({ id }) => id === helper)?.name;
      return name === undefined
        ? words.t('returning.who.opened', at(instant, words))
        : words.t('returning.who.opened_by', { helper: name, ...at(instant, words) });
    })
    .reverse();

function helperLine({ id, name, link, sections: seen, question, ended }: Helper, words: Words) {
  const titles = seen.map((section) => words.t(`sections.${section}.title`));
  const all = question === null ? titles : [words.t('returning.who.one_question'), ...titles];
  return {
    id,
    name: link === '' ? name : words.t('returning.who.named', { helper: name, link }),
    sees: all.length === 0 ? [words.t('returning.who.nothing')] : all,
    ended: ended === null ? '' : words.t('returning.who.ended', at(ended, words)),
  };
}
