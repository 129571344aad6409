import type { Kept } from '../plan/kept.ts';
import { type QuestionId, questions } from '../plan/questions/index.ts';
import type { Filling } from '../plan/replies.ts';
import type { People, Phone } from '../plan/values.ts';
import { named } from './prompt.ts';

/** What was taken beside another answer, in words: the whole message would say more than this. */
export function wordsOf(question: QuestionId, value: unknown, kept: Kept): Filling {
  const label = (option: unknown): Filling => named(kept, `${question}.options.${String(option)}`);
  switch (questions[question].kind) {
    case 'choice':
      return label(value);
    case 'multi':
      return { list: (value as string[]).map(label) };
    case 'person':
      return { list: (value as People).people.map(({ name }) => name) };
    case 'phone':
      return (value as Phone).phone ?? '';
    default:
      return String(value);
  }
}
