/** "The lonely one first": the goal that is named goes to the top, and whether the order is right is asked again. */
import type { Event } from '../dialog/index.ts';
import { type Kept, valueAt } from '../plan/kept.ts';
import type { Offer } from '../plan/replies.ts';
import type { Asked, Decision } from './decision.ts';
import { goalWords } from './goal-words.ts';
import { offersOf } from './prompt.ts';
import { read } from './read.ts';
import type { Said } from './talk.ts';

/** Null where no goal is named, or where "yes" was said. */
export function putFirst(asked: Asked, { text, pick }: Said): Decision | null {
  const { before, resting, tools } = asked;
  const { kept } = before.context;
  const goals = kept.items.goal ?? [];
  const [tapped] = pick?.options ?? [];
  if (tapped !== undefined) return goals.includes(tapped) ? reordered(asked, tapped, goalWords(kept, tapped)) : null;
  const named = namedIn(kept, text ?? '');
  const [first] = named;
  if (first === undefined) return null;
  const understood = read(asked, offersOf(kept, resting, tools), text ?? '');
  if (understood.is === 'answer' && understood.value === 'yes') return null;
  return named.length === 1 ? reordered(asked, first, text ?? '') : whichFirst(kept, named);
}

/** The goals of which a word is said that no other goal has. */
function namedIn(kept: Kept, said: string): string[] {
  const goals = (kept.items.goal ?? []).map((id) => ({ id, stems: stemsOf(goalWords(kept, id)) }));
  const stems = stemsOf(said);
  return goals
    .filter((goal) => {
      const others = goals.filter(({ id }) => id !== goal.id);
      return [...goal.stems].some((stem) => stems.has(stem) && !others.some((other) => other.stems.has(stem)));
    })
    .map(({ id }) => id);
}

/** "Lonely" and "loneliness" begin alike. */
const stemsOf = (words: string): Set<string> =>
  new Set(
    (words.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 5).replace(/(?:ing?|ed|s)$/u, '')),
  );

function whichFirst(kept: Kept, named: readonly string[]): Decision {
  const offer: Offer[] = named.map((id) => ({ id, words: goalWords(kept, id) }));
  return { events: [], says: [], again: { say: 'goal.order.which', question: 'goal.order', offer, waits: true } };
}

/** The same scores, given out anew: the lowest, which is the top one, goes to the goal that was named. */
function reordered({ before, stamp }: Asked, first: string, said: string): Decision {
  const { kept } = before.context;
  const scoreOf = (id: string) => valueAt<number>(kept, 'goal.importance', id) ?? least;
  const rest = (kept.items.goal ?? [])
    .filter((id) => id !== first)
    .toSorted((one, other) => scoreOf(one) - scoreOf(other));
  const [top = 1, ...scores] = [first, ...rest].map(scoreOf).toSorted((one, other) => one - other);
  const below = scores.map((score) => Math.min(least, score === top ? score + 1 : score));
  const events = [first, ...rest].map(
    (item, at): Event => ({
      type: 'ANSWER',
      stamp,
      question: 'goal.importance',
      item,
      value: at === 0 ? top : (below[at - 1] ?? least),
      said,
      notes: ['ordered'],
    }),
  );
  return {
    events: events.filter(
      (event) => event.type === 'ANSWER' && event.value !== valueAt(kept, 'goal.importance', event.item),
    ),
    says: [],
  };
}

/** The score of what matters least. */
const least = 10;
