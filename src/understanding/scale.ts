/** A score from 1 to 10: "7ish", "7/10", "seven out of ten". Two scores, halves and percentages are asked back. */
import { answer, type Heard, type Reader, type Understood, unclear, which } from './kinds.ts';
import { nowSaid, saysAny } from './now-said.ts';
import { alternatives, withDigits } from './numbers.ts';
import { hasStrongWords } from './strong-words.ts';
import { type Words, withoutFillers } from './words.ts';

export const readScale: Reader = (heard, question, _context, words) => {
  const worded = scoreInWords(heard, question.id, words);
  if (worded !== undefined) return answer(worded);
  const text = nowSaid(framed(heard, words), /\d/u, 'none').text;
  if (saysAny(heard.plain, 'uncounted') && !/\d/.test(text)) return { is: 'dont_know' };
  if (/\d ?%/.test(text)) return unclear('percentage');
  if (/(^|[^\p{L}\d])(-|minus ?)\d/u.test(text) && !/\d ?- ?\d/.test(text)) return unclear('out_of_range');
  const units = words.made('units', () => new RegExp(`\\d (?:${words.lists.notScores.join('|')})(?!\\p{L})`, 'u'));
  if (units.test(text)) return unclear('not_a_score');
  const range = rangeIn(text);
  if (range !== undefined) return range;
  if (words.made('comparison', () => alternatives(words.lists.comparisons, 'u')).test(text) && /\d/.test(text))
    return unclear('more_or_less');
  const contrary = words.made('contrary', () => alternatives(words.lists.notImportant, 'u'));
  const numbers = numbersMeant(text, words);
  if (question.id === 'goal.importance' && (numbers[0] ?? 10) <= 3 && contrary.test(text.replaceAll("'", '')))
    return unclear('which_way_round');
  return fromNumbers(numbers, heard, words);
};

/** Numbers of a text, in order, without those that are refused ("not 4, 3") or belong to the past ("used to be 9, now 4"). */
export function numbersMeant(text: string, words: Words): number[] {
  const now = words.made('now', () => alternatives([...words.lists.before_now, ...words.lists.corrections]));
  const cut = [...text.matchAll(now)]
    .map((found) => found.index + found[0].length)
    .filter((at) => /\d/.test(text.slice(at)) && /\d/.test(text.slice(0, at)));
  const before = /(?<!\p{L})(?:i said|i put|used to be|it was|was|used to) (?:a |an )?\d/u.exec(text);
  const turned = before === null ? -1 : text.slice(before.index).search(/(?<!\p{L})(?:but|now|actually)(?!\p{L})/u);
  const turn = before === null || turned < 0 ? 0 : before.index + turned;
  const replaced = /\d,? no,? (?=\d)/.exec(text);
  const from = Math.max(cut.at(-1) ?? 0, turn, replaced === null ? 0 : replaced.index + replaced[0].length);
  const meant = /\d/.test(text.slice(from)) ? text.slice(from) : text;
  const told = [
    ...meant.matchAll(
      /(not (?:a |an |the )?|was (?:a |an )?)?(?<![\d.\p{L}])(\d+(?:\.\d+)?)(?:ish|-ish|\+)?(?![\d\p{L}])/gu,
    ),
  ];
  const isNow = /(?<!\p{L})(?:now|today)(?!\p{L})/u.test(meant) && told.some(([, before]) => before === undefined);
  return told
    .filter(([, before]) => before === undefined || (before.startsWith('was') && !isNow))
    .map((found) => Number(found[2]));
}

function fromNumbers(found: readonly number[], heard: Heard, words: Words): Understood {
  const distinct = [...new Set(found)];
  const inside = distinct.filter((score) => score >= 1 && score <= 10);
  if (distinct.length === 0) return unclear('no_number');
  if (inside.length === 0) return unclear('out_of_range');
  if (inside.length > 1) return scores('several_numbers', inside);
  const [score = 0] = inside;
  if (!Number.isInteger(score)) return scores('half', [Math.floor(score), Math.ceil(score)]);
  if (distinct.length > 1 && distinct.some((other) => other < 1)) return unclear('out_of_range');
  return score >= 8 && hasStrongWords(heard, words) ? answer(score, 'strong_words') : answer(score);
}

const scores = (why: string, between: readonly number[]): Understood =>
  which(
    why,
    between.map((value) => ({ id: String(value), value })),
  );

/** "Between 6 and 8", "6 or 7", "6-7". */
function rangeIn(text: string): Understood | undefined {
  const found = /(?<![\d.])(\d{1,2}) ?(?:-|to|or|and|\/) ?(\d{1,2})(?![\d.])/.exec(text);
  if (found === null) return undefined;
  const [low, high] = [Number(found[1]), Number(found[2])].toSorted((one, other) => one - other);
  if (low === undefined || high === undefined || low < 1 || high > 10 || low === high) return undefined;
  return scores(
    'several_numbers',
    Array.from({ length: Math.min(10, high - low + 1) }, (_, index) => low + index),
  );
}

/** The text in digits, without "out of ten", and without a "one" that is no number ("that one"). */
function framed(heard: Heard, words: Words): string {
  const ones = words.made('one is not', () => alternatives(words.lists.oneIsNot));
  const frames = words.made('scale frames', () => alternatives(words.lists.scaleFrames));
  const halves = words.made('halves', () => alternatives(words.lists.halves));
  return withDigits(heard.plain.replace(ones, ' ').replace(/(?<=\p{L}{3})-?ish(?!\p{L})/gu, ' '), words)
    .replace(/ ?\/ ?10(?!\d)/g, ' ')
    .replace(frames, ' ')
    .replace(halves, '.5')
    .replace(/(\d) \.5/g, '$1.5');
}

function scoreInWords(heard: Heard, question: string, words: Words): number | undefined {
  const tables: Readonly<Record<string, Readonly<Record<string, number>>>> = words.lists.scaleWords;
  const said = heard.tokens.map((token) => token.word);
  const table = tables[question] ?? {};
  return table[said.join(' ')] ?? table[withoutFillers(said, words.phrases('fillers')).join(' ')];
}
