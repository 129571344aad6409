import { ask, detail, dialog } from '../src/dialog/index.ts';

/** P. Looking back at the plan: when, how, with whom, and what should bring it forward. */
export const reviewing = dialog.createStateConfig({
  id: 'reviewing',
  initial: 'first',
  states: {
    first: ask('review.first', 'how'),
    how: detail('review.how', 'who'),
    who: detail('review.who', 'followUp'),
    followUp: detail('review.follow_up', 'early'),
    early: detail('review.early', 'track'),
    track: detail('review.track', '#check'),
  },
});
