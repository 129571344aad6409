/** Where a talk stands, worked out from what is kept. */
import { initialTransition, type SnapshotFrom, transition } from 'xstate';
import { planMachine } from '../../dialogs/plan.ts';
import type { Event, Meta, Passed, Stamp } from '../dialog/index.ts';
import type { Kept, Slot } from '../plan/kept.ts';
import { questions } from '../plan/questions/index.ts';

/** A place in the statechart, with all that is kept. Disposable: it is always worked out anew from the facts. */
export type Position = SnapshotFrom<typeof planMachine>;

export interface Walked {
  readonly position: Position;
  /** What the statechart wants said, as keys, in order. */
  readonly says: readonly string[];
}

/** Walks past all that is settled, to the first open question. */
export function resume(kept: Kept, stamp: Stamp, languages: number): Walked {
  const [position, effects] = initialTransition(planMachine, { kept, stamp, languages });
  return { position, says: saysOf(effects) };
}

/** One event on from a position. What became true is in `position.context.became`. */
export function step(before: Position, event: Event): Walked {
  const [position, effects] = transition(planMachine, before, event);
  return { position, says: saysOf(effects) };
}

/** The question on which the talk rests, the item it is about, and what its options do. */
export interface Resting {
  readonly question: Meta['question'];
  readonly item?: string;
  readonly parent?: string;
  readonly meta: Meta;
}

/** Null while the talk is paused or was declined. */
export function restingAt(position: Position): Resting | null {
  const meta = Object.values(position.getMeta()).find((one) => one !== undefined) as Meta | undefined;
  if (meta === undefined) return null;
  const { at } = position.context;
  const { of } = questions[meta.question];
  const item = of === undefined ? undefined : at[of];
  return {
    question: meta.question,
    ...(item === undefined ? {} : { item }),
    ...(of === 'action' && at.goal !== undefined ? { parent: at.goal } : {}),
    meta,
  };
}

/** Every place on the route of this plan, answered or not, in the order of the talk. */
export function route(kept: Kept, stamp: Stamp, languages: number): readonly Slot[] {
  const [position] = initialTransition(planMachine, { kept, stamp, languages, survey: true });
  const slots: Slot[] = [];
  for (let place: Passed | null = position.context.passed; place !== null; place = place.before) slots.push(place.slot);
  return slots.reverse();
}

function saysOf(effects: readonly { type: string; params?: unknown }[]): string[] {
  return effects.flatMap((effect) => (effect.type === 'say' ? [(effect.params as { key: string }).key] : []));
}
