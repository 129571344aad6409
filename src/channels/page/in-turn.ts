/** One at a time for each plan, so that "is this still the question?" and the answer to it can't be parted. */
export type InTurn = <T>(plan: string, work: () => Promise<T>) => Promise<T>;

export function inTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return (plan, work) => {
    const before = last.get(plan) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine
      .catch(() => undefined)
      .finally(() => {
        if (last.get(plan) === settled) last.delete(plan);
      });
    last.set(plan, settled);
    return mine;
  };
}
