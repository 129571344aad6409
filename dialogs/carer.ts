import { ask, dialog, fork, tell } from '../src/dialog/index.ts';

/** S. Only in a carer's own plan: what they do, whether they are able and willing, and what they wish for themselves. */
export const carer = dialog.createStateConfig({
  id: 'carer',
  initial: 'carer?',
  states: {
    'carer?': fork('carerSelf', 'intro', '#prepare'),
    intro: tell('carer.intro', 'does'),
    does: ask('carer.does', 'hours'),
    hours: ask('carer.hours', 'able'),
    able: ask('carer.able', 'willing'),
    willing: ask('carer.willing', 'impact'),
    impact: ask('carer.impact', 'wishes'),
    wishes: ask('carer.wishes', 'work'),
    work: ask('carer.work', 'learning'),
    learning: ask('carer.learning', 'freeTime'),
    freeTime: ask('carer.free_time', 'others'),
    others: ask('carer.others', 'breaks'),
    breaks: ask('carer.breaks', '#prepare'),
  },
});
