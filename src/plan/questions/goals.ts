/** G. Goals. Importance: 1 = matters most. Confidence: 10 = very sure. They are never asked side by side. */
import { choice, date, scale, statement, text, yesNo } from './kinds.ts';

const goal = { of: 'goal' } as const;

export const goals = {
  'goal.intro': statement(),
  'goal.what': text('goals[].what', goal),
  'goal.coach': text('goals[].what', goal),
  'goal.coach_again': text('goals[].what', goal),
  'goal.difference': text('goals[].difference', goal),
  'goal.main_part': text('long_answers[].matters_most', { of: 'long' }),
  'goal.spur': text('goals[].spur', goal),
  'goal.start_point': text('goals[].start_point', goal),
  'goal.sign': text('goals[].sign', goal),
  'goal.manageable': choice('goals[].manageable', ['yes', 'big', 'unsure'], goal),
  'goal.smaller': text('goals[].first_part', goal),
  'goal.by_when': date('goals[].by_when', goal),
  'goal.importance': scale('goals[].importance', goal),
  'goal.importance_check': yesNo('goals[].importance', { ...goal }),
  'goal.confidence': scale('goals[].confidence', goal),
  'goal.confidence_help': text('goals[].confidence_help', goal),
  'goal.confirm': choice(undefined, ['yes', 'words', 'date', 'number', 'out'], { ...goal }),
  'goal.another': choice(undefined, ['another', 'enough']),
  'goal.order': choice(undefined, ['yes', 'change']),
};
