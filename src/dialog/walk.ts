/**
 * Walks a statechart's `always` chain from its start: past all that is settled, to where it rests. XState's own
 * `initialTransition` finds the same place (a test holds the two against each other), but makes a snapshot for each
 * step, which costs twenty times as much: too dear for a plan of 200 answers.
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

export function walk<Context extends object>(machine: AnyStateMachine, start: Context): Rest<Context> {
  const { guards, actions } = machine.implementations;
  const effects: Effect[] = [];
  let context = start;

  const holds = ({ guard }: Step): boolean =>
    guard === undefined || (guards[guard.type] as Guard)({ context, event }, guard.params);
  const run = (named: readonly Effect[]) => {
    for (const effect of named) {
      const { assignment } = actions[effect.type] as { readonly assignment?: Assignment };
      if (assignment === undefined) effects.push(effect);
      else {
        const change = typeof assignment === 'function' ? assignment({ context, event }, effect.params) : assignment;
        context = { ...context, ...change };
      }
    }
  };
  const enter = (target: AnyStateNode, from?: AnyStateNode): AnyStateNode => {
    for (const node of lineage(target)) if (!lineage(from).includes(node)) run(node.entry.map(asEffect));
    const inner = target.type === 'compound' ? target.initial.target[0] : undefined;
    return inner === undefined ? target : enter(inner, target);
  };
  let node = enter(machine.root);
  for (let count = 0; ; count += 1) {
    const step = stepsFrom(node).find(holds);
    if (step === undefined) return { path: node.path, context, effects };
    if (count > mostSteps) throw new Error(`The dialog runs in a circle at ${node.id}.`);
    run(step.actions);
    node = enter(step.target ?? node, node);
  }
}

/** The event before there is one. */
const event = { type: 'xstate.init' };

type Guard = (args: object, params: unknown) => boolean;
/** What `assign` was given. */
type Assignment = object | ((args: object, params: unknown) => object);

interface Step {
  readonly guard: Effect | undefined;
  readonly actions: readonly Effect[];
  readonly target: AnyStateNode | undefined;
}

/** A guard or an action, as dialogs name it: with what it is told, or by its name alone. */
const asEffect = (named: unknown): Effect => (typeof named === 'string' ? { type: named } : (named as Effect));

/** What may be stepped to without an event, in the order in which it is tried. */
const stepsFrom = remember((node): readonly Step[] =>
  lineage(node)
    .toReversed()
    .flatMap((one) => one.always ?? [])
    .map(({ guard, actions, target }) => ({
      guard: guard === undefined ? undefined : asEffect(guard),
      actions: actions.map(asEffect),
      target: target?.[0],
    })),
);

/** A state with those around it, the outermost first. */
const lineage: (node: AnyStateNode | undefined) => readonly AnyStateNode[] = remember((node) => [
  ...lineage(node.parent),
  node,
]);

/** A statechart never changes, so that what is read from it is read once. */
function remember<T>(read: (node: AnyStateNode) => readonly T[]) {
  const known = new WeakMap<AnyStateNode, readonly T[]>();
  return (node: AnyStateNode | undefined): readonly T[] => {
    if (node === undefined) return [];
    const found = known.get(node) ?? read(node);
    known.set(node, found);
    return found;
  };
}
