import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/plan/assemble.ts';
import { copyFor, SharedCopy, Summary, summaryOf } from '../../src/plan/summary.ts';
import { health, mrsSmith, now } from './mrs-smith.ts';

const plan = assemble(mrsSmith().kept(), { now });
const [goal] = plan.goals;
const [action] = plan.actions;

describe("Mrs Smith's plan, as the worked example has it", () => {
  it('is hers, sent, with Mr Bashir, and with no assessment', () => {
    expect(plan.plan).toMatchObject({
      kind: 'care_and_support',
      mode: 'self',
      nation: 'england',
      stage: 'document',
      status: 'ready_for_worker',
      version: 1,
      language: 'en',
      start_date: '2026-11-26',
      partner: { person: 'p1' },
      based_on: { state: 'none_linked' },
    });
  });

  it('has three people, each once, with the numbers that were given later', () => {
    expect(plan.people).toMatchObject([
      { id: 'p1', name: 'Mr Bashir', phone: '01632 960100' },
      {
        id: 'p2',
        name: 'daughter',
        name_given: false,
        link: 'daughter',
        phone: '07700 900123',
        may_contact: true,
        may_see_plan: 'some',
      },
      { id: 'p3', name: 'practice nurse' },
    ]);
  });

  it('keeps what matters to her in her words', () => {
    expect(plan.about.matters_most).toEqual(['The grandchildren', 'Feeling like me again', 'Family']);
    expect(plan.about.topics.health).toEqual({ said: health });
    expect(plan.about.topics.home).toEqual({ skipped: 'not_asked' });
    expect(plan.well.signs).toEqual(['I stop going out and I sit with the telly and the biscuits']);
    expect(plan.comms.formats).toEqual([{ kind: 'large_print', size_pt: 18 }]);
  });

  it('takes half a stone as a goal, in stones, and does not think it an action', () => {
    expect(goal?.what).toBe('I want to lose half a stone or so.');
    expect(goal).toMatchObject({ kind: 'change', may_be_action: false, status: 'proposed', manageable: 'yes' });
    expect(goal?.by_when).toEqual({
      said: 'family wedding in six months',
      event: 'family wedding',
      date: '2027-05-26',
      precision: 'month',
    });
  });

  it('keeps both her numbers, and turns neither round without her yes', () => {
    expect(goal?.importance).toEqual({
      score: 1,
      scale: '1 matters most',
      first_answer: 10,
      confirmed_after_check: true,
    });
    expect(goal?.confidence).toEqual({ score: 6, scale: '10 very sure' });
  });

  it('keeps the gym apart and meeting people with the walking group', () => {
    expect(action).toMatchObject({
      id: 'a1',
      goal: 'g1',
      what: 'walking group',
      not_suit: [{ what: 'A gym', why: "I'd feel awkward in one." }],
      also_matters: ["Yes, I'd like to meet some new faces."],
      who: 'self',
      helpers: ['p2'],
      first_step_by: { date: '2026-11-26', precision: 'day' },
      cost: { amount_pence: 0, sure: false },
    });
    expect(JSON.stringify([plan.support, plan.community])).not.toMatch(/gym/i);
  });

  it('has the walking group as support, as a local place to try, and backed up', () => {
    expect(plan.support).toMatchObject([
      {
        id: 's1',
        kind: 'community',
        what: 'walking group',
        paid_by: 'free',
        length: 'unsure',
        goals: ['g1'],
        if_not: 'k1',
        status: 'wanted',
      },
    ]);
    expect(plan.community).toMatchObject([{ what: 'walking group', state: 'would_try', goals: ['g1'] }]);
    expect(plan.contingency).toMatchObject([
      { id: 'k1', call: { person: 'p2', phone: '07700 900123' }, backup: { person: 'p1', phone: '01632 960100' } },
    ]);
    expect(plan.contingency[0]?.covers).toEqual(expect.arrayContaining(['s1', 'a1']));
    expect(plan.emergency.contacts).toEqual(['p2']);
    expect(plan.network).toMatchObject({
      none: false,
      items: [{ person: 'p2', willing: 'happy', in_emergency: true }],
    });
  });

  it('has no budget, and nothing to add up', () => {
    expect(plan.budget.state).toBe('none');
    expect(plan.spend).toMatchObject({ items: [], weekly_total_pence: 0 });
    expect(plan.spend.over_under).toBeUndefined();
  });

  it("marks Mr Bashir's words as his", () => {
    expect(plan.risks).toMatchObject({ none_seen: false, items: [{ id: 'r1', source: 'worker', who: 'p3' }] });
    expect(plan.risks.items[0]?.controls).toHaveLength(1);
    expect(plan.provenance['contingency[k1].backup']).toMatchObject({ source: 'W', by: 'Mr Bashir' });
    expect(plan.provenance['goals[g1].what']).toMatchObject({ source: 'P', confirmed: true });
    expect(plan.plan.written_by).toEqual([
      { who: 'person', parts: 'all' },
      {
        who: 'worker',
        name: 'Mr Bashir',
        parts: ['contingency[k1].backup', 'risks[r1].what', 'risks[r1].controls', 'risks[r1].who'],
      },
    ]);
  });

  it('is reviewed in February, within three months of its start', () => {
    expect(plan.review.first_due).toMatchObject({
      date: '2027-02-15',
      precision: 'week',
      latest_allowed: '2027-02-26',
    });
    expect(plan.review.next_due.rule).toBe('within_12_months_of_first_review');
    expect(plan.review.early_if[0]).toContain('do more');
    expect(plan.review.early_if_always).toEqual(expect.arrayContaining(['hospital_stay', 'asked_by_person_or_carer']));
    expect(plan.sharing.summary_to_record).toEqual(['health']);
    expect(plan.agreement).toMatchObject({ person_says: 'yes', decision: null });
  });

  it('lists three gaps and no more', () => {
    expect(plan.gaps.map(({ path, who_can_fill }) => [path, who_can_fill])).toEqual([
      ['plan.based_on', 'worker'],
      ['actions[a1].cost', 'person'],
      ['advice.prevent', 'worker'],
    ]);
    expect(plan.flags).toEqual([]);
  });

  it('is found by the 13 checks as the example says', () => {
    const states = Object.fromEntries(plan.agreement.checks.map(({ id, state }) => [id, state]));
    expect(states).toEqual({
      C1: 'needs judgement',
      C2: 'needs judgement',
      C3: 'met',
      C4: 'not shown',
      C5: 'needs judgement',
      C6: 'met',
      C7: 'met',
      C8: 'met',
      C9: 'met',
      C10: 'needs judgement',
      C11: 'needs judgement',
      C12: 'needs judgement',
      C13: 'met',
    });
  });

  it('stays the same when her grandchildren are named as company too', () => {
    const both = assemble(
      mrsSmith([
        { name: 'My daughter', link: 'daughter' },
        { name: 'the grandchildren', link: 'grandchildren' },
      ]).kept(),
      { now },
    );
    expect(both.network.items).toHaveLength(2);
    expect(both.agreement.checks.map(({ state }) => state)).toEqual(plan.agreement.checks.map(({ state }) => state));
  });
});

