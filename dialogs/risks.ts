import { another, ask, detail, dialog, each, first } from '../src/dialog/index.ts';

/** N. Worries, why the choice is worth it, and what makes it safer. */
export const risks = dialog.createStateConfig({
  id: 'risks',
  initial: 'each',
  states: {
    each: each('risk', 'what', 'more', true),
    what: first('risk.what', 'worth', 'more'),
    worth: detail('risk.worth', 'controls'),
    controls: ask('risk.controls', 'who'),
    who: ask('risk.who', 'each'),
    more: another('risk', 'risk.another', 'each', '#sharing', { detail: true }),
  },
});
