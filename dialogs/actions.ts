import { another, ask, detail, dialog, each, first } from '../src/dialog/index.ts';

/** H. For one goal, what the person will do: what sort, what would not suit, who helps, the first step, what then. */
export const actions = dialog.createStateConfig({
  entry: { type: 'toList', params: { list: 'action' } },
  initial: 'idea',
  states: {
    idea: ask('action.idea', 'each', { when: 'ideaKept' }),
    each: each('action', 'what', 'more', true),
    what: first('action.what', 'kind', 'more'),
    kind: ask('action.kind', 'notSuit'),
    notSuit: ask('action.not_suit', 'alsoMatters'),
    alsoMatters: ask('action.also_matters', 'whoHelps'),
    whoHelps: ask('action.who_helps', 'suggestion'),
    suggestion: ask('action.suggestion', 'who', { when: 'localIdeaNamed' }),
    who: detail('action.who', 'firstStep'),
    firstStep: ask('action.first_step', 'firstStepWhen'),
    firstStepWhen: ask('action.first_step_when', 'howOften', { when: 'firstStepNamed' }),
    howOften: detail('action.how_often', 'barrier'),
    barrier: ask('action.barrier', 'barrierPlan'),
    barrierPlan: ask('action.barrier_plan', 'cost', { when: 'actionMayFail' }),
    cost: detail('action.cost', 'each'),
    more: another('action', 'action.another', 'each', '#confidence', { detail: true }),
  },
});