describe("the daughter's copy", () => {
  const copy = copyFor(plan, 'p2');
  const words = JSON.stringify(copy);

  it('shows the walking', () => {
    expect(copy.contents.actions?.[0]?.what).toBe('walking group');
    expect(copy.contents.actions?.[0]?.barrier_plan).toBe('Walk round the shopping centre.');
    expect(() => SharedCopy.parse(copy)).not.toThrow();
  });

  it('shows nothing of the low mood, her weight or her blood pressure, wherever it was said', () => {
    expect(words).not.toMatch(/\blow\b|mood|gets me down|overweight|blood pressure|stone/i);
    expect(Object.keys(copy.contents)).toEqual(['actions']);
  });

  it('has no number in it and nobody else', () => {
    expect(words).not.toMatch(/07700|01632|Bashir/);
  });

  it('is the only one: the GP and the nurse were not named', () => {
    expect(copyFor(plan, 'p1')).toMatchObject({ held: 'not_shared', contents: {} });
    expect(copyFor(plan, 'p9')).toMatchObject({ held: 'not_shared', contents: {} });
  });
});

describe("Mr Bashir's summary", () => {
  it('has all that was said, the checks and the gaps', () => {
    const summary = summaryOf(plan, plan.agreement.checks, plan.gaps);
    expect(() => Summary.parse(summary)).not.toThrow();
    expect(summary.checks).toHaveLength(13);
    expect(summary.reading_order[0]).toBe('C4');
    expect(summary.legal).toHaveLength(13);
    expect(summary.goals.map(({ id }) => id)).toEqual(['g1']);
  });
});
