/** "Show my plan" in a chat: what was said so far, by section, in the person's own words. */
import { isBlank, type Kept } from '../plan/kept.ts';
import { questions, type SectionName, sectionOf, sections } from '../plan/questions/index.ts';
import type { Filling, Reply } from '../plan/replies.ts';
import { named } from './prompt.ts';

export function soFar(kept: Kept): Reply[] {
  const told = Object.values(kept.answers).filter(
    (answer) => !isBlank(answer) && questions[answer.question].stores !== undefined,
  );
  const parts = (Object.keys(sections) as SectionName[]).flatMap((section) => {
    const lines = told
      .filter(({ question }) => sectionOf(question) === section)
      .map(
        ({ question, said }): Filling => ({
          key: 'conversation.label_and_words',
          with: { label: { key: `${question}.short` }, words: said },
        }),
      );
    const hidden = section === 'safety' || section === 'hello';
    return lines.length === 0 || hidden ? [] : [{ section, lines }];
  });
  if (parts.length === 0) return [{ say: 'conversation.plan_empty', waits: false }];
  return [
    { say: 'conversation.plan_so_far', waits: false },
    ...parts.map(({ section, lines }) => ({
      say: 'conversation.plan_part',
      with: { section: named(kept, `sections.${section}.title`), lines: { list: lines } },
      waits: false,
    })),
  ];
}
