/** Requests that no known sentence covers: two things that are said together only of the talk itself, and to whom. */
import { cuesFor, isKnown, type Parts, partsOf } from './sentence-parts.ts';

export interface Hint {
  readonly command: string;
  /** Words that nothing explains. */
  readonly unexplained: number;
  /** Said to the assistant: "you", a request, a question. */
  readonly isAddressed: boolean;
  /** The assistant or its question is named. */
  readonly isNamed: boolean;
}

/** How far apart the two may stand. */
const widest = 9;

/** What a message hints at, the fullest hint first; undefined when it tells of somebody's life. */
export function hintIn(words: readonly string[]): Hint | undefined {
  const parts = partsOf(words);
  if (isOfOthers(parts)) return undefined;
  const found = cuesFor(parts).find(({ needs }) => stand(parts, needs));
  if (found === undefined) return undefined;
  const isNamed = parts.named.has('toyou');
  return {
    command: found.command,
    unexplained: unexplainedIn(parts),
    isAddressed: isNamed || found.isPlain || parts.at.slice(0, 4).some((here) => here.has('asking')),
    isNamed,
  };
}

/** Nothing but words that are used of the talk, said to the assistant. */
export function mayBeRequest(words: readonly string[]): boolean {
  const parts = partsOf(words);
  return !isOfOthers(parts) && parts.named.has('toyou') && unexplainedIn(parts) === 0;
}

const unexplainedIn = ({ said }: Parts): number => said.filter((word) => !isKnown(word)).length;

/** "She says", "my son wants": somebody else does it. */
const isOfOthers = ({ at }: Parts): boolean => at.some((here) => here.has('others'));

/** Each need has a place of its own, all within a few words. */
function stand(parts: Parts, needs: readonly string[]): boolean {
  const places = needs.map((need) => parts.at.flatMap((here, place) => (here.has(need) ? [place] : [])));
  return (places[0] ?? []).some((first) =>
    places.slice(1).every((others) => others.some((one) => one !== first && Math.abs(one - first) <= widest)),
  );
}
