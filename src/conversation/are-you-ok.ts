/** A bare "yes" or "no" to the gentle question after a worry: what it means hangs on how the question was put. */

import { questions } from '../plan/questions/index.ts';
import { type Understood, understand } from '../understanding/index.ts';
import type { Asked } from './decision.ts';
import { isWatched } from './prompt.ts';

/**
 * "Are you OK?" "No": something is wrong, and that is heard as a wish for help; help that is not needed is the smaller
 * mistake. "Yes" says that all is well, but so does somebody who only wants it to stop, or who says yes to one of the
 * answers on offer: they are asked once more, with two answers to choose from, and a second "yes" is a wish for help.
 * While somebody can see the screen the question is "Would you like some quick help?", and yes and no mean just that.
 */
export function bareYesOrNo({ before, stamp }: Asked, understood: Understood, text: string): Understood {
  if (understood.is === 'answer') return understood;
  const { kept } = before.context;
  const isYes = yesOrNo(text, stamp.at, kept.lang);
  if (isYes === undefined) return understood;
  const help: Understood = { is: 'answer', value: 'help', notes: [] };
  if (isWatched(kept)) return isYes ? help : { is: 'answer', value: 'saying', notes: [] };
  const wasAsked = kept.stumbles?.slot === 'safety.check' && kept.stumbles.unclear > 0;
  if (!isYes || wasAsked) return help;
  return { is: 'which', why: 'yes_to_ok', between: ['saying', 'help'].map((id) => ({ id, value: id })) };
}

/** Only bare words: with more, the words say which. */
function yesOrNo(text: string, now: string, lang: string): boolean | undefined {
  if (text.trim().split(/\s+/u).length > 2) return undefined;
  const heard = understand(text, { ...questions['privacy.save'], id: 'privacy.save' }, { now, lang, options: [] });
  return heard.is === 'answer' ? (heard.value as boolean) : undefined;
}
