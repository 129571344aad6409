/** Answers longer than one look, each with the part that matters most to the person. */
import type { z } from 'zod';
import type { LongAnswer } from '../schema/agreement.ts';
import type { Material } from './material.ts';
import { pathOf } from './places.ts';
import { optional } from './who.ts';

export const longAnswers = (material: Material): z.infer<typeof LongAnswer>[] =>
  material.items('long').flatMap((id) => {
    const answer = material.answers.get(String(material.kept.seeds[id]));
    const path = answer === undefined ? undefined : pathOf(material, answer);
    if (answer === undefined || path === undefined) return [];
    const parts = (['topic.main_part', 'goal.main_part', 'need.main_part'] as const).map((one) =>
      material.text(one, id),
    );
    return [
      {
        id,
        path,
        question: answer.question,
        ...optional(
          'matters_most',
          parts.find((part) => part !== undefined),
        ),
      },
    ];
  });
