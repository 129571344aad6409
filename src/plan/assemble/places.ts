/** Where each answer stands in the plan. Questions whose place depends on more than their `stores` are written here. */
import type { Answer } from '../kept.ts';
import { type QuestionId, questions } from '../questions/index.ts';
import type { lists } from '../questions/kinds.ts';
import type { Material } from './material.ts';

/** The path of an answer, items by their id; undefined when the answer only steers the talk. */
export function pathOf(material: Material, { question, item }: Pick<Answer, 'question' | 'item'>): string | undefined {
  const special = places[question]?.(material, item);
  if (special !== undefined) return special;
  const { stores } = questions[question];
  return item === undefined ? stores?.replace('[]', '') : stores?.replace('[]', `[${item}]`);
}

type Place = (material: Material, item: string | undefined) => string | undefined;

const onBehalf = ({ kept }: Material) => kept.mode === 'on_behalf';
const carerSelf = ({ kept }: Material) => kept.mode === 'carer_self';

const places: Partial<Record<QuestionId, Place>> = {
  'who.call_me': (material) => (onBehalf(material) ? 'author.name' : undefined),
  'who.person_name': (material) => (carerSelf(material) ? 'carer.cares_for' : undefined),
  'who.relation': (material) => (carerSelf(material) ? 'carer.cares_for_link' : undefined),
  'who.assessment': () => 'plan.based_on.had',
  'who.assessment_right': () => 'plan.based_on.right',
  'involve.carer': (material) => (carerSelf(material) ? 'involve.cared_for' : undefined),
  'comm.print_size': () => 'comms.formats[large_print].size_pt',
  'comm.braille_kind': () => 'comms.formats[braille].braille',
  'info.have': () => 'prepare.info[have]',
  'info.need': () => 'prepare.info[need]',
  'info.who_knows': () => 'prepare.info[need].who_knows',
  'check.missing': () => 'prepare.questions[missing]',
  'goal.what': (material, item) => goalWords(material, item, 'goal.what'),
  'goal.coach': (material, item) => goalWords(material, item, 'goal.coach'),
  'goal.coach_again': (material, item) => goalWords(material, item, 'goal.coach_again'),
  'goal.importance_check': (_, item) => `goals[${item}].importance.confirmed_after_check`,
  // A yes has become the action's own words (`kept.ts`).
  'action.suggestion': (_, item) => `actions[${item}].suggestion`,
  'need.wrong': () => 'needs.person_view.said',
  'need.right': () => 'needs.person_view',
  'need.from_memory': () => 'needs[d1].text',
  'budget.amount': ({ kept }) => (kept.record?.budget === undefined ? undefined : 'budget.said_total'),
  'barrier.what': () => 'barriers[b1].what',
  'barrier.fix': () => 'barriers[b1].fix',
  'spend.excluded': (_, item) => `spend.excluded[${item}]`,
  'share.parts': () => 'sharing.people.parts',
  'share.choose': () => 'sharing.people.chosen',
};

/** The answer that gives the goal its words, the last one: what coaching found, or what it was changed to since. */
export function goalAnswer(material: Material, goal: string): Answer | undefined {
  const tries = (['goal.coach_again', 'goal.coach', 'goal.what'] as const).map((question) =>
    material.answer(question, goal),
  );
  const said = tries.flatMap((answer) =>
    answer?.value === undefined || answer.notes.includes('none') ? [] : [answer],
  );
  return said.toSorted((one, other) => other.at.localeCompare(one.at))[0];
}

function goalWords(material: Material, item: string | undefined, question: QuestionId): string {
  if (item !== undefined && goalAnswer(material, item)?.question === question) return `goals[${item}].what`;
  if (question === 'goal.what' && goalAnswer(material, item ?? '') !== undefined) return `goals[${item}].action_idea`;
  return question === 'goal.what' ? `goals[${item}].what` : `goals[${item}].${question.replace('goal.', '')}`;
}

/** Which kind of plan never asks a question: those blanks mean nothing there. */
export function isAskedIn(material: Material, question: QuestionId): boolean {
  const { mode } = material.kept;
  if (question.startsWith('carer.')) return mode === 'carer_self';
  if (question.startsWith('interests.') || onlyOnBehalf.has(question)) return mode === 'on_behalf';
  if (question === 'decide.own') return mode !== 'on_behalf';
  if (onlyForOthers.has(question)) return mode !== 'self';
  if (notForCarers.has(question)) return mode !== 'carer_self';
  return !afterthoughts.has(question);
}

const onlyOnBehalf: ReadonlySet<QuestionId> = new Set([
  'decide.person_can',
  'decide.help_tried',
  'decide.knows',
  'decide.knows_why',
  'decide.authority',
]);
const onlyForOthers: ReadonlySet<QuestionId> = new Set(['who.person_name', 'who.relation']);
const notForCarers: ReadonlySet<QuestionId> = new Set([
  'who.reablement',
  'comm.distress',
  'topic.dos_donts',
  'budget.contribution',
]);
/** Asked only after a certain answer; without it there is no blank to explain. */
const afterthoughts: ReadonlySet<QuestionId> = new Set([
  'language.choice',
  'welcome.start_kind',
  'comm.print_size',
  'comm.braille_kind',
  'goal.coach',
  'goal.coach_again',
  'goal.smaller',
  'goal.importance_check',
  'action.suggestion',
  'spend.excluded',
  'need.right',
  'need.wrong',
  'need.from_memory',
  'who.assessment_right',
  'info.who_knows',
  'well.bad_spell',
  'share.choose',
  'topic.main_part',
  'goal.main_part',
  'need.main_part',
  'check.words_change',
  'check.missing',
]);

/** Items by list name, for paths: every goal, every action of every goal. */
export function everyItem(material: Material, list: keyof typeof lists): readonly string[] {
  if (list !== 'action') return material.items(list);
  return material.items('goal').flatMap((goal) => material.items('action', goal));
}
