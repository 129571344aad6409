/** What a worker should look at: worries about safety as they were raised, and what the answers themselves give rise to. */
import type { z } from 'zod';
import type { Answer } from '../kept.ts';
import { areOverMoneyOnly } from '../papers.ts';
import type { QuestionId } from '../questions/index.ts';
import type { FlagSeen } from '../schema/agreement.ts';
import type { People } from '../values.ts';
import type { Material } from './material.ts';

type Flag = z.infer<typeof FlagSeen>;

export function flags(material: Material): Flag[] {
  const raised = material.kept.flags.map(
    ({ id, kind, level, where, at, shown_to_person }): Flag => ({ id, kind, level, where, at, shown_to_person }),
  );
  return [...raised, ...[...material.answers.values()].flatMap((answer) => raisedBy(answer, material))];
}

/** The kinds that an answer raises, if its value is so (`plan-content` 24). */
const raises: Partial<
  Record<QuestionId, readonly [kind: string, when: (value: never, material: Material) => boolean]>
> = {
  'decide.own': ['capacity_question', (value: string) => ['someone_else', 'unsure'].includes(value)],
  'decide.knows': ['person_not_involved', (value: string) => ['not_happy', 'no'].includes(value)],
  'decide.authority': ['authority_mismatch', areOverMoneyOnly],
  'interests.disagree': ['disagreement', (value: string | undefined) => value !== undefined],
  'advocate.hard': ['advocate_duty', hasNobodyToSpeakUp],
  'language.choice': ['interpreter', (value: string) => value === 'other'],
  'comm.interpreter': ['interpreter', (value: readonly string[]) => !value.includes('none')],
  'need.right': ['need_disputed', (value: string) => value === 'wrong' || value === 'missing'],
  'budget.manager_paid': ['money_conflict', (value: string) => value === 'yes'],
};

function raisedBy({ question, item, at, blank }: Answer, material: Material): Flag[] {
  const [kind, when] = raises[question] ?? [];
  const value = material.value(question, item);
  if (kind === undefined || blank !== undefined || value === undefined || !when?.(value as never, material)) return [];
  return [{ id: kind, kind, level: 'with_the_plan', where: question, at, shown_to_person: false }];
}

/** Care Act s.67: one of the four things is hard, and there is nobody suitable to help. */
function hasNobodyToSpeakUp(hard: readonly string[], material: Material): boolean {
  const helpers = material.value<People>('advocate.helper')?.people ?? [];
  return !hard.includes('none') && helpers.length === 0;
}
