import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/plan/assemble.ts';
import { check } from '../../src/plan/checks/index.ts';
import type { CheckId, CheckState, Plan } from '../../src/plan/plan.ts';
import { people } from './facts.ts';
import { goodTalk, now, type Variation } from './good-plan.ts';
import { mrsSmith } from './mrs-smith.ts';

const good = assemble(goodTalk().kept(), { now });
const carer = (): Plan => ({
  ...structuredClone(good),
  plan: { ...good.plan, kind: 'carer_support', mode: 'carer_self' },
  carer: { does: [] },
});
const behalf = (): Plan => {
  const plan = structuredClone(good);
  plan.plan.mode = 'on_behalf';
  plan.author = { name: 'Priya', relation: 'daughter' };
  plan.deciding = { ...plan.deciding, own_choices: undefined, person_can: 'no' };
  plan.best_interests = { asked: ['Her sister agrees'], wishes_now: 'To stay at home', why: 'She is happy here' };
  return plan;
};
const states = (plan: Plan) =>
  Object.fromEntries(check(plan).map(({ id, state }) => [id, state])) as Record<CheckId, CheckState>;
const flag = (kind: string) => ({
  id: 'f1',
  kind,
  level: 'same_day' as const,
  where: 'goal.what',
  at: now,
  shown_to_person: true,
});
const first = <T>(list: readonly T[]): T => {
  const [one] = list;
  if (one === undefined) throw new Error('the plan has none');
  return one;
};

