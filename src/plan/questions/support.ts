/** J. Care and support from others: the ten kinds, and something else. */
import { choice, date, multi, person, text } from './kinds.ts';

const support = { of: 'support' } as const;

export const supportKinds = [
  'information',
  'treatment',
  'specialist',
  'emotional',
  'community',
  'home_care',
  'housing',
  'breaks',
  'work_learning',
  'technology',
  'other',
] as const;

export const supports = {
  'support.pick': multi('support[].kind', [...supportKinds, 'none'], { alone: ['none'] }),
  'support.what': text('support[].what', support),
  'support.who': person('support[].who', support),
  'support.when': text('support[].when', support),
  'support.start': date('support[].start', support),
  'support.how_long': choice('support[].length', ['weeks', 'months', 'a_year_or_more', 'always', 'unsure'], support),
  'support.paid_by': choice('support[].paid_by', ['council', 'nhs', 'person', 'family', 'free', 'unsure'], support),
  'support.if_liked': text('support[].how_i_like_it', support),
};
