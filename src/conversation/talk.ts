/** What channels know of a talk. They put something in, and get replies as data. */
import type { AssessmentRecord, Author, CallBack, Mode, Noted } from '../plan/facts.ts';
import type { Kept } from '../plan/kept.ts';
import type { Kind } from '../plan/questions/kinds.ts';
import type { Offer, Reply } from '../plan/replies.ts';

/** Commands that are heard at every question, typed or tapped. */
export const commands = [
  'help',
  'why',
  'simpler',
  'example',
  'repeat',
  'back',
  'skip',
  'dont_know',
  'prefer_not',
  'stop',
  'where',
  'show_plan',
  'person',
  'language',
  'looks',
  'leave_now',
  'delete',
  'rights',
] as const;
export type Command = (typeof commands)[number];

/** Something said to the assistant. Exactly one of `text`, `pick`, `command`, `change`, `more`, `callBack`, `returned` says what. */
export interface Said {
  /** The channel's id of this message. The same id is applied once; its replies are returned again. */
  readonly id: string;
  readonly text?: string;
  /** Options tapped, with the question they belong to: a stale button is then harmless. */
  readonly pick?: { readonly question: string; readonly item?: string; readonly options: readonly string[] };
  readonly command?: Command;
  /** A slot to go back to: `goal.by_when@g1`. */
  readonly change?: string;
  /** "Tell us more about ...": a section's name. */
  readonly more?: string;
  /** "Please ring me", with when and how it is safe. */
  readonly callBack?: CallBack;
  /** Came back with a code after a while: they are welcomed, and the question is put again. */
  readonly returned?: true;
  /** Absent: the person whose talk it is. */
  readonly by?: Author;
  readonly channel: 'webchat' | 'teams' | 'assisted';
}

/** The question on which the talk rests. */
export interface Asking {
  readonly question: string;
  readonly item?: string;
  readonly kind: Kind;
  readonly offer: readonly Offer[];
  readonly skip: boolean;
}

export interface Turn {
  readonly id: string;
  readonly at: string;
  readonly by: Author;
  /** Null when the words were about harm: they are shown to nobody but in the flag. */
  readonly said: string | null;
  /** What was tapped, when that was a command: a page shows its name. */
  readonly command?: string;
  /** Whose plan it was when this was said: the words of that time stay as they were. */
  readonly mode: Mode;
  readonly replies: readonly Reply[];
}

/** One line of "where are we". `left` is how many questions of the section are still open on this way. */
export interface Progress {
  readonly section: string;
  /** `optional`: nothing of it is asked on the short way; "tell us more" asks it. */
  readonly state: 'done' | 'now' | 'to_come' | 'optional';
  readonly left: number;
  /** The person may say "tell us more" here. */
  readonly more: boolean;
}

export interface Talk {
  readonly plan: string;
  readonly version: number;
  readonly mode: Mode;
  readonly lang: string;
  readonly state: 'talking' | 'paused' | 'sent' | 'declined' | 'safety';
  /** Null when the talk waits for nothing (declined). */
  readonly asking: Asking | null;
  readonly turns: readonly Turn[];
  readonly savedAt: string;
  readonly sentAt: string | null;
}

export interface Beginning {
  /** The new plan's id: unguessable, made by the caller. */
  readonly plan: string;
  /** SHA-256 (hex) of the secret by which this device comes back. */
  readonly key?: string;
  readonly channel: 'webchat' | 'teams' | 'assisted';
  readonly lang: string;
  readonly record?: AssessmentRecord;
}

export interface Heard {
  readonly turn: Turn;
  readonly talk: Talk;
  /** The id had been applied before: nothing happened, and these are the replies of that time. */
  readonly repeated: boolean;
  /** What only the one who spoke is told: it stands in no talk. */
  readonly aside?: readonly Reply[] | undefined;
}

/** All that a channel may do. Refuses with `NotKept` (store/port) when the disk does; then nothing has happened. */
export interface Talks {
  begin(beginning: Beginning): Promise<Talk>;
  /** Null when there is no such plan. */
  say(plan: string, said: Said): Promise<Heard | null>;
  /** Keeps what became true beside the talk, and says nothing. Returns what is kept then; null when there is no such plan. */
  note(plan: string, facts: readonly Noted[], by?: Author): Promise<Kept | null>;
  read(plan: string): Promise<Talk | null>;
  /** What is kept of a plan, from which `plan/assemble` makes the plan as it stands. */
  kept(plan: string): Promise<Kept | null>;
  progress(plan: string): Promise<readonly Progress[]>;
  /** Calls back after every turn of this plan that was kept, whoever said it. Returns the way to stop. */
  watch(plan: string, heard: (turn: Turn) => void): () => void;
}
