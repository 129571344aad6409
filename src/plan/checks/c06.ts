import type { Plan } from '../plan.ts';
import { lexicon, matcher } from '../words.ts';
import { type Check, finding, nameOf, seen, text, textEach, textIf } from './finding.ts';

/** C6. Says how you will manage risks (003:22). "Met" is on the information point only: no score by machine. */
export const c06: Check = (plan) => {
  const { items, none_seen } = plan.risks;
  const name = nameOf(plan);
  const noStep = items.filter(({ controls }) => controls.length === 0);
  const nobody = items.filter(({ controls, who }) => controls.length > 0 && who === undefined);
  const silent = items.length === 0 && !none_seen;
  const unspoken = knownMatters(plan);
  const incomplete = silent || noStep.length + nobody.length > 0;
  const state = incomplete ? 'not shown' : none_seen || unspoken.length > 0 ? 'needs judgement' : 'met';
  const full = items.filter(({ controls, who }) => controls.length > 0 && who !== undefined);
  return finding('C6', state, {
    evidence: [
      ...items.map((risk) => seen(`risks[${risk.id}]`, risk.what, risk.worth_it, ...risk.controls)),
      ...plan.barriers.map(({ id, what }) => seen(`barriers[${id}].what`, what)),
      ...plan.actions.map(({ id, barrier_plan }) => seen(`actions[${id}].barrier_plan`, barrier_plan)),
    ],
    worker: [
      ...(silent ? [text('c6.worker.not_shown', { name })] : []),
      ...(items.length > 0 ? [text('c6.worker.risks', { count: items.length, full: full.length })] : []),
      ...textEach(noStep, ({ what }) => text('c6.worker.no_step', { risk: what })),
      ...textEach(nobody, ({ what }) => text('c6.worker.nobody', { risk: what })),
      ...textEach(items, ({ worth_it, what }) =>
        text(worth_it === undefined ? 'c6.worker.worth_not_said' : 'c6.worker.worth', {
          risk: what,
          name,
          ...(worth_it === undefined ? {} : { words: worth_it }),
        }),
      ),
      ...(none_seen ? [text('c6.worker.none_seen', { name })] : []),
      ...textIf(
        unspoken.map((matter) => ({ key: `checks.c6.matter.${matter}` })),
        'c6.worker.unspoken',
      ),
    ],
    resident:
      noStep.length > 0
        ? textEach(noStep, ({ what }) => text('c6.resident.no_step', { risk: what }))
        : nobody.length > 0
          ? textEach(nobody, ({ what }) => text('c6.resident.nobody', { risk: what }))
          : [text(silent ? 'c6.resident.not_shown' : items.length === 0 ? 'c6.resident.none_seen' : 'c6.resident.met')],
  });
};

const aboutMoney = matcher(lexicon.money_manager);
const aboutSpells = matcher(lexicon.bad_spell);

/** Matters known to carry risk, that no risk of the plan speaks of. */
function knownMatters(plan: Plan): ('helper_paid' | 'on_behalf' | 'bad_spell')[] {
  const said = plan.risks.items.map(({ what, controls }) => [what, ...controls].join(' ')).join(' ');
  const { managed, manager } = plan.budget;
  const othersMoney =
    (managed.includes('direct_payment') || managed.includes('mixed')) && manager !== undefined && manager !== 'self';
  const spell = plan.well.varies === 'up_and_down' && plan.well.bad_spell !== undefined;
  return [
    ...(othersMoney && !aboutMoney.test(said) ? (['helper_paid'] as const) : []),
    ...(plan.plan.mode === 'on_behalf' ? (['on_behalf'] as const) : []),
    ...(spell && !aboutSpells.test(said) && !backedUp(plan) ? (['bad_spell'] as const) : []),
  ];
}

/** A back-up for a bad spell speaks of that risk as well as a risk would. */
const backedUp = (plan: Plan) => plan.contingency.some(({ trigger }) => aboutSpells.test(trigger));
