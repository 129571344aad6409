/** A number, such as the hours of care in a week: "35ish", "4 hours a day mon to fri", "round the clock". */
import { answer, type Heard, type Reader, type Understood, unclear, which } from './kinds.ts';
import { alternatives, withDigits } from './numbers.ts';
import { numbersMeant } from './scale.ts';
import type { Words } from './words.ts';

const hoursInWeek = 168;

export const readNumber: Reader = (heard, _question, _context, words) => {
  const text = inDigits(heard, words);
  const whole = words.made('whole hours', () => new Map(Object.entries(words.lists.hours)));
  const plainly = whole.get(text.replace(/[.!?,]+/g, '').trim());
  if (plainly !== undefined) return answer(plainly);
  if (/(^|[^\p{L}\d])(-|minus ?)\d/u.test(text) && !/\d ?- ?\d/.test(text)) return unclear('out_of_range');
  const range = /(?<![\d.])(\d{1,3}) ?(?:-|to|or|and) ?(\d{1,3})(?![\d.]| ?(?:am|pm))/.exec(text);
  if (range !== null && !/[ap]m/.test(text)) {
    return /half|\.5/.test(text) ? unclear('several_numbers') : between([Number(range[1]), Number(range[2])]);
  }
  return aDay(text, words) ?? summed(text) ?? fromNumbers(numbersMeant(text, words));
};

/** "4 hours a day mon to fri", "2 hours every day". Without the days it is asked back. */
function aDay(text: string, words: Words): Understood | undefined {
  const perDay = words.made('per day', () => alternatives(words.lists.money.perDay, 'u'));
  if (!perDay.test(text)) return undefined;
  const hours = /(\d+(?:\.\d+)?) ?(?:hours?|hrs?|h)?/.exec(text);
  if (hours === null) return unclear('no_number');
  const days = /(\d) days/.exec(text);
  const count =
    days !== null
      ? Number(days[1])
      : /mon\p{L}* (?:to|-|till?) fri|weekdays/u.test(text)
        ? 5
        : /every day|all week/.test(text)
          ? 7
          : undefined;
  if (count === undefined) return unclear('needs_days');
  return within(Number(hours[1]) * count);
}

/** "15 hours weekdays and 10 at weekends". */
function summed(text: string): Understood | undefined {
  const found = /(\d+(?:\.\d+)?)[^\d]{0,20}week ?days?[^\d]{0,12}?(\d+(?:\.\d+)?)[^\d]{0,20}weekend/.exec(text);
  return found === null ? undefined : within(Number(found[1]) + Number(found[2]));
}

function fromNumbers(found: readonly number[]): Understood {
  const distinct = [...new Set(found)];
  if (distinct.length === 0) return unclear('no_number');
  // "24 hours" may be every hour of a day, or of a week.
  if (distinct.length === 1 && distinct[0] === 24) return between([24, hoursInWeek]);
  return distinct.length > 1 ? between(distinct) : within(distinct[0] ?? 0);
}

const within = (value: number): Understood =>
  value < 0 || value > hoursInWeek ? unclear('out_of_range') : answer(value);

const between = (numbers: readonly number[]): Understood =>
  which(
    'several_numbers',
    numbers.map((value) => ({ id: String(value), value })),
  );

function inDigits(heard: Heard, words: Words): string {
  const ones = words.made('one is not', () => alternatives(words.lists.oneIsNot));
  return withDigits(heard.plain.replace(ones, ' '), words)
    .replace(/ (?:and a half|1\/2)/g, '.5')
    .replace(/(\d)(hours?|hrs?|h)(?!\p{L})/gu, '$1 $2');
}
