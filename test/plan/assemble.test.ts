import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemaFiles, schemaText } from '../../scripts/schema.ts';
import { upToThree } from '../../src/plan/assemble/about.ts';
import { kindOf } from '../../src/plan/assemble/goals.ts';
import { assemble } from '../../src/plan/assemble.ts';
import { type Kept, slotOf } from '../../src/plan/kept.ts';
import { Plan } from '../../src/plan/plan.ts';
import { type QuestionId, questionIds, questions, sectionOf } from '../../src/plan/questions/index.ts';
import { lists } from '../../src/plan/questions/kinds.ts';
import { people, Talk } from './facts.ts';
import { goodTalk, now } from './good-plan.ts';
import { mrsSmith } from './mrs-smith.ts';

const talks = { 'Mrs Smith': mrsSmith(), 'a plan with a budget': goodTalk() };
const plans = Object.entries(talks).map(([who, talk]) => [who, talk.kept(), assemble(talk.kept(), { now })] as const);
const storing = (kept: Kept) =>
  Object.values(kept.answers).filter(
    ({ question, blank }) => questions[question].stores !== undefined && blank === undefined,
  );

describe('where each value came from', () => {
  it.each(plans)('is known for every answer of %s, word for word', (_, kept, plan) => {
    const entries = Object.values(plan.provenance).filter(({ question }) => question !== 'record');
    expect(entries.map(({ question, said }) => [question, said]).toSorted()).toEqual(
      storing(kept)
        .map(({ question, said }) => [question, said])
        .toSorted(),
    );
    for (const entry of entries) expect(entry.source).toMatch(/^[PW]$/);
  });

  it('is the record for what the assessment found', () => {
    const [, , plan] = plans[1] ?? [];
    expect(plan?.provenance['needs[d1].text']).toMatchObject({ source: 'A', confirmed: true });
    expect(plan?.provenance['budget.total']).toMatchObject({ source: 'A', confirmed: false });
  });

  it.each(plans)('or else why it is empty: %s', (_, __, plan) => {
    for (const path of Object.keys(plan.blanks)) expect(plan.provenance[path]).toBeUndefined();
    expect(plan.blanks['best_interests.why']).toBeUndefined();
    expect(plan.blanks['advice.prevent']).toBe('worker_to_add');
    expect(Object.values(plan.blanks)).toContain('not_asked');
  });

  it('tells "skipped" from "don\'t know" and from "nothing"', () => {
    const talk = new Talk()
      .skip('topic.home')
      .skip('who.contact', { reason: 'dont_know' })
      .answer('well.signs', 'nothing really', { notes: ['none'] });
    const plan = assemble(talk.kept(), { now });
    expect(plan.blanks).toMatchObject({ 'about.topics[home]': 'skipped', 'person.contact': 'dont_know' });
    expect(plan.about.topics.home).toEqual({ skipped: 'skipped' });
    expect(plan.blanks['well.signs']).toBeUndefined();
    expect(plan.well.signs).toEqual([]);
    expect(plan.provenance['well.signs']).toMatchObject({ none: true, said: 'nothing really' });
  });

  it('takes "no" to money, a phone and a choice for what it is', () => {
    const none = { notes: ['none'], said: 'no' };
    const talk = mrsSmith()
      .answer('action.cost', { amount_pence: 0, sure: true }, { item: 'a1', ...none })
      .answer('network.emergency', { may_ring: false }, { item: 'n1', ...none })
      .answer('share.record', ['no'], none)
      .answer('budget.manager_paid', 'no', none);
    const plan = assemble(talk.kept(), { now });
    expect(plan.actions[0]?.cost).toEqual({ amount_pence: 0, sure: true });
    expect(plan.network.items[0]?.in_emergency).toBe(false);
    expect(plan.sharing.summary_to_record).toEqual(['no']);
    expect(plan.budget.manager_conflict).toBe('no');
  });

  it('is the helper for a plan that somebody writes for another, and the carer for their own', () => {
    const behalf = assemble(
      new Talk().answer('who.plan_for', 'cannot_alone').answer('topic.enjoy', 'The garden').kept(),
      { now },
    );
    expect(behalf.provenance['about.topics[enjoy]']?.source).toBe('H');
    expect(behalf.plan).toMatchObject({ mode: 'on_behalf', kind: 'care_and_support' });
    const carer = assemble(new Talk().answer('who.plan_for', 'i_care').answer('carer.work', 'I had to stop').kept(), {
      now,
    });
    expect(carer.provenance['carer.wishes_work']?.source).toBe('C');
    expect(carer.plan.kind).toBe('carer_support');
    expect(carer.gaps.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['carer.wishes_learning', 'carer.wishes_free_time']),
    );
  });
});

