import { detail, dialog } from '../src/dialog/index.ts';

/** F. Staying well. */
export const wellbeing = dialog.createStateConfig({
  id: 'wellbeing',
  initial: 'goodTimes',
  states: {
    goodTimes: detail('well.good_times', 'hardTimes'),
    hardTimes: detail('well.hard_times', 'hardChange'),
    hardChange: detail('well.hard_change', 'signs', { when: 'hardTimesTold' }),
    signs: detail('well.signs', 'varies'),
    varies: detail('well.varies', 'badSpell'),
    badSpell: detail('well.bad_spell', 'selfCare', { when: 'upAndDown' }),
    selfCare: detail('well.self_care', 'selfCareHelp'),
    selfCareHelp: detail('well.self_care_help', 'prevent'),
    prevent: detail('well.prevent', '#goals'),
  },
});
