import type { Plan } from '../plan.ts';
import type { Filling } from '../replies.ts';
import type { Text } from '../schema/agreement.ts';
import { type Check, finding, personName, seen, supportName, text, textEach, textIf } from './finding.ts';
import { carersOf } from './needs-met.ts';

interface Relied {
  readonly id: string;
  readonly name: Filling;
}

/** C9. Says what happens if support does not turn up (003:25). */
export const c09: Check = (plan) => {
  const relied = reliedOn(plan);
  const uncovered = relied.filter(({ id }) => !plan.contingency.some((one) => one.covers.includes(id) && isWhole(one)));
  const noNumber = plan.contingency.filter(
    ({ call, covers }) => call?.phone === undefined && covers.some((id) => relied.some((one) => one.id === id)),
  );
  const carerGap = plan.plan.kind === 'carer_support' && !plan.contingency.some(isWhole);
  const nobody = relied.length === 0 && plan.emergency.contacts.length === 0 && !plan.contingency.some(isWhole);
  const met = uncovered.length === 0 && !carerGap && !nobody;
  return finding('C9', met ? 'met' : 'not shown', {
    evidence: [
      ...plan.contingency.map((one) => seen(`contingency[${one.id}]`, one.trigger, one.do, one.call?.phone)),
      ...relied.map(({ id, name }) => seen(id, typeof name === 'string' ? name : undefined)),
      seen('emergency.contacts', ...plan.emergency.contacts),
      seen('well.signs', ...plan.well.signs),
    ],
    worker: [
      relied.length === 0
        ? nothingReliedOn(plan)
        : text('c9.worker.covered', { count: relied.length, covered: relied.length - uncovered.length }),
      ...textIf(backedUpToo(plan, relied), 'c9.worker.also'),
      ...textIf([...new Set(uncovered.map(({ name }) => name))], 'c9.worker.uncovered'),
      ...textEach(noNumber, ({ trigger }) => text('c9.worker.no_number', { trigger })),
      ...(carerGap ? [text('c9.worker.carer_cannot_care')] : []),
      ...(nobody ? [text('c9.worker.no_contact')] : []),
    ],
    resident: met
      ? [text('c9.resident.met')]
      : [
          ...textEach(uncovered, ({ name }) => text('c9.resident.not_shown', { support: name })),
          ...(carerGap ? [text('c9.resident.carer_cannot_care')] : []),
          ...(nobody ? [text('c9.resident.no_contact')] : []),
        ],
  });
};

/** People may help though no need of an assessment counts on them, and support may be wanted that nobody pays for yet. */
function nothingReliedOn(plan: Plan): Text {
  const helping = plan.network.items
    .filter(({ willing }) => willing !== 'no')
    .map(({ person }) => personName(plan, person));
  const named = [...helping, ...plan.support.map(supportName)];
  return named.length === 0
    ? text('c9.worker.nothing_relied_on')
    : text('c9.worker.not_counted_on', { list: { list: named } });
}

/** What has a back-up though nobody pays for it: a local group, a helper. */
function backedUpToo(plan: Plan, relied: readonly Relied[]): Filling[] {
  const covered = (id: string) =>
    !relied.some((one) => one.id === id) && plan.contingency.some((one) => one.covers.includes(id) && isWhole(one));
  return [
    ...plan.support.filter(({ id }) => covered(id)).map(supportName),
    ...plan.network.items.filter(({ id }) => covered(id)).map(({ person }) => personName(plan, person)),
  ];
}

/** A trigger, what to do, and somebody to ring on a number. */
const isWhole = (one: Plan['contingency'][number]) => one.do !== undefined && one.call?.phone !== undefined;

const paidBy: readonly (string | undefined)[] = ['council', 'person', 'family', 'unsure', 'other'];

/** Each paid support, each key piece of equipment, each person who meets a need, and whoever holds the money. */
export function reliedOn(plan: Plan): Relied[] {
  const supports = plan.support.filter(({ kind, paid_by }) => paidBy.includes(paid_by) || kind === 'technology');
  const carers = new Map(plan.needs.flatMap((need) => carersOf(plan, need)).map((item) => [item.id, item]));
  const { manager } = plan.budget;
  return [
    ...supports.map((support) => ({ id: support.id, name: supportName(support) })),
    ...[...carers.values()].map(({ id, person }) => ({ id, name: personName(plan, person) })),
    ...(manager === undefined || manager === 'self' ? [] : [{ id: 'manager', name: personName(plan, manager) }]),
  ];
}
