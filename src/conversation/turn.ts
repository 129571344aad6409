/**
 * One turn, as a pure function: where the talk stands and what was said, to what became true and what to reply.
 * Safety is read first, then commands, then the answer.
 */
import type { Event, Stamp } from '../dialog/index.ts';
import type { Fact } from '../plan/facts.ts';
import type { Kept } from '../plan/kept.ts';
import { questions, type SectionName, sectionOf } from '../plan/questions/index.ts';
import type { Reply } from '../plan/replies.ts';
import { commandIn } from '../understanding/index.ts';
import { answerTo } from './answer.ts';
import { inPassing } from './asides.ts';
import { changeAt } from './change-asked.ts';
import { back, obey } from './commands.ts';
import { meantBefore } from './corrections.ts';
import { afterDanger, inDanger } from './danger.ts';
import { type Decision, only } from './decision.ts';
import { heard } from './heard.ts';
import { helperInDanger } from './helper-in-danger.ts';
import { justGiven } from './just-given.ts';
import { isNotRead, notRead, notReadEither } from './not-read.ts';
import { onTheWay } from './on-the-way.ts';
import { type Position, restingAt, step, type Walked } from './position.ts';
import { prompt } from './prompt.ts';
import { ringAsked, ringInDanger } from './ring-asked.ts';
import { ringMe } from './ring-me.ts';
import { keptByWords, saidBefore } from './said-before.ts';
import { part } from './so-far.ts';
import { said as saidBy } from './statements.ts';
import { takesBack } from './taken-back.ts';
import type { Said } from './talk.ts';
import { toAsk } from './to-ask.ts';
import type { Danger, Tools } from './tools.ts';
import { unsavedAnswered, warnedFirst } from './unsaved.ts';

export interface Turned {
  readonly position: Position;
  readonly facts: readonly Fact[];
  readonly replies: readonly Reply[];
  /** The words as the talk keeps them: null when they went to a flag. */
  readonly said: string | null;
  /** What only the one who spoke is told. */
  readonly aside?: readonly Reply[] | undefined;
}

/** `now` is an ISO instant; `asked` what the last message asked, when that was not the question the talk rests on. Never throws on what was said: words that are not understood are a reply, not an error. */
export function hear(before: Position, said: Said, tools: Tools, now: string, asked?: string): Turned {
  const stamp: Stamp = { at: now, by: said.by ?? { role: 'person' } };
  const unsaved = unsavedAnswered(before, said, tools, stamp, asked);
  const decision = unsaved ?? warnedFirst(before, decide(before, said, tools, stamp, asked));
  let walked: Walked = { position: before, says: [] };
  const says: string[] = [];
  for (const event of decision.events) {
    walked = step(walked.position, event);
    says.push(...walked.says);
  }
  const answered = [
    ...decision.says.map((reply) => inChannel(reply, said)),
    ...heard(walked.position.context.kept, becameIn(walked.position, stamp), tools),
  ];
  const line = onTheWay(before, walked.position, answered.length + says.length, tools, stamp);
  const { position } = line === null ? walked : step(walked.position, line[1]);
  const { kept } = position.context;
  const facts = becameIn(position, stamp);
  const next = decision.again ?? prompt(position, tools, now);
  return {
    position,
    facts,
    said: decision.said === undefined ? wordsOf(said) : decision.said,
    aside: decision.aside,
    replies: [
      ...answered,
      ...(line === null ? [] : [line[0]]),
      ...says.flatMap((key) => saidBy(key, kept, tools, now)),
      ...saidBefore(position, facts, next),
      ...shownWith(next, kept),
      ...(next === null ? [] : [next]),
    ],
  };
}

/** The foot of the page is on the page only. */
const inChannel = (reply: Reply, { channel }: Said): Reply =>
  reply.say === 'conversation.looks' && channel === 'teams' ? { ...reply, say: 'conversation.looks_in_chat' } : reply;

/** What became true in the turn that this stamp stands for. */
const becameIn = ({ context: { turn, became } }: Position, stamp: Stamp): readonly Fact[] =>
  turn === stamp ? became : [];

/** Before a section is checked, it is shown. */
const shownWith = (asked: Reply | null, kept: Kept): Reply[] =>
  asked?.question === 'check.section' && asked.item !== undefined ? [part(kept, asked.item as SectionName)] : [];

/** The words of a message, for the talk's own record; what was tapped has none of its own. */
const wordsOf = ({ text, pick }: Said): string => text ?? pick?.options.join(', ') ?? '';

