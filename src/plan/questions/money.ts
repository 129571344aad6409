/** L. Money for your support. It is never said what somebody will get. */
import { money as amount, choice, multi, person, pick, text } from './kinds.ts';

const spend = { of: 'spend' } as const;

export const money = {
  'budget.know': choice('budget.state', ['known', 'told_roughly', 'not_told', 'none', 'what_is_that']),
  'budget.amount': amount('budget.total'),
  'budget.contribution': amount('budget.person_pays'),
  'budget.managed': choice('budget.managed', ['council', 'direct_payment', 'third_party', 'mixed', 'unsure']),
  'budget.manager': person('budget.manager'),
  'budget.manager_why': text('budget.manager_why'),
  'budget.manager_paid': choice('budget.manager_conflict', ['no', 'yes', 'unsure']),
  'budget.manager_help': multi('budget.manager_help', ['payroll', 'bank_account', 'records', 'advice', 'none'], {
    alone: ['none'],
  }),
  'spend.item': text('spend[].what', spend),
  'spend.excluded': choice('spend.excluded[]', ['yes', 'no', 'unsure'], spend),
  'spend.cost': amount('spend[].amount', spend),
  'spend.for': pick('spend[].for', spend),
  'spend.another': choice(undefined, ['another', 'enough']),
  'spend.check': choice(undefined, ['yes', 'change', 'leave']),
  'spend.change': pick(undefined),
  'money.direct_when': choice('direct_payment.frequency', ['week', 'four_weeks', 'month', 'unsure']),
};
