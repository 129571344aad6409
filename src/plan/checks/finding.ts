/** What the 13 checks are written with: texts by key, evidence by path. */
import type { Plan } from '../plan.ts';
import type { Filling } from '../replies.ts';
import type { CheckId, CheckState, Finding, Text } from '../schema/agreement.ts';

export type Evidence = Finding['evidence'][number];
export type Check = (plan: Plan) => Finding;

export const text = (key: string, fillings?: Record<string, Filling>): Text =>
  fillings === undefined ? { key: `checks.${key}` } : { key: `checks.${key}`, with: fillings };

/** A text for each of a list; nothing when the list is empty. */
export const textEach = <T>(list: readonly T[], make: (one: T) => Text): Text[] => list.map(make);
/** One text about a whole list; nothing when the list is empty. */
export const textIf = (list: readonly Filling[], key: string, more: Record<string, Filling> = {}): Text[] =>
  list.length === 0 ? [] : [text(key, { list: { list: [...list] }, ...more })];

export const finding = (
  id: CheckId,
  state: CheckState,
  parts: { evidence: readonly (Evidence | undefined)[]; worker: readonly Text[]; resident: readonly Text[] },
): Finding => ({
  id,
  state,
  evidence: parts.evidence.filter((one) => one !== undefined),
  worker: [...parts.worker],
  resident: [...parts.resident],
});

/** The words at a path; nothing when there are none. */
export function seen(path: string, ...words: readonly (string | undefined)[]): Evidence | undefined {
  const found = words.filter((word) => word !== undefined && word !== '');
  return found.length === 0 ? undefined : { path, words: found as string[] };
}

/** How the person likes to be called; "the person" where nobody has said yet. */
export const nameOf = (plan: Plan): Filling => plan.person.call_me ?? { key: 'checks.the_person' };

/** How somebody of the plan is called. */
export const personName = (plan: Plan, ref: string | undefined): Filling =>
  ref === 'self' ? nameOf(plan) : (plan.people.find(({ id }) => id === ref)?.name ?? { key: 'checks.somebody' });

/** What a support is called: what it does, or its kind. */
export const supportName = ({ what, kind }: Plan['support'][number]): Filling =>
  what ?? { key: `checks.support.${kind}` };

export const hasFlag = (plan: Plan, kinds: readonly string[]): boolean =>
  plan.flags.some(({ kind }) => kinds.includes(kind));

/** An answer at, or under, a path, even if it was "no, nothing". */
export const isAnswered = (plan: Plan, path: string): boolean =>
  Object.keys(plan.provenance).some((one) => one === path || one.startsWith(`${path}.`) || one.startsWith(`${path}[`));