function decide(before: Position, said: Said, tools: Tools, stamp: Stamp, asked?: string): Decision {
  const { kept } = before.context;
  const danger = said.text === undefined ? null : tools.danger(said.text, kept.lang);
  if (danger !== null && said.text !== undefined && !isHeardAlready(danger, said.text, kept)) {
    if (stamp.by.role === 'helper') return helperInDanger(before, said.text, danger, tools, stamp);
    return ringInDanger(before, said.text, tools, stamp, asked) ?? inDanger(before, said.text, danger, tools, stamp);
  }
  if (said.callBack !== undefined) return ringMe(before, said.callBack, tools, stamp);
  if (said.returned === true) return { events: wake(before, stamp), says: back(kept, tools, stamp) };
  if (said.change !== undefined)
    return { events: [...wake(before, stamp), { type: 'CHANGE', slot: said.change, stamp }], says: [] };
  if (said.more !== undefined)
    return { events: [...wake(before, stamp), { type: 'MORE', section: said.more, stamp }], says: [] };
  if (said.command !== undefined) return obey({ command: said.command }, before, tools, stamp);
  const [option] = said.pick?.options ?? [];
  // A button of an earlier question too: whoever taps it has no time.
  if (option === 'leave_now') return obey({ command: option }, before, tools, stamp);
  if (said.pick?.question === 'nav.change' && option !== undefined)
    return decide(before, { id: said.id, channel: said.channel, change: option }, tools, stamp);
  if (said.pick?.question === 'nav.more' && option !== undefined)
    return decide(before, { id: said.id, channel: said.channel, more: option }, tools, stamp);
  if (said.pick?.question === 'nav.resume') return obey({ command: 'resume' }, before, tools, stamp);
  const foreign = said.text !== undefined && isNotRead(before, said.text, tools);
  if (foreign && kept.safety === null) return notRead(before, said.text ?? '', tools, stamp);
  const call = said.text === undefined ? null : ringAsked(before, said.text, tools, stamp, asked);
  if (call !== null) return call;
  if (kept.state === 'paused') return wakened(before, said, tools, stamp);

  const resting = restingAt(before);
  if (resting === null) return only([]);
  if (said.pick !== undefined && (said.pick.question !== resting.question || said.pick.item !== resting.item)) {
    return only([{ say: 'conversation.old_button', waits: false }]);
  }
  const same = said.text === undefined ? null : keptByWords(before, resting, said.text, stamp);
  if (same !== null) return same;
  const passing = said.text === undefined ? null : inPassing(said.text, before, resting, tools, stamp);
  if (passing !== null) return passing;
  const asksLater = said.text === undefined ? null : toAsk(before, resting, said.text, stamp);
  if (asksLater !== null) return asksLater;
  const command =
    said.text === undefined || (kept.safety !== null && takesBack(said.text, kept, tools))
      ? null
      : commandIn(said.text, { ...questions[resting.question], id: resting.question }, kept.lang);
  if (command !== null) return obey(command, before, tools, stamp);
  const change = changeAt(before, resting, said, tools, stamp, asked);
  if (change !== null) return change;
  if (asked === 'nav.change' || asked === 'nav.more') {
    const named = obey(
      { command: asked === 'nav.more' ? 'more' : 'change', about: said.text ?? '' },
      before,
      tools,
      stamp,
    );
    if (named.events.length > 0) return named;
  }
  const corrected =
    said.text === undefined
      ? null
      : (justGiven(before, resting, said.text, tools, stamp) ?? meantBefore(before, resting, said.text, tools, stamp));
  const decision = corrected ?? answerTo(before, resting, said, tools, stamp);
  if (sectionOf(resting.question) !== 'safety') return decision;
  const after = afterDanger(before, resting, said, decision, tools, stamp);
  return foreign ? notReadEither(after, before, said.text ?? '', tools, stamp) : after;
}

/** While paused no question is asked; only commands are heard. */
const atRest = { ...questions['check.missing'], id: 'nav.resume' };

const wake = (before: Position, stamp: Stamp): Event[] =>
  before.context.kept.state === 'paused' ? [{ type: 'RESUME', stamp }] : [];

/** The first message after a pause: carry on where we were. Words that do more than say hello are taken as an answer. */
function wakened(before: Position, said: Said, tools: Tools, stamp: Stamp): Decision {
  const woken = step(before, { type: 'RESUME', stamp }).position;
  const command = said.text === undefined ? null : commandIn(said.text, atRest, before.context.kept.lang);
  if (command !== null) return obey(command, before, tools, stamp);
  const resting = restingAt(woken);
  const matches = said.pick !== undefined && said.pick.question === resting?.question;
  if (resting === null || !matches)
    return { events: [{ type: 'RESUME', stamp }], says: back(before.context.kept, tools, stamp) };
  const answered = answerTo(woken, resting, said, tools, stamp);
  return { ...answered, events: [{ type: 'RESUME', stamp }, ...answered.events] };
}

/**
 * Nothing is asked gently a second time about the same words, nor while a worry is being passed on, nor about "ignore
 * that". What answers the gentle question may well sound like harm: it is an answer.
 */
function isHeardAlready({ level }: Danger, text: string, { safety, flags }: Kept): boolean {
  if (level === 'sure') return false;
  return safety !== null || flags.some((flag) => flag.said === text);
}
