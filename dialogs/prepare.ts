import { ask, detail, dialog, fork, tell, topic } from '../src/dialog/index.ts';

/** E. What matters to you: twelve topics to pick from, information to get, and time to think. */
export const prepare = dialog.createStateConfig({
  id: 'prepare',
  initial: 'more?',
  states: {
    'more?': fork('saysMoreInPrepare', 'intro', 'mattersMost'),
    intro: tell('prepare.intro', 'pick'),
    pick: detail('prepare.pick', 'enjoy'),
    enjoy: topic('enjoy', 'future'),
    future: topic('future', 'strengths'),
    strengths: topic('strengths', 'people'),
    people: topic('people', 'health'),
    health: topic('health', 'home'),
    home: topic('home', 'outAndAbout'),
    outAndAbout: topic('out_and_about', 'workLearning'),
    workLearning: topic('work_learning', 'beliefs'),
    beliefs: topic('beliefs', 'lifestyle'),
    lifestyle: topic('lifestyle', 'technology'),
    technology: topic('technology', 'pastProblems'),
    pastProblems: topic('past_problems', 'mattersMost'),
    mattersMost: ask('topic.matters_most', 'dosAndDonts'),
    dosAndDonts: detail('topic.dos_donts', 'infoHave', { when: 'notCarer' }),
    infoHave: detail('info.have', 'infoNeed'),
    infoNeed: detail('info.need', 'infoWho'),
    infoWho: detail('info.who_knows', 'otherPlans', { when: 'needsToFindOut' }),
    otherPlans: detail('info.other_plans', 'questions'),
    questions: detail('pause.questions', 'pause'),
    pause: detail('pause.offer', 'pauseChosen?'),
    'pauseChosen?': fork('wantsToPause', 'remind', '#wellbeing'),
    remind: ask('pause.remind', '#wellbeing'),
  },
});
