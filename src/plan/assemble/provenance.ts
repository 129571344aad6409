/** Where every value came from, and why every empty place is empty. */
import type { Answer } from '../kept.ts';
import { questionIds, questions } from '../questions/index.ts';
import type { Provenance } from '../schema/agreement.ts';
import type { Blank, Source } from '../values.ts';
import type { Material } from './material.ts';
import { everyItem, isAskedIn, pathOf } from './places.ts';

/** One entry for each answer that stands in the plan, by its path. */
export function provenanceOf(material: Material): Record<string, Provenance> {
  const seenAt = material.answer('check.words')?.at ?? material.kept.sentAt ?? undefined;
  const entries: Record<string, Provenance> = {};
  for (const answer of material.answers.values()) {
    const path = answer.blank === undefined ? pathOf(material, answer) : undefined;
    if (path === undefined) continue;
    entries[path] = {
      question: answer.question,
      said: answer.said,
      source: sourceOf(material, answer),
      ...(answer.by.name === undefined ? {} : { by: answer.by.name }),
      at: answer.at,
      confirmed: seenAt !== undefined && seenAt >= answer.at,
      lang: material.kept.lang,
      ...(answer.notes.includes('none') ? { none: true as const } : {}),
      ...(answer.notes.length > 0 ? { notes: [...answer.notes] } : {}),
    };
  }
  return { ...entries, ...ofRecord(material, entries) };
}

export function sourceOf(material: Material, { by }: Pick<Answer, 'by'>): Source {
  if (by.role === 'worker') return 'W';
  if (by.role === 'system') return 'S';
  if (by.role === 'helper' || material.kept.mode === 'on_behalf') return 'H';
  return material.kept.mode === 'carer_self' ? 'C' : 'P';
}

/** What came with the assessment record. It counts as confirmed once the person said that it is right. */
function ofRecord(material: Material, given: Readonly<Record<string, Provenance>>): Record<string, Provenance> {
  const { record, beganAt } = material.kept;
  if (record === undefined) return {};
  const right = material.value('need.right') === 'yes';
  const entry = (said: string, confirmed: boolean): Provenance => ({
    question: 'record',
    said,
    source: 'A',
    at: beganAt,
    confirmed,
  });
  const found: [string, string | undefined, boolean][] = [
    ['plan.based_on', record.reference ?? record.date, material.value('who.assessment_right') === true],
    ['person.full_name', record.person?.full_name, false],
    ['person.dob', record.person?.dob, false],
    ['plan.partner', record.partner?.name, false],
    ['budget.total', record.budget === undefined ? undefined : '', false],
    ...record.needs.map((need, index): [string, string, boolean] => [`needs[d${index + 1}].text`, need.text, right]),
  ];
  return Object.fromEntries(
    found.flatMap(([path, said, confirmed]) =>
      said === undefined || given[path] !== undefined ? [] : [[path, entry(said, confirmed)]],
    ),
  );
}

/** The reason of every blank: the one that was given, or that the question was never asked. */
export function blanksOf(material: Material, filled: Readonly<Record<string, Provenance>>): Record<string, Blank> {
  const blanks: Record<string, Blank> = {};
  for (const id of questionIds) {
    const { of: list, stores } = questions[id];
    if (stores === undefined || !isAskedIn(material, id)) continue;
    const items = list === undefined || list === 'part' ? [undefined] : everyItem(material, list);
    for (const item of items) {
      const path = pathOf(material, { question: id, item });
      if (path !== undefined && filled[path] === undefined)
        blanks[path] = material.answer(id, item)?.blank ?? 'not_asked';
    }
  }
  for (const answer of material.answers.values()) {
    const path = answer.blank === undefined ? undefined : pathOf(material, answer);
    if (path !== undefined && filled[path] === undefined && answer.blank !== undefined) blanks[path] = answer.blank;
  }
  for (const path of workersOwn) blanks[path] ??= 'worker_to_add';
  return blanks;
}

const workersOwn = ['advice.reduce', 'advice.prevent', 'advice.delay', 'review.reviewer'];
