/** What matters to the person, getting ready, and staying well. */
import type { z } from 'zod';
import { topics } from '../questions/prepare.ts';
import type { Information, Topic } from '../schema/about.ts';
import { lexicon, lines, plainQuotes } from '../words.ts';
import { plainFields } from './defaults.ts';
import type { Material } from './material.ts';
import { optional, questionsFor } from './who.ts';

export function about(material: Material) {
  return {
    about: {
      ...plainFields(material, 'about'),
      topics: Object.fromEntries(topics.map((topic) => [topic, topicOf(material, topic)])),
      matters_most: upToThree(material.text('topic.matters_most')),
    },
    prepare: { ...plainFields(material, 'prepare'), info: information(material), questions: questionsFor(material) },
    well: plainFields(material, 'well'),
    linked_plans: lines(material.text('info.other_plans') ?? '').map((name) => ({ name })),
  };
}

function topicOf(material: Material, topic: (typeof topics)[number]): z.infer<typeof Topic> {
  const answer = material.answer(`topic.${topic}`);
  if (answer === undefined) return { skipped: 'not_asked' };
  return answer.blank === undefined ? { said: String(answer.value) } : { skipped: answer.blank };
}

/** Up to three things, split only where the person plainly listed them; else all of it as one. */
export function upToThree(said: string | undefined): string[] {
  if (said === undefined) return [];
  const text = plainQuotes(said).replace(/[.!]+$/u, '');
  for (const between of [/[.!?;\n]+\s*/u, /,\s*(?:and\s+)?/iu, new RegExp(`\\s+${lexicon.and}\\s+`, 'iu')]) {
    const parts = text
      .split(between)
      .flatMap((part) =>
        between.source.startsWith(',') ? part.split(new RegExp(`\\s+${lexicon.and}\\s+`, 'iu')) : part,
      )
      .map((part) => part.trim())
      .filter((part) => part !== '');
    if (parts.length > 1) return parts.length <= 3 && parts.every(isShort) ? parts : [said];
  }
  return [said];
}

const isShort = (part: string) => part.split(' ').length <= 8;

function information(material: Material): z.infer<typeof Information>[] {
  const have = (material.value<string[]>('info.have') ?? []).filter((kind) => kind !== 'none');
  const need = material.text('info.need');
  return [
    ...have.map((kind) => ({ kind: kind as z.infer<typeof Information>['kind'], state: 'have' as const })),
    ...(need === undefined
      ? []
      : [
          {
            kind: 'other' as const,
            state: 'need' as const,
            what: need,
            ...optional('who_knows', material.text('info.who_knows')),
          },
        ]),
  ];
}
