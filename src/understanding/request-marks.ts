/** What the second reader of requests looks at: words, pairs of words, and parts of sentences. Each is a mark with a number. */
import type { Parts } from './sentence-parts.ts';

/** Gives a word or a part the number by which it is known; 0 when it is not. */
export type NumberOf = (written: string) => number;

/** Words and parts have numbers under this one. */
const most = 1 << 15;
const apartFrom = most * most;

export const alone = (one: number): number => one;
export const pair = (one: number, other: number): number => one * most + other;
/** With any one word between them. */
export const apart = (one: number, other: number): number => apartFrom + one * most + other;

const begins = '^';
const ends = '$';

const asking = '?';

/** All marks of a message that are known by number, some of them more than once. `asks`: it has a question mark. */
export function marksOf({ said, named }: Parts, asks: boolean, numberOf: NumberOf): readonly number[] {
  const marks: number[] = asks ? [alone(numberOf(asking))] : [];
  let [before, last] = [0, numberOf(begins)];
  for (let at = 0; at <= said.length; at += 1) {
    const own = numberOf(said[at] ?? ends);
    if (own !== 0) {
      marks.push(alone(own));
      if (last !== 0) marks.push(pair(last, own));
      if (before !== 0) marks.push(apart(before, own));
    }
    before = last;
    last = own;
  }
  for (const part of named) {
    const own = numberOf(nameOf(part));
    if (own !== 0) marks.push(alone(own));
  }
  return marks;
}

/** A part as it is written in the weights; the same few hundred come again at every message. */
function nameOf(part: string): string {
  const name = partNames.get(part) ?? `<${part}>`;
  partNames.set(part, name);
  return name;
}
const partNames = new Map<string, string>();

/** So that a message of two words does not weigh as much as a clear sentence. */
const smoothing = 10;

/** What each mark of a message counts: the longer the message, the less. */
export const shareOf = ({ said, named }: Parts): number => 1 / Math.sqrt(3 * said.length + named.size + smoothing);
