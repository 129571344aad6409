/** Writes each plain answer at the place its question names. What needs thought is written by the section's own file. */
import { type QuestionId, questions } from '../questions/index.ts';
import { sentences } from '../words.ts';
import { type Material, saysNothing } from './material.ts';
import { pathOf } from './places.ts';

/** The fields of one part of the plan, or of one item of it, that follow from the answers as they are. */
export function plainFields(material: Material, part: string, item?: string): Record<string, unknown> {
  const prefix = item === undefined ? `${part}.` : `${part}[${item}].`;
  const fields: Record<string, unknown> = {};
  for (const answer of material.answers.values()) {
    if (special.has(answer.question) || answer.value === undefined || saysNothing(answer)) continue;
    const path = pathOf(material, answer);
    if (!path?.startsWith(prefix)) continue;
    const field = path.slice(prefix.length);
    if (/[.[]/.test(field)) continue;
    fields[field] = tidy(answer.question, answer.value);
  }
  return fields;
}

/** Free text that is a list of things: a sentence or a line each. */
const inSentences: ReadonlySet<QuestionId> = new Set([
  'well.signs',
  'well.self_care',
  'decide.help_tried',
  'comm.support',
  'risk.controls',
  'carer.does',
  'interests.asked',
]);

/** Options that say "none of these". */
const noneOfThese: ReadonlySet<string> = new Set(['none', 'nothing']);

function tidy(question: QuestionId, value: unknown): unknown {
  if (inSentences.has(question)) return sentences(String(value));
  if (questions[question].kind === 'multi' && Array.isArray(value)) return value.filter((one) => !noneOfThese.has(one));
  return value;
}

/** Written by the sections' own files. */
const special: ReadonlySet<QuestionId> = new Set([
  'language.choice',
  'welcome.start_kind',
  'who.plan_for',
  'who.details',
  'who.birth_date',
  'who.contact',
  'who.assessment',
  'who.partner',
  'comm.format',
  'comm.print_size',
  'comm.braille_kind',
  'topic.matters_most',
  'info.have',
  'info.need',
  'info.who_knows',
  'info.other_plans',
  'pause.questions',
  'check.missing',
  'advocate.helper',
  'involve.who',
  'involve.not',
  'decide.authority',
  'goal.what',
  'goal.coach',
  'goal.coach_again',
  'goal.importance',
  'goal.importance_check',
  'goal.confidence',
  'action.what',
  'action.suggestion',
  'action.not_suit',
  'action.also_matters',
  'action.who_helps',
  'action.who',
  'need.right',
  'need.wrong',
  'need.from_memory',
  'support.pick',
  'support.who',
  'support.paid_by',
  'network.who',
  'network.emergency',
  'community.use',
  'barrier.what',
  'barrier.fix',
  'budget.know',
  'budget.amount',
  'budget.managed',
  'budget.manager',
  'spend.for',
  'spend.excluded',
  'contingency.call',
  'contingency.backup',
  'emergency.contact',
  'risk.who',
  'share.who',
  'share.parts',
  'share.choose',
  'share.never',
  'share.copy',
  'share.record',
  'review.first',
  'review.who',
  'review.early',
]);
