/** "Show my plan" in a chat: what was said so far, by section, in the person's own words. */

import { partsOf } from '../dialog/index.ts';
import { isBlank, type Kept } from '../plan/kept.ts';
import { type QuestionId, questions, type SectionName, sectionOf } from '../plan/questions/index.ts';
import type { Filling, Reply } from '../plan/replies.ts';
import { named } from './prompt.ts';

export function soFar(kept: Kept): Reply[] {
  const parts = partsOf(kept);
  if (parts.length === 0) return [{ say: 'conversation.plan_empty', waits: false }];
  return [{ say: 'conversation.plan_so_far', waits: false }, ...parts.map((section) => part(kept, section))];
}

/** One section of the plan, a line an answer. */
export function part(kept: Kept, section: SectionName): Reply {
  const lines = Object.values(kept.answers)
    .filter((answer) => !isBlank(answer) && questions[answer.question].stores !== undefined)
    .filter(({ question }) => shownIn(question) === section)
    .map(
      ({ question, said }): Filling => ({
        key: 'conversation.label_and_words',
        with: { label: { key: `${question}.short` }, words: said },
      }),
    );
  const title = named(kept, `sections.${section}.title`);
  return { say: 'conversation.plan_part', with: { section: title, lines: { lines } }, waits: false };
}

const shownIn = (question: QuestionId): SectionName => {
  const section = sectionOf(question);
  return section === 'actions' ? 'goals' : section;
};
