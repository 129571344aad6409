import { another, ask, detail, dialog, each, first, fork } from '../src/dialog/index.ts';

/** L. Money, when there is a budget: how much, who looks after it, what it is for. Nothing is promised or refused. */
export const money = dialog.createStateConfig({
  id: 'money',
  initial: 'know',
  states: {
    know: ask('budget.know', 'budget?', {
      settles: ['known', 'told_roughly', 'not_told', 'none'],
      says: { what_is_that: 'glossary.personal_budget' },
    }),
    'budget?': fork('hasBudget', 'amount', '#contingency'),
    amount: ask('budget.amount', 'contribution', { when: 'budgetAmountUnknown' }),
    contribution: detail('budget.contribution', 'managed', { when: 'notCarer' }),
    managed: ask('budget.managed', 'manager'),
    manager: ask('budget.manager', 'managerWhy', { when: 'looksAfterMoney' }),
    managerWhy: ask('budget.manager_why', 'managerPaid', { when: 'someoneElseHasMoney' }),
    managerPaid: ask('budget.manager_paid', 'managerHelp', { when: 'someoneElseHasMoney' }),
    managerHelp: detail('budget.manager_help', 'directWhen', { when: 'looksAfterMoney' }),
    directWhen: ask('money.direct_when', 'each', { when: 'directPayment' }),
    each: each('spend', 'item', 'more', true),
    item: first('spend.item', 'excluded', 'more'),
    excluded: ask('spend.excluded', 'cost', { when: 'mayBeExcluded' }),
    cost: ask('spend.cost', 'for'),
    for: detail('spend.for', 'each', { when: 'goalsOrNeeds' }),
    more: another('spend', 'spend.another', 'each', 'check'),
    check: ask('spend.check', 'change', { when: 'spendingKnown' }),
    change: ask('spend.change', '#contingency', { when: 'wantsToChangeSpending', again: 'any' }),
  },
});
