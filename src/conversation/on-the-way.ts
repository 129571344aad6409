/** Now and then a line about where we are, and that one may stop: when a section is done, and in a long one. */
import type { Event, Stamp } from '../dialog/index.ts';
import { isBlank, type Kept } from '../plan/kept.ts';
import { type QuestionId, type SectionName, sectionOf } from '../plan/questions/index.ts';
import type { Reply } from '../plan/replies.ts';
import { type Position, restingAt } from './position.ts';
import { progressOf } from './progress.ts';
import { named } from './prompt.ts';
import type { Tools } from './tools.ts';

/** The line, where it is time for one, and the event that notes it. It asks nothing. `beside`: how much is said already. */
export function onTheWay(
  before: Position,
  after: Position,
  beside: number,
  tools: Tools,
  stamp: Stamp,
): readonly [Reply, Event] | null {
  const [was, is] = [restingAt(before), restingAt(after)];
  if (was === null || is === null) return null;
  const [from, to] = [partOf(was.question), partOf(is.question)];
  const isElsewhere = [before, after].some(({ context }) => context.kept.focus !== null);
  if (isElsewhere || quiet.has(from) || to === 'safety') return null;
  const { kept } = after.context;
  // No more than two short messages stand before a question.
  if (from === to && beside > 1) return null;
  const line = from === to ? inTheMiddle(before.context.kept, after, to, tools, stamp) : sectionDone(kept, from, to);
  return line === null ? null : [line, { type: 'NOTE', facts: [{ type: 'told', ...stamp, question: noted }], stamp }];
}

/** The name under which it is kept when the last line was said. */
const noted = 'on_the_way';
const quiet: ReadonlySet<SectionName> = new Set(['hello', 'check', 'safety'] as const);
/** After so many questions it is said where we are; never just before a section ends, when it is said anyway. */
const often = 8;
const nearTheEnd = 3;

function inTheMiddle(earlier: Kept, after: Position, section: SectionName, tools: Tools, stamp: Stamp): Reply | null {
  const { kept } = after.context;
  if (answeredSince(kept) < often || answeredSince(earlier) === answeredSince(kept)) return null;
  const left = progressOf(kept, tools, stamp, after).find(({ state }) => state === 'now')?.left ?? 0;
  if (left < nearTheEnd) return null;
  return {
    say: 'conversation.on_the_way',
    with: { section: named(kept, `sections.${section}.topic`), count: left },
    waits: false,
  };
}

/** How many questions were answered, or left empty, since the last line. */
const answeredSince = ({ answers, told }: Kept): number =>
  Object.values(answers).filter(
    ({ at, question, notes }) =>
      at > (told[noted] ?? '') && !quiet.has(partOf(question)) && !notes.includes('in_passing'),
  ).length;

/** A section with more than a few answers is done. */
function sectionDone(kept: Kept, from: SectionName, to: SectionName): Reply | null {
  const given = Object.values(kept.answers).filter((answer) => !isBlank(answer) && partOf(answer.question) === from);
  if (given.length < 4) return null;
  return {
    say: given.length < 8 ? 'conversation.section_done' : 'conversation.section_done_long',
    with: { section: named(kept, `sections.${from}.topic`), next: named(kept, `sections.${to}.topic`) },
    waits: false,
  };
}

/** The part of the talk a question is met in: why the plan is best is asked just before it is sent. */
function partOf(question: QuestionId): SectionName {
  if (question === 'interests.least' || question === 'interests.why') return 'check';
  const section = sectionOf(question);
  return section === 'actions' ? 'goals' : section;
}
