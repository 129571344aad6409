import { ask, detail, dialog } from '../src/dialog/index.ts';

/** O. Who sees the plan, which parts, and who never does. */
export const sharing = dialog.createStateConfig({
  id: 'sharing',
  initial: 'who',
  states: {
    who: ask('share.who', 'parts'),
    parts: detail('share.parts', 'choose', { when: 'someoneMaySee' }),
    choose: ask('share.choose', 'never', { when: 'choosesParts' }),
    never: detail('share.never', 'copy', { when: 'notWatched' }),
    copy: detail('share.copy', 'record'),
    record: detail('share.record', '#reviewing'),
  },
});
