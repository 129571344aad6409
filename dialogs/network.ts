import { ask, detail, dialog, each } from '../src/dialog/index.ts';

/** K. Who helps now, the local area, and what could stop it. "Nobody" is a full answer and is not followed up. */
export const network = dialog.createStateConfig({
  id: 'network',
  initial: 'who',
  states: {
    who: ask('network.who', 'each'),
    each: each('network', 'does', 'community'),
    does: ask('network.does', 'willing'),
    willing: ask('network.willing', 'emergency'),
    emergency: detail('network.emergency', 'each'),
    community: detail('community.use', 'barrier'),
    barrier: detail('barrier.what', 'barrierFix'),
    barrierFix: detail('barrier.fix', '#money', { when: 'barrierTold' }),
  },
});
