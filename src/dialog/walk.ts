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

  const holds = (guard: Named | undefined): boolean => {
    if (guard === undefined) return true;
    const { type, params } = asEffect(guard);
    return (guards[type] as (args: object, params: unknown) => boolean)({ context, event }, params);
  };
  const run = (named: readonly Named[]) => {
    for (const effect of named.map(asEffect)) {
      const { assignment } = actions[effect.type] as { readonly assignment?: Assignment };
      if (assignment === undefined) effects.push(effect);
      else {
        const change = typeof assignment === 'function' ? assignment({ context, event }, effect.params) : assignment;
        context = { ...context, ...change };
      }
    }
  };
  const enter = (target: AnyStateNode, from?: AnyStateNode): AnyStateNode => {
    for (const node of lineage(target)) if (!lineage(from).includes(node)) run(node.entry as readonly Named[]);
    const inner = target.type === 'compound' ? target.initial.target[0] : undefined;
    return inner === undefined ? target : enter(inner, target);
  };
  const next = (node: AnyStateNode): Step | undefined => {
    const steps = lineage(node)
      .toReversed()
      .flatMap((one) => (one.always ?? []) as readonly Step[]);
    return steps.find(({ guard }) => holds(guard));
  };

  let node = enter(machine.root);
  for (let count = 0; ; count += 1) {
    const step = next(node);
    if (step === undefined) return { path: node.path, context, effects };
    if (count > mostSteps) throw new Error(`The dialog runs in a circle at ${node.id}.`);
    run(step.actions);
    node = enter(step.target?.[0] ?? node, node);
  }
}

/** The event before there is one. */
const event = { type: 'xstate.init' };

/** How XState keeps the guards and actions that a dialog names. */
type Named = string | Effect;
const asEffect = (named: Named): Effect => (typeof named === 'string' ? { type: named } : named);

/** What `assign` was given. */
type Assignment = object | ((args: object, params: unknown) => object);

interface Step {
  readonly guard?: Named;
  readonly actions: readonly Named[];
  readonly target?: readonly AnyStateNode[];
}

/** A state with those around it, the outermost first. */
function lineage(node: AnyStateNode | undefined): readonly AnyStateNode[] {
  const known = node === undefined ? [] : lineages.get(node);
  if (known !== undefined || node === undefined) return known ?? [];
  const found = [...lineage(node.parent), node];
  lineages.set(node, found);
  return found;
}
const lineages = new WeakMap<AnyStateNode, readonly AnyStateNode[]>();
