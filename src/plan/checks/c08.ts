import type { Plan } from '../plan.ts';
import type { CheckState, Text } from '../schema/agreement.ts';
import { type Check, finding, hasFlag, personName, seen, text } from './finding.ts';

const moneyFlags = ['money_abuse', 'money_conflict'];

/** C8. If someone else controls the money, they are the right person (003:24). An open money flag never shows to anybody but the worker. */
export const c08: Check = (plan) => {
  const { budget, direct_payment } = plan;
  const state = stateOf(plan);
  const flagged = hasFlag(plan, moneyFlags);
  const manager = personName(plan, budget.manager);
  return finding('C8', state, {
    evidence: [
      seen('budget.managed', ...budget.managed),
      seen('budget.manager', typeof manager === 'string' ? manager : undefined),
      seen('budget.manager_why', budget.manager_why),
      seen('budget.manager_conflict', budget.manager_conflict),
      seen('direct_payment.to', direct_payment.to?.kind),
    ],
    worker: workerWords(plan, state),
    resident: flagged
      ? [text('c8.resident.safe')]
      : state === 'met'
        ? [text('c8.resident.met')]
        : budget.manager === undefined
          ? [text('c8.resident.no_name')]
          : [text('c8.resident.needs_judgement', { manager })],
  });
};

function stateOf(plan: Plan): CheckState {
  const { budget } = plan;
  if (hasFlag(plan, moneyFlags) || isBarred(plan) || (budget.manager_conflict === 'yes' && isOthers(plan)))
    return 'needs judgement';
  if (!applies(plan)) return 'met';
  return budget.manager === undefined || budget.manager_why === undefined ? 'not shown' : 'needs judgement';
}

const isOthers = ({ budget }: Plan) => budget.manager !== undefined && budget.manager !== 'self';

/** Does anybody but the council or the person hold the money? */
const applies = ({ budget }: Plan): boolean => {
  if (
    budget.state === undefined ||
    budget.state === 'none' ||
    budget.state === 'not_relevant' ||
    budget.state === 'not_told'
  )
    return false;
  return !(budget.managed.length > 0 && budget.managed.every((way) => way === 'council')) && budget.manager !== 'self';
};

/** Somebody whom the person does not want to see the plan, or to take part. */
const isBarred = ({ budget: { manager }, sharing, involve }: Plan): boolean =>
  manager !== undefined &&
  (involve.not.includes(manager) || sharing.never.some(({ people }) => people.includes(manager)));

function workerWords(plan: Plan, state: CheckState): Text[] {
  const { budget, direct_payment, deciding } = plan;
  const flags = hasFlag(plan, moneyFlags) ? [text('c8.worker.flagged')] : [];
  if (state === 'met') return [text('c8.worker.met')];
  if (budget.manager === undefined) return [...flags, text(applies(plan) ? 'c8.worker.no_name' : 'c8.worker.met')];
  const manager = personName(plan, budget.manager);
  return [
    ...flags,
    text(`c8.worker.as_${direct_payment.to?.kind ?? 'manager'}`, { manager }),
    budget.manager_why === undefined
      ? text('c8.worker.no_reason', { manager })
      : text('c8.worker.reason', { words: budget.manager_why }),
    text(`c8.worker.paid_${budget.manager_conflict ?? 'not_said'}`),
    text(deciding.authority_seen === undefined ? 'c8.worker.papers_not_seen' : 'c8.worker.papers_seen'),
    ...(isBarred(plan) ? [text('c8.worker.barred', { manager })] : []),
  ];
}
