import { isOneOff, penceOf, weeklyPence } from '../money.ts';
import { pounds } from './c05.ts';
import { type Check, finding, nameOf, seen, text, textEach, textIf } from './finding.ts';

/** C10. Best value for you and the council (003:26). Value is what it does for the person too: always judgement. */
export const c10: Check = (plan) => {
  const costs = plan.spend.items.map((cost) => ({ ...cost, weekly: weeklyPence(cost.amount) }));
  const free = plan.community
    .filter(({ state }) => state === 'would_try' || state === 'used_now')
    .map(({ what, said }) => what ?? said);
  return finding('C10', 'needs judgement', {
    evidence: [
      ...costs.map(({ id, what }) => seen(`spend[${id}]`, what)),
      ...plan.community.map(({ said }, index) => seen(`community[${index}]`, said)),
    ],
    worker: [
      ...(costs.length === 0 ? [text('c10.worker.no_costs')] : []),
      ...textEach(costs, ({ what, amount, weekly, for: links }) => {
        const ends = {
          for: links.length === 0 ? { key: 'checks.not_linked' } : { list: links.map((id) => served(plan, id)) },
        };
        if (weekly !== undefined) return text('c10.worker.cost', { item: what, cost: pounds(weekly, 'week'), ...ends });
        const once = isOneOff(amount) ? penceOf(amount) : undefined;
        if (once === undefined) return text('c10.worker.cost_unknown', { item: what, ...ends });
        return text('c10.worker.cost_once', { item: what, cost: pounds(once, 'one_off'), ...ends });
      }),
      ...textIf(free, 'c10.worker.free', { name: nameOf(plan) }),
      text('c10.worker.needs_judgement'),
    ],
    resident: [text('c10.resident.needs_judgement')],
  });
};

const served = (plan: Parameters<Check>[0], id: string): string =>
  plan.goals.find((goal) => goal.id === id)?.what ?? plan.needs.find((need) => need.id === id)?.text ?? id;
