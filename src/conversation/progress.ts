/** "Where are we": the sections of this plan, which are done, and how many questions are left in each. */
import type { Stamp } from '../dialog/index.ts';
import type { Kept, Slot } from '../plan/kept.ts';
import { isQuestionId, type SectionName, sectionOf, sections } from '../plan/questions/index.ts';
import { type Position, restingAt, resume, route } from './position.ts';
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
  const at = slot.indexOf('@');
  const question = at < 0 ? slot : slot.slice(0, at);
  if (!isQuestionId(question)) return null;
  const section = sectionOf(question);
  return section === 'actions' ? 'goals' : section;
};

/** `position`: where the talk stands, if that is known already. */
export function progressOf(kept: Kept, tools: Tools, stamp: Stamp, position?: Position): readonly Progress[] {
  const now = restingAt(position !== undefined && isInTheTalk(kept) ? position : resumed(kept, tools, stamp));
  const here = now === null ? shown.length : shown.indexOf(shownAs(now.question) ?? 'check');
  const places = Map.groupBy(route(kept, stamp, tools.languages.length), shownAs);
  return shown.flatMap((section, index): readonly Progress[] => {
    const ours = places.get(section) ?? [];
    const answered = ours.filter((slot) => kept.answers[slot] !== undefined).length;
    const more = hasMore(kept, section);
    const asked = ours.length > 0 || index === here || asksAlways.has(section);
    if (!asked) return more ? [{ section, state: 'optional', left: 0, more } as const] : [];
    // Whether to change what was sent is no question that is left.
    if (kept.sentAt !== null && now?.question === 'check.sent')
      return [{ section, state: 'done', left: 0, more } as const];
    if (index === here) return [{ section, state: 'now', left: Math.max(1, ours.length - answered), more } as const];
    const open = ours.length - answered;
    // A list that was not begun has no places yet, and is still to come.
    const toCome = open > 0 || (index > here && answered === 0);
    return [{ section, state: toCome ? 'to_come' : 'done', left: toCome ? Math.max(1, open) : 0, more } as const];
  });
}

const isInTheTalk = ({ state, safety }: Kept): boolean => state === 'talking' && safety === null;
/** Where it would stand if nothing had come in between. */
const resumed = (kept: Kept, { languages }: Tools, stamp: Stamp): Position =>
  resume({ ...kept, state: 'talking', safety: null }, stamp, languages.length).position;

/** Sections that begin with a list: there are no places in them until the list is begun. */
const asksAlways: ReadonlySet<SectionName> = new Set(['goals', 'contingency', 'risks'] as const);

/** On the short way, sections with details that were not asked. */
function hasMore(kept: Kept, section: SectionName): boolean {
  if (kept.answers['way.choose']?.value === 'full' || kept.deepened[section] === true) return false;
  return !noDetails.has(section) && Object.keys(sections[section]).length > 0;
}
const noDetails: ReadonlySet<SectionName> = new Set(['hello', 'who', 'carer', 'check', 'safety'] as const);
