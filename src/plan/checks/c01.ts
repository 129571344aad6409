import { type Check, finding, isAnswered, nameOf, seen, text, textEach } from './finding.ts';
import { unanswered } from './needs-met.ts';

/** C1. Keeps you healthy, safe and well (003:17). Never met by a machine. */
export const c01: Check = (plan) => {
  const { well, risks } = plan;
  const name = nameOf(plan);
  const silent =
    !isAnswered(plan, 'well') && !isAnswered(plan, 'risks') && risks.items.length === 0 && !risks.none_seen;
  const open = unanswered(plan);
  const keeps = [well.good_times, well.prevent, ...well.signs, ...well.self_care].filter((one) => one !== undefined);
  const steps = risks.items.flatMap(({ controls }) => controls);
  const missing = [
    ...(silent ? [text('c1.worker.nothing_said', { name })] : []),
    ...textEach(open, (need) => text('c1.worker.need_open', { need: need.text })),
  ];
  return finding('C1', missing.length > 0 ? 'not shown' : 'needs judgement', {
    evidence: [
      seen('well.signs', ...well.signs),
      seen('well.self_care', ...well.self_care),
      seen('well.good_times', well.good_times),
      seen('well.prevent', well.prevent),
      seen('about.topics[health]', plan.about.topics.health?.said),
      ...risks.items.map((risk) => seen(`risks[${risk.id}]`, risk.what, ...risk.controls)),
      ...open.map((need) => seen(`needs[${need.id}].how`, need.text)),
    ],
    worker: [
      ...missing,
      text('c1.worker.keeps_well', { count: keeps.length, name }),
      text('c1.worker.worries', { count: risks.items.length }),
      text('c1.worker.steps', { count: steps.length }),
      ...(missing.length > 0 ? [] : [text('c1.worker.needs_judgement')]),
    ],
    resident: [text('c1.resident.needs_judgement')],
  });
};
