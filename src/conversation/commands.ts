/** What is heard at every question. Each says something, or moves the talk, and then the question comes back. */
import type { Event, Stamp } from '../dialog/index.ts';
import type { Kept } from '../plan/kept.ts';
import type { Offer, Reply } from '../plan/replies.ts';
import type { CommandHeard } from '../understanding/index.ts';
import { change, match } from './changing.ts';
import { type Decision, only } from './decision.ts';
import { leaveEmpty } from './empty.ts';
import { speak } from './language.ts';
import { type Position, type Resting, restingAt } from './position.ts';
import { progressOf } from './progress.ts';
import { named, paused, prompt } from './prompt.ts';
import { soFar } from './so-far.ts';
import { example, explain, why } from './statements.ts';
import type { Command, Progress } from './talk.ts';
import type { Tools } from './tools.ts';
import { restBefore } from './usable.ts';

export interface Commanded {
  readonly command: Command | CommandHeard | 'resume';
  /** What it is about: "my goal", "direct payment". */
  readonly about?: string;
  /** The new words, where a change brings them; and whether it is to be taken out. */
  readonly to?: string;
  readonly swaps?: true;
  readonly out?: true;
}

export function obey(commanded: Commanded, before: Position, tools: Tools, stamp: Stamp): Decision {
  const { command, about } = commanded;
  const { kept } = before.context;
  const resting = restingAt(before);
  if (command === 'resume')
    return kept.state === 'paused' ? { events: [{ type: 'RESUME', stamp }], says: back(kept, tools, stamp) } : only([]);
  if (command === 'stop' || command === 'leave_now') return pause(command, before, tools, stamp);
  if (command === 'change') return change(before, commanded, tools, stamp);
  if (command === 'more') return more(before, about ?? '', tools, stamp);
  if (command === 'glossary') return only(meaning(about ?? '', kept, resting, tools));
  if (command === 'back') return { events: [{ type: 'BACK', stamp }], says: [] };
  if (command === 'where')
    return only(
      progressOf(kept, tools, stamp)
        .filter(({ state }) => state !== 'optional')
        .flatMap((line) => whereLine(line, kept))
        .concat(kept.sentAt === null ? [] : [{ say: 'conversation.where.all_sent', waits: false }]),
    );
  if (command === 'show_plan') return only(soFar(kept));
  if (command === 'language') return speak(about ?? '', before, tools, stamp);
  if (resting === null) return only(aboutQuestions.has(command) ? [] : explain(command, kept, tools, stamp.at));
  return atQuestion(command, before, resting, tools, stamp);
}

/** These mean nothing while no question is asked: after a pause, how to carry on is said again. */
const aboutQuestions: ReadonlySet<string> = new Set([
  'help',
  'why',
  'simpler',
  'example',
  'repeat',
  'skip',
  'dont_know',
  'prefer_not',
]);

function atQuestion(
  command: Exclude<Commanded['command'], 'resume'>,
  before: Position,
  resting: Resting,
  tools: Tools,
  stamp: Stamp,
): Decision {
  const { kept } = before.context;
  const { question } = resting;
  switch (command) {
    case 'help':
      return only([...example(question, kept, tools), { say: 'conversation.help', waits: false }]);
    case 'example':
      return only(example(question, kept, tools));
    case 'why':
      return only(why(question, kept, tools));
    case 'simpler':
      return simpler(before, resting, tools, stamp);
    case 'repeat':
      return only([]);
    case 'skip':
      return passedBy(before, resting, 'skipped', tools, stamp);
    case 'dont_know':
      return passedBy(before, resting, 'dont_know', tools, stamp);
    case 'prefer_not':
      return passedBy(before, resting, 'prefers_not', tools, stamp);
    default:
      return only(explain(command, kept, tools, stamp.at));
  }
}

/** Who passes the gentle question by answers what else they were asked: of that nothing is lost. */
function passedBy(
  before: Position,
  resting: Resting,
  reason: Parameters<typeof leaveEmpty>[2],
  tools: Tools,
  stamp: Stamp,
): Decision {
  const left = leaveEmpty(before, resting, reason, tools, stamp);
  return { ...left, events: [...left.events, ...restBefore(before, resting, tools, stamp)] };
}

/** The same question in plainer words. */
function simpler(before: Position, { question }: Resting, tools: Tools, stamp: Stamp): Decision {
  const asked = prompt(before, tools, stamp.at);
  const key = `${question}.simple`;
  return asked === null || !tools.has(key)
    ? only(example(question, before.context.kept, tools))
    : { events: [], says: [], again: { ...asked, say: key } };
}

/** Stop is a pause: nothing is lost, and the next message carries on. */
function pause(command: 'stop' | 'leave_now', before: Position, tools: Tools, stamp: Stamp): Decision {
  const said = command === 'stop' ? 'conversation.paused' : 'conversation.left';
  const events: Event[] = before.context.kept.state === 'paused' ? [] : [{ type: 'STOP', stamp }];
  const again = paused(before.context.kept, said, tools, stamp.at);
  return {
    events,
    says: command === 'stop' && again.waits ? here(before.context.kept, tools, stamp) : [],
    again,
  };
}

function here(kept: Kept, tools: Tools, stamp: Stamp): Reply[] {
  const line = progressOf(kept, tools, stamp).find(({ state }) => state === 'now');
  return line === undefined || kept.sentAt !== null ? [] : whereLine(line, kept);
}

/** After a pause: where we got to, in two lines. */
export function back(kept: Kept, tools: Tools, stamp: Stamp): Reply[] {
  return [{ say: 'conversation.welcome_back', waits: false }, ...here(kept, tools, stamp)];
}

function whereLine({ section, state, left }: Progress, kept: Kept): Reply[] {
  return [
    {
      say: `conversation.where.${state}`,
      with: { section: named(kept, `sections.${section}.title`), count: left },
      waits: false,
    },
  ];
}

/** What a word means; of a word that is not in the glossary, what the question is after. */
function meaning(term: string, kept: Kept, resting: Resting | null, tools: Tools): Reply[] {
  const key = tools.glossary(term, kept.lang);
  if (key !== null) return [{ say: key, waits: false }];
  const examples = resting === null ? [] : example(resting.question, kept, tools);
  return examples.length > 0 ? examples : [{ say: 'conversation.not_in_glossary', waits: false }];
}

/** "Tell you more about money": the section's other questions are asked too. */
function more(before: Position, about: string, tools: Tools, stamp: Stamp): Decision {
  const { kept } = before.context;
  const offers = progressOf(kept, tools, stamp)
    .filter((line) => line.more)
    .map(({ section }): Offer => ({ id: section, ...named(kept, `sections.${section}.title`) }));
  const meant = match(about, offers, kept, tools);
  const [section] = meant;
  if (meant.length === 1 && section !== undefined)
    return { events: [{ type: 'MORE', section: section.id, stamp }], says: [] };
  if (offers.length === 0) return only([{ say: 'conversation.nothing_more', waits: false }]);
  return {
    events: [],
    says: [],
    again: { say: 'conversation.which.more', question: 'nav.more', offer: offers, waits: true },
  };
}
