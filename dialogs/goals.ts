import { another, ask, detail, dialog, each, first, mainPart, tell } from '../src/dialog/index.ts';
import { actions } from './actions.ts';

/** G. Goal by goal: what, why, by when, how much it matters; what to do about it; how sure. Then the order. */
export const goals = dialog.createStateConfig({
  id: 'goals',
  initial: 'intro',
  states: {
    intro: tell('goal.intro', 'each'),
    each: each('goal', 'what', 'more', true),
    what: first('goal.what', 'whatPart', 'more'),
    whatPart: mainPart('goal.main_part', 'goal.what', 'coach'),
    coach: ask('goal.coach', 'coachAgain', { when: 'goalReadsAsAction' }),
    coachAgain: ask('goal.coach_again', 'difference', { when: 'stillReadsAsAction' }),
    difference: ask('goal.difference', 'differencePart'),
    differencePart: mainPart('goal.main_part', 'goal.difference', 'spur'),
    spur: detail('goal.spur', 'startPoint'),
    startPoint: detail('goal.start_point', 'sign'),
    sign: detail('goal.sign', 'manageable'),
    manageable: detail('goal.manageable', 'smaller'),
    smaller: ask('goal.smaller', 'byWhen', { when: 'feelsBig' }),
    byWhen: ask('goal.by_when', 'importance'),
    importance: ask('goal.importance', 'importanceCheck'),
    importanceCheck: ask('goal.importance_check', 'actions', { when: 'scoreMayBeTurned' }),
    actions,
    confidence: { id: 'confidence', ...ask('goal.confidence', 'confidenceHelp') },
    confidenceHelp: ask('goal.confidence_help', 'confirm', { when: 'notSoSure' }),
    confirm: ask('goal.confirm', 'each', {
      settles: ['yes'],
      opens: { words: 'goal.what', date: 'goal.by_when', number: 'goal.importance' },
      removes: 'out',
    }),
    more: another('goal', 'goal.another', 'each', 'order'),
    order: ask('goal.order', '#needs', { when: 'severalGoals', settles: ['yes'], again: ['change'] }),
  },
});
