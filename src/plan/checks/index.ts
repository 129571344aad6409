/** The 13 things a professional looks for before agreeing a plan (`agreement.md`), in their order. */
import type { Plan } from '../plan.ts';
import type { Finding } from '../schema/agreement.ts';
import { c01 } from './c01.ts';
import { c02 } from './c02.ts';
import { c03 } from './c03.ts';
import { c04 } from './c04.ts';
import { c05 } from './c05.ts';
import { c06 } from './c06.ts';
import { c07 } from './c07.ts';
import { c08 } from './c08.ts';
import { c09 } from './c09.ts';
import { c10 } from './c10.ts';
import { c11 } from './c11.ts';
import { c12 } from './c12.ts';
import { c13 } from './c13.ts';

const checks = [c01, c02, c03, c04, c05, c06, c07, c08, c09, c10, c11, c12, c13];

/** No score and no traffic light: thirteen findings, each with its evidence. A machine says "met" to facts and sums only. */
export const check = (plan: Plan): Finding[] => checks.map((one) => one(plan));

/** Those that touch money or choice come first among the ones that a worker must decide. */
const moneyAndChoice = ['C7', 'C8', 'C5', 'C12', 'C10', 'C11'];

/** The order in which a worker reads them: not shown (shortest fix first), then to be judged, then met. */
export function inReadingOrder(findings: readonly Finding[]): Finding[] {
  const rank = ({ state, worker, id }: Finding): number => {
    if (state === 'not shown') return worker.length;
    if (state === 'met') return 2_000;
    const place = moneyAndChoice.indexOf(id);
    return 1_000 + (place === -1 ? moneyAndChoice.length : place);
  };
  return findings.toSorted((one, other) => rank(one) - rank(other));
}
