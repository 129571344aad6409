/** Q. Check and send. A gap never stops sending. */
import { choice, pickMany, statement, text } from './kinds.ts';

export const check = {
  'check.section': choice(undefined, ['yes', 'change', 'leave_out'], { of: 'part' }),
  'check.words': choice('agreement.person_says', ['yes', 'mostly', 'no']),
  'check.words_change': text('agreement.person_changes'),
  'check.missing': text('prepare.questions'),
  'check.send': choice(undefined, ['yes', 'keep', 'some_parts']),
  'check.parts': pickMany(),
  'check.next': statement(),
  'check.sent': choice(undefined, ['change', 'more', 'leave'], { must: true }),
};
