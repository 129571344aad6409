/** What the planned spending comes to in a week, beside the budget. */
import { exclusionIn } from '../plan/exclusions.ts';
import { type Kept, slotOf, valueAt } from '../plan/kept.ts';
import { addUp, weeklyPence } from '../plan/money.ts';
import type { Filling } from '../plan/replies.ts';
import type { Money } from '../plan/values.ts';

/** `total`, `budget` and `diff` as money a week; `over` is "yes" when more is planned than there is. */
export function spendTotals(kept: Kept): Record<string, Filling> {
  const costs = (kept.items.spend ?? []).map((id) => valueAt<Money>(kept, 'spend.cost', id));
  const total = addUp(costs).weekly;
  const budget = weeklyPence(valueAt<Money>(kept, 'budget.amount') ?? recorded(kept)) ?? 0;
  const week = (amount_pence: number): Filling => ({ money: { amount_pence, sure: true } });
  return {
    total: week(total),
    budget: week(budget),
    diff: week(Math.abs(budget - total)),
    over: total > budget ? 'yes' : 'no',
  };
}

function recorded(kept: Kept): Money | undefined {
  const budget = kept.record?.budget;
  return budget === undefined ? undefined : { amount_pence: budget.amount_pence, period: budget.period, sure: false };
}

/** Pay for a relative: what matters then is whether they live together. */
export const isForRelative = (kept: Kept, item: string | undefined): boolean =>
  exclusionIn(kept.answers[slotOf('spend.item', item)]?.said ?? '') === 'paid_relative';
