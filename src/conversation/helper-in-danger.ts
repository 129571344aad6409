/** Somebody who was asked to help tells of harm: they get what helps on their own page, and the person's screen shows nothing of it. */
import type { Stamp } from '../dialog/index.ts';
import { type Kept, unanswered } from '../plan/kept.ts';
import type { Reply } from '../plan/replies.ts';
import { flagOf } from './danger.ts';
import type { Decision } from './decision.ts';
import type { Position } from './position.ts';
import { script } from './script.ts';
import type { Danger, Tools } from './tools.ts';
import { keepRest } from './usable.ts';

/** The person's talk goes on as it was: whoever harms may be the one who sits there, or the one who helps. */
export function helperInDanger(before: Position, text: string, danger: Danger, tools: Tools, stamp: Stamp): Decision {
  const { kept } = before.context;
  const kind = danger.level === 'maybe' ? 'maybe_harm' : danger.kind;
  const flag = { ...flagOf(kept, kind, text, before, stamp), shown_to_person: false };
  const usable = danger.rest === null ? [] : keepRest(before, danger.rest, tools, stamp);
  const theirs = asSeenBy(kept);
  const calm = danger.level === 'maybe' ? gently(tools, stamp.at) : script(theirs, danger, tools, stamp.at);
  const noted = { say: 'safety.helper.noted', waits: false } as const;
  return { events: [...usable, { type: 'NOTE', stamp, facts: [flag] }], says: [], said: null, aside: [...calm, noted] };
}

/** They are spoken to about somebody else, and nobody need see their screen. */
const asSeenBy = (kept: Kept): Kept => ({ ...unanswered(kept, ['privacy.alone']), mode: 'on_behalf' });

/** What may only be a saying is not asked about on their page: the numbers are there if they want them. */
const gently = (tools: Tools, now: string): Reply[] =>
  ['safety.helper.maybe', ...[1, 2, 3, 4].map((line) => `safety.quiet.lines.${line}`)].map((say) => ({
    say,
    with: tools.council(now),
    waits: false,
  }));
