/** What is said after a worry about safety: calm and short, with the numbers that fit the hour and the place. */
import { isBlank, isNone, type Kept } from '../plan/kept.ts';
import type { QuestionId } from '../plan/questions/index.ts';
import type { Reply } from '../plan/replies.ts';
import { helplines } from './helplines.ts';
import { isWatched, namesIn } from './prompt.ts';
import { explain, statement } from './statements.ts';
import type { Danger, Tools } from './tools.ts';

const scripts: Readonly<Record<string, QuestionId>> = {
  danger: 'safety.danger',
  crisis: 'safety.crisis',
  medical_emergency: 'safety.medical',
  abuse: 'safety.abuse',
  neglect: 'safety.abuse',
  money_abuse: 'safety.abuse',
  domestic_abuse: 'safety.abuse',
  self_neglect: 'safety.self_neglect',
  child_at_risk: 'safety.child',
  carer_breakdown: 'safety.carer_breakdown',
  writer_may_harm: 'safety.writer_harm',
};

/** Whose hours are said: the team that the script sends people to. */
const teams: Partial<Record<QuestionId, 'duty' | 'safeguarding' | 'children'>> = {
  'safety.crisis': 'duty',
  'safety.self_neglect': 'duty',
  'safety.carer_breakdown': 'duty',
  'safety.abuse': 'safeguarding',
  'safety.writer_harm': 'safeguarding',
  'safety.child': 'children',
};

/** The script for a kind of worry; the quiet form when someone can see the screen. `now` is an ISO instant. */
export function script(kept: Kept, { kind, by }: Pick<Danger, 'kind' | 'by'>, tools: Tools, now: string): Reply[] {
  const question = scripts[kind];
  if (isWatched(kept)) return quietly(question ?? 'safety.danger', tools, now);
  if (question === undefined) return explain('person', kept, tools, now);
  return [
    ...statement(question, kept, tools, now),
    ...hoursFor(question, kept, tools, now),
    ...helplines(kept, kind, by, now),
  ];
}

function quietly(question: QuestionId, tools: Tools, now: string): Reply[] {
  const key = tools.has(`${question}.quiet`) ? `${question}.quiet` : 'safety.danger.quiet';
  return [{ say: key, with: tools.council(now), waits: false }];
}

/** Whether the team is there now: staffed, not staffed, always there, or closed for longer than is known. */
function hoursFor(question: QuestionId, kept: Kept, tools: Tools, now: string): Reply[] {
  const team = teams[question];
  if (team === undefined) return [];
  const council = tools.council(now);
  return [
    { say: `${question}.${String(council[`${team}_is`])}`, with: { ...council, ...namesIn(kept) }, waits: false },
  ];
}

/** Nobody knows how to reach them: that is said honestly, beside a script with numbers, or with numbers of its own. */
export function unreachable(kept: Kept, tools: Tools, now: string, besideScript: boolean): Reply[] {
  if (isReachable(kept) || isWatched(kept)) return [];
  const says = ['safety.no_contact', ...(besideScript ? [] : ['safety.no_contact_numbers'])];
  return says.map((say) => ({ say, with: tools.council(now), waits: false }));
}

const isReachable = ({ answers, callBacks }: Kept): boolean =>
  callBacks.some(({ phone }) => phone !== undefined) ||
  ['safety.contact_ok', 'who.contact'].some((slot) => !isBlank(answers[slot]) && !isNone(answers[slot]));