/** All words of a plan that a person would read as theirs: no paths, keys, ids or dates. */
function wordsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return key === 'id' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((one) => wordsOf(one, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => wordsOf(one, name));
}

describe('a plan never says what nobody said', () => {
  it.each(plans)('%s', (_, kept, plan) => {
    const { provenance, blanks, gaps, agreement, ...told } = plan;
    const said = JSON.stringify([
      Object.values(kept.answers).flatMap(({ said, value }) => [said, value]),
      kept.record,
    ]).toLowerCase();
    const ids =
      /^[a-z]+[0-9]*(_[a-z0-9]+)*$|^\d{4}-\d\d-\d\d|^(plan-1|demo-1|1 matters most|10 very sure|about\.topics\.\w+|\w+\[\w+\]\.\w+)$/;
    const invented = wordsOf(told).filter(
      (words) => !ids.test(words) && !said.includes(JSON.stringify(words).slice(1, -1).toLowerCase()),
    );
    expect(invented).toEqual([]);
  });
});

describe('people', () => {
  const named = (talk: Talk) => assemble(talk.kept(), { now }).people;

  it('are one person under a link, a name and "her"', () => {
    const talk = new Talk()
      .answer('network.who', people({ name: 'my daughter', link: 'daughter' }))
      .answer('contingency.trigger', 'I fall', { item: 'k1' })
      .answer('contingency.call', people({ name: 'her', phone: '07700 900123' }), { item: 'k1' })
      .answer('emergency.contact', people({ name: 'Priya', link: 'daughter' }));
    expect(named(talk)).toMatchObject([
      { id: 'p1', name: 'Priya', name_given: true, link: 'daughter', phone: '07700 900123' },
    ]);
  });

  it('are two where there are two daughters, and "my daughter" is neither', () => {
    const talk = new Talk()
      .answer('network.who', people({ name: 'Ann', link: 'daughter' }, { name: 'Sue', link: 'daughter' }))
      .answer('emergency.contact', people({ name: 'my daughter' }));
    expect(named(talk).map(({ name }) => name)).toEqual(['Ann', 'Sue', 'daughter']);
  });

  it('are known by mum and mother alike', () => {
    const talk = new Talk()
      .answer('network.who', people({ name: 'my mum' }))
      .answer('emergency.contact', people({ name: 'Mother' }));
    expect(named(talk)).toHaveLength(1);
  });

  it("are marked when they should not be told, and are in nobody's copy", () => {
    const talk = new Talk()
      .answer('network.who', people({ name: 'my son' }, { name: 'Jean', link: 'friend' }))
      .answer('involve.not', people({ name: 'my son' }));
    expect(named(talk)[0]).toMatchObject({ do_not_contact: true, may_see_plan: 'none' });
  });
});

describe('the words of a list', () => {
  it.each([
    ['The grandchildren. Feeling like me again. Family.', 3],
    ['my cat, my garden and my friends', 3],
    ['my cat and my garden', 2],
    [
      'Being able to go on living where I have always lived, with the same people, and the same shops, and not be moved',
      1,
    ],
    ['family', 1],
  ])('of what matters most: %s', (said, count) => {
    expect(upToThree(said)).toHaveLength(count);
  });

  it.each([
    ['Stay in my own home', 'keep'],
    ['I want to keep my job', 'keep'],
    ['keep up with the grandchildren', 'change'],
    ['stop falling', 'stop_or_prevent'],
    ["I don't want to go into hospital again", 'stop_or_prevent'],
    ['lose half a stone', 'change'],
  ])('of a goal: %s is to %s', (said, kind) => {
    expect(kindOf(said)).toBe(kind);
  });
});

