import { describe, expect, it } from 'vitest';
import { takenFrom } from '../../scripts/understanding/two-answers.ts';

const monday = '2026-11-23T10:00:00Z';
const taken = (question: string, text: string) => takenFrom(question, text, monday);

describe('a person who says two things at once', () => {
  it('about a goal has its reason and its day kept too, and said back', () => {
    const { kept, saidBack } = taken('goal.what', 'to drive again by Easter because I hate asking for lifts');
    expect(kept['goal.difference']).toBe('I hate asking for lifts');
    expect(kept['goal.by_when']).toMatchObject({ date: '2027-03-28' });
    expect(saidBack).toEqual(expect.arrayContaining(['goal.by_when', 'goal.difference']));
  });

  it('names whom to ring first and whom to ring next', () => {
    const { kept, saidBack } = taken('contingency.call', 'my son first then my sister mary');
    expect(kept['contingency.call']).toEqual({ people: [{ name: 'my son', link: 'son' }] });
    expect(kept['contingency.backup']).toEqual({ people: [{ name: 'mary', link: 'sister' }] });
    expect(saidBack).toContain('contingency.backup');
  });

  it('says that a helper is glad to help and what number to ring', () => {
    expect(taken('network.does', "She does my washing and she's happy to").kept['network.willing']).toBe('happy');
    expect(taken('network.willing', 'yes, her number is 07700 900318').kept['network.emergency']).toEqual({
      may_ring: true,
      phone: '07700 900318',
    });
  });

  it('is not taken to have answered more than was asked', () => {
    expect(Object.keys(taken('action.what', 'Tuesday bowls, once somebody is with her').kept)).toEqual(['action.what']);
    expect(Object.keys(taken('goal.what', 'I want to sleep better').kept)).toEqual(['goal.what']);
  });
});
