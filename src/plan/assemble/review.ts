/** When the plan is looked at again: `plan-content` 22, its eight rules. */
import { addDays, addMonths, dayOf, earlier, isAfter } from '../dates.ts';
import { earlyReasons } from '../schema/review.ts';
import type { DateValue } from '../values.ts';
import { lines } from '../words.ts';
import { plainFields } from './defaults.ts';
import type { Material } from './material.ts';
import type { Registry } from './people.ts';
import { optional } from './who.ts';

/** A plan starts on the day on which it is first sent, until a worker sets another day. */
export const startOf = (material: Material): string | undefined =>
  material.kept.everSent === null ? undefined : dayOf(material.kept.everSent);

export function review(material: Material, registry: Registry, start: string | undefined, paidDirectly: boolean) {
  const first = firstDue(material, start);
  return {
    ...plainFields(material, 'review'),
    who: registry.refs('review.who'),
    first_due: first,
    next_due: nextDue(material, first.date ?? first.latest_allowed, start, paidDirectly),
    early_if: lines(material.text('review.early') ?? ''),
    early_if_always: [...earlyReasons],
  };
}

function firstDue(
  material: Material,
  start: string | undefined,
): Partial<DateValue> & { rule: string; latest_allowed?: string } {
  const said = material.value<DateValue>('review.first');
  // Wales has no fixed time: the plan's own arrangements count (W reg 3(1)(e)).
  if (material.kept.nation === 'wales') return { ...said, rule: 'as_the_council_arranges' as const };
  const latest = start === undefined ? undefined : addMonths(start, 3);
  return {
    ...said,
    rule: 'within_3_months_of_start' as const,
    ...optional('latest_allowed', latest),
    ...optional('target', start === undefined ? undefined : { from: addDays(start, 42), to: addDays(start, 56) }),
    ...(latest !== undefined && said?.date !== undefined && isAfter(said.date, latest)
      ? { too_late: true as const }
      : {}),
  };
}

/** At most 12 months after the first; a direct payment is looked at within 6 months, and the two are lined up. */
function nextDue(material: Material, first: string | undefined, start: string | undefined, paidDirectly: boolean) {
  if (material.kept.nation === 'wales') return { rule: 'as_the_council_arranges' as const };
  const yearly = first === undefined ? undefined : addMonths(first, 12);
  const direct = start === undefined || !paidDirectly ? undefined : addMonths(start, 6);
  if (direct !== undefined && (yearly === undefined || earlier(direct, yearly) === direct)) {
    return { rule: 'within_6_months_of_direct_payment' as const, latest_allowed: direct };
  }
  return { rule: 'within_12_months_of_first_review' as const, ...optional('latest_allowed', yearly) };
}
