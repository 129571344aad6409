/**
 * How well people are understood: right, asked again, and silently wrong, by kind of answer.
 *
 *   node scripts/understanding.ts [folder]        default test/corpora/tuning; prints what went wrong with --show
 *   node scripts/understanding.ts --held-out      test/corpora/held-out, which is never looked at while tuning
 *   node scripts/understanding.ts --batch=second  only the files that begin with this word (first: `understanding`)
 *
 * A message that should be asked back is right when it is asked back, in whichever way. "Silently wrong" is an answer
 * stored that was not meant. Zero pounds and "none" are the same; so is a score that is kept with the note
 * `strong_words`, because the talk then asks which way round it was meant.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isQuestionId, questions } from '../src/plan/questions/index.ts';
import { commandIn, type OptionWords, type Understood, understand } from '../src/understanding/index.ts';
import { takenFrom } from './understanding/two-answers.ts';

const now = '2026-11-23T10:00:00.000Z';
const lang = 'en-GB';

interface Line {
  readonly question: string;
  readonly said: string;
  /** When it was said, if not on the day of the others. */
  readonly now?: string;
  readonly means: Record<string, unknown>;
}
type Verdict = 'right' | 'asked again' | 'silently wrong';

const args = process.argv.slice(2);
const folder = args.includes('--held-out')
  ? 'test/corpora/held-out'
  : (args.find((arg) => !arg.startsWith('--')) ?? 'test/corpora/tuning');
const show = args.includes('--show') && !args.includes('--held-out');
const texts = readTexts();
const rows = new Map<string, Record<Verdict, number>>();

type Outcome = Understood | { is: 'command'; command: string };

function outcomeOf(line: Line): Outcome {
  if (!isQuestionId(line.question)) throw new Error(`no question ${line.question}`);
  const question = { ...questions[line.question], id: line.question };
  const command = commandIn(line.said, question, lang);
  if (command !== null)
    return command.command === 'skip' ? { is: 'skip' } : { is: 'command', command: command.command };
  return understand(line.said, question, {
    now: line.now ?? now,
    lang,
    options: optionsOf(line.question, question.options),
  });
}

function judge({ means }: Line, got: Outcome): Verdict {
  const strong = got.is === 'answer' && got.notes.includes('strong_words');
  if (means.which === true || means.unclear === true) {
    return got.is === 'answer' && !strong ? 'silently wrong' : got.is === 'none' ? 'silently wrong' : 'right';
  }
  if (means.command !== undefined) {
    if (got.is === 'command') return got.command === means.command ? 'right' : 'asked again';
    return got.is === 'answer' ? 'silently wrong' : 'asked again';
  }
  for (const blank of ['dont_know', 'prefers_not', 'skip', 'none'] as const) {
    if (means[blank] !== true) continue;
    if (got.is === blank || (blank === 'none' && isZero(got))) return 'right';
    return got.is === 'answer' ? 'silently wrong' : 'asked again';
  }
  if (leavesNow(means, got)) return 'right';
  if (got.is !== 'answer') return got.is === 'none' ? 'silently wrong' : 'asked again';
  return means.answer === true || same(means.answer, got.value) ? 'right' : 'silently wrong';
}

/** The page is closed at once, whether that is an option of the question or the command that works everywhere. */
const leavesNow = (means: Line['means'], got: Outcome): boolean =>
  means.answer === 'leave_now' && got.is === 'command' && got.command === 'leave_now';

const isZero = (got: Outcome): boolean =>
  got.is === 'answer' &&
  typeof got.value === 'object' &&
  got.value !== null &&
  (('amount_pence' in got.value && got.value.amount_pence === 0) || ('none' in got.value && got.value.none === true));

/** Everything that was meant is in what was got. Names and numbers are compared as they sound, not as they are spaced. */
function same(meant: unknown, got: unknown, key = ''): boolean {
  if (Array.isArray(meant)) {
    if (!Array.isArray(got) || meant.length !== got.length) return false;
    return key === 'people'
      ? meant.every((one, index) => same(one, got[index]))
      : meant.toSorted().join() === got.toSorted().join();
  }
  if (typeof meant === 'object' && meant !== null) {
    if (typeof got !== 'object' || got === null) return false;
    return Object.entries(meant).every(([name, value]) => same(value, (got as Record<string, unknown>)[name], name));
  }
  if (key === 'phone') return digits(meant) === digits(got);
  if (key === 'name') return name(meant) === name(got);
  if (key === 'link') return String(meant).toLowerCase() === String(got).toLowerCase();
  return meant === got;
}

const digits = (value: unknown) =>
  String(value)
    .replace(/\D/g, '')
    .replace(/^(?:00)?44/, '0');
