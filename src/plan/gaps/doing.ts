/** What is missing about needs, goals, actions and support. */
import { answersTo, isEligible, isVague } from '../checks/needs-met.ts';
import type { Plan } from '../plan.ts';
import type { Gap } from '../schema/agreement.ts';
import { when } from './gap.ts';

export function ofNeeds(plan: Plan): Gap[] {
  const view = plan.needs.find(({ person_view }) => person_view !== undefined)?.person_view;
  return [
    ...plan.needs.flatMap((need) => [
      ...when(
        isEligible(need) && answersTo(plan, need).length === 0,
        `needs[${need.id}].how`,
        's.25(1)(c)',
        'worker',
        'need_open',
        'need.met_by',
      ),
      ...when(need.eligible === 'not_decided', `needs[${need.id}].eligible`, 's.25(1)(b)', 'worker', 'need_undecided'),
      ...when(
        need.eligible === 'partly' && need.extent === undefined,
        `needs[${need.id}].extent`,
        's.25(1)(b)',
        'worker',
        'need_extent',
      ),
    ]),
    ...when(
      view !== undefined && view.right !== 'yes',
      'needs.person_view',
      '002:11',
      'worker',
      'need_disputed',
      'need.wrong',
    ),
  ];
}

export function ofDoing({ goals, actions, barriers }: Plan): Gap[] {
  return [
    ...goals.flatMap(({ id, may_be_action }) =>
      when(may_be_action, `goals[${id}].what`, '004:489', 'worker', 'may_be_action', 'goal.coach'),
    ),
    ...actions.flatMap(({ id, cost }) =>
      when(
        cost !== undefined && (!cost.sure || cost.find_out === true),
        `actions[${id}].cost`,
        '003:27',
        'person',
        'action_cost',
        'action.cost',
      ),
    ),
    ...barriers.flatMap(({ id, fix }) =>
      when(fix === undefined, `barriers[${id}].fix`, '004:606', 'worker', 'barrier_fix', 'barrier.fix'),
    ),
  ];
}

export function ofSupport(plan: Plan): Gap[] {
  const strained = plan.network.items.filter(({ willing }) => willing === 'finding_it_hard' || willing === 'no');
  const linkable = plan.needs.length + plan.goals.length > 0;
  return [
    ...plan.support.flatMap((support) => [
      ...when(isVague(support), `support[${support.id}].when`, '003:20', 'either', 'support_vague', 'support.when'),
      ...when(
        support.length === undefined,
        `support[${support.id}].length`,
        '003:29',
        'either',
        'support_length',
        'support.how_long',
      ),
      ...when(
        linkable && support.needs.length + support.goals.length === 0,
        `support[${support.id}].needs`,
        '003:20',
        'worker',
        'support_link',
      ),
      ...when(
        support.paid_by === 'council' && support.if_not === undefined,
        `support[${support.id}].if_not`,
        '003:25',
        'either',
        'support_backup',
        'contingency.trigger',
      ),
    ]),
    ...when(
      strained.length > 0 && plan.network.carer_assessment === undefined,
      'network.carer_assessment',
      '004:387',
      'worker',
      'carer_assessment',
    ),
  ];
}
