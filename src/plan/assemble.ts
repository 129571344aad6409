/** From what is kept of a talk to the plan as it stands. Pure: the same facts always make the same plan. */
import { about } from './assemble/about.ts';
import { contingency } from './assemble/contingency.ts';
import { contradictions } from './assemble/contradictions.ts';
import { plainFields } from './assemble/defaults.ts';
import { flags } from './assemble/flags.ts';
import { goals } from './assemble/goals.ts';
import { longAnswers } from './assemble/long-answers.ts';
import { type Material, materialOf } from './assemble/material.ts';
import { money } from './assemble/money.ts';
import { linkNeeds, needs } from './assemble/needs.ts';
import { type Registry, registryOf } from './assemble/people.ts';
import { blanksOf, provenanceOf } from './assemble/provenance.ts';
import { peopleWithRights, record } from './assemble/record.ts';
import { review, startOf } from './assemble/review.ts';
import { risks } from './assemble/risks.ts';
import { sharing } from './assemble/sharing.ts';
import { support } from './assemble/support.ts';
import { optional, who } from './assemble/who.ts';
import { check } from './checks/index.ts';
import { gapsOf } from './gaps.ts';
import type { Kept, Slot } from './kept.ts';
import { Plan } from './plan.ts';
import type { Provenance } from './schema/agreement.ts';

/** `now` is an ISO instant; `route` the slots on the present way: what was answered off it stays kept and out of the plan. */
export interface Assembling {
  readonly now: string;
  readonly route?: ReadonlySet<Slot>;
  /** The council's number at night and weekends, which stands with whom to ring in an emergency. */
  readonly outOfHours?: string;
}

/** The plan, whole: tidy values, where each came from, why the rest is empty, the gaps and the 13 checks. */
export function assemble(kept: Kept, options: Assembling): Plan {
  const material = materialOf(kept, options.now, options.route);
  const registry = registryOf(material);
  const plan = Plan.parse(draft(material, registry, options.outOfHours));
  const whole = { ...plan, gaps: gapsOf(plan) };
  return { ...whole, agreement: { ...plan.agreement, checks: check(whole) } };
}

function draft(material: Material, registry: Registry, outOfHours: string | undefined) {
  const start = startOf(material);
  const provenance: Record<string, Provenance> = provenanceOf(material);
  const people = who(material, registry);
  const doing = goals(material, registry);
  const others = support(material, registry, doing.actions);
  const found = { needs: needs(material), goals: doing.goals, actions: doing.actions, support: others.support };
  const paid = money(material, registry, others.support);
  linkNeeds({ ...found, spend: paid.spend });
  const change = contingency(material, registry, { ...doing, ...others, budget: paid.budget });
  const seen = sharing(material, registry, doing, people.comms.formats);
  const managed = paid.budget.managed.includes('direct_payment') || paid.budget.managed.includes('mixed');
  return {
    ...record(material, registry, provenance, start),
    ...people,
    ...about(material),
    ...doing,
    ...found,
    ...others,
    ...paid,
    ...change,
    emergency: { ...change.emergency, ...optional('council_out_of_hours', outOfHours) },
    risks: risks(material, registry),
    advice: {},
    sharing: seen,
    review: review(material, registry, start, managed),
    long_answers: longAnswers(material),
    call_backs: material.kept.callBacks.map(({ type: _type, by: _by, ...asked }) => asked),
    flags: flags(material),
    agreement: plainFields(material, 'agreement'),
    people: peopleWithRights(registry, seen, people.involve.not, change.contingency),
    provenance,
    blanks: blanksOf(material, provenance),
    contradictions: contradictions(material),
  };
}
