/** C. Deciding, and having help to speak up. The assistant never says that a person lacks capacity (MCA 2005 s.1(2)). */
import { choice, multi, person, text } from './kinds.ts';

const four = ['understand', 'remember', 'weigh_up', 'say', 'none'] as const;

export const deciding = {
  'decide.own': choice('deciding.own_choices', ['yes', 'yes_with_help', 'someone_else', 'unsure']),
  'decide.person_can': choice('deciding.person_can', ['yes', 'yes_with_help', 'some', 'no', 'unsure']),
  'decide.help_tried': text('deciding.help_tried'),
  'decide.knows': choice('deciding.knows', ['happy', 'not_happy', 'not_understood', 'no']),
  'decide.knows_why': text('deciding.knows_why'),
  'decide.authority': multi(
    'deciding.authority',
    ['lpa_welfare', 'lpa_money', 'deputy_welfare', 'deputy_money', 'appointee', 'none', 'unsure'],
    { alone: ['none', 'unsure'] },
  ),
  'interests.now': text('best_interests.wishes_now'),
  'interests.past': text('best_interests.wishes_past'),
  'interests.values': text('best_interests.values'),
  'interests.took_part': text('best_interests.took_part'),
  'interests.asked': text('best_interests.asked'),
  'interests.wait': choice('best_interests.may_regain', ['yes', 'no', 'unsure']),
  'interests.least': text('best_interests.least_limit'),
  'interests.disagree': text('best_interests.disagree'),
  'interests.why': text('best_interests.why'),
  'advocate.hard': multi('advocate.hard', four, { alone: ['none'] }),
  'advocate.helper': person('advocate.helper'),
  'advocate.want': choice('advocate.wanted', ['yes', 'no', 'later', 'have_one']),
  'involve.who': person('involve.people'),
  'involve.not': person('involve.not'),
  'involve.carer': choice('involve.carer_joins', ['yes', 'no', 'some_parts', 'nobody']),
};
