/** Whether an option that is named is refused: "not" before it, or the verdict behind it. */
import sayings from '../../locales/en-GB/understanding-sayings.json' with { type: 'json' };
import type { Heard } from './kinds.ts';
import { lengthAt, phrasesOf, type Words } from './words.ts';

/** One option found at some words of the message. */
export interface Hit {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly letters: number;
  readonly exact: boolean;
  readonly negated: boolean;
  /** The first word of the phrase. */
  readonly first: string;
  /** Found as a way of saying: less sure than a phrase that was written down for the option. */
  readonly loose?: true;
}

/** What a plain yes, no, "don't know", "none" or "all" stands for at this question. */
export interface Stands {
  readonly yes?: string;
  readonly no?: string;
  readonly unsure?: string;
  readonly none?: string;
  readonly all?: string;
}

/** "Not", "no" or "don't want" up to three words before, in the same clause, with nothing else chosen in between. */
export function isNegated(
  heard: Heard,
  said: readonly string[],
  hit: Hit,
  floor: number,
  taken: ReadonlySet<number>,
  stands: Stands,
  words: Words,
): boolean {
  const clause = heard.tokens[hit.from]?.clause;
  // "No, not yet": what says "not" itself is not turned round by a "no" before it.
  const own = lengthAt(said, hit.from, words.phrases('negators'));
  const refuses = (own > 0 && own < hit.to - hit.from) || sayings.nothings.includes(hit.first);
  for (let index = hit.from - 1; !refuses && index >= Math.max(floor, hit.from - 4); index -= 1) {
    const spanning = lengthAt(said, index, words.phrases('negators'));
    if (spanning > 1 && index + spanning <= hit.from && heard.tokens[index + spanning - 1]?.clause === clause)
      return true;
    if (heard.tokens[index]?.clause !== clause || taken.has(index)) break;
    const isReply =
      index === 0 &&
      said[1] !== 'to' &&
      (hit.from > 1 || words.lists.explaining.includes(said[hit.from] ?? '')) &&
      stands.no !== undefined &&
      words.phrases('no').exact.has(said[0] ?? '');
    if (isReply) break;
    if (lengthAt(said, index, words.phrases('notNegating')) > 0) break;
    const negator = lengthAt(said, index, words.phrases('negators'));
    if (negator > 0 && index + negator <= hit.from) return true;
  }
  return isRefusedBehind(heard, said, hit, words);
}

/** "Assessment no, scan results yes", "the council one no": the verdict stands behind, at the end of what is said of it. */
function isRefusedBehind(heard: Heard, said: readonly string[], hit: Hit, words: Words): boolean {
  const { of, refuses } = words.made('verdicts', () => ({
    of: phrasesOf(sayings.verdicts.of),
    refuses: phrasesOf(sayings.verdicts.refuses),
  }));
  let at = hit.to;
  for (let more = lengthAt(said, at, of); more > 0; more = lengthAt(said, at, of)) at += more;
  const length = lengthAt(said, at, refuses);
  const end = at + length;
  return length > 0 && (end === said.length || heard.tokens[end]?.clause !== heard.tokens[end - 1]?.clause);
}
