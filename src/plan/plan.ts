/** The plan as one tidy thing: the only source of its types and of its JSON Schema. Paths are those of `plan-content`. */
import { z } from 'zod';
import { About, Prepare, Well } from './schema/about.ts';
import { Action } from './schema/actions.ts';
import {
  Agreement,
  Blanks,
  CallBackAsked,
  Contradiction,
  FlagSeen,
  Gap,
  LongAnswer,
  Provenance,
} from './schema/agreement.ts';
import { Carer } from './schema/carer.ts';
import { Comms, Privacy } from './schema/comms.ts';
import { BackUp, Emergency } from './schema/contingency.ts';
import { Advocate, BestInterests, Deciding, Involve } from './schema/deciding.ts';
import { Goal } from './schema/goals.ts';
import { Budget, DirectPayment, Spend } from './schema/money.ts';
import { Need, NotMet } from './schema/needs.ts';
import { Barrier, Community, Network } from './schema/network.ts';
import { Person, PlanPerson, Writer } from './schema/people.ts';
import { LinkedPlan, PlanRecord } from './schema/record.ts';
import { HeldReview, Review } from './schema/review.ts';
import { Advice, Risks } from './schema/risks.ts';
import { Sharing } from './schema/sharing.ts';
import { Support } from './schema/support.ts';

export const Plan = z.strictObject({
  plan: PlanRecord,
  linked_plans: z.array(LinkedPlan).default([]),
  people: z.array(PlanPerson),
  person: Person,
  author: Writer.optional(),
  deciding: Deciding,
  best_interests: BestInterests,
  involve: Involve,
  advocate: Advocate,
  comms: Comms,
  privacy: Privacy,
  about: About,
  prepare: Prepare,
  well: Well,
  needs: z.array(Need),
  not_met: z.array(NotMet).default([]),
  goals: z.array(Goal),
  actions: z.array(Action),
  support: z.array(Support),
  network: Network,
  community: z.array(Community),
  barriers: z.array(Barrier),
  budget: Budget,
  spend: Spend,
  direct_payment: DirectPayment,
  contingency: z.array(BackUp),
  emergency: Emergency,
  risks: Risks,
  advice: Advice,
  sharing: Sharing,
  review: Review,
  reviews: z.array(HeldReview).default([]),
  carer: Carer.optional(),
  /** Calls that were asked for, with when and how it is safe. Only for the council. */
  call_backs: z.array(CallBackAsked).default([]),
  /** Which part of a very long answer matters most; the answer itself stands whole where it belongs. */
  long_answers: z.array(LongAnswer).default([]),
  flags: z.array(FlagSeen),
  gaps: z.array(Gap).default([]),
  agreement: Agreement,
  /** Where each value came from, by path; items by their id: `goals[g1].by_when`. */
  provenance: z.record(z.string(), Provenance),
  /** Why a path is empty. Empty is information. */
  blanks: Blanks,
  contradictions: z.array(Contradiction).default([]),
});
export type Plan = z.infer<typeof Plan>;

export type { CheckId, CheckState, Provenance, Text } from './schema/agreement.ts';
