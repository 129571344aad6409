/** H. What you will do: actions like Mrs Smith's walking group. */
import { choice, date, money, text } from './kinds.ts';

const action = { of: 'action' } as const;

export const actions = {
  'action.idea': choice(undefined, ['yes', 'no'], { of: 'goal' }),
  'action.what': text('actions[].what', action),
  'action.kind': text('actions[].kind', action),
  'action.not_suit': text('actions[].not_suit', action),
  'action.also_matters': text('actions[].also_matters', action),
  'action.who_helps': text('actions[].helpers', action),
  'action.suggestion': choice('actions[].what', ['yes', 'no'], action),
  'action.who': choice('actions[].who', ['me', 'me_with_someone', 'someone_else'], action),
  'action.first_step': text('actions[].first_step', action),
  'action.first_step_when': date('actions[].first_step_by', action),
  'action.how_often': text('actions[].how_often', action),
  'action.barrier': text('actions[].barrier', action),
  'action.barrier_plan': text('actions[].barrier_plan', action),
  'action.cost': money('actions[].cost', action),
  'action.another': choice(undefined, ['another', 'enough'], { of: 'goal' }),
};
