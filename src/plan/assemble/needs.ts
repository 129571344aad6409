/** Needs as the assessment found them, with what the person says about each. */
import type { AssessmentRecord } from '../facts.ts';
import { sharedWords, shareWords } from '../words.ts';
import type { Material } from './material.ts';
import { optional } from './who.ts';

type Seed = AssessmentRecord['needs'][number];

export function needs(material: Material) {
  const right = material.value<string>('need.right');
  const said = material.text('need.wrong');
  const view = right === undefined ? undefined : { right, ...optional('said', said) };
  // "I can wash myself" is about the need to wash, and not about the others.
  const texts = material.items('need').map((id) => (material.kept.seeds[id] as Seed | undefined)?.text ?? '');
  const meant = said === undefined || right !== 'wrong' ? [] : texts.filter((text) => shareWords(text, said));
  const recorded = material.items('need').flatMap((id) => {
    const need = material.kept.seeds[id] as Seed | undefined;
    if (need === undefined) return [];
    const { text, outcome_area, eligible, extent } = need;
    return [
      {
        id,
        text,
        outcome_area,
        eligible,
        ...optional('extent', extent),
        met_by: material.value<string[]>('need.met_by', id) ?? [],
        ...optional('person_view', meant.length === 0 || meant.includes(text) ? view : undefined),
        goal_links: (material.value<string[]>('need.goal', id) ?? []).filter((goal) =>
          material.items('goal').includes(goal),
        ),
        how: [] as string[],
      },
    ];
  });
  const remembered = material.text('need.from_memory');
  if (recorded.length > 0 || remembered === undefined) return recorded;
  return [
    { id: 'd1', text: remembered, eligible: 'not_decided', goal_links: [], how: [] as string[], from_memory: true },
  ];
}

interface Linkable {
  needs: { id: string; text: string; goal_links: string[]; how: string[] }[];
  actions: { id: string; goal: string }[];
  goals: { id: string; what?: unknown }[];
  support: { id: string; what?: unknown; needs: string[]; goals: string[] }[];
  spend: { items: { id: string; for: string[] }[] };
}

/** What a support is for: the goals that the person linked to its needs, and those in whose words they speak of it. */
function goalsOf({ what, needs: own, goals: known }: Linkable['support'][number], plan: Linkable): string[] {
  const linked = plan.needs.filter(({ id }) => own.includes(id)).flatMap(({ goal_links }) => goal_links);
  const named = plan.goals.filter((goal) => sharedWords(String(goal.what ?? ''), String(what ?? '')) >= enoughShared);
  return [...new Set([...known, ...linked, ...named.map(({ id }) => id)])];
}

/** One word, such as "walk", may be about anything; two are about the same thing. */
const enoughShared = 2;

/** What answers each need: supports that speak of it, actions for its goals, and costs that are for it. Supports get what they are for. */
export function linkNeeds<P extends Linkable>(plan: P): void {
  for (const support of plan.support) {
    support.needs = plan.needs.filter(({ text }) => shareWords(text, String(support.what ?? ''))).map(({ id }) => id);
    support.goals = goalsOf(support, plan);
  }
  for (const need of plan.needs) {
    need.how = [
      ...plan.support.filter((support) => support.needs.includes(need.id)).map(({ id }) => id),
      ...plan.actions.filter(({ goal }) => need.goal_links.includes(goal)).map(({ id }) => id),
      ...plan.spend.items.filter((cost) => cost.for.includes(need.id)).map(({ id }) => id),
    ];
  }
}
