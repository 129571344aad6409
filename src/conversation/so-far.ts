/** "Show my plan" in a chat: what was said so far, by section, in the person's own words. */

import { partsOf } from '../dialog/index.ts';
import { type Answer, isBlank, type Kept } from '../plan/kept.ts';
import { type QuestionId, questions, type SectionName, sectionOf } from '../plan/questions/index.ts';
import type { Filling, Reply } from '../plan/replies.ts';
import type { DateValue, Money } from '../plan/values.ts';
import { wordsOf } from './in-passing.ts';
import { named, namesIn } from './prompt.ts';

export function soFar(kept: Kept): Reply[] {
  const parts = partsOf(kept);
  if (parts.length === 0) return [{ say: 'conversation.plan_empty', waits: false }];
  return [
    { say: 'conversation.plan_so_far', with: namesIn(kept), waits: false },
    ...parts.map((section) => part(kept, section)),
  ];
}

/** One section of the plan, a line an answer. */
export function part(kept: Kept, section: SectionName): Reply {
  const lines = Object.values(kept.answers)
    .filter((answer) => !isBlank(answer) && questions[answer.question].stores !== undefined)
    .filter(({ question }) => !steps.has(question))
    .filter(({ question }) => shownIn(question) === section)
    .map(
      (answer): Filling => ({
        key: 'conversation.label_and_words',
        with: { label: named(kept, `${answer.question}.short`), words: shown(answer, kept) },
      }),
    );
  const title = named(kept, `sections.${section}.title`);
  return { say: 'conversation.plan_part', with: { section: title, lines: { lines } }, waits: false };
}

const shownIn = (question: QuestionId): SectionName => {
  const section = sectionOf(question);
  return section === 'actions' ? 'goals' : section;
};

/** Steps on the way to another answer, which has their outcome. */
const steps: ReadonlySet<QuestionId> = new Set(['goal.importance_check', 'action.suggestion', 'pause.remind']);

/** The person's own words; a day, a sum or a score as it was understood, so that they can see that it is right. */
function shown({ question, value, said, notes }: Answer, kept: Kept): Filling {
  const { kind } = questions[question];
  if (kind === 'date' && (value as DateValue).precision !== 'unknown') return { date: value as DateValue };
  if (kind === 'money') return { money: value as Money };
  if (notes.includes('in_passing')) return wordsOf(question, value, kept);
  return kind === 'scale' ? String(value) : said;
}
