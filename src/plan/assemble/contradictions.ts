/** Two answers that cannot both be so. Nothing is decided for the person: both are kept, and somebody asks. */
import type { z } from 'zod';
import { weeklyExact } from '../money.ts';
import type { Contradiction } from '../schema/agreement.ts';
import type { DateValue, Money } from '../values.ts';
import type { Material } from './material.ts';

export function contradictions(material: Material): z.infer<typeof Contradiction>[] {
  const { record } = material.kept;
  const found: z.infer<typeof Contradiction>[] = [];
  const budget = material.value<Money>('budget.amount');
  const said = material.answer('budget.amount')?.said ?? '';
  if (
    record?.budget !== undefined &&
    budget !== undefined &&
    weeklyExact(budget) !== weeklyExact({ ...record.budget, sure: true })
  ) {
    found.push({ path: 'budget.total', other: 'budget.said_total', kept: '', against: said });
  }
  const born = material.value<DateValue>('who.birth_date')?.date;
  if (record?.person?.dob !== undefined && born !== undefined && born !== record.person.dob) {
    found.push({ path: 'person.dob', other: 'person.dob', kept: born, against: record.person.dob });
  }
  const nobody = material.answer('network.who');
  const family = [...material.answers.values()].find(
    ({ question, value }) => question === 'need.met_by' && Array.isArray(value) && value.includes('carer'),
  );
  if (nobody !== undefined && material.isNone('network.who') && family !== undefined) {
    found.push({
      path: 'network.none',
      other: `needs[${family.item}].met_by`,
      kept: nobody.said,
      against: family.said,
    });
  }
  for (const answer of material.answers.values()) {
    if (!answer.notes.includes('contradiction')) continue;
    found.push({
      path: answer.item === undefined ? answer.question : `${answer.question}@${answer.item}`,
      other: '',
      kept: answer.said,
      against: '',
    });
  }
  return found;
}
