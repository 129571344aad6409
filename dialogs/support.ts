import { ask, detail, dialog, each } from '../src/dialog/index.ts';

/** J. Care and support from others, one kind at a time. The worker adds what is on offer. */
export const support = dialog.createStateConfig({
  id: 'support',
  initial: 'pick',
  states: {
    pick: ask('support.pick', 'each'),
    each: each('support', 'what', '#network'),
    what: ask('support.what', 'who'),
    who: detail('support.who', 'when'),
    when: detail('support.when', 'start'),
    start: detail('support.start', 'howLong'),
    howLong: ask('support.how_long', 'paidBy'),
    paidBy: detail('support.paid_by', 'ifLiked'),
    ifLiked: detail('support.if_liked', 'each'),
  },
});
