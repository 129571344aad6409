/** What the plan does not say yet, why it should, and who can fill it in. A gap never stops anybody from sending. */
import { ofDoing, ofNeeds, ofSupport } from './gaps/doing.ts';
import { ofAdvice, ofChange, ofMoney } from './gaps/money.ts';
import { ofDeciding, ofPerson, ofRecord, ofSharing } from './gaps/person.ts';
import type { Plan } from './plan.ts';
import type { Gap } from './schema/agreement.ts';

/** All gaps of a plan, in the order of its sections. */
export function gapsOf(plan: Plan): Gap[] {
  return [
    ...ofRecord(plan),
    ...ofDeciding(plan),
    ...ofNeeds(plan),
    ...ofDoing(plan),
    ...ofSupport(plan),
    ...ofMoney(plan),
    ...ofChange(plan),
    ...ofAdvice(plan),
    ...ofSharing(plan),
    ...ofPerson(plan),
  ];
}
