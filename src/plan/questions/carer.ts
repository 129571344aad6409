/** S. Only in a carer's own plan (Care Act s.10(5)-(6)). */
import { choice, number, statement, text } from './kinds.ts';

export const carer = {
  'carer.intro': statement(),
  'carer.does': text('carer.does'),
  'carer.hours': number('carer.hours'),
  'carer.able': choice('carer.able', ['yes', 'for_now', 'with_help', 'no', 'unsure']),
  'carer.willing': choice('carer.willing', ['yes', 'some', 'no', 'unsure']),
  'carer.impact': text('carer.impact'),
  'carer.wishes': text('carer.wishes_caring'),
  'carer.work': text('carer.wishes_work'),
  'carer.learning': text('carer.wishes_learning'),
  'carer.free_time': text('carer.wishes_free_time'),
  'carer.others': text('carer.other_caring'),
  'carer.breaks': text('carer.breaks'),
};
