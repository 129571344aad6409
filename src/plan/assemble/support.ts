/** Care and support from others, the people around the person, local places, and what could stop it. */
import type { Kept } from '../kept.ts';
import { localIdeaIn } from '../local-idea.ts';
import type { Action } from '../schema/actions.ts';
import type { Community } from '../schema/network.ts';
import type { PersonSaid, Phone } from '../values.ts';
import { lexicon, matcher, plainQuotes } from '../words.ts';
import { plainFields } from './defaults.ts';
import type { Material } from './material.ts';
import type { Registry } from './people.ts';
import { optional } from './who.ts';

type DraftAction = Pick<Action, 'id' | 'goal' | 'what' | 'helpers_said' | 'cost'>;

export function support(material: Material, registry: Registry, actions: readonly DraftAction[]) {
  const picked = material.items('support').map((id) => supportOf(material, registry, id));
  const local = actions.flatMap((action) => localGroup(material, action) ?? []);
  return {
    support: [...picked, ...fromActions(material.kept, local, picked)],
    network: network(material, registry),
    community: withGroups(community(material), local),
    barriers: barriers(material, registry),
  };
}

function supportOf(material: Material, registry: Registry, id: string) {
  const [who, ...others] = registry.refs('support.who', id);
  const paidBy = material.value<string>('support.paid_by', id);
  return {
    id,
    kind: material.kept.seeds[id],
    ...plainFields(material, 'support', id),
    ...optional('who', who),
    ...optional('who_also', others.length > 0 ? others : undefined),
    ...optional('paid_by', paidBy),
    goals: [] as string[],
    needs: [] as string[],
    status: 'wanted' as const,
  };
}

interface LocalGroup {
  readonly what: string;
  readonly action: DraftAction;
  readonly said: string;
}

/** An action that is a local group, in the person's own words or because they said yes to it. */
function localGroup(material: Material, action: DraftAction): LocalGroup | undefined {
  const saidYes = material.value('action.suggestion', action.id) === 'yes';
  const what = saidYes ? action.what : localIdeaIn(action.what);
  return what === undefined
    ? undefined
    : { what, action, said: (saidYes ? action.helpers_said : undefined) ?? action.what };
}

/** Such a group is support from others too, if the person did not list it themselves: nobody pays but for its cost. */
function fromActions(kept: Kept, local: readonly LocalGroup[], picked: readonly { kind: unknown; what?: unknown }[]) {
  const listed = picked.some(({ kind }) => kind === 'community');
  const used = kept.highest.support ?? 0;
  return listed
    ? []
    : local.map(({ what, action }, index) => ({
        id: `s${used + index + 1}`,
        kind: 'community',
        what,
        ...(action.cost?.amount_pence === 0 ? { paid_by: 'free' as const } : {}),
        // Nobody has to fund or book it, so nobody was asked how long; "not sure" is what is known.
        length: 'unsure' as const,
        goals: [action.goal],
        needs: [] as string[],
        status: 'wanted' as const,
        from_action: action.id,
      }));
}

function network(material: Material, registry: Registry) {
  const who = material.answer('network.who');
  const people = material.value<{ none?: true; people: unknown[] }>('network.who');
  const none = material.isNone('network.who') || people?.none === true;
  const items = none
    ? []
    : material.items('network').flatMap((id) => {
        const person = registry.refOf(material.kept.seeds[id] as PersonSaid);
        if (person === undefined || person === 'self') return [];
        const phone = material.value<Phone>('network.emergency', id);
        return [
          {
            id,
            person,
            ...plainFields(material, 'network', id),
            ...optional('in_emergency', phone?.may_ring),
            helps_with: [] as string[],
          },
        ];
      });
  return { none, ...(none ? optional('none_said', who?.said) : {}), items };
}

const triedIt = matcher(lexicon.community.tried);
const notForMe = matcher(lexicon.community.not_for_me);
const nothing = matcher(lexicon.community.nothing_suits);
const wouldTry = matcher(lexicon.community.would_try);

function stateOf(clause: string): Community['state'] {
  if (notForMe.test(clause)) return 'tried_not_for_me';
  if (nothing.test(clause)) return 'nothing_suits';
  if (wouldTry.test(clause)) return 'would_try';
  return triedIt.test(clause) ? 'tried_not_for_me' : 'used_now';
}

/** Local places, a sentence each: used now, would try, tried and not for me, nothing suits. */
function community(material: Material): Community[] {
  const answer = material.answer('community.use');
  if (answer?.value === undefined) return [];
  if (answer.notes.includes('none')) return [{ state: 'nothing_suits', said: answer.said, goals: [] }];
  return String(answer.value)
    .split(/(?<=[.!?])\s+|[\n;]+/u)
    .map((said) => said.trim())
    .filter((said) => said !== '')
    .map((said) => {
      const state = stateOf(plainQuotes(said));
      const several = said.includes(',') || matcher(lexicon.and).test(said);
      const what = (several ? undefined : localIdeaIn(said)) ?? said;
      return { ...(state === 'nothing_suits' ? {} : { what }), state, said, goals: [] };
    });
}

function withGroups(places: Community[], local: readonly LocalGroup[]): Community[] {
  const added = [...places];
  for (const { what, action, said } of local) {
    const there = added.find((place) => place.said.toLowerCase().includes(what.toLowerCase()));
    if (there !== undefined) there.goals = [...new Set([...there.goals, action.goal])];
    else {
      added.push({ what, state: 'would_try', said, goals: [action.goal] });
    }
  }
  return added;
}

function barriers(material: Material, registry: Registry) {
  const what = material.text('barrier.what');
  if (what === undefined) return [];
  const fix = material.text('barrier.fix');
  const [who] = fix === undefined ? [] : registry.mentionedIn(fix);
  return [{ id: 'b1', what, ...optional('fix', fix), ...optional('who', who) }];
}
