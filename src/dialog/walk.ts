/**
 * Runs a statechart: from its start, or one event on, past all that is settled to where it rests. XState's own
 * `transition` does the same (tests hold the two against each other), but makes a snapshot for each step, which costs
 * twenty times as much: too dear for a plan of 200 answers. Knows what dialogs use: one state at a time, guards,
 * assignments, entry actions, `always`; anything else is refused when it is first read.
 */
import type { AnyStateMachine, AnyStateNode } from 'xstate';

/** An action that changes no context, for whoever runs the turn. */
export interface Effect {
  readonly type: string;
  readonly params?: unknown;
}

export interface Rest<Context> {
  /** Names of the states, from the outermost to the one that it rests in. */
  readonly path: readonly string[];
  readonly context: Context;
  readonly effects: readonly Effect[];
}

/** More steps than any plan has: a chain that runs in a circle is a mistake in a dialog. */
const mostSteps = 20_000;

/** From the start to the first rest. */
export function walk<Context extends object>(machine: AnyStateMachine, start: Context): Rest<Context> {
  const { actions, place } = chartOf(machine).start;
  const going = { context: { ...start }, event: initial, effects: [] };
  run(actions, going);
  return past(place, going);
}

/** One event on from a rest; null when nobody there hears it. */
export function step<Context extends object>(
  machine: AnyStateMachine,
  path: readonly string[],
  context: Context,
  event: { readonly type: string },
): Rest<Context> | null {
  const place = chartOf(machine).at(path);
  const going = { context: { ...context }, event, effects: [] };
  const heard = place.hears(event.type).find((one) => holds(one, going));
  if (heard === undefined) return null;
  run(heard.actions, going);
  return past(heard.place, going);
}

function past<Context extends object>(first: Place, going: Going<Context>): Rest<Context> {
  let place = first;
  for (let count = 0; ; count += 1) {
    const next = place.steps().find((one) => holds(one, going));
    if (next === undefined) return { path: place.path, context: going.context, effects: going.effects };
    if (count > mostSteps) throw new Error(`The dialog runs in a circle at ${place.path.join('.')}.`);
    run(next.actions, going);
    place = next.place;
  }
}

/** What a walk has with it. The context is the walk's own until it rests, and is changed in place. */
interface Going<Context> {
  readonly context: Context;
  readonly event: { readonly type: string };
  readonly effects: Effect[];
}

/** The event before there is one. */
const initial = { type: 'xstate.init' };

const holds = ({ guard, params }: Step, going: object): boolean => guard === undefined || guard(going, params);

function run(actions: readonly Action[], going: Going<object>): void {
  for (const { assign, effect } of actions) {
    if (assign === undefined) going.effects.push(effect);
    else Object.assign(going.context, typeof assign === 'function' ? assign(going, effect.params) : assign);
  }
}

type Guard = (args: object, params: unknown) => boolean;

interface Action {
  readonly effect: Effect;
  /** What `assign` was given. */
  readonly assign: object | ((args: object, params: unknown) => object) | undefined;
}

/** A way from one place to another: its own actions, and those of the states that are entered on it. */
interface Step {
  readonly guard: Guard | undefined;
  readonly params: unknown;
  readonly actions: readonly Action[];
  readonly place: Place;
}

/** An innermost state. */
interface Place {
  readonly path: readonly string[];
  /** Ways on without an event, in the order in which they are tried. */
  steps(): readonly Step[];
  /** Ways on when this is heard. */
  hears(type: string): readonly Step[];
}

interface Chart {
  readonly start: Pick<Step, 'actions' | 'place'>;
  at(path: readonly string[]): Place;
}

const charts = new WeakMap<AnyStateMachine, Chart>();

/** A statechart never changes, so that what is read from it is read once. */
function chartOf(machine: AnyStateMachine): Chart {
  const known = charts.get(machine) ?? read(machine);
  charts.set(machine, known);
  return known;
}

function read(machine: AnyStateMachine): Chart {
  const { guards, actions } = machine.implementations;
  const places = new Map<AnyStateNode, Place>();

  const actionOf = (named: unknown): Action => {
    const effect = asEffect(named);
    const { assignment } = actions[effect.type] as { readonly assignment?: Action['assign'] };
    return { effect, assign: assignment };
  };
  const stepFrom = (here: AnyStateNode, { guard, actions: done, target, source, reenter }: Way): Step => {
    const named = guard === undefined ? undefined : asEffect(guard);
    const to = target?.[0];
    const inner = to === undefined ? here : innermost(to);
    const entered = to === undefined ? [] : below(inner, domainOf(source, to, reenter));
    return {
      guard: named === undefined ? undefined : (guards[named.type] as Guard),
      params: named?.params,
      actions: [...done, ...entered.flatMap((node) => node.entry)].map(actionOf),
      place: placeOf(inner),
    };
  };
  const placeOf = (node: AnyStateNode): Place => {
    const known = places.get(node);
    if (known !== undefined) return known;
    const around = lineage(node).toReversed();
    around.forEach(refuseTheUnknown);
    const stepsOf = (ways: readonly Way[]) => ways.map((way) => stepFrom(node, way));
    const place: Place = {
      path: node.path,
      steps: once(() => stepsOf(around.flatMap((one) => one.always ?? []))),
      hears: onceEach((type) => stepsOf(around.flatMap((one) => one.transitions.get(type) ?? []))),
    };
    places.set(node, place);
    return place;
  };

  const first = innermost(machine.root);
  return {
    start: { actions: lineage(first).flatMap((node) => node.entry.map(actionOf)), place: placeOf(first) },
    at: (path) => placeOf(path.reduce<AnyStateNode>((node, name) => node.states[name] as AnyStateNode, machine.root)),
  };
}

/** What XState makes of a transition. */
type Way = Pick<
  AnyStateNode['always'] extends (infer T)[] | undefined ? T : never,
  'guard' | 'actions' | 'target' | 'source' | 'reenter'
>;

/** A guard or an action, as dialogs name it: with what it is told, or by its name alone. */
const asEffect = (named: unknown): Effect => (typeof named === 'string' ? { type: named } : (named as Effect));

/** A state with those around it, the outermost first. */
const lineage = (node: AnyStateNode | undefined): readonly AnyStateNode[] =>
  node === undefined ? [] : [...lineage(node.parent), node];

/** Where one comes to rest who enters a state. */
function innermost(node: AnyStateNode): AnyStateNode {
  const inner = node.type === 'compound' ? node.initial.target[0] : undefined;
  return inner === undefined ? node : innermost(inner);
}

const below = (node: AnyStateNode, outer: AnyStateNode | undefined) => lineage(node).slice(lineage(outer).length);

/** The state that is not left on the way (SCXML: the transition's domain). */
function domainOf(source: AnyStateNode, target: AnyStateNode, reenter: boolean): AnyStateNode | undefined {
  const around = lineage(target);
  if (!reenter && around.includes(source)) return source;
  return lineage(source.parent).findLast((node) => around.includes(node) && node !== target);
}

/** What this file does not run must not be in a dialog. */
function refuseTheUnknown({ id, type, exit, invoke, after }: AnyStateNode): void {
  const unknown = type === 'parallel' || type === 'history' || exit.length + invoke.length + after.length > 0;
  if (unknown) throw new Error(`${id}: dialogs have no parallel or history states, exit actions, actors or delays.`);
}

function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}

function onceEach<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    const it = made.get(name) ?? make(name);
    made.set(name, it);
    return it;
  };
}
