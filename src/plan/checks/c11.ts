import { addUp, penceOf, weeklyPence } from '../money.ts';
import type { Plan } from '../plan.ts';
import type { Text } from '../schema/agreement.ts';
import { pounds } from './c05.ts';
import { type Check, finding, seen, text, textEach, textIf } from './finding.ts';

/** C11. Costs are realistic and affordable (003:27). */
export const c11: Check = (plan) => {
  const { items } = plan.spend;
  const { missing } = addUp(items.map(({ amount }) => amount));
  const noPrice = items.filter(({ amount }, index) => missing.includes(index) || amount?.hourly?.hours === 0);
  const toFind = plan.actions.filter(({ cost }) => cost?.find_out === true);
  const notSure = plan.actions.filter(({ cost }) => cost?.amount_pence === 0 && !cost.sure);
  return finding('C11', noPrice.length > 0 ? 'not shown' : 'needs judgement', {
    evidence: [
      ...items.map(({ id, what, amount }) => seen(`spend[${id}].amount`, what, amountWords(penceOf(amount)))),
      ...plan.actions.map(({ id, cost }) =>
        seen(`actions[${id}].cost`, plan.provenance[`actions[${id}].cost`]?.said, amountWords(penceOf(cost))),
      ),
    ],
    worker: [
      ...textEach(
        items.filter(({ amount }) => amount?.hourly !== undefined),
        sum,
      ),
      ...textIf(
        noPrice.map(({ what }) => what),
        'c11.worker.not_shown',
      ),
      ...textIf(
        [...toFind, ...notSure].map(({ what }) => what),
        'c11.worker.check_price',
      ),
      ...textIf(slipped(plan), 'c11.worker.looks_high'),
      ...(plan.budget.person_pays === undefined
        ? []
        : [text('c11.worker.share', { amount: { money: plan.budget.person_pays } })]),
      ...(items.length === 0 ? [text('c11.worker.no_costs')] : []),
      text('c11.worker.needs_judgement'),
    ],
    resident: [
      ...textIf(
        noPrice.map(({ what }) => what),
        'c11.resident.not_shown',
      ),
      ...(noPrice.length > 0
        ? []
        : [text(items.length === 0 ? 'c11.resident.no_costs' : 'c11.resident.needs_judgement')]),
    ],
  });
};

const amountWords = (pence: number | undefined) => (pence === undefined ? undefined : String(pence));

const sum = ({ what, amount }: Plan['spend']['items'][number]): Text =>
  text('c11.worker.sum', {
    item: what,
    rate: pounds(amount?.hourly?.rate_pence ?? 0),
    hours: amount?.hourly?.hours ?? 0,
    weekly: pounds(weeklyPence(amount) ?? 0, 'week'),
  });

const tooMuchAnHour = 15_000;

/** A slipped decimal point: one cost alone is five times the whole budget, or an hour costs more than anybody asks. */
function slipped({ spend, budget }: Plan): string[] {
  const limit = (weeklyPence(budget.total) ?? Number.POSITIVE_INFINITY) * 5;
  return spend.items
    .filter(({ amount }) => (weeklyPence(amount) ?? 0) > limit || (amount?.hourly?.rate_pence ?? 0) > tooMuchAnHour)
    .map(({ what }) => what);
}
