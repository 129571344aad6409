/** Safety comes before everything: what happens when a message is about danger, harm or a crisis. */
import type { Event, Stamp } from '../dialog/index.ts';
import type { Fact, FactOf } from '../plan/facts.ts';
import type { Kept } from '../plan/kept.ts';
import { answerTo } from './answer.ts';
import { obey } from './commands.ts';
import type { Decision } from './decision.ts';
import { type Position, type Resting, restingAt, step } from './position.ts';
import { script } from './script.ts';
import { stillTold, takesBack } from './taken-back.ts';
import type { Said } from './talk.ts';
import type { Danger, Tools } from './tools.ts';
import { askedAbout, keepRest, restBefore } from './usable.ts';

const atOnce = new Set(['danger', 'crisis', 'medical_emergency']);

/** Stops the plan, keeps the exact words in a flag and nowhere else, and says what helps. */
export function inDanger(before: Position, text: string, danger: Danger, tools: Tools, stamp: Stamp): Decision {
  const { kept } = before.context;
  const kind = danger.level === 'maybe' ? 'maybe_harm' : danger.kind;
  const flag = flagOf(kept, kind, text, before, stamp);
  const usable = danger.level === 'sure' && danger.rest !== null ? keepRest(before, danger.rest, tools, stamp) : [];
  return {
    events: [...usable, { type: 'FLAG', stamp, facts: [flag] }],
    says:
      danger.level === 'maybe'
        ? []
        : [...script(kept, danger, tools, stamp.at), ...(takesBack(text, kept, tools) ? [stillTold(kept)] : [])],
    said: null,
  };
}

/** The gentle question was answered: a saying goes on with the plan, anything else goes to its script. */
export function afterDanger(
  before: Position,
  resting: Resting,
  said: Said,
  decision: Decision,
  tools: Tools,
  stamp: Stamp,
): Decision {
  const { kept } = before.context;
  if (takesBack(said.text ?? '', kept, tools)) return toldAllTheSame(before, resting, said, decision, stamp);
  const [answer] = decision.events;
  if (answer?.type === 'ANSWER' && answer.value === 'leave_now')
    return { ...obey({ command: 'leave_now' }, before, tools, stamp), said: null };
  if (answer?.type !== 'ANSWER')
    return { ...decision, events: [...decision.events, ...keptAside(before, said, stamp)], said: null };
  if (resting.question === 'safety.crisis_next' && answer.value === 'call_me')
    return { ...decision, events: [...decision.events, ringThem(stamp)], said: null };
  if (resting.question !== 'safety.check') return { ...decision, said: null };
  const kind = confirmed[String(answer.value)];
  if (kind === undefined) return answeredAfterAll(before, answer, tools, stamp);
  const { words, heard } = askedAbout(kept, tools);
  const worry = kind === 'abuse' && heard !== null && harms.has(heard.kind) ? heard : { kind, by: null };
  const flag = flagOf(kept, worry.kind, words, before, stamp);
  const after = step(before, answer).position.context.kept;
  return {
    events: [answer, ...restBefore(before, resting, tools, stamp), { type: 'FLAG', stamp, facts: [flag] }],
    says: script(after, worry, tools, stamp.at),
  };
}

/** "Someone is hurting me" says which of these it is no better than the words that it was asked about. */
const harms: ReadonlySet<string> = new Set(['domestic_abuse', 'abuse', 'neglect', 'money_abuse', 'danger']);

/** "Ignore that": nothing of the worry is taken back. What else the words say still counts, but not as a way to reach them. */
function toldAllTheSame(before: Position, resting: Resting, said: Said, decision: Decision, stamp: Stamp): Decision {
  const { kept } = before.context;
  const [answer] = decision.events;
  const says = [stillTold(kept)];
  const aside = keptAside(before, said, stamp);
  if (resting.question === 'safety.check') {
    // The words that it was asked about are no answer to anything either.
    const { question, meta } = resting;
    const saying: Event = { type: 'ANSWER', stamp, question, value: 'saying', said: '', meta };
    return { events: [...aside, saying], says, said: null };
  }
  if (answer?.type !== 'ANSWER' || resting.question === 'safety.contact_ok') return { events: aside, says, said: null };
  return { ...decision, says: [...says, ...decision.says], said: null };
}

/** In a crisis they asked to be rung: that is kept with whoever else asks for it. */
const ringThem = (stamp: Stamp): Event => ({
  type: 'NOTE',
  stamp,
  facts: [{ type: 'call_back', ...stamp, said: '' }],
});

/** Words that answer none of the questions after a worry are kept with the worry, for whoever reads that. */
function keptAside(before: Position, { text }: Said, stamp: Stamp): Event[] {
  const { kept } = before.context;
  if (text === undefined || kept.safety === null) return [];
  const more = { ...flagOf(kept, kept.safety.kind, text, before, stamp), level: 'note' } as const;
  return [{ type: 'NOTE', stamp, facts: [{ ...more, kind: 'said_after' }] }];
}

/** It was only a saying: then it was an answer, and is not asked for again. */
function answeredAfterAll(before: Position, harmless: Event, tools: Tools, stamp: Stamp): Decision {
  const { kept } = before.context;
  const text = askedAbout(kept, tools).words;
  const after = step(before, harmless).position;
  const resting = restingAt(after);
  if (resting === null || after.context.kept.safety !== null) return { events: [harmless], says: [] };
  const answered = answerTo(after, resting, { id: '', channel: 'webchat', text }, tools, stamp);
  const understood = answered.events.some((event) => event.type === 'ANSWER');
  return understood ? { ...answered, events: [harmless, ...answered.events] } : { events: [harmless], says: [] };
}

const confirmed: Readonly<Record<string, string>> = {
  help: 'urgent_need',
  someone_hurts_me: 'abuse',
  hurt_myself: 'crisis',
  hurt_someone: 'writer_may_harm',
};

/** The flag that keeps the exact words, and who wrote them. */
export function flagOf(
  kept: Kept,
  kind: string,
  said: string,
  before: Position,
  stamp: Stamp,
): FactOf<'flagged'> & Fact {
  const resting = restingAt(before);
  return {
    type: 'flagged',
    ...stamp,
    id: `f${kept.flags.length + 1}`,
    kind,
    level: kind === 'maybe_harm' ? 'note' : atOnce.has(kind) ? 'now' : 'same_day',
    where: resting?.question ?? 'nav.any',
    said,
    shown_to_person: kind !== 'maybe_harm',
  };
}
