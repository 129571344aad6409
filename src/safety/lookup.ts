/**
 * By which word each way of saying is looked up. Reading eight thousand of them takes a third of a second, so that is done
 * beforehand (`npm run danger-lookup` writes `danger-lookup-words.json`), and each is read when its rarest word is first met.
 */

/**
 * Four things in a row: which set of words finds it, the fewest and the most words that stand before those, and, where
 * there is more than one, its sides, the rarest first.
 */
export type Place = readonly number[];

/** What `danger-lookup-words.json` holds. Words are numbers: their place in `words`. */
export interface Lookup {
  /** Every word that stands in a way of saying, then the words that are only passed over or unwanted. */
  readonly words: string;
  readonly others: string;
  readonly sets: readonly (readonly number[])[];
  /** For each way of saying of `danger-words.json`, in its order, a place for each of its parts. */
  readonly families: readonly (readonly Place[])[];
  readonly harmless: readonly (readonly Place[])[];
  readonly past: readonly (readonly Place[])[];
  readonly settled: readonly (readonly Place[])[];
}
