/** What is missing about money, about what if, and from the council. */
import type { Plan } from '../plan.ts';
import type { Gap } from '../schema/agreement.ts';
import { gap, when } from './gap.ts';

export function ofMoney({ budget, spend, direct_payment: paid }: Plan): Gap[] {
  const direct = budget.managed.includes('direct_payment');
  const known = budget.state === 'known' || budget.state === 'told_roughly';
  return [
    ...when(budget.state === 'not_told', 'budget.total', 's.25(1)(e)', 'worker', 'budget'),
    ...when(
      known && budget.total?.amount_pence === undefined,
      'budget.total',
      's.25(1)(e)',
      'worker',
      'budget_figure',
      'budget.amount',
    ),
    ...spend.items.flatMap(({ id, amount }) =>
      when(
        amount?.amount_pence === undefined && amount?.hourly === undefined,
        `spend[${id}].amount`,
        '003:27',
        'either',
        'spend_amount',
        'spend.cost',
      ),
    ),
    ...when(
      (spend.over_under?.amount_pence ?? 0) < 0,
      'spend.over_under',
      '003:21',
      'either',
      'over_budget',
      'spend.check',
    ),
    ...spend.excluded.map(({ item }) => gap(`spend.excluded[${item}]`, '001:30-34', 'worker', 'excluded')),
    ...when(direct && paid.needs.length === 0, 'direct_payment.needs', 's.25(2)(a)', 'worker', 'direct_payment'),
    ...when(direct && paid.amount === undefined, 'direct_payment.amount', 's.25(2)(b)', 'worker', 'direct_payment'),
    ...when(
      direct && (paid.frequency === undefined || paid.frequency === 'unsure'),
      'direct_payment.frequency',
      's.25(2)(b)',
      'worker',
      'direct_payment',
      'money.direct_when',
    ),
  ];
}

export function ofChange({ contingency, emergency, provenance, risks, review }: Plan): Gap[] {
  return [
    ...contingency.flatMap(({ id, call }) =>
      when(call?.phone === undefined, `contingency[${id}].call`, '003:25', 'either', 'call_number', 'contingency.call'),
    ),
    ...when(
      emergency.contacts.length === 0 && provenance['emergency.contacts'] === undefined,
      'emergency.contacts',
      '004:646',
      'either',
      'emergency',
      'emergency.contact',
    ),
    ...risks.items.flatMap(({ id, controls }) =>
      when(controls.length === 0, `risks[${id}].controls`, '003:22', 'either', 'risk_step', 'risk.controls'),
    ),
    ...when(review.first_due.too_late === true, 'review.first_due', '000:61', 'worker', 'review_late', 'review.first'),
  ];
}

export function ofAdvice({ advice, needs, carer }: Plan): Gap[] {
  const wishes = [
    ['work', carer?.wishes_work, 's.10(6)(a)', 'carer.work'],
    ['learning', carer?.wishes_learning, 's.10(6)(b)', 'carer.learning'],
    ['free_time', carer?.wishes_free_time, 's.10(6)(b)', 'carer.free_time'],
  ] as const;
  return [
    ...when(needs.length > 0 && advice.reduce.length === 0, 'advice.reduce', 's.25(1)(f)', 'worker', 'advice'),
    ...when(advice.prevent.length + advice.delay.length === 0, 'advice.prevent', 's.25(1)(f)', 'worker', 'advice'),
    ...(carer === undefined
      ? []
      : wishes.flatMap(([name, said, why, asked]) =>
          when(said === undefined, `carer.wishes_${name}`, why, 'person', 'carer_wish', asked),
        )),
  ];
}
