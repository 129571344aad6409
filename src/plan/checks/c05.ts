import { addUp, isOneOff, weeklyPence } from '../money.ts';
import type { Plan } from '../plan.ts';
import type { Filling } from '../replies.ts';
import type { Text } from '../schema/agreement.ts';
import type { Money, Period } from '../values.ts';
import { type Check, finding, seen, text, textIf } from './finding.ts';

/** C5. Fits within the budget (003:21). Arithmetic, in pence, everything by the week; what is paid once stands apart. */
export const c05: Check = (plan) => {
  const { budget, spend } = plan;
  if (budget.state === 'none' || budget.state === 'not_relevant') return noBudget(plan);
  const sums = addUp(spend.items.map(({ amount }) => amount));
  const total = weeklyPence(budget.total);
  const told = total !== undefined && (budget.state === 'known' || budget.state === 'told_roughly');
  const missing = sums.missing.map((index) => spend.items[index]?.what ?? '');
  const over = total === undefined ? 0 : sums.weekly - total;
  const state = told && missing.length === 0 && over <= 0 ? 'met' : 'not shown';
  // A sum of nothing but unknown prices would say that it all costs nothing.
  const priced = missing.length < spend.items.length || spend.items.length === 0;
  const money: Record<string, Filling> = {
    total: pounds(sums.weekly, 'week'),
    budget: pounds(total ?? 0, 'week'),
    diff: pounds(Math.abs(over), 'week'),
  };
  const sides = total === undefined ? 'no_budget_figure' : over > 0 ? 'over' : over === 0 ? 'exact' : 'under';
  return finding('C5', state, {
    evidence: [
      seen('budget.total', plan.provenance['budget.total']?.said, total === undefined ? undefined : String(total)),
      ...spend.items.map(({ id, what }) => seen(`spend[${id}]`, what)),
    ],
    worker: [
      ...(priced ? [text(`c5.worker.${sides}`, money)] : []),
      ...(total !== undefined && (budget.indicative || budget.state === 'told_roughly')
        ? [text('c5.worker.not_confirmed')]
        : []),
      ...textIf(missing, 'c5.worker.missing'),
      ...oneOff(plan),
    ],
    resident: resident(told, missing, priced ? text(`c5.resident.${sides}`, money) : null),
  });
};

function resident(told: boolean, missing: readonly string[], sum: Text | null): Text[] {
  if (!told) return [text('c5.resident.not_told')];
  return [...(sum === null ? [] : [sum]), ...textIf(missing, 'c5.resident.missing')];
}

const noBudget = (plan: Plan) =>
  finding('C5', 'needs judgement', {
    evidence: [seen('budget.state', plan.provenance['budget.state']?.said)],
    worker: [text('c5.worker.needs_judgement')],
    resident: [text('c5.resident.needs_judgement')],
  });

export const pounds = (pence: number, period?: Period): { money: Money } => ({
  money: { amount_pence: pence, sure: true, ...(period === undefined ? {} : { period }) },
});

const oneOff = ({ spend }: Plan): Text[] => {
  const once = spend.items.filter(({ amount }) => isOneOff(amount)).map(({ what }) => what);
  return textIf(once, 'c5.worker.one_off', { total: pounds(spend.one_off_total_pence, 'one_off') });
};