describe('what is left out', () => {
  it('is what is off the route, though it stays kept', () => {
    const kept = mrsSmith().kept();
    const route = new Set(
      Object.keys(kept.answers).filter((slot) => !slot.startsWith('topic.') && slot !== 'goal.what@g1'),
    );
    const plan = assemble(kept, { now, route });
    expect(plan.goals).toEqual([]);
    expect(plan.about.topics.health).toEqual({ skipped: 'not_asked' });
    expect(JSON.stringify(plan)).not.toContain('overweight');
    expect(kept.answers['topic.health']).toBeDefined();
  });

  it('is a section that the person leaves out', () => {
    const plan = assemble(mrsSmith().answer('check.section', 'leave_out', { item: 'wellbeing' }).kept(), { now });
    expect(plan.well.signs).toEqual([]);
    expect(plan.person.call_me).toBe('Mrs Smith');
  });

  it('is a goal that was taken out, with its actions', () => {
    const plan = assemble(mrsSmith().add({ type: 'removed', item: 'g1' }).kept(), { now });
    expect(plan.goals).toEqual([]);
    expect(plan.actions).toEqual([]);
    expect(JSON.stringify(plan)).not.toContain('half a stone');
  });
});

describe('a goal that read as a thing to do', () => {
  const coached = (...tries: [string, boolean][]) => {
    const ids = ['goal.what', 'goal.coach', 'goal.coach_again'] as const;
    const talk = new Talk();
    for (const [at, [words, action]] of tries.entries()) {
      talk.answer(ids[at] ?? 'goal.what', words, { item: 'g1', notes: action ? ['reads_as_action'] : [] });
    }
    return assemble(talk.kept(), { now }).goals[0];
  };

  it('takes the words that coaching found, and keeps the idea', () => {
    expect(coached(['join a choir', true], ['I would feel less lonely', false])).toMatchObject({
      what: 'I would feel less lonely',
      action_idea: 'join a choir',
      may_be_action: false,
    });
  });

  it('is accepted after two tries, for the worker to explore', () => {
    expect(coached(['get a carer', true], ['have a carer', true], ['a carer', true])).toMatchObject({
      what: 'a carer',
      may_be_action: true,
    });
  });
});

describe('flags', () => {
  it('are in the plan without the words, which nobody else may read', () => {
    const talk = goodTalk().add({
      type: 'flagged',
      id: 'f1',
      kind: 'abuse',
      level: 'same_day',
      where: 'goal.what',
      said: 'he hits me',
      shown_to_person: true,
    });
    const plan = assemble(talk.kept(), { now });
    expect(plan.flags).toMatchObject([{ id: 'f1', kind: 'abuse', level: 'same_day' }]);
    expect(JSON.stringify(plan)).not.toContain('he hits me');
  });
});

