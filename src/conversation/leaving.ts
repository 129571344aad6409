/** "Leave now": whoever says so may have no time for anything else. */
import { questions } from '../plan/questions/index.ts';
import { commandIn } from '../understanding/index.ts';

/** Words that mean it whatever is asked; a bare "leave" may be an answer. */
export const leavesPlainly = (text: string, lang: string): boolean =>
  commandIn(text, { ...questions['check.sent'], id: 'check.sent' }, lang)?.command === 'leave_now';
