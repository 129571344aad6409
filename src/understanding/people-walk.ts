/** One walk through a message about people: where it stands, and what was heard so far. */
import { mentionAt } from './mention.ts';
import type { Mention } from './mention-made.ts';
import type { Word } from './name-parts.ts';
import { peopleAt } from './people-words.ts';
import { lengthAt, type Words } from './words.ts';

/** How somebody came to be mentioned. */
export interface Mentioned extends Mention {
  readonly refused: boolean;
  /** Only with "not", of one person: another may be meant instead. */
  readonly bare: boolean;
  readonly accepted: boolean;
  readonly past: boolean;
  readonly corrects: boolean;
  readonly concludes: boolean;
  /** "Hes called Matthew": says more about the one before. */
  readonly describes: boolean;
  readonly aside: boolean;
  /** "Try dad first". */
  readonly first?: boolean;
  /** What they do was told: a name after it is somebody else. */
  readonly told?: boolean;
  /** The marks before it since the one before: ",", "-", "and", or nothing. */
  readonly after: string;
  /** Numbers and addresses beside it. */
  readonly marks: readonly string[];
}

export interface Walk {
  readonly said: readonly Word[];
  readonly plain: readonly string[];
  readonly words: Words;
  at: number;
  mentioned: Mentioned[];
  waiting: string[];
  aside: boolean;
  askedAside: boolean;
  /** What is told is only where somebody is. */
  placed: boolean;
  /** Where "if" stands in what is told; -1 when there is none. */
  condition: number;
  refused: boolean;
  bare: boolean;
  accepted: boolean;
  past: boolean;
  corrects: boolean;
  concludes: boolean;
  describes: boolean;
  /** A name is still to come, after what was said between. */
  awaits: boolean;
  /** Nothing but openings since the clause began. */
  opens: boolean;
  after: string;
  nobody: boolean;
  alone: boolean;
  unexplained: string[];
}

export const length = (walk: Walk, list: Parameters<typeof peopleAt>[2]): number => {
  const taken = peopleAt(walk.plain, walk.at, list);
  // A phrase does not run over a comma.
  for (let index = 1; index < taken; index += 1) if (walk.said[walk.at + index]?.gap !== '') return 0;
  return taken;
};

export function goAside(walk: Walk, taken: number): boolean {
  const condition = length(walk, 'conditions');
  if (condition > 0) walk.condition = walk.at + condition - 1;
  else if (!walk.aside) walk.condition = -1;
  const last = walk.mentioned.length - 1;
  const one = walk.mentioned[last];
  const places = length(walk, 'asidesThatPlace') > 0;
  if (one !== undefined && one.to === walk.at && !walk.aside && !places && walk.said[walk.at]?.gap === '')
    walk.mentioned[last] = { ...one, told: true };
  walk.placed = (!walk.aside || walk.placed) && length(walk, 'asidesThatPlace') > 0;
  walk.aside = true;
  walk.askedAside = false;
  walk.opens = false;
  walk.at += taken;
  return true;
}

/** Who is mentioned after openings: "its | probably just | my sister". */
export function leadsTo({ said, plain, words }: Walk, from: number): Mention | undefined {
  let at = from;
  for (let steps = 0; steps < 5; steps += 1) {
    if (at > from && said[at]?.gap !== '') return undefined;
    const found = mentionAt(said, at, true, words);
    if (found !== undefined) return found;
    const more = Math.max(peopleAt(plain, at, 'leads'), lengthAt(plain, at, words.phrases('personOpenings')));
    if (more === 0) return undefined;
    at += more;
  }
  return undefined;
}

/** "I would ring": more than one word, so that it is no accident. */
export function longOpening({ plain, at, words }: Walk): number {
  const taken = Math.max(lengthAt(plain, at, words.phrases('personOpenings')), peopleAt(plain, at, 'leads'));
  return taken > 1 ? taken : 0;
}
