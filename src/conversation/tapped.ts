import { type QuestionId, questions } from '../plan/questions/index.ts';
import type { Offer } from '../plan/replies.ts';
import type { Asked } from './decision.ts';

/** What tapped options stand for, in their labels' words; undefined when they fit no answer of the question. */
export function tappedAt(asked: Asked, offers: readonly Offer[], options: readonly string[]) {
  const labels = labelsOf(asked, offers, options);
  const value = valueTapped(asked.resting.question, options, labels);
  return value === undefined ? undefined : { value, words: labels.join(', ') };
}

function labelsOf({ before, resting, tools }: Asked, offers: readonly Offer[], options: readonly string[]): string[] {
  const words = new Map(
    tools.optionWords(resting.question, offers, before.context.kept).map((option) => [option.id, option.words[0]]),
  );
  return options.map((id) => words.get(id) ?? id);
}

function valueTapped(question: QuestionId, options: readonly string[], labels: readonly string[]): unknown {
  const { kind, answer: schema } = questions[question];
  const [first = ''] = options;
  const value = first.startsWith('=')
    ? parsed(first.slice(1))
    : kind === 'multi'
      ? [...options]
      : kind === 'yes_no'
        ? first === 'yes'
        : kind === 'scale' || kind === 'number'
          ? Number(first)
          : kind === 'choice'
            ? first
            : (labels[0] ?? first);
  return options.length > 0 && schema.safeParse(value).success ? value : undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
