/** Back-ups: what each stands in for, who is rung, and the emergency contacts that follow. */
import type { BackUp } from '../schema/contingency.ts';
import type { PersonRef } from '../schema/people.ts';
import { contentWords, lexicon, matcher, matchers, plainQuotes } from '../words.ts';
import { plainFields } from './defaults.ts';
import type { Material } from './material.ts';
import type { Registry } from './people.ts';
import { optional, reach } from './who.ts';

interface Relied {
  actions: (Partial<Link> & { id: string; what: string; helpers: PersonRef[]; kind?: unknown })[];
  support: (Partial<Link> & {
    id: string;
    kind: unknown;
    what?: unknown;
    who?: PersonRef | undefined;
    from_action?: string;
  })[];
  network: { items: { id: string; person: PersonRef; in_emergency?: boolean; helps_with: string[] }[] };
  budget: { manager?: PersonRef };
}

interface Link {
  if_not: string;
}

export function contingency(material: Material, registry: Registry, plan: Relied) {
  const backUps = material.items('contingency').map((id) => {
    const trigger = material.text('contingency.trigger', id) ?? '';
    const [call] = registry.refs('contingency.call', id);
    const [backup] = registry.refs('contingency.backup', id);
    return {
      id,
      ...plainFields(material, 'contingency', id),
      trigger,
      ...optional('call', reach(registry, call)),
      ...optional('backup', reach(registry, backup)),
      covers: coveredBy(trigger, registry, plan),
    };
  });
  link(plan, backUps);
  return { contingency: backUps, emergency: { contacts: contacts(material, registry, plan, backUps) } };
}

const supportWords = matchers(lexicon.support_kinds);
const everything = matcher(lexicon.everything);
const manager = matcher(lexicon.money_manager);

/** What a trigger speaks of: "if the group stopped or my daughter couldn't come". */
export function coveredBy(trigger: string, registry: Registry, plan: Relied): string[] {
  const text = plainQuotes(trigger);
  const all = everything.test(text);
  const people = new Set(registry.mentionedIn(text));
  const words = contentWords(text);
  const spokenOf = (about: string) => [...contentWords(about)].some((word) => words.has(word));
  const supports = plan.support.filter(
    ({ kind, what, who }) =>
      all ||
      spokenOf(String(what ?? '')) ||
      (who !== undefined && people.has(who)) ||
      (supportWords.get(kind as keyof typeof lexicon.support_kinds)?.test(text) ?? false),
  );
  const actions = plan.actions.filter(
    ({ id, what, kind }) =>
      spokenOf(what) || spokenOf(String(kind ?? '')) || supports.some(({ from_action }) => from_action === id),
  );
  const helpers = plan.network.items.filter(({ person }) => all || people.has(person));
  const money = plan.budget.manager;
  const stands = money !== undefined && money !== 'self' && (people.has(money) || manager.test(text));
  return [...[...supports, ...actions, ...helpers].map(({ id }) => id), ...(stands ? ['manager'] : [])];
}

/** Writes the other ends of the links: what to do if a support or an action fails, and where a helper was named. */
function link(plan: Relied, backUps: readonly Pick<BackUp, 'id' | 'covers' | 'call' | 'backup'>[]): void {
  for (const one of [...plan.support, ...plan.actions]) {
    const backUp = backUps.find(({ covers }) => covers.includes(one.id));
    if (backUp !== undefined) one.if_not = backUp.id;
  }
  for (const helper of plan.network.items) {
    const inActions = plan.actions.filter(({ helpers }) => helpers.includes(helper.person));
    const called = backUps.filter(({ call, backup }) => [call?.person, backup?.person].includes(helper.person));
    helper.helps_with = [...inActions, ...called].map(({ id }) => id);
    if (backUps.some(({ call }) => call?.person === helper.person && call.phone !== undefined))
      helper.in_emergency ??= true;
  }
}

/** Those the person named for an emergency; else those who may be rung; else the first to call of each back-up. */
function contacts(
  material: Material,
  registry: Registry,
  plan: Relied,
  backUps: readonly Pick<BackUp, 'call'>[],
): PersonRef[] {
  const named = registry.refs('emergency.contact').filter((ref) => ref !== 'self');
  if (named.length > 0 || material.isNone('emergency.contact')) return named;
  const ringable = plan.network.items.filter(({ in_emergency }) => in_emergency === true).map(({ person }) => person);
  const called = backUps.flatMap(({ call }) =>
    call?.phone === undefined || call.person === 'self' ? [] : [call.person],
  );
  return [...new Set([...ringable, ...called])];
}
