/** Whether words about harm are meant so: not when they are denied, long past, or somebody's work. */
import { stop } from './compiled.ts';
import type { Family, Lists } from './lists.ts';
import { type Found, findAll } from './match.ts';
import type { Token } from './plain.ts';

/** Leaves out what is denied ("nobody hurts me"), told as long past or as work, or small and settled. */
export function meant(
  found: readonly Found<Family>[],
  tokens: readonly Token[],
  said: Int32Array,
  lists: Lists,
): Found<Family>[] {
  if (found.length === 0) return [];
  const past = findAll(said, lists.past);
  const settled = findAll(said, lists.settled);
  const sentences = past.length + settled.length === 0 ? said : sentencesOf(said);
  const among = (one: Found<Family>, those: readonly Found<true>[]) =>
    those.some((other) =>
      one.from < other.from
        ? sentences[one.to - 1] === sentences[other.from]
        : sentences[other.to - 1] === sentences[one.from],
    );
  return found.filter(
    (one) =>
      !(canBeDenied(one.about) && isDenied(one, tokens, lists)) &&
      !among(one, past) &&
      !(isSlight(one.about) && among(one, settled)),
  );
}

const slight = new Set(['medical_emergency', 'self_neglect']);
const isSlight = ({ kind, level }: Family) => level === 'maybe' || slight.has(kind);

/** "never", "nobody is", "no, he doesnt" come right before the words about harm, or stand among them unasked for. */
function isDenied<T>({ from, to, words }: Found<T>, tokens: readonly Token[], { denials, links }: Lists): boolean {
  for (let at = from - 1; at >= 0 && from - at <= 3; at -= 1) {
    const word = tokens[at]?.word ?? '';
    if (denials.has(word)) return !denials.has(tokens[from]?.word ?? '');
    if (!links.has(word)) break;
  }
  for (let at = from; at < to; at += 1) {
    const word = tokens[at]?.word ?? '';
    if (denials.has(word) && !words().has(word)) return true;
  }
  return false;
}

/** Of going without, "nobody" and "never" are what is told, not what denies it. */
const lacking = new Set(['neglect', 'self_neglect', 'carer_breakdown']);
const canBeDenied = ({ kind }: Family) => !lacking.has(kind);

/** Which sentence each word stands in. */
function sentencesOf(said: Int32Array): Int32Array {
  const sentences = new Int32Array(said.length + 1);
  let sentence = 0;
  for (let at = 0; at < said.length; at += 1) {
    if (said[at] === stop) sentence += 1;
    sentences[at] = sentence;
  }
  sentences[said.length] = sentence;
  return sentences;
}
