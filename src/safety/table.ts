/** Weights by the number of their mark, in two flat lists: looked up for each mark of each message. */
export interface Table {
  readonly start: number;
  /** 0 for a mark that weighs nothing. */
  readonly weightOf: (mark: number) => number;
  /** Adds a mark; there is room for as many as were asked for. */
  readonly put: (mark: number, weight: number) => void;
}

/** An empty table with room for this many marks. */
export function tableFor(room: number, start: number): Table {
  let size = 16;
  while (size < room * 1.7) size *= 2;
  const mask = size - 1;
  const marks = new Int32Array(size);
  const values = new Float32Array(size);
  const placeOf = (mark: number) => {
    let place = Math.imul(mark ^ (mark >>> 15), 0x2c1b3c6d);
    place = (place ^ (place >>> 13)) & mask;
    // Marks follow each other when their place is taken; 0 is a mark of words that are not known and stands nowhere.
    while (marks[place] !== 0 && marks[place] !== mark) place = (place + 1) & mask;
    return place;
  };
  return {
    start,
    weightOf: (mark) => values[placeOf(mark)] ?? 0,
    put: (mark, weight) => {
      const place = placeOf(mark);
      marks[place] = mark;
      values[place] = weight;
    },
  };
}
