/** "I'm doing this for me dad", before it is known whose plan it is. */
import { namesAnother, namesAnotherAlone, type Understood } from '../understanding/index.ts';
import type { Asked } from './decision.ts';

/** At the start it begins a plan. When it is asked whose plan it is, what is left to ask is whether that person asked for it. */
export function forAnother({ before, resting }: Asked, understood: Understood, text: string): Understood {
  const { lang } = before.context.kept;
  const saysMore = understood.is === 'answer' && understood.value !== 'me' && !namesAnotherAlone(text, lang);
  if (saysMore || !namesAnother(text, lang)) return understood;
  if (resting.question === 'welcome.start_kind') return { is: 'answer', value: 'start', notes: [] };
  return { is: 'which', why: 'for_another', between: ['asked_me', 'cannot_alone'].map((id) => ({ id, value: id })) };
}

/** Where that is heard. */
export const asksForWhom: ReadonlySet<string> = new Set(['welcome.start_kind', 'who.plan_for']);
