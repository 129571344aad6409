/** M. If things change. Asked from what the person has told us: each helper, visit, money manager, key item, a bad spell. */
import { choice, person, statement, text } from './kinds.ts';

const whatIf = { of: 'contingency' } as const;

export const contingency = {
  'contingency.intro': statement(),
  'contingency.trigger': text('contingency[].trigger', whatIf),
  'contingency.do': text('contingency[].do', whatIf),
  'contingency.call': person('contingency[].call', whatIf),
  'contingency.backup': person('contingency[].backup', whatIf),
  'contingency.how_long': text('contingency[].how_long', whatIf),
  'contingency.must_know': text('contingency[].must_know', whatIf),
  'contingency.another': choice(undefined, ['another', 'enough']),
  'emergency.contact': person('emergency.contacts'),
};