/** One fault each: what is done to the good plan, and all that it must turn. */
const faults: [string, (plan: Plan) => void, Partial<Record<CheckId, CheckState>>, (() => Plan)?][] = [
  // Without a word on staying well or on worries, the worries are missing too.
  [
    'nobody asked what keeps her well or what worries her',
    (plan) => {
      plan.well = { signs: [], self_care: [], self_care_help: [] };
      plan.risks = { none_seen: false, items: [] };
      for (const path of Object.keys(plan.provenance)) if (/^(well|risks)/.test(path)) delete plan.provenance[path];
    },
    { C1: 'not shown', C6: 'not shown' },
  ],
  // A need with nothing against it is open for her safety and for the assessment alike.
  [
    'an eligible need has nothing against it',
    (plan) =>
      void plan.needs.push({
        ...first(plan.needs),
        id: 'd2',
        text: 'Getting to the shops',
        met_by: [],
        how: [],
        goal_links: [],
      }),
    { C1: 'not shown', C4: 'not shown' },
  ],
  [
    'no local place is written down',
    (plan) => {
      plan.community = [];
    },
    { C2: 'not shown' },
  ],
  [
    'nobody said who helps',
    (plan) => {
      plan.network.items = [];
      for (const need of plan.needs) need.met_by = ['council'];
    },
    { C3: 'not shown' },
  ],
  [
    'the daughter finds it hard',
    (plan) => {
      first(plan.network.items).willing = 'finding_it_hard';
    },
    { C3: 'needs judgement' },
  ],
  [
    'the daughter was never asked',
    (plan) => {
      first(plan.network.items).willing = 'not_asked';
    },
    { C3: 'needs judgement' },
  ],
  [
    'a need counts on a daughter who has not said yes',
    (plan) => void delete first(plan.network.items).willing,
    { C3: 'needs judgement' },
  ],
  [
    'no assessment is linked',
    (plan) => {
      plan.plan.based_on = { state: 'none_linked' };
    },
    { C4: 'not shown' },
  ],
  [
    'the plan costs more than the budget',
    (plan) => {
      plan.budget.total = { amount_pence: 6_000, period: 'week', sure: true };
    },
    { C5: 'not shown' },
  ],
  [
    'the budget was not told',
    (plan) => {
      delete plan.budget.total;
      plan.budget.managed = ['council'];
      delete plan.budget.manager;
      plan.budget.state = 'not_told';
    },
    { C5: 'not shown', C8: 'met' },
  ],
  [
    'there is no budget',
    (plan) => {
      plan.budget = { ...plan.budget, state: 'none', managed: [], manager: undefined };
    },
    { C5: 'needs judgement', C8: 'met' },
  ],
  // A missing price stops both the sum and the look at prices.
  [
    'a cost has no amount',
    (plan) => {
      first(plan.spend.items).amount = { sure: true, find_out: true };
    },
    { C5: 'not shown', C11: 'not shown' },
  ],
  [
    'an hourly price has no hours',
    (plan) => {
      const hourly = { rate_pence: 2_200, hours: 0 };
      first(plan.spend.items).amount = { amount_pence: 6_600, period: 'week', sure: true, hourly };
    },
    { C11: 'not shown' },
  ],
  [
    'a worry has no step',
    (plan) => {
      first(plan.risks.items).controls = [];
    },
    { C6: 'not shown' },
  ],
  ['nobody is to do what makes it safer', (plan) => void delete first(plan.risks.items).who, { C6: 'not shown' }],
  [
    'no worries came to mind',
    (plan) => {
      plan.risks = { none_seen: true, items: [] };
    },
    { C6: 'needs judgement' },
  ],
  [
    "somebody else's hold of the money is not among the worries",
    (plan) => {
      first(plan.risks.items).what = 'falling';
    },
    { C6: 'needs judgement' },
  ],
  [
    'it does not sound like her',
    (plan) => {
      plan.agreement.person_says = 'no';
    },
    { C7: 'not shown' },
  ],
  [
    'someone else makes her choices',
    (plan) => {
      plan.deciding.own_choices = 'someone_else';
    },
    { C7: 'needs judgement' },
  ],
  [
    'there is a doubt about who decides',
    (plan) => void plan.flags.push(flag('capacity_question')),
    { C7: 'needs judgement' },
  ],
  [
    'the writer does not say why it is best',
    (plan) => void delete plan.best_interests.why,
    { C7: 'not shown' },
    behalf,
  ],
  ['her own wishes are missing', (plan) => void delete plan.best_interests.wishes_now, { C7: 'not shown' }, behalf],
  ['it is not said why the manager is right', (plan) => void delete plan.budget.manager_why, { C8: 'not shown' }],
  ['nobody looks after the direct payment', (plan) => void delete plan.budget.manager, { C8: 'not shown' }],
  [
    'the carer not turning up has no number',
    (plan) => {
      first(plan.contingency).call = { person: 'p2' };
    },
    { C9: 'not shown' },
  ],
  ['nobody said what to do then', (plan) => void delete first(plan.contingency).do, { C9: 'not shown' }],
  [
    'there is no back-up for anything',
    (plan) => {
      plan.contingency = [];
    },
    { C9: 'not shown' },
  ],
  [
    'it is not said what happens if the carer cannot care',
    (plan) => {
      plan.contingency = [];
    },
    { C9: 'not shown' },
    carer,
  ],
  ['a support has no length', (plan) => void delete first(plan.support).length, { C13: 'not shown' }],
  ['a cost has no length', (plan) => void delete first(plan.spend.items).length, { C13: 'not shown' }],
];

