import { ask, detail, dialog, fork } from '../src/dialog/index.ts';

/** C. Deciding, and help to speak up: one light question for most people, the longer set only on behalf of somebody. */
export const deciding = dialog.createStateConfig({
  id: 'deciding',
  initial: 'own',
  states: {
    own: ask('decide.own', 'personCan', { when: 'notOnBehalf' }),
    personCan: ask('decide.person_can', 'helpTried', { when: 'onBehalf' }),
    helpTried: ask('decide.help_tried', 'knows', { when: 'onBehalf' }),
    knows: ask('decide.knows', 'knowsWhy', { when: 'onBehalf' }),
    knowsWhy: ask('decide.knows_why', 'authority', { when: 'doesNotKnowOrAgree' }),
    authority: ask('decide.authority', 'bestInterests?', { when: 'onBehalf' }),
    'bestInterests?': fork('bestInterests', 'now', 'hard'),
    now: ask('interests.now', 'past'),
    past: ask('interests.past', 'values'),
    values: ask('interests.values', 'tookPart'),
    tookPart: ask('interests.took_part', 'asked'),
    asked: ask('interests.asked', 'wait'),
    wait: ask('interests.wait', 'disagree'),
    disagree: ask('interests.disagree', 'hard'),
    hard: detail('advocate.hard', 'helper'),
    helper: ask('advocate.helper', 'advocate', { when: 'findsItHard' }),
    advocate: detail('advocate.want', 'involve'),
    involve: detail('involve.who', 'involveNot'),
    involveNot: detail('involve.not', 'involveCarer', { when: 'notWatched' }),
    involveCarer: detail('involve.carer', '#communication', { when: 'notOnBehalf' }),
  },
});
