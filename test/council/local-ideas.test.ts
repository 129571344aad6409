import { describe, expect, test } from 'vitest';
import { loadPack } from '../../src/council/load-pack.ts';
import { localIdeas } from '../../src/council/local-ideas.ts';

const { services } = await loadPack('data/demo-council');
const ideas = (said: string, not = '', of: readonly string[] = []) => localIdeas(services, [said], [not], of);

describe('somebody is offered near by', () => {
  test('what fits what they said', () => {
    expect(ideas('go swimming, it eases the pain')[0]).toBe('Warm Water Moves');
    expect(ideas('some gardening')).toEqual(['Raised Bed Gardeners']);
    expect(ideas('a walk each week')).toEqual(['Riverside Strollers', 'Sixty Plus Ramblers']);
    expect(ideas('I am lonely and want a visit')).toContain('Good Neighbours');
    expect(ideas('stop smoking')).toEqual(['Smoke Free Vale']);
  });

  test.each([
    'go to Filey by car with my son',
    'I want to get back on my allotment',
    'ring my mate each week and ask for help',
    'Joan picks her up for the early service',
  ])('nothing that does not fit: "%s"', (said) => {
    expect(ideas(said)).toEqual([]);
  });

  test('nothing that is for somebody else', () => {
    const found = ideas('some company for a lonely man, two days a week');
    expect(found).not.toContain('Smoke Free Vale');
    expect(found).not.toContain('Carers Together');
    expect(ideas('a break', '', ['carers'])).toContain('A Few Hours Off');
    expect(ideas('a break')).toEqual([]);
  });

  test('nothing that would not suit', () => {
    expect(ideas('a walk', 'no long walks, three miles is too far')).not.toContain('Sixty Plus Ramblers');
  });
});
