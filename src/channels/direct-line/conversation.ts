/** A conversation that somebody has open: what was said is read from the talk, and what is new goes to whoever listens. */
import type { Heard, Talk, Talks, Turn } from '../../conversation/talk.ts';
import { countOf, type Numbering, numbered, placed, placesOf } from './numbered.ts';
import type { Claims } from './tokens.ts';

/** Takes one frame of the stream. */
export type Listener = (frame: string) => void;

export interface Batch {
  readonly activities: readonly object[];
  readonly watermark: string;
}

/** Codes and tokens are not left lying about for somebody who never asks. */
const mostUnheard = 8;

/** What words are made with. */
export type Words = Pick<Numbering, 'shape' | 'texts'>;

/** One open conversation. `told` counts the places of the log that listeners have been told of. */
export class Conversation {
  readonly id: string;
  readonly user: string;
  readonly listeners = new Set<Listener>();
  readonly #talks: Talks;
  readonly #words: Words;
  readonly #waiting: Turn[] = [];
  /** What nobody heard of `tell`: the next who asks is told, once. */
  readonly #unheard: object[] = [];
  #told = 0;
  #ready = false;
  #busy = 0;

  constructor(talks: Talks, words: Words, { conversation, user }: Claims) {
    this.id = conversation;
    this.user = user;
    this.#talks = talks;
    this.#words = words;
  }

  /** Everything in this talk counts as told: it is read back when somebody asks for it. */
  begunWith(talk: Talk): void {
    const known = new Set(talk.turns.map(({ id }) => id));
    this.#told = countOf(talk.turns);
    this.#ready = true;
    const fresh = this.#waiting.filter(({ id }) => !known.has(id));
    this.#waiting.splice(0, this.#waiting.length, ...fresh);
    if (fresh.length > 0) void this.#catchUp();
  }

  /** A turn was kept, by whatever way it came in. */
  heard(turn: Turn): void {
    this.#waiting.push(turn);
    // A turn of our own brings the talk as it stands with it, which says how to word the replies.
    if (this.#ready && this.#busy === 0) void this.#catchUp();
  }

  /** Runs a turn of our own. Turns that come in meanwhile wait, so that all are told in their order. */
  async during(work: () => Promise<Talk | undefined>): Promise<void> {
    this.#busy += 1;
    try {
      const talk = await work();
      if (talk) this.#tellAll(talk);
    } finally {
      this.#busy -= 1;
      if (this.#waiting.length > 0) void this.#catchUp();
    }
  }

  /** What was told since a client's watermark; null when the talk is no longer kept. */
  async since(seen: number): Promise<Batch | null> {
    const talk = await this.#whole();
    return talk && this.#withUnheard(this.#batch(talk, seen));
  }

  /** Tells a listener what it missed and all that comes, in one go: nothing is lost or doubled in between. */
  async join(listener: Listener, seen: number): Promise<boolean> {
    const talk = await this.#whole();
    if (talk === null) return false;
    const missed = this.#withUnheard(this.#batch(talk, seen));
    if (missed.activities.length > 0) listener(JSON.stringify(missed));
    this.listeners.add(listener);
    return true;
  }

  /** Something that is not of the log: it has no number and is told once, to who listens or to who asks next. */
  tell(activity: object): void {
    if (this.listeners.size > 0) this.#send([activity]);
    else this.#unheard.push(activity);
    if (this.#unheard.length > mostUnheard) this.#unheard.shift();
  }

  /** The place at which a turn begins. A new one waits to be told, so that the cost does not grow with the talk. */
  placeOf({ turn, talk }: Heard): number {
    const index = this.#waiting.findIndex(({ id }) => id === turn.id);
    if (index >= 0) return this.#told + countOf(this.#waiting.slice(0, index));
    return placed(talk.turns).find((one) => one.turn.id === turn.id)?.start ?? 0;
  }

  /** Tells a turn once more, to a client that sent its message again. */
  again({ turn, talk }: Heard, start: number): void {
    if (this.listeners.size > 0)
      this.#send(numbered({ turn, start, before: before(talk, turn) }, 0, this.#numbering(talk)));
  }

  /** The talk with at least all that was told of it. */
  async #whole(): Promise<Talk | null> {
    for (;;) {
      const talk = await this.#talks.read(this.id);
      if (talk === null || countOf(talk.turns) >= this.#told) return talk;
    }
  }

  /** A watermark from beyond the end gets everything again: clients know what they have by its id. */
  #batch(talk: Talk, seen: number): Batch {
    const upTo = this.#told;
    const from = seen > upTo ? 0 : seen;
    const numbering = this.#numbering(talk);
    const missed = placed(talk.turns).filter(({ turn, start }) => start < upTo && start + placesOf(turn) > from);
    return { activities: missed.flatMap((one) => numbered(one, from, numbering)), watermark: String(upTo) };
  }

  #withUnheard({ activities, watermark }: Batch): Batch {
    return { activities: [...activities, ...this.#unheard.splice(0)], watermark };
  }

  async #catchUp(): Promise<void> {
    // When the store does not answer, the next turn tells what is waiting.
    const talk = await this.#talks.read(this.id).catch(() => null);
    if (talk) this.#tellAll(talk);
  }

  #tellAll(talk: Talk): void {
    const numbering = this.#numbering(talk);
    const activities: object[] = [];
    for (const turn of this.#waiting.splice(0)) {
      if (this.listeners.size > 0) {
        activities.push(...numbered({ turn, start: this.#told, before: before(talk, turn) }, 0, numbering));
      }
      this.#told += placesOf(turn);
    }
    if (activities.length > 0) this.#send(activities, String(this.#told));
  }

  /** Without a watermark a client keeps the one it has. */
  #send(activities: readonly object[], watermark?: string): void {
    const frame = JSON.stringify(watermark === undefined ? { activities } : { activities, watermark });
    for (const listener of this.listeners) listener(frame);
  }

  #numbering({ lang, mode }: Talk): Numbering {
    return { conversation: this.id, user: this.user, reader: { lang, mode }, ...this.#words };
  }
}

const before = ({ turns }: Talk, turn: Turn): Turn | undefined =>
  turns[turns.findLastIndex(({ id }) => id === turn.id) - 1];
