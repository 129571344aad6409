import type { Plan } from '../plan.ts';
import type { Filling } from '../replies.ts';
import type { Text } from '../schema/agreement.ts';
import { type Check, finding, seen, supportName, text, textEach } from './finding.ts';

/** C12. The support is lawful (003:28). Nothing is refused by a machine: always judgement. */
export const c12: Check = (plan) => {
  const { excluded } = plan.spend;
  const limit = plan.best_interests.least_limit;
  const registered = plan.support.filter(({ kind, paid_by }) => kind === 'home_care' && paid_by !== 'family');
  const others = forSomebodyElse(plan);
  const look: Text[] = [
    ...textEach(excluded, ({ said, reason }) =>
      text('c12.worker.item', { item: said, reason: { key: `checks.c12.reason.${reason}` } }),
    ),
    ...(limit === undefined ? [] : [text('c12.worker.freedom', { words: limit })]),
    ...textEach(registered, (support) => text('c12.worker.registered', { support: supportName(support) })),
    ...textEach(others, (support) => text('c12.worker.their_agreement', { support: supportName(support) })),
  ];
  const named: Text[] = [
    ...textEach(excluded, ({ said, reason }) => forResident(said, reason)),
    ...textEach(registered, (support) => forResident(supportName(support), 'registered')),
    ...textEach(others, (support) => forResident(supportName(support), 'their_agreement')),
  ];
  return finding('C12', 'needs judgement', {
    evidence: [
      ...excluded.map(({ item, said }) => seen(`spend[${item}].what`, said)),
      seen('best_interests.least_limit', limit),
      ...registered.map(({ id, what }) => seen(`support[${id}]`, what)),
    ],
    worker: look.length > 0 ? look : [text('c12.worker.nothing')],
    resident: named.length > 0 ? named : [text('c12.resident.nothing')],
  });
};

const forResident = (item: Filling, reason: string) =>
  text('c12.resident.item', { item, reason: { key: `checks.c12.plain.${reason}` } });

/** In a carer's own plan, help that is given to the cared-for person needs that person's yes. */
const forSomebodyElse = (plan: Plan) =>
  plan.plan.kind === 'carer_support'
    ? plan.support.filter(({ kind }) => kind === 'breaks' || kind === 'home_care')
    : [];
