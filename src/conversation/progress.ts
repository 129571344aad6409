/** "Where are we": the sections of this plan, which are done, and how many questions are left in each. */
import type { Stamp } from '../dialog/index.ts';
import type { Kept, Slot } from '../plan/kept.ts';
import { isQuestionId, type SectionName, sectionOf, sections } from '../plan/questions/index.ts';
import { restingAt, resume, route } from './position.ts';
import type { Progress } from './talk.ts';
import type { Tools } from './tools.ts';

/** Sections that a person thinks of as one are shown as one. */
const shown: readonly SectionName[] = [
  'hello',
  'who',
  'deciding',
  'communication',
  'carer',
  'prepare',
  'wellbeing',
  'goals',
  'needs',
  'support',
  'network',
  'money',
  'contingency',
  'risks',
  'sharing',
  'reviewing',
  'check',
];
const shownAs = (slot: Slot): SectionName | null => {
  const [question = ''] = slot.split('@');
  if (!isQuestionId(question)) return null;
  const section = sectionOf(question);
  return section === 'actions' ? 'goals' : section;
};

export function progressOf(kept: Kept, tools: Tools, stamp: Stamp): readonly Progress[] {
  const now = restingAt(resume({ ...kept, state: 'talking', safety: null }, stamp, tools.languages.length).position);
  const here = now === null ? null : shownAs(now.question);
  const places = route(kept, stamp, tools.languages.length);
  return shown.flatMap((section) => {
    const ours = places.filter((slot) => shownAs(slot) === section);
    const open = ours.filter((slot) => kept.answers[slot] === undefined);
    const more = hasMore(kept, section);
    if (ours.length === 0 && !more && section !== here) return [];
    const state = section === here ? 'now' : open.length === 0 ? 'done' : 'to_come';
    return [{ section, state, left: open.length, more } as const];
  });
}

/** On the short way, sections with details that were not asked. */
function hasMore(kept: Kept, section: SectionName): boolean {
  if (kept.answers['way.choose']?.value === 'full' || kept.deepened[section] === true) return false;
  return !noDetails.has(section) && Object.keys(sections[section]).length > 0;
}
const noDetails: ReadonlySet<SectionName> = new Set(['hello', 'who', 'carer', 'check', 'safety'] as const);
