/** A good plan with everything in it, as facts, and the ways in which good plans differ. */
import type { AssessmentRecord } from '../../src/plan/facts.ts';
import type { Topic } from '../../src/plan/questions/prepare.ts';
import { people, Talk } from './facts.ts';

export const now = '2026-11-26T15:00:00.000Z';

export interface Variation {
  nation: 'england' | 'wales';
  name: string;
  topic: Topic;
  goal: string;
  importance: number;
  helper: { name: string; link: string; phone: string };
  willing: 'happy' | 'happy_for_now';
  need: string;
  does: string;
  eligible: 'yes' | 'partly';
  support: { kind: 'home_care' | 'specialist' | 'breaks'; what: string; trigger: string };
  length: 'weeks' | 'months' | 'a_year_or_more' | 'always' | 'unsure';
  managed: 'council' | 'self' | 'other';
  budgetPence: number;
  period: 'week' | 'four_weeks' | 'month';
  spendPence: number;
  place: string;
  risk: string;
}

export const usual: Variation = {
  nation: 'england',
  name: 'Ann',
  topic: 'enjoy',
  goal: 'Stay in my own home',
  importance: 1,
  helper: { name: 'Priya', link: 'daughter', phone: '07700 900456' },
  willing: 'happy',
  need: 'Ann needs help with washing',
  does: 'washing my hair on Sundays',
  eligible: 'yes',
  support: { kind: 'home_care', what: 'washing in the mornings', trigger: 'my carer does not turn up' },
  length: 'always',
  managed: 'other',
  budgetPence: 20_000,
  period: 'week',
  spendPence: 6_600,
  place: 'I go to the library.',
  risk: 'falling on the stairs',
};

/** The facts of a good plan: linked to an assessment, with a budget, back-ups for all that it relies on, and sent. */
export function goodTalk(given: Partial<Variation> = {}): Talk {
  const one = { ...usual, ...given };
  const talk = new Talk({ nation: one.nation, record: recordOf(one) })
    .told('welcome.hello')
    .told('privacy.notice', 'demo-1')
    .answer('privacy.go_on', true)
    .answer('who.plan_for', 'me')
    .answer('who.call_me', one.name)
    .answer('decide.own', 'yes')
    .answer(`topic.${one.topic}`, 'Being out and about with my friends')
    .answer('topic.matters_most', 'My home, my friends and my cat')
    .answer('well.signs', 'I stop opening the post')
    .answer('goal.what', one.goal, { item: 'g1' })
    .answer('goal.importance', one.importance, { item: 'g1' })
    .answer('goal.sign', 'I will still be here', { item: 'g1' })
    .answer('action.what', 'Do my exercises', { item: 'a1', parent: 'g1' })
    .answer('need.right', 'yes')
    .answer('need.met_by', ['carer', 'council'], { item: 'd1' })
    .answer('need.goal', ['g1'], { item: 'd1' });
  return sending(safety(spending(helping(talk, one), one), one));
}

const recordOf = (one: Variation): AssessmentRecord => ({
  reference: 'A-17',
  date: '2026-10-01',
  needs: [{ text: one.need, outcome_area: ['washing'], eligible: one.eligible, extent: 'every day' }],
  budget: { amount_pence: one.budgetPence, period: one.period, indicative: true },
});

const helping = (talk: Talk, { helper, does, willing, support, length, place }: Variation): Talk =>
  talk
    .answer('support.pick', [support.kind])
    .answer('support.what', support.what, { item: 's1' })
    .answer('support.who', people({ name: 'Anytown Care' }), { item: 's1' })
    .answer('support.when', 'Every morning, half an hour', { item: 's1' })
    .answer('support.how_long', length, { item: 's1' })
    .answer('support.paid_by', 'council', { item: 's1' })
    .answer('network.who', people({ name: helper.name, link: helper.link }), {
      said: `my ${helper.link} ${helper.name}`,
    })
    .answer('network.does', does, { item: 'n1' })
    .answer('network.willing', willing, { item: 'n1' })
    .answer('network.emergency', { may_ring: true, phone: helper.phone }, { item: 'n1' })
    .answer('community.use', place);

function spending(talk: Talk, one: Variation): Talk {
  talk
    .answer('budget.know', 'told_roughly')
    .answer('budget.managed', one.managed === 'council' ? 'council' : 'direct_payment');
  if (one.managed === 'self') talk.answer('budget.manager', people({ name: 'me', self: true }), { said: 'me' });
  if (one.managed === 'other') {
    talk
      .answer('budget.manager', people({ name: `my ${one.helper.link}` }))
      .answer('budget.manager_why', 'She did the books for a shop, and she said yes')
      .answer('budget.manager_paid', 'no')
      .answer('money.direct_when', 'four_weeks');
  }
  return talk
    .answer('spend.item', `Somebody for ${one.support.what}`, { item: 'c1' })
    .answer('spend.cost', { amount_pence: one.spendPence, period: 'week' }, { item: 'c1' })
    .answer('spend.for', 'd1', { item: 'c1' })
    .answer('spend.item', 'A shower stool', { item: 'c2' })
    .answer('spend.cost', { amount_pence: 4_000, period: 'one_off' }, { item: 'c2' })
    .answer('spend.another', 'enough');
}

function safety(talk: Talk, one: Variation): Talk {
  const call = people({ name: one.helper.name, phone: one.helper.phone });
  const ways: [string, string][] = [
    [one.support.trigger, 'Ring the agency'],
    [`${one.helper.name} is away or ill, or cannot see to the money`, 'Ask next door'],
  ];
  ways.forEach(([trigger, first], index) => {
    const item = `k${index + 1}`;
    talk
      .answer('contingency.trigger', trigger, { item })
      .answer('contingency.do', first, { item })
      .answer('contingency.call', call, { item });
  });
  return talk
    .answer('risk.what', `${one.risk}, and the money running out`, { item: 'r1' })
    .answer('risk.controls', 'A second rail.', { item: 'r1' })
    .answer('risk.who', call, { item: 'r1' })
    .answer('share.who', people({ name: one.helper.name }), { said: one.helper.name })
    .answer('review.first', { said: 'in January', precision: 'month', date: '2027-01-01' });
}

const sending = (talk: Talk): Talk => talk.answer('check.words', 'yes').answer('check.send', 'yes').sent();
