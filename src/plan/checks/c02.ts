import type { Plan } from '../plan.ts';
import { type Check, finding, seen, supportName, text, textIf } from './finding.ts';

/** C2. Makes the most of what is in your community (003:18). "It was not for me" is an answer, not a fail. */
export const c02: Check = (plan) => {
  const supports = plan.support.filter(({ kind }) => kind === 'community');
  const shown = plan.community.length > 0 || supports.length > 0;
  const places = (state: Plan['community'][number]['state']) =>
    plan.community.filter((place) => place.state === state).map(({ what, said }) => what ?? said);
  const named = [...places('used_now'), ...places('would_try')];
  return finding('C2', shown ? 'needs judgement' : 'not shown', {
    evidence: [
      ...plan.community.map(({ said }, index) => seen(`community[${index}]`, said)),
      ...supports.map(({ id, what }) => seen(`support[${id}].what`, what)),
      seen('about.topics[out_and_about]', plan.about.topics.out_and_about?.said),
      ...plan.barriers.map(({ id, what }) => seen(`barriers[${id}].what`, what)),
    ],
    worker: shown
      ? [
          ...textIf(places('used_now'), 'c2.worker.used_now'),
          ...textIf(places('would_try'), 'c2.worker.would_try'),
          ...textIf(places('tried_not_for_me'), 'c2.worker.tried'),
          ...(places('nothing_suits').length > 0 ? [text('c2.worker.nothing_suits')] : []),
          ...textIf(
            supports.filter(({ from_action }) => from_action === undefined).map(supportName),
            'c2.worker.support',
          ),
          ...(plan.barriers.length === 0 && plan.about.topics.out_and_about?.said === undefined
            ? [text('c2.worker.no_transport')]
            : []),
          text('c2.worker.needs_judgement'),
        ]
      : [text('c2.worker.not_shown')],
    resident:
      named.length > 0
        ? textIf(named, 'c2.resident.needs_judgement')
        : [text(shown ? 'c2.resident.none_suits' : 'c2.resident.not_shown')],
  });
};
