import { ask, detail, dialog, each, fork, mainPart } from '../src/dialog/index.ts';

/** I. The needs that the assessment found: shown and confirmed. Without one, what the person remembers of it. */
export const needs = dialog.createStateConfig({
  id: 'needs',
  initial: 'listed?',
  states: {
    'listed?': fork('needsListed', 'right', 'fromMemory'),
    right: ask('need.right', 'wrong'),
    wrong: ask('need.wrong', 'wrongPart', { when: 'needsNotRight' }),
    wrongPart: mainPart('need.main_part', 'need.wrong', 'each', { when: 'needsNotRight' }),
    each: each('need', 'metBy', '#support'),
    metBy: detail('need.met_by', 'goal'),
    goal: detail('need.goal', 'each', { when: 'goalsAndNeeds' }),
    fromMemory: ask('need.from_memory', 'memoryPart', { when: 'needsUnlisted' }),
    memoryPart: mainPart('need.main_part', 'need.from_memory', '#support', { when: 'needsUnlisted' }),
  },
});
