/** "Please ring me": kept for the council with when and how it is safe, and said back. */
import type { Stamp } from '../dialog/index.ts';
import type { CallBack } from '../plan/facts.ts';
import { inDanger } from './danger.ts';
import type { Decision } from './decision.ts';
import { isNotRead, notReadEither } from './not-read.ts';
import type { Position } from './position.ts';
import { callNoted, callSaidBack } from './ring-details.ts';
import type { Tools } from './tools.ts';

/** Words about harm go to a flag and nowhere else; that somebody is to ring, where and when is kept all the same. */
export function ringMe(before: Position, asked: CallBack, tools: Tools, stamp: Stamp): Decision {
  const danger = tools.danger(asked.words, before.context.kept.lang);
  if (danger === null) {
    const decision = { events: [callNoted(asked, stamp)], says: callSaidBack(asked, tools, stamp) };
    return isNotRead(before, asked.words, tools)
      ? notReadEither(decision, before, asked.words, tools, stamp)
      : decision;
  }
  const harm = inDanger(before, asked.words, { ...danger, rest: null }, tools, stamp);
  const clean = { ...asked, words: '' };
  return {
    ...harm,
    events: [callNoted(clean, stamp), ...harm.events],
    says: [...harm.says, ...callSaidBack(clean, tools, stamp)],
  };
}
