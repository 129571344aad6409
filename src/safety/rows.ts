/**
 * Weights as they are written in `danger-weight-words.json`: one line for each word, with all marks that begin with it,
 * `"hits": "word: 58 pair: me 210 him 100"`. A line is read when its word is first met: most never are.
 */
import { beginningOf, end, groupFrom, isSingle, markOf, type Numbers, type Sort, sorts, wordFrom } from './marks.ts';
import { type Table, tableFor } from './table.ts';

/** Weights that add up to one thing. */
export interface Heap {
  /** What is added to their sum. */
  readonly start: number;
  /** How many marks there are. */
  readonly marks: number;
  /** Lines by the first word of their marks. */
  readonly rows: Readonly<Record<string, string>>;
}

/** A heap made ready: a word has a number as soon as a line that was read names it. */
export interface Scale {
  readonly numbers: Numbers;
  readonly table: Table;
}

export function scaleOf(heap: Heap, groups: readonly string[], rootOf: (word: string) => string): Scale {
  const table = tableFor(heap.marks, heap.start);
  const ids = new Map([['.', end], ...groups.map((name, group) => [name, groupFrom + group] as const)]);
  const read = new Map<string, number>();
  const idOf = (said: string): number => {
    const id = ids.get(said) ?? wordFrom + ids.size;
    ids.set(said, id);
    return id;
  };
  const numberOf = (said: string): number => {
    const known = read.get(said);
    if (known !== undefined) return known;
    if (!Object.hasOwn(heap.rows, said)) return ids.get(said) ?? 0;
    const id = idOf(said);
    read.set(said, id);
    readRow(heap.rows[said] ?? '', id, idOf, table);
    return id;
  };
  numberOf('.');
  const roots = new Map<string, number>();
  const ofRoot = (word: string): number => {
    const known = roots.get(word);
    if (known !== undefined) return known;
    const id = numberOf(rootOf(word));
    // What is not known yet may be named by a line that is read later.
    if (id !== 0) roots.set(word, id);
    return id;
  };
  return {
    numbers: {
      ofWord: numberOf,
      ofBeginning: (word) => numberOf(beginningOf(word)),
      ofRoot,
      ofGroup: (group) => numberOf(groups[group] ?? ''),
    },
    table,
  };
}

function readRow(row: string, one: number, idOf: (said: string) => number, table: Table): void {
  const parts = row.split(' ');
  let sort: Sort = 'word';
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? '';
    const named = part.endsWith(':') ? sorts.find((name) => `${name}:` === part) : undefined;
    sort = named ?? sort;
    if (named !== undefined && !isSingle(sort)) continue;
    at += 1;
    table.put(markOf(sort, one, named === undefined ? idOf(part) : 0), Number(parts[at]));
  }
}