describe('a good plan with one fault', () => {
  it('is good to begin with', () => {
    expect(Object.values(states(good))).not.toContain('not shown');
    expect(Object.values(states(carer()))).not.toContain('not shown');
    expect(Object.values(states(behalf()))).not.toContain('not shown');
  });

  it.each(faults)('turns just the right check when %s', (_, fault, turned, base = () => structuredClone(good)) => {
    const before = base();
    const plan = structuredClone(before);
    fault(plan);
    expect(states(plan)).toEqual({ ...states(before), ...turned });
    expect(states(plan)).not.toEqual(states(before));
  });

  it('reaches every check that a machine can turn', () => {
    const turned = new Set(faults.flatMap(([, , checks]) => Object.keys(checks)));
    expect([...turned].toSorted()).toEqual(
      ['C1', 'C11', 'C13', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9'].toSorted(),
    );
  });
});

describe('checks that only a worker can decide', () => {
  const worded = (plan: Plan, id: CheckId) => JSON.stringify(check(plan).find((one) => one.id === id)?.worker);
  const others = (plan: Plan, id: CheckId) => check(plan).filter((one) => one.id !== id);

  it('shows a cost that serves no need, for the worker to weigh its value', () => {
    const plan = structuredClone(good);
    first(plan.spend.items).for = [];
    expect(worded(plan, 'C10')).not.toBe(worded(good, 'C10'));
    expect(others(plan, 'C10')).toEqual(others(good, 'C10'));
    expect(states(plan).C10).toBe('needs judgement');
  });

  it.each(['nhs_care', 'household_bill', 'gambling', 'paid_relative'] as const)(
    'points to %s and to nothing else',
    (reason) => {
      const plan = structuredClone(good);
      plan.spend.excluded = [{ item: 'c1', reason, said: 'the thing' }];
      expect(worded(plan, 'C12')).toContain(`checks.c12.reason.${reason}`);
      expect(others(plan, 'C12')).toEqual(others(good, 'C12'));
      expect(states(plan).C12).toBe('needs judgement');
    },
  );

  it('never says "met" of being safe, lawful, enough, or good value', () => {
    for (const id of ['C1', 'C2', 'C4', 'C10', 'C11', 'C12'] as const) expect(states(good)[id]).toBe('needs judgement');
  });
});

describe('an open flag about money', () => {
  const plan = structuredClone(good);
  plan.flags.push(flag('money_abuse'));
  plan.budget.managed = ['council'];
  const c8 = check(plan).find(({ id }) => id === 'C8');

  it('goes to the worker even when the council holds the money', () => {
    expect(c8?.state).toBe('needs judgement');
    expect(JSON.stringify(c8?.worker)).toContain('flagged');
  });

  it('is never in what the person reads', () => {
    expect(c8?.resident).toEqual([{ key: 'checks.c8.resident.safe' }]);
    const all = check(plan).flatMap(({ resident }) => resident);
    expect(JSON.stringify(all)).not.toMatch(/flag|abuse/i);
  });
});

describe('good plans of thirty kinds', () => {
  const pick = <T>(list: readonly T[], at: number): T => first(list.slice(at % list.length));
  const variations: Partial<Variation>[] = Array.from({ length: 30 }, (_, at) => ({
    nation: pick(['england', 'wales'] as const, at),
    name: pick(['Ann', 'Mr Patel', 'Siân', 'Olu', "Bridie O'Neill"], at),
    topic: pick(['enjoy', 'home', 'out_and_about', 'beliefs', 'health', 'past_problems'] as const, at),
    goal: pick(
      [
        'Stay in my own home',
        'Sleep better',
        'See my friends more',
        'Stop falling',
        'Feel less lonely',
        'Get back to work',
      ],
      at,
    ),
    importance: (at % 10) + 1,
    helper: pick(
      [
        { name: 'Priya', link: 'daughter', phone: '07700 900456' },
        { name: 'Tom', link: 'husband', phone: '07700 900457' },
        { name: 'Jean', link: 'neighbour', phone: '01632 960111' },
      ],
      at,
    ),
    willing: pick(['happy', 'happy_for_now'] as const, at),
    eligible: pick(['yes', 'partly'] as const, at),
    support: pick(
      [
        { kind: 'home_care', what: 'washing in the mornings', trigger: 'my carer does not turn up' },
        { kind: 'specialist', what: 'help to wash on my own again', trigger: 'the therapist is off sick' },
        { kind: 'breaks', what: 'a sitter on Fridays', trigger: 'the sitter cannot come' },
      ] as const,
      at,
    ),
    length: pick(['weeks', 'months', 'a_year_or_more', 'always', 'unsure'] as const, at),
    managed: pick(['council', 'self', 'other'] as const, Math.floor(at / 3)),
    period: pick(['week', 'four_weeks', 'month'] as const, Math.floor(at / 2)),
    budgetPence: 40_000 + at * 731,
    spendPence: 1_000 + at * 97,
    place: pick(
      [
        'I go to the library.',
        'Chapel on Sundays, and the market',
        'I tried the lunch club but it was not for me',
        "I'd like to try a choir.",
      ],
      at,
    ),
    risk: pick(['falling on the stairs', 'getting lost', 'being on my own at night'], at),
  }));

  it('are thirty different ones', () => {
    expect(new Set(variations.map((one) => JSON.stringify(one))).size).toBe(30);
  });

  it.each(variations)('raises no false alarm for plan %#', (variation) => {
    const plan = assemble(goodTalk(variation).kept(), { now });
    const alarms = plan.agreement.checks.filter(({ state }) => state === 'not shown');
    expect(alarms.map(({ id, worker }) => ({ id, worker }))).toEqual([]);
  });
});

describe('good plans of any kind', () => {
  const variation = fc.record<Variation>({
    nation: fc.constantFrom('england', 'wales'),
    name: fc.constantFrom('Ann', 'Mr Ali', 'Siân'),
    topic: fc.constantFrom('enjoy', 'future', 'strengths', 'work_learning', 'technology'),
    goal: fc.constantFrom('Stay as I am', 'Walk further', 'Not have to go back to hospital'),
    importance: fc.integer({ min: 1, max: 10 }),
    helper: fc.record({
      name: fc.constantFrom('Priya', 'Tom', 'Jean Hill'),
      link: fc.constantFrom('daughter', 'son', 'friend', 'neighbour', 'sister'),
      phone: fc.constantFrom('07700 900456', '01632 960111'),
    }),
    willing: fc.constantFrom('happy', 'happy_for_now'),
    need: fc.constantFrom('Ann needs help with washing', 'Washing and dressing', 'To wash safely'),
    does: fc.constantFrom('washing my hair', 'helps me wash on Sundays'),
    eligible: fc.constantFrom('yes', 'partly'),
    support: fc.constantFrom(
      { kind: 'home_care', what: 'washing in the mornings', trigger: 'nobody comes in the morning' },
      { kind: 'breaks', what: 'a sitter on Fridays', trigger: 'my sitter is ill' },
    ),
    length: fc.constantFrom('weeks', 'months', 'a_year_or_more', 'always', 'unsure'),
    managed: fc.constantFrom('council', 'self', 'other'),
    period: fc.constantFrom('week', 'four_weeks', 'month'),
    budgetPence: fc.integer({ min: 100_000, max: 900_000 }),
    spendPence: fc.integer({ min: 0, max: 20_000 }),
    place: fc.constantFrom('I go to the library.', 'Nothing suits me', 'I would like to try a choir'),
    risk: fc.constantFrom('falling', 'getting lost', 'running out of tablets'),
  });

  it('raise no false alarm', () => {
    fc.assert(
      fc.property(variation, (one) => {
        const { checks } = assemble(goodTalk(one).kept(), { now }).agreement;
        expect(checks.filter(({ state }) => state === 'not shown').map(({ id }) => id)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('answers that say "nobody" or "nothing"', () => {
  it('takes "nobody can help me" as a full answer', () => {
    const talk = mrsSmith().answer('network.who', { people: [], none: true }, { said: 'nobody', notes: ['none'] });
    const plan = assemble(talk.kept(), { now });
    expect(plan.network).toMatchObject({ none: true, none_said: 'nobody', items: [] });
    expect(states(plan).C3).toBe('met');
  });

  it('leaves it to the worker when no worry came to mind', () => {
    const talk = mrsSmith()
      .add({ type: 'removed', item: 'r1' })
      .answer('risk.what', 'Not really', { item: 'r2', notes: ['none'] });
    const plan = assemble(talk.kept(), { now });
    expect(plan.risks).toEqual({ none_seen: true, items: [] });
    expect(states(plan).C6).toBe('needs judgement');
  });

  it('takes a place that was tried and not liked as an answer', () => {
    const talk = goodTalk().answer('community.use', 'I tried the club, it was not for me');
    expect(assemble(talk.kept(), { now }).community).toMatchObject([{ state: 'tried_not_for_me' }]);
  });
});

describe('somebody else who holds the money', () => {
  it('is looked at when they must not see the plan', () => {
    const talk = goodTalk({ managed: 'other' }).answer('involve.not', people({ name: 'Priya' }));
    const plan = assemble(talk.kept(), { now });
    expect(JSON.stringify(check(plan).find(({ id }) => id === 'C8')?.worker)).toContain('barred');
  });
});
