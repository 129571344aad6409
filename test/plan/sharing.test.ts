import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/plan/assemble.ts';
import { copyFor } from '../../src/plan/summary.ts';
import { people, type Talk } from './facts.ts';
import { goodTalk, now } from './good-plan.ts';

const priya = people({ name: 'Priya' });
const planOf = (talk: Talk) => assemble(talk.kept(), { now });
const sharedWith = (said: string, who = priya) => planOf(goodTalk().answer('share.who', who, { said })).sharing.people;

describe('what somebody may see, in the words it was said in', () => {
  it.each([
    ['Priya', ['all'], []],
    ['my daughter Priya can see it all', ['all'], []],
    ['Priya, but not the money', ['all'], ['budget', 'spend', 'direct_payment']],
    ['Priya can see what to do in an emergency', ['contingency', 'emergency'], []],
    ["Priya. I don't want her to see anything about my mood", ['all'], ['about.topics.health']],
    ['Priya can see my goals', ['goals', 'actions'], []],
    ['Priya can see the exercises, nothing else', ['actions'], []],
  ])('%s', (said, parts, notParts) => {
    expect(sharedWith(said)[0]).toMatchObject({ parts, not_parts: notParts });
  });

  it('is nothing while it is not clear what was meant, and somebody is to ask', () => {
    const plan = planOf(goodTalk().answer('share.who', priya, { said: 'Priya can see the thing about Blackpool' }));
    expect(plan.sharing.people[0]).toMatchObject({ parts: [], unclear: true });
    expect(copyFor(plan, 'p2')).toMatchObject({ held: 'unclear', contents: {} });
    expect(plan.gaps.map(({ path }) => path)).toContain('sharing.people[p2].parts');
  });

  it.each(['skipped', 'dont_know'] as const)('is nothing when we asked which parts, and they said: %s', (reason) => {
    const plan = planOf(goodTalk().skip('share.parts', { reason }));
    expect(plan.sharing.people[0]).toMatchObject({ parts: [], unclear: true });
    expect(copyFor(plan, 'p2')).toMatchObject({ held: 'unclear', contents: {} });
  });

  it('is told apart for two people', () => {
    const both = people({ name: 'Priya' }, { name: 'Dr Shah', link: 'GP' });
    const [priyas, doctors] = sharedWith('Dr Shah can see it all. Priya, not the money', both);
    expect(priyas).toMatchObject({ who: 'p2', not_parts: ['budget', 'spend', 'direct_payment'] });
    expect(doctors).toMatchObject({ parts: ['all'], not_parts: [] });
  });

  it('is what was tapped, where no part was named', () => {
    const plan = planOf(goodTalk().answer('share.parts', ['emergency', 'not_money']));
    expect(plan.sharing.people[0]).toMatchObject({
      parts: ['contingency', 'emergency'],
      not_parts: ['budget', 'spend', 'direct_payment'],
    });
    expect(Object.keys(copyFor(plan, 'p2').contents)).toEqual(['contingency', 'emergency']);
    expect(copyFor(plan, 'p2').people[0]?.phone).toBe('07700 900456');
  });
});

