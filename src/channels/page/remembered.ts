/** Parts of a page that are the same for many people, made once. Never one with anything in it that a person said. */
export type Remembered = <T>(name: string, make: () => T) => T;

/** `most`: how many are kept before all are let go. */
export function remembered(most: number): Remembered {
  const kept = new Map<string, unknown>();
  return <T>(name: string, make: () => T): T => {
    const known = kept.get(name);
    if (known !== undefined) return known as T;
    const made = make();
    if (kept.size >= most) kept.clear();
    kept.set(name, made);
    return made;
  };
}
