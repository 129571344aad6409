/** What is there for the worker to read: the plan in the order of its summary, with its gaps and the 13 checks. */
import { z } from 'zod';
import { inReadingOrder } from './checks/index.ts';
import { legalContents, legalIds } from './legal.ts';
import { Plan } from './plan.ts';
import { Finding, Gap, Text } from './schema/agreement.ts';

const { shape } = Plan;

export const Summary = z.strictObject({
  plan: shape.plan,
  person: shape.person,
  people: shape.people,
  author: shape.author,
  deciding: shape.deciding,
  best_interests: shape.best_interests,
  advocate: shape.advocate,
  comms: shape.comms,
  about: shape.about,
  well: shape.well,
  needs: shape.needs,
  not_met: shape.not_met,
  /** Those that matter most first; where no number was given, last. */
  goals: shape.goals,
  actions: shape.actions,
  support: shape.support,
  network: shape.network,
  community: shape.community,
  barriers: shape.barriers,
  money: z.strictObject({ budget: shape.budget, spend: shape.spend, direct_payment: shape.direct_payment }),
  contingency: shape.contingency,
  emergency: shape.emergency,
  risks: shape.risks,
  advice: shape.advice,
  sharing: shape.sharing,
  reviews: shape.review,
  carer: shape.carer,
  prepare: shape.prepare,
  long_answers: shape.long_answers,
  call_backs: shape.call_backs,
  flags: shape.flags,
  legal: z.array(
    z.strictObject({
      id: z.enum(legalIds),
      there: z.boolean().nullable(),
      paths: z.array(z.string()),
      filled_by: z.array(z.enum(['A', 'P', 'C', 'W', 'S'])),
      text: Text,
    }),
  ),
  gaps: z.array(Gap),
  /** C1 to C13, and the order in which to read them. */
  checks: z.array(Finding),
  reading_order: z.array(Finding.shape.id),
  contradictions: shape.contradictions,
});
export type Summary = z.infer<typeof Summary>;

/** The structured summary for the worker. It holds everything but where each value came from. */
export function summaryOf(plan: Plan, findings: readonly Finding[], gaps: readonly Gap[]): Summary {
  const { budget, spend, direct_payment, review, goals, provenance, blanks, gaps: _, agreement, ...rest } = plan;
  const { involve, privacy, linked_plans, reviews, ...shown } = rest;
  return Summary.parse({
    ...shown,
    goals: inOrderOfImportance(goals),
    money: { budget, spend, direct_payment },
    reviews: review,
    legal: legalContents(plan),
    gaps,
    checks: findings,
    reading_order: inReadingOrder(findings).map(({ id }) => id),
  });
}

/** 1 matters most. Goals of the same number stay as they came. */
export const inOrderOfImportance = (goals: Plan['goals']): Plan['goals'] =>
  goals.toSorted((one, other) => (one.importance?.score ?? 11) - (other.importance?.score ?? 11));

export { copyFor, SharedCopy } from './copy.ts';
