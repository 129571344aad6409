import type { Fact } from '../../src/plan/facts.ts';

/** Facts that know their plan, their place in it, and the place after their batch: a half-kept batch can be told. */
export const batch = (plan: string, version: number, size: number): Fact[] =>
  Array.from({ length: size }, (_, index) => ({
    type: 'answered',
    at: '2026-11-21T10:00:00Z',
    by: { role: 'person' },
    question: 'goal.what',
    value: { plan, place: version + index, until: version + size },
    said: 'to go out more '.repeat((version * 7 + index) % 40),
  }));
