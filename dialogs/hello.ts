import { ask, dialog, tell } from '../src/dialog/index.ts';

/** A. Hello, language and privacy: under two minutes, and nothing about health before "is it OK to carry on". */
export const hello = dialog.createStateConfig({
  id: 'hello',
  initial: 'language',
  states: {
    language: ask('language.choice', 'which', { when: 'severalLanguages' }),
    which: ask('comm.language', 'hello', { when: 'anotherLanguage' }),
    hello: tell('welcome.hello', 'startKind'),
    startKind: ask('welcome.start_kind', 'alone', {
      settles: ['start'],
      says: { carry_on: 'carry_on', review: 'review', look_around: 'look_around', person: 'person' },
    }),
    alone: ask('privacy.alone', 'notice'),
    notice: tell('privacy.notice', 'goOn'),
    goOn: ask('privacy.go_on', 'mayGoOn?'),
    'mayGoOn?': {
      always: [
        { guard: { type: 'saidNo', params: { question: 'privacy.go_on' } }, target: '#decline' },
        { target: 'save' },
      ],
    },
    save: ask('privacy.save', '#who'),
  },
});