describe('any talk at all', () => {
  const answers: Partial<Record<string, fc.Arbitrary<unknown>>> = {
    yes_no: fc.boolean(),
    free_text: fc
      .oneof(
        fc.string({ minLength: 1 }),
        fc.constantFrom('my daughter and a walking group', 'nothing', 'not my son', '!!!'),
      )
      .filter((one) => one.trim() !== ''),
    date: fc.record({
      said: fc.string(),
      precision: fc.constantFrom('day', 'month', 'unknown'),
      date: fc.constantFrom('2027-01-31', '2028-02-29'),
    }),
    scale: fc.integer({ min: 1, max: 10 }),
    money: fc.record(
      { amount_pence: fc.nat(), period: fc.constantFrom('week', 'month', 'one_off'), sure: fc.boolean() },
      { requiredKeys: ['sure'] },
    ),
    number: fc.nat(),
    person: fc.record({
      people: fc.array(fc.record({ name: fc.constantFrom('Ann', 'my son', 'her', 'us', 'me', '.', 'Ann Lee') }), {
        maxLength: 3,
      }),
    }),
    phone: fc.record({ may_ring: fc.boolean() }),
  };
  const answerTo = (id: QuestionId): fc.Arbitrary<unknown> => {
    const { kind, options } = questions[id];
    if (kind === 'choice') return options.length > 0 ? fc.constantFrom(...options) : fc.constantFrom('en', 'g1', 'd1');
    if (kind === 'multi') return fc.subarray(options.length > 0 ? [...options] : ['g1', 'd1', 'g9']);
    return answers[kind] ?? fc.constant('x');
  };
  const asked = questionIds.filter((id) => questions[id].kind !== 'statement' && sectionOf(id) !== 'safety');
  const step = fc.constantFrom(...asked).chain((id) =>
    fc.record({
      id: fc.constant(id),
      value: answerTo(id),
      at: fc.integer({ min: 1, max: 2 }),
      none: fc.boolean(),
      by: fc.constantFrom('person', 'helper', 'worker'),
    }),
  );

  it('makes a plan, the same one each time, that its own schema takes', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const talk = new Talk({ record: { needs: [{ text: 'Washing', outcome_area: [], eligible: 'yes' }] } });
        for (const { id, value, at, none, by } of steps) {
          const list = questions[id].of;
          const item = list === undefined ? {} : { item: `${lists[list]}${at}` };
          talk.answer(id, value, {
            ...item,
            ...(id === 'action.what' ? { parent: 'g1' } : {}),
            notes: none ? ['none'] : [],
            by: { role: by as 'person', name: 'Zed' },
          });
        }
        const plan = assemble(talk.sent().kept(), { now });
        expect(Plan.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
        expect(assemble(talk.kept(), { now })).toEqual(plan);
      }),
      { numRuns: 300 },
    );
  });

  it("leaves out an old answer that today's question would refuse", () => {
    const kept = mrsSmith().kept();
    const slot = slotOf('decide.own');
    const old = kept.answers[slot];
    if (old === undefined) throw new Error('she was asked');
    const plan = assemble({ ...kept, answers: { ...kept.answers, [slot]: { ...old, value: 'certainly' } } }, { now });
    expect(plan.deciding.own_choices).toBeUndefined();
  });
});

describe('the JSON Schema in docs', () => {
  it.each(Object.keys(schemaFiles) as (keyof typeof schemaFiles)[])('is up to date: %s', (file) => {
    expect(readFileSync(file, 'utf8')).toBe(schemaText(file));
  });
});

describe('a need that somebody does not agree with', () => {
  const record = {
    reference: 'A-1',
    date: '2026-10-01',
    needs: [
      { text: 'help with washing', outcome_area: ['washing' as const], eligible: 'yes' as const },
      { text: 'lonely in the evenings', outcome_area: ['relationships' as const], eligible: 'yes' as const },
    ],
  };
  const views = (wrong: string) =>
    assemble(new Talk({ record }).answer('need.right', 'wrong').answer('need.wrong', wrong).kept(), {
      now,
    }).needs.map(({ person_view }) => person_view?.said);

  it('is the one that they speak of', () => {
    expect(views('I can do the washing myself')).toEqual(['I can do the washing myself', undefined]);
  });

  it('may be any of them, when their words name none', () => {
    expect(views('that is not what I said')).toEqual(['that is not what I said', 'that is not what I said']);
  });
});

describe('what a support is for', () => {
  it('is the goal that the person linked to the need it speaks of, and the goal in whose words it is told', () => {
    const plan = plans.find(([who]) => who === 'a plan with a budget')?.[2];
    const support = plan?.support.find(({ needs }) => needs.length > 0);
    const linked = plan?.needs.filter(({ id }) => support?.needs.includes(id)).flatMap(({ goal_links }) => goal_links);
    expect(linked?.length).toBeGreaterThan(0);
    expect(support?.goals).toEqual(expect.arrayContaining(linked ?? []));
  });
});

describe('whom to ring in an emergency', () => {
  it('has the number of the council at night and weekends, where the council is known', () => {
    const kept = goodTalk().kept();
    expect(assemble(kept, { now, outOfHours: '01632 960199' }).emergency.council_out_of_hours).toBe('01632 960199');
    expect(assemble(kept, { now }).emergency).not.toHaveProperty('council_out_of_hours');
  });
});
