import type { Plan } from '../plan.ts';
import type { Text } from '../schema/agreement.ts';
import { type Check, finding, personName, seen, text, textEach, textIf } from './finding.ts';
import { carersOf } from './needs-met.ts';

const unsure: readonly (string | undefined)[] = ['finding_it_hard', 'not_asked', 'no'];

/** C3. Takes account of your own network (003:19). In a carer's own plan: of the people who help the carer. */
export const c03: Check = (plan) => {
  const { network } = plan;
  const doing = network.items.filter(doesSomething);
  const doubtful = network.items.filter(({ willing }) => unsure.includes(willing));
  const assumed = countedOn(plan).filter(
    ({ id, willing }) => willing === undefined && !doubtful.some((one) => one.id === id),
  );
  const shown = network.none || doing.length > 0;
  const judgement = doubtful.length + assumed.length > 0;
  const name = (item: Plan['network']['items'][number]) => personName(plan, item.person);
  const carer = plan.plan.kind === 'carer_support' ? '_for_carer' : '';
  const state = judgement ? 'needs judgement' : shown ? 'met' : 'not shown';
  return finding('C3', state, {
    evidence: [
      seen('network.none', network.none_said),
      ...network.items.map((item) => seen(`network[${item.id}]`, item.does, item.willing)),
    ],
    worker: [
      ...(doing.length > 0
        ? [text(`c3.worker.helps${carer}`, { count: doing.length, list: { list: doing.map(name) } })]
        : []),
      ...(network.none ? [text('c3.worker.none')] : []),
      ...textEach(doubtful, (item) => text(`c3.worker.${item.willing}`, { person: name(item) })),
      ...textIf(assumed.map(name), 'c3.worker.not_said'),
      ...(judgement ? [text('c3.worker.needs_judgement')] : []),
      ...(state === 'not shown' ? [text(`c3.worker.not_shown${carer}`)] : []),
    ],
    resident: [residentText(plan, state)],
  });
};

function residentText(plan: Plan, state: string): Text {
  const { network } = plan;
  if (network.none) return text('c3.resident.none');
  if (state !== 'not shown') return text('c3.resident.met');
  const named = network.items.map(({ person }) => personName(plan, person));
  return named.length === 0
    ? text('c3.resident.not_shown')
    : text('c3.resident.not_said_how', { list: { list: named } });
}

const doesSomething = ({ does, helps_with, willing }: Plan['network']['items'][number]) =>
  willing !== undefined && willing !== 'no' && (does !== undefined || helps_with.length > 0);

/** People whom a need counts on. Their yes must not be taken for granted (s.10(5)). */
const countedOn = (plan: Plan) => {
  const ids = new Set(plan.needs.flatMap((need) => carersOf(plan, need)).map(({ id }) => id));
  return plan.network.items.filter(({ id }) => ids.has(id));
};
