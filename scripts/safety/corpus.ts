/** The hand-written messages that the second reader learns from: `test/corpora/tuning`, never `held-out`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from './learn.ts';

export interface Line {
  readonly file: string;
  readonly said: string;
  /** A kind of harm, or null when nobody is in danger. */
  readonly kind: string | null;
  /** 1 for messages written for this reader; more for answers to questions, most of what is said; less for drills. */
  readonly counts: number;
}

const folder = 'test/corpora/tuning';
const drills = 'test/corpora/drills';

export const linesOf = (): Line[] => [...handWritten(), ...drilled()];

/** Answers to questions that tell of harm too: neither learned as harmless nor counted so. */
const alsoHarm = new Set(readFileSync(join(drills, 'answers-with-harm.txt'), 'utf8').toLowerCase().split('\n'));
const isAnswer = (file: string) => !/disclosures|harmless/.test(file);

function handWritten(): Line[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .flatMap((text) => {
          const { said, kind, question } = JSON.parse(text) as { said: string; kind?: string; question?: string };
          // Who is asked about harm answers with it.
          if (question?.startsWith('safety.')) return [];
          if (isAnswer(file) && alsoHarm.has(said.toLowerCase())) return [];
          const harm = file.endsWith('disclosures.jsonl') ? (kind ?? null) : null;
          return [{ file, said, kind: harm, counts: isAnswer(file) ? 2 : 1 }];
        }),
    );
}

const ofEachDrill = 15;

/** Sentences with choices, "my [son|nephew] took my [pension|card]": a few of the many that each stands for. */
function drilled(): Line[] {
  return ['disclosures.txt', 'harmless.txt'].flatMap((name) => {
    let kind: string | null = null;
    const random = randomFrom(11);
    return readFileSync(join(drills, name), 'utf8')
      .split('\n')
      .flatMap((line) => {
        if (line.startsWith('# ')) kind = line.slice(2);
        if (line.startsWith('# ') || line.trim() === '') return [];
        const made = Array.from({ length: ofEachDrill }, () => chosen(line, random));
        return [...new Set(made)].map((said) => ({ file: `drill ${line}`, said, kind, counts: 0.3 }));
      });
  });
}

const chosen = (line: string, random: () => number) =>
  line
    .replace(/\[([^\]]*)\]/g, (_all, choices: string) => {
      const each = choices.split('|');
      return each[Math.floor(random() * each.length)] ?? '';
    })
    .replace(/\s+([,.])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/** The batch that a line belongs to: those after the first were written when the patterns stood already. */
export const batchOf = (line: Line) => (isAnswer(line.file) && !isDrill(line) ? 'answers' : writtenWith(line));

/** The lines that were written in one go: whoever learns from some of them has seen what the others are like. */
export const writtenWith = (line: Line) =>
  isDrill(line) ? 'drill' : (/^(\w+)-/.exec(line.file)?.[1]?.replace('understanding', 'first') ?? 'first');

const isDrill = ({ file }: Line) => file.startsWith('drill');
