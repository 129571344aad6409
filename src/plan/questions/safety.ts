/** T. Safety. These can be asked from any message, in the middle of any question; the answers go to the flag alone. */
import { choice, statement, text } from './kinds.ts';

export const safety = {
  'safety.check': choice(undefined, ['saying', 'help', 'someone_hurts_me', 'hurt_myself', 'hurt_someone']),
  'safety.crisis': statement(),
  'safety.crisis_next': choice(undefined, ['will_ring', 'call_me', 'stop', 'carry_on', 'leave_now']),
  'safety.danger': statement(),
  'safety.abuse': statement(),
  'safety.contact_ok': text(),
  'safety.wish': text(),
  'safety.writer_harm': statement(),
  'safety.carer_breakdown': statement(),
  'safety.self_neglect': statement(),
  'safety.medical': statement(),
  'safety.child': statement(),
  'safety.resume': choice(undefined, ['carry_on', 'stop', 'person', 'leave_now']),
};