describe('parts that somebody chose one by one', () => {
  const choosing = (...sections: string[]) =>
    planOf(goodTalk().answer('share.parts', ['choose']).answer('share.choose', sections));

  it('are all that is in the copy; every other part is left out', () => {
    const plan = choosing('goals', 'network');
    expect(plan.sharing.people[0]?.parts).toEqual(['goals', 'actions', 'network', 'community', 'barriers']);
    const { contents } = copyFor(plan, 'p2');
    expect(Object.keys(contents).sort()).toEqual(['actions', 'barriers', 'community', 'goals', 'network']);
    expect(Object.keys(copyFor(plan, 'self').contents)).toContain('budget');
    expect(plan.people.find(({ id }) => id === 'p2')?.may_see_plan).toBe('some');
  });

  it('leave the money out of a copy when it was not chosen, and put it in when it was', () => {
    expect(copyFor(choosing('goals'), 'p2').contents.budget).toBeUndefined();
    expect(copyFor(choosing('money'), 'p2').contents.budget).toBeDefined();
  });

  it('are none: then there is nothing in the copy', () => {
    expect(copyFor(choosing('none'), 'p2')).toMatchObject({ held: 'not_shared', contents: {} });
  });

  it('still keep back what must never be seen', () => {
    const talk = goodTalk().answer('share.parts', ['choose']).answer('share.choose', ['prepare', 'goals']);
    const plan = planOf(talk.answer('share.never', 'Not my goals'));
    expect(copyFor(plan, 'p2').contents.goals).toBeUndefined();
  });

  it('are not chosen yet: then a copy waits until somebody has asked', () => {
    const plan = planOf(goodTalk().answer('share.parts', ['choose']));
    expect(copyFor(plan, 'p2')).toMatchObject({ held: 'unclear', contents: {} });
  });
});

describe('a copy', () => {
  it('never has flags, gaps, checks, doubts, or who must not see it, even of all', () => {
    const talk = goodTalk()
      .add({
        type: 'flagged',
        id: 'f1',
        kind: 'money_abuse',
        level: 'same_day',
        where: 'x',
        said: 'she takes my card',
        shown_to_person: true,
      })
      .answer('spend.item', 'physio', { item: 'c3' });
    const plan = planOf(talk);
    expect(plan.spend.excluded).toHaveLength(1);
    const words = JSON.stringify(copyFor(plan, 'p2'));
    expect(Object.keys(copyFor(plan, 'p2').contents)).not.toEqual(expect.arrayContaining(['flags']));
    expect(words).not.toMatch(/money_abuse|nhs_care|manager_conflict|"gaps"|"agreement"|"never"|provenance|"deciding"/);
  });

  it('goes to nobody who must not see it, whatever else was said', () => {
    const plan = planOf(goodTalk().answer('share.never', 'my daughter must not see it'));
    expect(plan.sharing.never[0]).toMatchObject({ people: ['p2'] });
    expect(copyFor(plan, 'p2')).toMatchObject({ held: 'never', contents: {} });
    expect(plan.people.find(({ id }) => id === 'p2')?.may_see_plan).toBe('none');
  });

  it('does not speak of somebody who should not take part', () => {
    const talk = goodTalk()
      .answer('involve.not', people({ name: 'Derek' }))
      .answer('topic.enjoy', 'The garden. Derek used to help with it.');
    const words = JSON.stringify(copyFor(planOf(talk), 'p2'));
    expect(words).toContain('The garden.');
    expect(words).not.toContain('Derek');
  });

  it('holds back from everybody what is to be kept back', () => {
    const talk = goodTalk()
      .answer('topic.health', 'I have been low. My knees ache.')
      .answer('share.never', 'nothing about my mood please');
    const plan = planOf(talk);
    expect(plan.sharing.never[0]?.parts).toEqual(['about.topics.health']);
    expect(JSON.stringify(copyFor(plan, 'p2'))).not.toMatch(/\blow\b|knees/);
    expect(JSON.stringify(copyFor(plan, 'self'))).toMatch(/low/);
  });

  it('waits while it is not clear who or what must not be seen', () => {
    expect(copyFor(planOf(goodTalk().answer('share.never', 'you know who')), 'p2')).toMatchObject({ held: 'unclear' });
  });

  it('is always meant for the person, in the form they asked for', () => {
    const plan = planOf(
      goodTalk()
        .answer('comm.format', ['braille'])
        .answer('comm.braille_kind', 'brf')
        .answer('share.copy', 'Priya by email'),
    );
    expect(plan.sharing.copies).toEqual([
      { who: 'person', formats: [{ kind: 'braille', braille: 'brf' }] },
      { who: 'p2', said: 'Priya by email', formats: [] },
    ]);
  });
});
