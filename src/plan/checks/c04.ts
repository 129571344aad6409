import { type Check, finding, seen, supportName, text, textEach, textIf } from './finding.ts';
import { answersTo, isVague, unanswered } from './needs-met.ts';

/** C4. Meets the needs and outcomes from the assessment (003:20). Having something is not the same as enough: never met. */
export const c04: Check = (plan) => {
  const linked = plan.plan.based_on.state === 'linked';
  const open = unanswered(plan);
  const table = plan.needs
    .map((need) => ({ need, answers: answersTo(plan, need) }))
    .filter(({ answers }) => answers.length > 0);
  const disputed = plan.needs.filter(({ person_view }) => person_view !== undefined && person_view.right !== 'yes');
  const view = disputed[0]?.person_view;
  const judgement = linked && open.length === 0;
  return finding('C4', judgement ? 'needs judgement' : 'not shown', {
    evidence: [
      seen('plan.based_on', plan.plan.based_on.reference, plan.plan.based_on.date),
      ...plan.needs.map((need) => seen(`needs[${need.id}].text`, need.text)),
      seen('needs.person_view', view?.right, view?.said),
    ],
    worker: [
      ...(linked ? [] : [text('c4.worker.not_linked')]),
      ...textEach(open, (need) =>
        text('c4.worker.not_shown', { need: need.text, eligible: { key: `checks.eligible.${need.eligible}` } }),
      ),
      ...textEach(table, ({ need, answers }) => text('c4.worker.row', { need: need.text, list: { list: answers } })),
      ...textEach(plan.support.filter(isVague), (support) =>
        text('c4.worker.vague', { support: supportName(support) }),
      ),
      ...(view === undefined
        ? []
        : [
            text(
              view.said === undefined ? 'c4.worker.disputed' : 'c4.worker.disputed_said',
              view.said === undefined ? {} : { words: view.said },
            ),
          ]),
      ...(judgement ? [text('c4.worker.needs_judgement')] : []),
    ],
    resident: [
      ...(linked ? [] : [text('c4.resident.not_linked')]),
      ...textIf(
        open.map((need) => need.text),
        'c4.resident.not_shown',
      ),
      ...(judgement ? [text('c4.resident.needs_judgement')] : []),
    ],
  });
};
