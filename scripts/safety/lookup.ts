/** Works out by which words ways of saying are looked up: those of their rarest part. */
import { oneByOne, vocabularyOf } from '../../src/safety/compiled.ts';
import { type DangerWords, reading, sayingsOf } from '../../src/safety/lists.ts';
import type { Lookup, Place } from '../../src/safety/lookup.ts';
import { type Part, type Saying, wordsIn } from '../../src/safety/pattern.ts';
import { type Hook, rarestIn } from './rarest.ts';

/** What `danger-lookup-words.json` has to hold for these words. */
export function lookupOf(words: DangerWords): Lookup {
  const { read } = reading(words);
  const all = sayingsOf(words);
  const [families, harmless, past, settled] = [all.families, all.harmless, all.past, all.settled].map((sayings) =>
    sayings.map(({ said }) => read(said)),
  ) as [Saying[], Saying[], Saying[], Saying[]];

  const known = new Set<string>();
  const seen = new Set<Part>();
  for (const { sides } of [...families, ...harmless, ...past, ...settled])
    for (const side of sides) wordsIn(side, known, seen);
  const others = new Set(words.stops);
  for (const { without } of [...families, ...harmless]) wordsIn(without, others);
  const ofSayings = [...known].filter((word) => word !== '.');
  const rest = [...others].filter((word) => word !== '.' && !known.has(word));

  const placed = placer(words.common, vocabularyOf([...ofSayings, ...rest]));
  const placesOf = (sayings: readonly Saying[]) => sayings.map((saying) => oneByOne(saying).map(placed.placeOf));
  return {
    words: ofSayings.join(' '),
    others: rest.join(' '),
    families: placesOf(families),
    harmless: placesOf(harmless),
    past: placesOf(past),
    settled: placesOf(settled),
    sets: placed.sets,
  };
}

/** `common` holds the words of most messages, the most common first. */
function placer(common: readonly string[], vocabulary: ReadonlyMap<string, number>) {
  const ranks = new Map(common.map((word, rank) => [word, rank]));
  const known = new Map<Part, Hook | null>();
  const sets: number[][] = [];
  const numbers = new Map<string, number>();
  const setOf = (words: ReadonlySet<string>): number => {
    const set = [...words].map((word) => vocabulary.get(word) ?? 0);
    const name = set.join();
    const number = numbers.get(name) ?? sets.length;
    if (number === sets.length) sets.push(set);
    numbers.set(name, number);
    return number;
  };
  const placeOf = ({ sides }: Saying): Place => {
    const byRarity = sides
      .map((side, at) => ({ at, hook: rarestIn(side, ranks, known) }))
      .toSorted((one, other) => one.hook.weight - other.hook.weight);
    const hook = byRarity[0]?.hook;
    if (hook === undefined || hook.words.size === 0)
      throw new Error('a way of saying needs one word that is always there');
    return [setOf(hook.words), hook.least, hook.most, ...(sides.length === 1 ? [] : byRarity.map(({ at }) => at))];
  };
  return { sets, placeOf };
}
