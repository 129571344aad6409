/**
 * What the second reader looks at: words, pairs of words, their roots, the groups of meaning they belong to, and which
 * group comes before which. Each is a mark with a number of its own, made of a sort and two words or groups.
 */
import type { Concepts, Naming } from './concepts.ts';

/** The sorts of marks, as they are written in `danger-weight-words.json`. */
export const sorts = [
  'word',
  'pair',
  'apart',
  'beginning',
  'denied',
  'together',
  'before',
  'root',
  'roots',
  'roots_apart',
] as const;
export type Sort = (typeof sorts)[number];

/** Whether a mark of this sort is made of one word or group alone. */
export const isSingle = (sort: Sort) => sort === 'word' || sort === 'beginning' || sort === 'denied' || sort === 'root';

/** Numbers of words, of their beginnings and roots, and of groups; 0 is one that is not known, 1 the end of a sentence. */
export interface Numbers {
  readonly ofWord: (word: string) => number;
  readonly ofBeginning: (word: string) => number;
  readonly ofRoot: (word: string) => number;
  readonly ofGroup: (group: number) => number;
}

export const end = 1;
export const groupFrom = 2;
export const wordFrom = 512;

/** How a long word begins, as it is written in the weights. */
export const beginningOf = (word: string) => `${word.slice(0, 4)}~`;
/** How a group is written in the weights. */
export const groupNames = ({ names }: Concepts) => names.map((name) => `<${name}>`);

/** A mark as a number; words and groups have numbers under 16,384. */
export const markOf = (sort: Sort, one: number, other = 0) => (sorts.indexOf(sort) << 28) | (one << 14) | other;
export const partsOf = (mark: number) => [sorts[mark >>> 28] ?? 'word', (mark >>> 14) & 0x3fff, mark & 0x3fff] as const;

const reach = 8;
const denialReaches = 4;
const [word, pair, apart, beginning, denied, together, before, root, roots, rootsApart] = sorts.map(
  (_sort, at) => at << 28,
) as [number, number, number, number, number, number, number, number, number, number];

/** Called with each mark and the words that it spans, from and to both counted in. */
export type Take = (mark: number, from: number, to: number) => void;

/** Goes over all marks of a message, in the order in which they end. */
export function eachMark(words: readonly string[], concepts: Concepts, numbers: Numbers, take: Take): void {
  const groups = words.map((one, at) => groupsAt(words, at, concepts.byFirst.get(one), numbers));
  const ids = words.map((one) => (one === '.' ? end : numbers.ofWord(one)));
  const bare = words.map((one) => (one === '.' ? end : numbers.ofRoot(one)));
  let denial = Number.NEGATIVE_INFINITY;
  const at = (place: number) => ids[place] ?? end;
  for (let here = 0; here <= words.length; here += 1) {
    const own = at(here);
    const last = at(here - 1);
    take(pair | (last << 14) | own, here - 1, here);
    take(roots | ((bare[here - 1] ?? end) << 14) | (bare[here] ?? end), here - 1, here);
    if (own === end) {
      denial = Number.NEGATIVE_INFINITY;
      continue;
    }
    take(word | (own << 14), here, here);
    take(root | ((bare[here] ?? end) << 14), here, here);
    if (last !== end && at(here - 2) !== end) {
      take(apart | (at(here - 2) << 14) | own, here - 2, here);
      take(rootsApart | ((bare[here - 2] ?? end) << 14) | (bare[here] ?? end), here - 2, here);
    }
    const said = words[here] ?? '';
    if (said.length > 4) take(beginning | (numbers.ofBeginning(said) << 14), here, here);
    const deniedHere = here - denial <= denialReaches;
    for (const { group, to, denies } of groups[here] ?? none) {
      const until = to - 1;
      take(word | (group << 14), here, until);
      if (deniedHere) take(denied | (group << 14), here, until);
      take(pair | (last << 14) | group, here - 1, until);
      take(pair | (group << 14) | at(to), here, to);
      if (denies) denial = here;
    }
    pairsOfGroups(groups, here, at, take);
  }
}

interface Grouped {
  readonly group: number;
  readonly to: number;
  readonly denies: boolean;
}
const none: readonly Grouped[] = [];

function groupsAt(
  words: readonly string[],
  from: number,
  namings: readonly Naming[] | undefined,
  numbers: Numbers,
): readonly Grouped[] {
  if (namings === undefined) return none;
  const found: Grouped[] = [];
  let last = -1;
  for (const naming of namings) {
    if (naming.group === last || !standsAt(naming.words, words, from)) continue;
    last = naming.group;
    found.push({
      group: numbers.ofGroup(naming.group),
      to: from + naming.words.length,
      denies: naming.denies,
    });
  }
  return found;
}

function standsAt(phrase: readonly string[], words: readonly string[], from: number): boolean {
  for (let at = 1; at < phrase.length; at += 1) if (phrase[at] !== words[from + at]) return false;
  return true;
}

/** Which groups stand together in one place, and which stood shortly before it in the same sentence. */
function pairsOfGroups(
  groups: readonly (readonly Grouped[])[],
  here: number,
  at: (place: number) => number,
  take: Take,
): void {
  const own = groups[here] ?? none;
  if (own.length === 0) return;
  for (let one = 0; one < own.length; one += 1)
    for (let other = one + 1; other < own.length; other += 1)
      take(together | (groupOf(own, one) << 14) | groupOf(own, other), here, here);
  for (let back = here - 1; back > here - reach && at(back) !== end; back -= 1)
    for (const one of groups[back] ?? none)
      for (const other of own) take(before | (one.group << 14) | other.group, back, here);
}

const groupOf = (some: readonly Grouped[], at: number) => some[at]?.group ?? 0;
