import { ask, detail, dialog } from '../src/dialog/index.ts';

/** D. How to talk with you. */
export const communication = dialog.createStateConfig({
  id: 'communication',
  initial: 'language',
  states: {
    language: detail('comm.language', 'interpreter', { when: 'languageOffered' }),
    interpreter: detail('comm.interpreter', 'format'),
    format: ask('comm.format', 'printSize'),
    printSize: ask('comm.print_size', 'brailleKind', { when: 'largePrint' }),
    brailleKind: ask('comm.braille_kind', 'support', { when: 'braille' }),
    support: detail('comm.support', 'distress'),
    distress: detail('comm.distress', 'when', { when: 'notCarer' }),
    when: detail('comm.when', '#carer'),
  },
});
