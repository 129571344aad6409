import { ask, dialog, fork } from '../src/dialog/index.ts';

/** After these it is asked how to reach the person safely, and what they wish. */
export const asksHowToReach = ['abuse', 'neglect', 'money_abuse', 'domestic_abuse', 'child_at_risk'];

const maybe = { type: 'dangerIs', params: { kinds: ['maybe_harm'] } } as const;
const crisis = { type: 'dangerIs', params: { kinds: ['crisis'] } } as const;
const harm = { type: 'dangerIs', params: { kinds: asksHowToReach } } as const;

/** T. After a worry about safety. Nothing probing is asked, and the person chooses how to go on. */
export const safety = dialog.createStateConfig({
  id: 'safety',
  initial: 'which',
  states: {
    which: {
      always: [
        { guard: maybe, target: 'check' },
        { guard: crisis, target: 'crisisNext' },
        { guard: harm, target: 'contact' },
        { target: 'resume' },
      ],
    },
    check: ask('safety.check', 'goOn?'),
    crisisNext: ask('safety.crisis_next', 'ring?'),
    'ring?': fork('wantsToBeRung', 'contact', 'goOn?'),
    contact: ask('safety.contact_ok', 'harmed?'),
    'harmed?': { always: [{ guard: harm, target: 'wish' }, { target: 'goOn?' }] },
    wish: ask('safety.wish', 'goOn?'),
    'goOn?': { always: [{ guard: 'unsafe', target: 'resume' }, { target: '#open' }] },
    resume: ask('safety.resume', '#open', {
      settles: ['carry_on', 'stop', 'leave_now'],
      says: { person: 'person' },
    }),
  },
  on: {
    ANSWER: [{ guard: 'fits', actions: 'record' }, { actions: { type: 'say', params: { key: 'unclear' } } }],
    SKIP: { actions: 'record' },
    STUMBLE: { actions: 'stumble' },
    STOP: { actions: 'pause', target: '#paused' },
  },
});