const name = (value: unknown) =>
  String(value)
    .toLowerCase()
    .replace(/^(?:my|me|the|our|a|i'll|i) /, '')
    .replace(/^i$/, 'me');

/** The labels and synonyms of every question, as the talk gives them: `options` and `options_also`. */
function readTexts(): Record<string, unknown> {
  const path = 'locales/en-GB';
  return Object.fromEntries(
    readdirSync(path)
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => Object.entries(JSON.parse(readFileSync(join(path, file), 'utf8')))),
  );
}

function optionsOf(question: string, ids: readonly string[]): OptionWords[] {
  const entry = question
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], texts) as
    | Record<string, Record<string, string>>
    | undefined;
  return ids.map((id) => ({
    id,
    words: [entry?.options?.[id] ?? '', ...(entry?.options_also?.[id] ?? '').split('|')]
      .map((words) => words.trim())
      .filter((words) => words !== '' && !words.startsWith('$')),
  }));
}

function print() {
  const total = { right: 0, 'asked again': 0, 'silently wrong': 0 };
  const line = (title: string, row: Record<Verdict, number>) => {
    const all = row.right + row['asked again'] + row['silently wrong'];
    const part = (verdict: Verdict) => `${row[verdict]} (${((100 * row[verdict]) / all).toFixed(1)} %)`.padStart(14);
    console.log(
      `${title.padEnd(12)}${String(all).padStart(6)}  ${part('right')}  ${part('asked again')}  ${part('silently wrong')}`,
    );
  };
  console.log(
    `${folder}\n${'kind'.padEnd(12)}${'all'.padStart(6)}  ${'right'.padStart(14)}  ${'asked again'.padStart(14)}  ${'silently wrong'.padStart(14)}`,
  );
  for (const [kind, row] of rows) {
    line(kind, row);
    for (const verdict of Object.keys(total) as Verdict[]) total[verdict] += row[verdict];
  }
  line('all', total);
}

const kinds = 'choice command date free_text money multi number person phone scale yes_no'.split(' ');
const batch = args.find((arg) => arg.startsWith('--batch='))?.slice('--batch='.length) ?? '';

/** Files are called after the batch in which they were written and the kind of answer: `second-money.jsonl`. */
function measure(kind: string) {
  const row = { right: 0, 'asked again': 0, 'silently wrong': 0 };
  for (const file of readdirSync(folder).toSorted()) {
    if (!file.startsWith(batch) || !file.endsWith(`-${kind}.jsonl`)) continue;
    for (const text of readFileSync(join(folder, file), 'utf8').split('\n')) {
      if (text.trim() === '') continue;
      const line: Line = JSON.parse(text);
      if (line.means.answers !== undefined || !isQuestionId(line.question)) continue;
      const got = outcomeOf(line);
      const verdict = judge(line, got);
      row[verdict] += 1;
      if (show && verdict !== 'right')
        console.log(
          `${verdict}: ${line.question} "${line.said}" means ${JSON.stringify(line.means)} got ${JSON.stringify(got)}`,
        );
    }
  }
  if (row.right + row['asked again'] + row['silently wrong'] > 0) rows.set(kind, row);
}

/** Two answers in one message: right when each is kept where it belongs and what was taken in passing is said back. */
function judgeBoth(line: Line): Verdict {
  const meant = line.means.answers as Record<string, unknown>;
  const { kept, saidBack } = takenFrom(line.question, line.said, line.now ?? now);
  const isKept = (question: string, value: unknown) => {
    const got = kept[question];
    return typeof value === 'string' && isFreeText(question) ? plainly(got).includes(plainly(value)) : same(value, got);
  };
  const wrong = Object.entries(kept).filter(([question, got]) => {
    const value = meant[question];
    return value === undefined ? question !== line.question : got !== undefined && !isKept(question, value);
  });
  if (wrong.length > 0) return 'silently wrong';
  const all = Object.entries(meant).every(
    ([question, value]) => isKept(question, value) && (question === line.question || saidBack.includes(question)),
  );
  return all ? 'right' : 'asked again';
}

const isFreeText = (question: string): boolean => isQuestionId(question) && questions[question].kind === 'free_text';
const plainly = (value: unknown): string =>
  String(value ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

for (const kind of kinds) measure(kind);
measureBoth();
print();

/** The files `two_answers`, where there are any. */
function measureBoth() {
  const row = { right: 0, 'asked again': 0, 'silently wrong': 0 };
  for (const file of readdirSync(folder).toSorted()) {
    if (!file.startsWith(batch) || !file.endsWith('-two_answers.jsonl')) continue;
    for (const text of readFileSync(join(folder, file), 'utf8').split('\n')) {
      if (text.trim() === '') continue;
      const line: Line = JSON.parse(text);
      const verdict = judgeBoth(line);
      row[verdict] += 1;
      if (show && verdict !== 'right')
        console.log(
          `${verdict}: ${line.question} "${line.said}" means ${JSON.stringify(line.means)} got ${JSON.stringify(takenFrom(line.question, line.said, line.now ?? now).kept)}`,
        );
    }
  }
  if (row.right + row['asked again'] + row['silently wrong'] > 0) rows.set('two answers', row);
}
