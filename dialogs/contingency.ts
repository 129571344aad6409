import { another, ask, detail, dialog, each, first, tell } from '../src/dialog/index.ts';

/** M. If things change: what might go wrong, what to do, who to ring. */
export const contingency = dialog.createStateConfig({
  id: 'contingency',
  initial: 'intro',
  states: {
    intro: tell('contingency.intro', 'each'),
    each: each('contingency', 'trigger', 'more', true),
    trigger: first('contingency.trigger', 'do', 'more'),
    do: ask('contingency.do', 'call'),
    call: ask('contingency.call', 'backup'),
    backup: detail('contingency.backup', 'howLong'),
    howLong: detail('contingency.how_long', 'mustKnow'),
    mustKnow: detail('contingency.must_know', 'each'),
    more: another('contingency', 'contingency.another', 'each', 'emergency', { detail: true }),
    emergency: detail('emergency.contact', '#risks'),
  },
});
