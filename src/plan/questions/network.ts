/** K. The people around you, your local area, and what could stop it. */
import { choice, person, phone, text } from './kinds.ts';

const helper = { of: 'network' } as const;

export const network = {
  'network.who': person('network[].person'),
  'network.does': text('network[].does', helper),
  'network.willing': choice(
    'network[].willing',
    ['happy', 'happy_for_now', 'finding_it_hard', 'not_asked', 'no'],
    helper,
  ),
  'network.emergency': phone('network[].in_emergency', helper),
  'community.use': text('community'),
  'barrier.what': text('barriers[].what'),
  'barrier.fix': text('barriers[].fix'),
};
