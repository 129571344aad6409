/** A number, such as the hours of care in a week: "35ish", "4 hours a day mon to fri", "round the clock". */
import { answer, type Heard, type Reader, type Understood, unclear, which } from './kinds.ts';
import { nowSaid, saysAny, summedUp } from './now-said.ts';
import { alternatives, withDigits } from './numbers.ts';
import { numbersMeant } from './scale.ts';
import type { Words } from './words.ts';

const hoursInWeek = 168;

export const readNumber: Reader = (heard, _question, _context, words) => {
  const text = nowSaid(inDigits(heard, words), /\d/u, 'hours').text;
  if (/^(?:oh |well |only |just )?(?:a )?couple$/.test(heard.plain)) return unclear('several_numbers');
  const whole = words.made('whole hours', () => new Map(Object.entries(words.lists.hours)));
  const plainly = whole.get(text.replace(/[.!?,]+/g, '').trim());
  if (plainly !== undefined) return answer(plainly);
  if (/(^|[^\p{L}\d])(-|minus ?)\d/u.test(text) && !/\d ?- ?\d/.test(text)) return unclear('out_of_range');
  if (saysAny(text, 'uncounted') && !/\d/.test(text)) return { is: 'dont_know' };
  // "24/7, I sleep in the chair next to him".
  if (/24 ?\/ ?7/.test(text) && !/\d/.test(text.replace(/24 ?\/ ?7/, ''))) return answer(hoursInWeek);
  const total = /\d.*\d/.test(text) ? summedUp(text) : undefined;
  if (total !== undefined) return within(total);
  const comparisons = words.made('less than', () => alternatives(words.lists.fewerThan, 'u'));
  if (comparisons.test(text) && /\d/.test(text)) return unclear('more_or_less');
  const others = words.made('not hours', () => new RegExp(`\\d (?:${words.lists.notHours.join('|')})(?!\\p{L})`, 'u'));
  if (others.test(text) && !/\d ?(?:hours?|hrs?|h)(?!\p{L})/u.test(text)) return unclear('not_hours');
  const range = /(?<![\d.])(\d{1,3}) ?(?:-|to|or|and) ?(\d{1,3})(?![\d.]| ?(?:am|pm))/.exec(text);
  if (range !== null && !/[ap]m/.test(text)) {
    return /half|\.5/.test(text) ? unclear('several_numbers') : between([Number(range[1]), Number(range[2])]);
  }
  const often =
    /(\d+(?:\.\d+)?) ?(?:hours?|hrs?|h)? ?(twice|\d times|three times|four times) (?:a|per|each|every) week/.exec(text);
  if (often !== null)
    return within(Number(often[1]) * (often[2] === 'twice' ? 2 : Number(/\d/.exec(often[2] ?? '')?.[0] ?? 0)));
  if (/(?:morning|afternoon|evening|night)s? and (?:another )?\d/.test(text)) return unclear('several_numbers');
  return aDay(text, words) ?? times(text) ?? summed(text, words) ?? fromNumbers(numbersMeant(withoutAges(text), words));
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
        : /every (?:single )?day|each day|all week|daily|day in day out|mon\p{L}* (?:to|-|till?) sun|weekends (?:too|as well|and all)/u.test(
              text,
            )
          ? 7
          : undefined;
  if (count === undefined) return unclear('needs_days');
  return within(Number(hours[1]) * count);
}

/** "7 hours x 7 days", "3 hours for 5 days". */
function times(text: string): Understood | undefined {
  const found =
    /(\d+(?:\.\d+)?) ?(?:hours?|hrs?|h)? ?(?:x|times|for|by|on|over|,) ?(\d) (?:days|mornings|evenings|nights)/.exec(
      text,
    );
  return found === null ? undefined : within(Number(found[1]) * Number(found[2]));
}

/** "15 hours weekdays and 10 at weekends", "4 on Saturdays and 2 on Sundays"; "8 hours mon wed fri" may be each or in all. */
function summed(text: string, words: Words): Understood | undefined {
  const days = words.made('days named', () => alternatives(words.lists.dayNames, 'gu'));
  const named = [...text.matchAll(days)];
  const amounts = [...text.matchAll(/(?<![\d.])\d+(?:\.\d+)?(?![\d.])/g)];
  if (named.length < 2) return undefined;
  const [first] = amounts;
  if (amounts.length === 1 && first !== undefined) return unclear('needs_days');
  const isPaired =
    amounts.length === named.length &&
    amounts.every((amount, at) => {
      const after = amounts[at + 1]?.index ?? text.length;
      return (named[at]?.index ?? 0) > amount.index && (named[at]?.index ?? 0) < after;
    });
  return isPaired ? within(amounts.reduce((sum, amount) => sum + Number(amount[0]), 0)) : undefined;
}

/** "I'm 72 and I do 60 hours": an age is no number of hours. */
const withoutAges = (text: string): string => {
  const bare = text.replace(/(?<!\p{L})(?:i'?m|i am|aged|she'?s|he'?s) \d{2,3}(?= (?:and|but|now|myself|so)|,)/u, ' ');
  return /\d/.test(bare) ? bare : text;
};

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
