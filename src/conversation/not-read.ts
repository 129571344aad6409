/**
 * A message in a language that nothing here reads. It could not be read for danger, so it is read for nothing else: its
 * words are kept for the worker in a flag, the numbers that help are shown once, and nobody is asked in vain for ever.
 */
import type { Event, Stamp } from '../dialog/index.ts';
import type { Fact } from '../plan/facts.ts';
import { type Kept, slotOf } from '../plan/kept.ts';
import { type QuestionId, questions } from '../plan/questions/index.ts';
import type { Reply } from '../plan/replies.ts';
import { commandIn } from '../understanding/index.ts';
import { back } from './commands.ts';
import type { Decision } from './decision.ts';
import { slotIn } from './empty.ts';
import { languageNames } from './language.ts';
import { type Position, type Resting, restingAt } from './position.ts';
import { isWatched } from './prompt.ts';
import type { Tools } from './tools.ts';

export function isNotRead(before: Position, text: string, tools: Tools): boolean {
  const { kept } = before.context;
  const question = restingAt(before)?.question ?? 'check.missing';
  if (!tools.unreadable(text, kept.lang) || isNameHere(question, text)) return false;
  return commandIn(text, { ...questions[question], id: question }, kept.lang) === null;
}

/** Somebody's name, or that of a language, in its own letters is an answer where that is asked. */
const isNameHere = (question: QuestionId, text: string): boolean =>
  named.has(question) && !/\p{Script=Latin}/u.test(text) && text.trim().split(/\s+/u).length <= longestName;
const named: ReadonlySet<QuestionId> = new Set([
  'language.choice',
  'comm.language',
  'who.call_me',
  'who.person_name',
  'who.details',
] as const);
const longestName = 3;

/** The words go to the flag alone. The question is put again once, and after that left for the worker. */
export function notRead(before: Position, text: string, tools: Tools, stamp: Stamp): Decision {
  const { kept } = before.context;
  const resting = restingAt(before);
  const noted = flagged(before, text, stamp);
  const says = told(kept, tools, stamp.at);
  if (resting === null) {
    const wakes: Event[] = kept.state === 'paused' ? [{ type: 'RESUME', stamp }] : [];
    return {
      events: [noted, ...wakes],
      says: [...says, ...(wakes.length > 0 ? back(kept, tools, stamp) : [])],
      said: null,
    };
  }
  const tried = kept.stumbles?.slot === slotOf(resting.question, resting.item) && kept.stumbles.unclear > 0;
  return tried && mayBeLeft(resting)
    ? {
        events: [noted, { type: 'SKIP', reason: 'worker_to_add', said: '', stamp, ...slotIn(resting) }],
        says: [...says, { say: 'conversation.go_on', waits: false }],
        said: null,
      }
    : { events: [noted, { type: 'STUMBLE', how: 'unclear', stamp, ...slotIn(resting) }], says, said: null };
}

/** Left empty, the question whether to send would be a plan that was never sent and looks so. */
const mayBeLeft = ({ question }: Resting): boolean => questions[question].skip && question !== 'check.send';

/** After a worry, or where somebody asks to be rung, the words go to whoever acts on that; that they were not read is noted too. */
export function notReadEither(
  decision: Decision,
  before: Position,
  text: string,
  tools: Tools,
  stamp: Stamp,
): Decision {
  const { kept } = before.context;
  const raised = decision.events.flatMap((event) => ('facts' in event ? event.facts : []));
  const more = raised.filter(({ type }) => type === 'flagged').length;
  return {
    ...decision,
    events: [...decision.events, flagged(before, text, stamp, more)],
    says: [...decision.says, ...told(kept, tools, stamp.at)],
  };
}

/** The first such message is for the worker to see; the others only keep their words. That the card was shown is kept too. */
function flagged(before: Position, said: string, stamp: Stamp, more = 0): Event {
  const { kept } = before.context;
  const where = restingAt(before)?.question ?? 'nav.any';
  const level = wasTold(kept) ? 'note' : 'with_the_plan';
  const id = `f${kept.flags.length + more + 1}`;
  const flag = {
    type: 'flagged',
    ...stamp,
    id,
    kind: 'interpreter',
    level,
    where,
    said,
    shown_to_person: true,
  } as const;
  const card: Fact[] = wasTold(kept) ? [] : [{ type: 'told', ...stamp, question: cardShown }];
  return { type: 'NOTE', stamp, facts: [flag, ...card] };
}

const cardShown = 'safety.not_read';
const wasTold = (kept: Kept): boolean => kept.told[cardShown] !== undefined;

/** The card with the numbers, the first time; after that only what became of the words. */
function told(kept: Kept, tools: Tools, now: string): Reply[] {
  const fillings = { ...tools.council(now), languages: languageNames(tools) };
  const first = isWatched(kept) ? ['safety.not_read.first', 'safety.quiet.all'] : card;
  const keys = wasTold(kept) ? ['safety.not_read.again'] : first;
  return keys.map((say) => ({ say, with: fillings, waits: false }));
}

const card = ['first', 'not_checked', 'danger', 'listen', 'council', 'interpreter'].map(
  (line) => `safety.not_read.${line}`,
);
