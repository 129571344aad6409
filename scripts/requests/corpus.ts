/** The hand-written messages that the second reader of requests learns from: `test/corpora/tuning`, never `held-out`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import understanding from '../../locales/en-GB/understanding.json' with { type: 'json' };
import { isQuestionId, questions } from '../../src/plan/questions/index.ts';
import { randomFrom } from '../safety/learn.ts';

export interface Line {
  readonly batch: string;
  readonly said: string;
  /** What is asked of the assistant; null when the message is about somebody's life. */
  readonly command: string | null;
  readonly counts: number;
  /** The question that was answered, where it was one. */
  readonly question: string | undefined;
}

const folder = 'test/corpora/tuning';
const drills = 'test/corpora/drills';

export const linesOf = (): Line[] => [
  ...handWritten(),
  ...drilled('requests.txt', 30),
  ...drilled('like-requests.txt', 40),
];

function handWritten(): Line[] {
  return readdirSync(folder)
    .filter((file) => !file.includes('disclosures'))
    .toSorted()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .flatMap((line) => lineOf(line, file.split(/[-.]/)[0] ?? '')),
    );
}

interface Written {
  readonly question?: string;
  readonly said: string;
  readonly means?: Record<string, unknown>;
}

function lineOf(text: string, batch: string): Line[] {
  const { question, said, means = {} } = JSON.parse(text) as Written;
  if (means.unclear === true) return [];
  const command = means.skip === true ? 'skip' : means.command;
  if (typeof command === 'string') return [{ batch, said, command, counts: 9, question }];
  if (question !== undefined && asksOrCommands(question)) return [];
  const isOpen = question !== undefined && isQuestionId(question) && questions[question].kind === 'free_text';
  return [{ batch, said, command: null, counts: isOpen ? 6 : 3, question }];
}

const asksBack: ReadonlySet<string> = new Set(['pause.questions', 'check.missing', 'info.need', 'comm.language']);
const held: ReadonlySet<string> = new Set(Object.values(understanding.heldBack).flat());

/** Where a question is the answer, or an option is called as a request is, the same words mean both. */
const asksOrCommands = (question: string): boolean =>
  asksBack.has(question) ||
  (isQuestionId(question) && questions[question].options.some((option: string) => held.has(option)));

/** Sentences with choices, "say it [again|once more]", and choices with a name, "in {lang}": some of those each stands for. */
const named = new Map<string, string>();
function drilled(name: string, ofEach: number): Line[] {
  const random = randomFrom(11);
  let command: string | null = null;
  return readFileSync(join(drills, name), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, list, choices] = /^\{(\w+)\} = (.*)$/.exec(line) ?? [];
      if (list !== undefined && choices !== undefined) named.set(list, choices);
      if (line.startsWith('# ')) command = line.slice(2);
      if (list !== undefined || line.startsWith('# ') || line.trim() === '') return [];
      const made = Array.from({ length: ofEach }, () =>
        told(asked(chosen(line, named, random), random), named, random),
      );
      return [...new Set(made)].map((said) => ({
        batch: 'drill',
        said,
        command: command === 'dont_know' || command === 'prefers_not' ? null : command,
        counts: 3,
        question: undefined,
      }));
    });
}

/** Some type a question mark, most do not. */
const asked = (said: string, random: () => number): string =>
  questionWords.test(said) && !said.includes('?') && random() < 0.3 ? `${said}?` : said;
const questionWords = /^(?:what|wot|why|how|who|where|which|can|could|is|are|am|do|does|would|will|any)\b/u;

/** With a story before or behind: it stands beside requests and answers alike, and tells nothing of either. */
function told(said: string, named: ReadonlyMap<string, string>, random: () => number): string {
  const where = random();
  if (where > 0.3) return said;
  const story = chosen('{story}', named, random);
  return where < 0.15 ? `${story}, ${said}` : `${said}, ${story}`;
}

function chosen(line: string, named: ReadonlyMap<string, string>, random: () => number): string {
  const one = (choices: string) => {
    const each = choices.split('|');
    return each[Math.floor(random() * each.length)] ?? '';
  };
  const byName = (text: string) => text.replace(/\{(\w+)\}/g, (_all, list: string) => one(named.get(list) ?? ''));
  return byName(byName(line).replace(/\[([^\]]*)\]/g, (_all, choices: string) => one(choices)))
    .replace(/\s+/g, ' ')
    .trim();
}
