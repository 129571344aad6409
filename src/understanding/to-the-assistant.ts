/** What is said to the assistant, about the talk itself, rather than about somebody's life. */
import { endsOfMaking, type Making, makingsFor, type Parts, partsOf, type Strength } from './sentence-parts.ts';

/** A command that was asked for. */
interface Asked {
  readonly command: string;
  /** The message is that and nothing else, and cannot be about anything but the talk. */
  readonly isSure: boolean;
  /** "He", "her": somebody else comes into it. */
  readonly isOfOthers: boolean;
}

/** What has been read of a message so far. */
interface Read {
  readonly command: string | undefined;
  readonly strength: Strength;
  /** 0 nothing beside it, 1 an excuse, 2 any story. */
  readonly story: 0 | 1 | 2;
  readonly behindStory: boolean;
  /** How many words its requests take: of two readings the fuller one is meant. */
  readonly taken: number;
}

const longestStory = 16;
/** Of two things asked in one breath, the one that is more than a sigh. */
const lastOfAll: readonly string[] = ['help', 'stop', 'simpler'];
const orderOf = (command: string): number =>
  (lastOfAll.indexOf(command) + lastOfAll.length + 1) % (lastOfAll.length + 1);
const mayHold: Record<Strength, Read['story']> = { alone: 0, excused: 1, anywhere: 2 };

/** The command that a message is, when all of it is a request about the talk, an excuse for it, or politeness. */
export function saidToAssistant(words: readonly string[], breaks: ReadonlySet<number>): Asked | undefined {
  const parts = partsOf(words);
  const makings = makingsFor(parts);
  if (makings.length === 0) return undefined;
  const { said } = parts;
  const clauses = said.length === words.length ? breaks : new Set<number>();
  const bare: (Read | undefined)[] = [nothingYet];
  const meant: (Read | undefined)[] = [];
  for (let at = 0; at < said.length; at += 1) {
    for (const read of [bare[at], meant[at]]) {
      if (read === undefined) continue;
      for (const end of passed(parts, at)) keep(read.command === undefined ? bare : meant, end, read);
      for (const making of startsHere(parts, at, read, clauses) ? makings : []) {
        if (isBesideItself(read, making))
          for (const end of endsOfMaking(parts, making, at)) keep(meant, end, joined(read, making, end - at));
      }
      for (const [end, story] of storiesFrom(parts, at, read, clauses))
        keep(read.command === undefined ? bare : meant, end, story);
    }
  }
  const whole = meant[said.length];
  if (whole?.command === undefined || whole.story > mayHold[whole.strength]) return undefined;
  return {
    command: whole.command,
    isSure: whole.story === 0 && whole.strength === 'anywhere',
    isOfOthers: parts.named.has('third'),
  };
}

const nothingYet: Read = { command: undefined, strength: 'alone', story: 0, behindStory: false, taken: 0 };
const worth: Record<Strength, number> = { alone: 0, excused: 1, anywhere: 2 };

/** What is only meant when it stands alone stands beside no other request. */
const isBesideItself = ({ command, strength }: Read, making: Making): boolean =>
  command === undefined || command === making.command || (strength !== 'alone' && making.strength !== 'alone');

function joined({ command, strength, story, taken }: Read, making: Making, length: number): Read {
  const isMore = command === undefined || orderOf(making.command) >= orderOf(command);
  return {
    command: isMore ? making.command : command,
    strength: worth[making.strength] > worth[strength] ? making.strength : strength,
    story,
    behindStory: false,
    taken: taken + length,
  };
}

/** The reading that leaves least unexplained; of two, the surer. */
function keep(reads: (Read | undefined)[], at: number, read: Read) {
  const known = reads[at];
  const rank = (one: Read) => one.taken + 30 * worth[one.strength] - 90 * one.story - (one.behindStory ? 15 : 0);
  if (known === undefined || rank(read) > rank(known)) reads[at] = read;
}

/** Past one light word or politeness. */
const passed = ({ at }: Parts, from: number): readonly number[] => [
  ...(at[from]?.get('light') ?? []),
  ...(at[from]?.get('polite') ?? []),
];

/** Behind a story a request begins as requests do; behind an excuse, with any new clause. "He says stop" reports one. */
function startsHere(parts: Parts, at: number, { behindStory, story }: Read, breaks: ReadonlySet<number>): boolean {
  if (at === 0) return true;
  const isOpen = !behindStory || parts.at[at]?.has('opening') === true;
  if (breaks.has(at)) return isOpen || story < 2;
  const isReported = parts.at.some((here, from) => from < at && here.get('reporting')?.includes(at) === true);
  return isOpen && !isReported;
}

/** A story begins with the message or a clause, or as excuses do. */
function storiesFrom(parts: Parts, from: number, read: Read, breaks: ReadonlySet<number>): [number, Read][] {
  const begins = from === 0 || breaks.has(from) || parts.at[from]?.has('excuse') === true;
  if (!begins || read.behindStory) return [];
  const kind = parts.at[from]?.has('excuse') === true ? 1 : 2;
  const story = Math.max(kind, read.story) as Read['story'];
  const last = Math.min(from + longestStory, parts.said.length);
  return Array.from({ length: Math.max(0, last - from - 1) }, (_, index): [number, Read] => [
    from + index + 2,
    { ...read, story, behindStory: true },
  ]);
}
