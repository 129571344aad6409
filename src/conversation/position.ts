/** Where a talk stands, worked out from what is kept. */
import type { SnapshotFrom, StateValue } from 'xstate';
import { planMachine } from '../../dialogs/plan.ts';
import { atTheStart, type Context, type Event, type Meta, type Passed, type Stamp } from '../dialog/index.ts';
import { type Effect, type Rest, step as stepOn, walk } from '../dialog/walk.ts';
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
  return walked(walk(planMachine, atTheStart({ kept, stamp, languages })));
}

/** One event on from a position, which stays where it is when nothing there hears the event. What became true is in `position.context.became`. */
export function step(before: Position, event: Event): Walked {
  const rest = stepOn(planMachine, pathTo(before.value), before.context, event);
  return rest === null ? { position: before, says: [] } : walked(rest);
}

function walked({ path, context, effects }: Rest<Context>): Walked {
  const name = path.join('.');
  const place = places.get(name) ?? placeAt(path, context);
  places.set(name, place);
  return { position: { ...place, context } as Position, says: saysOf(effects) };
}

/** All of a position but what is somebody's own: one for each place of the statechart. */
type StatechartPlace = Omit<Position, 'context'>;
const places = new Map<string, StatechartPlace>();

function placeAt(path: readonly string[], context: Context): StatechartPlace {
  const value = path.reduceRight<StateValue>((inner, state) => ({ [state]: inner }), {});
  const { context: _theirs, ...place } = planMachine.resolveState({ value, context });
  return place;
}

function pathTo(value: StateValue): readonly string[] {
  if (typeof value === 'string') return [value];
  const [state, inner] = Object.entries(value)[0] ?? [];
  return state === undefined ? [] : [state, ...pathTo(inner ?? {})];
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
  const { context } = walk(planMachine, atTheStart({ kept, stamp, languages, survey: true }));
  const slots: Slot[] = [];
  for (let place: Passed | null = context.passed; place !== null; place = place.before) slots.push(place.slot);
  return slots.reverse();
}

function saysOf(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) => (effect.type === 'say' ? [(effect.params as { key: string }).key] : []));
}
