import { atTheStart, dialog, type Input } from '../src/dialog/index.ts';
import { carer } from './carer.ts';
import { check } from './check.ts';
import { communication } from './communication.ts';
import { contingency } from './contingency.ts';
import { deciding } from './deciding.ts';
import { goals } from './goals.ts';
import { hello } from './hello.ts';
import { money } from './money.ts';
import { needs } from './needs.ts';
import { network } from './network.ts';
import { prepare } from './prepare.ts';
import { reviewing } from './reviewing.ts';
import { risks } from './risks.ts';
import { safety } from './safety.ts';
import { sharing } from './sharing.ts';
import { support } from './support.ts';
import { wellbeing } from './wellbeing.ts';
import { who } from './who.ts';

const walkAgain = { target: '#talking', reenter: true } as const;

/** The whole talk: the sections in their order, and what is heard at every question. */
export const planMachine = dialog.createMachine({
  id: 'plan',
  context: ({ input }: { input: Input }) => atTheStart(input),
  initial: 'open',
  states: {
    open: {
      id: 'open',
      always: [
        { guard: 'declined', target: 'declined' },
        { guard: 'paused', target: 'paused' },
        { guard: 'unsafe', target: 'safety' },
        { target: 'talking' },
      ],
    },
    talking: {
      id: 'talking',
      entry: 'fromTheTop',
      initial: 'hello',
      states: {
        hello,
        who,
        deciding,
        communication,
        carer,
        prepare,
        wellbeing,
        goals,
        needs,
        support,
        network,
        money,
        contingency,
        risks,
        sharing,
        reviewing,
        check,
        surveyed: { id: 'surveyed' },
      },
      on: {
        ANSWER: [
          { guard: 'removes', actions: 'remove', ...walkAgain },
          { guard: 'opens', actions: ['record', 'open'], ...walkAgain },
          { guard: 'again', actions: 'record', ...walkAgain },
          { guard: 'fits', actions: 'record' },
          { actions: { type: 'say', params: { key: 'unclear' } } },
        ],
        SKIP: [
          { guard: 'mayBeEmpty', actions: 'record' },
          { actions: { type: 'say', params: { key: 'cannot_skip' } } },
        ],
        STUMBLE: { actions: 'stumble' },
        BACK: [
          { guard: 'canGoBack', actions: 'goBack', ...walkAgain },
          { actions: { type: 'say', params: { key: 'at_the_start' } } },
        ],
        CHANGE: [
          { guard: 'exists', actions: 'goTo', ...walkAgain },
          { actions: { type: 'say', params: { key: 'nothing_to_change' } } },
        ],
        MORE: { actions: 'deepen', ...walkAgain },
        REOPEN: { actions: 'reopen', ...walkAgain },
        STOP: { actions: 'pause', target: 'paused' },
      },
    },
    safety,
    paused: { id: 'paused', on: { RESUME: { actions: 'resume', target: 'open' } } },
    decline: {
      id: 'decline',
      always: { actions: ['decline', { type: 'say', params: { key: 'declined' } }], target: 'declined' },
    },
    declined: {},
  },
  on: {
    NOTE: { actions: 'note' },
    FLAG: { actions: 'note', target: '.open' },
  },
});
