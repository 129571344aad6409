import { isBlank, isNone, type Kept, slotOf, valueAt } from '../plan/kept.ts';
import type { Offer } from '../plan/replies.ts';

/** A goal in the words that were said for it last, of very long ones the part that matters most: coaching may have found better ones, and they may be changed again. */
export function goalWords(kept: Kept, item: string): string {
  const long = (kept.items.long ?? []).find((id) => kept.seeds[id] === slotOf('goal.what', item));
  const part = long === undefined ? undefined : valueAt<string>(kept, 'goal.main_part', long);
  const tries = (['goal.what', 'goal.coach', 'goal.coach_again'] as const).flatMap((question) => {
    const answer = kept.answers[slotOf(question, item)];
    return answer === undefined || isBlank(answer) || isNone(answer) ? [] : [answer];
  });
  const last = tries.toSorted((one, other) => one.at.localeCompare(other.at)).at(-1);
  return (last?.question === 'goal.what' ? part : undefined) ?? last?.said ?? '';
}

/** The goals, the one that matters most first. */
export const goalsInOrder = (kept: Kept): readonly string[] =>
  (kept.items.goal ?? []).toSorted((one, other) => importanceOf(kept, one) - importanceOf(kept, other));
const importanceOf = (kept: Kept, item: string) => valueAt<number>(kept, 'goal.importance', item) ?? notScored;
const notScored = 11;

/** All the goals are told, and one of them is scored anew: it must be said which. */
export const isScoredAgain = ({ closed, items }: Kept): boolean =>
  closed.goal === true && (items.goal?.length ?? 0) > 1;

/** A date that the person named already, such as the wedding that spurs them on. */
export function dateOffers(kept: Kept, item: string): readonly Offer[] {
  const note = kept.answers[slotOf('goal.spur', item)]?.notes.find((one) => one.startsWith('date:'));
  if (note === undefined) return [];
  const value = JSON.parse(note.slice('date:'.length));
  return [{ id: `=${JSON.stringify(value)}`, key: 'conversation.that_date', with: { when: { date: value } } }];
}
