/** Whether a word was most likely meant for another: one slip for each four letters, and the first letter agrees. */
export function isNear(said: string, meant: string): boolean {
  if (said === meant || said === `${meant}s`) return true;
  const slips = Math.floor(meant.length / 4);
  if (slips === 0 || meant.length > 30 || said[0] !== meant[0] || Math.abs(said.length - meant.length) > slips)
    return false;
  // "Can" is never a slip for "can't", and a short word only when two of its letters changed places.
  if (/\d/.test(said + meant) || meant.endsWith('nt') || said.endsWith('nt') || said.length < 4) return false;
  if (meant.length === 4) return [...said].toSorted().join() === [...meant].toSorted().join();
  return slipsBetween(said, meant, slips) <= slips;
}

/** Damerau-Levenshtein: letters added, dropped, changed, or two neighbours swapped. Given up when two rows have more than `most`. */
function slipsBetween(one: string, other: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  let leastBefore = 0;
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    let leastNow = row;
    for (let column = 1; column <= other.length; column += 1) {
      const changed = one[row - 1] === other[column - 1] ? 0 : 1;
      let least = Math.min((last[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + changed);
      const isSwap = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwap && row > 1 && column > 1) least = Math.min(least, (before[column - 2] ?? 0) + 1);
      now.push(least);
      leastNow = Math.min(leastNow, least);
    }
    if (leastNow > most && leastBefore > most) return leastNow;
    leastBefore = leastNow;
    before = last;
    last = now;
  }
  return last[other.length] ?? 0;
}
