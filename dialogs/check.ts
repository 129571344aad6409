import { ask, detail, dialog, each, tell } from '../src/dialog/index.ts';

/** Q. Check and send: section by section on the full way, does it sound like you, send. A gap never stops sending. */
export const check = dialog.createStateConfig({
  id: 'check',
  initial: 'least',
  states: {
    least: ask('interests.least', 'why', { when: 'bestInterests' }),
    why: ask('interests.why', 'eachPart', { when: 'bestInterests' }),
    eachPart: each('part', 'section', 'words'),
    section: detail('check.section', 'eachPart', { settles: ['yes', 'leave_out'], says: { change: 'change_section' } }),
    words: ask('check.words', 'wordsChange'),
    wordsChange: ask('check.words_change', 'missing', { when: 'notMine' }),
    missing: detail('check.missing', 'parts'),
    parts: ask('check.parts', 'send', { when: 'onlySomeParts', again: 'any' }),
    send: {
      ...ask('check.send', 'sent', { again: ['some_parts'] }),
      always: [
        { guard: 'sent', target: 'sent' },
        { guard: 'toBeSent', actions: 'send', target: 'next' },
      ],
    },
    next: tell('check.next', 'sent'),
    sent: ask('check.sent', '#surveyed', {
      settles: [],
      says: { change: 'show_plan', more: 'more', leave: 'leave_now' },
    }),
  },
});
