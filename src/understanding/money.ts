/** Money with its period, in whole pence: "60 quid a week", "22.50 an hr 10 hrs a week", "85 pcm", "free". */
import figureWords from '../../locales/en-GB/figure-words.json' with { type: 'json' };
import type { Money, Period } from '../plan/values.ts';
import { amountsIn, penceOf, periodsAndRest, periodsIn } from './amounts.ts';
import { answer, type Heard, type Reader, type Understood, unclear, which } from './kinds.ts';
import { nowSaid, saysAny, withoutThese } from './now-said.ts';
import { alternatives, withDigits } from './numbers.ts';
import { isWhole, phrasesOf, type Words } from './words.ts';

/** Where an amount alone says too little. Elsewhere it may be kept without a period. */
const needsPeriod = new Set(['budget.amount', 'budget.contribution', 'spend.cost', 'action.cost']);

export const readMoney: Reader = (heard, question, _context, words) => {
  const said = heard.tokens.map((token) => token.word);
  const fillers = words.phrases('fillers');
  const { money } = words.lists;
  const is = (name: string, list: readonly string[]) =>
    isWhole(
      said,
      words.made(name, () => phrasesOf(list)),
      fillers,
    );
  if (question.id !== 'budget.amount' && is('perhaps free', money.perhapsFree))
    return answer({ amount_pence: 0, sure: false });
  if (is('free', money.free)) return answer({ amount_pence: 0, sure: true });
  const text = inFigures({ ...heard, plain: withoutThese(heard.plain, 'notFigures') }, words);
  if (
    /^(?:it'?s |it is |they're |that's )?free(?!\p{L})/u.test(heard.plain) &&
    !/£|\d ?(?:a|per|p)(?!\p{L})/u.test(text)
  )
    return answer({ amount_pence: 0, sure: true });
  const findsOut = words.made('finds out', () => alternatives(words.lists.findOut, 'u'));
  if (!/\d/.test(text)) {
    if (findsOut.test(heard.plain.replaceAll("'", ''))) return answer({ find_out: true, sure: false });
    const unsaid = unsaidIn(heard.plain, question.id);
    if (unsaid !== undefined) return unsaid;
    return /^(?:it is|its|it's|that's|thats)? ?free\b/.test(text) || isNothing(said, words)
      ? answer({ amount_pence: 0, sure: true })
      : unclear('no_amount');
  }
  if (words.made('other currency', () => alternatives(money.otherCurrency, 'u')).test(text) || /[€$]/.test(text))
    return unclear('other_currency');
  if (paysNoMore(heard.plain, question.id)) return answer({ amount_pence: 0, sure: true });
  const spoken = question.id === 'action.cost' ? text.replace(poundsAndPence, '£$1.$2') : text;
  return fromFigures(latest(spoken, words), question.id, isHedged(text, words), words);
};

/** "Eight fifty a fortnight": of something small, pounds and pence. */
const poundsAndPence = /(?<![\d.£-] ?)(?<!\d)(\d{1,2}) ([2-9]\d)(?![\d.]| ?(?:hours|hrs|days|weeks|times|p(?!\p{L})))/u;

/** "Used to pay £20 a week but they stopped it". */
const paysNoMore = (said: string, question: string): boolean =>
  question === 'budget.contribution' &&
  saysAny(said.slice(0, said.search(/[\d£]|$/u)), 'paidBefore') &&
  saysAny(said.slice(said.search(/\d(?!.*\d)|$/u)), 'paidNoMore');

/** No figure, and yet an answer: nobody has said, it is nobody's business, or somebody else pays. */
function unsaidIn(said: string, question: string): Understood | undefined {
  if (saysAny(said, 'notTold')) return { is: 'dont_know' };
  if (saysAny(said, 'private')) return { is: 'prefers_not' };
  if (saysAny(said, 'noAmountYet')) return unclear('no_amount');
  const pays = question === 'budget.contribution' && (saysAny(said, 'paidByOthers') || saysAny(said, 'stopped'));
  const isFree = question !== 'budget.amount' && saysAny(said, 'noCost');
  return pays || isFree ? answer({ amount_pence: 0, sure: true }) : undefined;
}

const isNothing = (said: readonly string[], words: Words): boolean =>
  ['no', 'nope', 'nothing', 'nowt', 'free'].includes(said[0] ?? '') &&
  said.length <= 6 &&
  said.some((word) => words.lists.money.freeHints.includes(word));

const isHedged = (text: string, words: Words): boolean =>
  words.made('about', () => alternatives(words.lists.about, 'u')).test(text) || /\dish/.test(text);

/** Words for numbers and coins as figures: "a tenner" is £10, "sixty pound" £60, "fifty pence" £0.50. */
function inFigures(heard: Heard, words: Words): string {
  const { money } = words.lists;
  const slang: Readonly<Record<string, string>> = money.slang;
  const coins = words.made('slang', () => alternatives(Object.keys(slang)));
  const pounds = words.made('pounds', () => money.pounds.filter((word) => word !== '£').join('|'));
  const pence = words.made('pence', () => money.pence.join('|'));
  return withDigits(
    heard.plain.replace(coins, (found) => slang[found] ?? found),
    words,
  )
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(new RegExp(`£? ?(\\d+) ?(?:${pounds})(?: and)? (\\d{2})(?: ?(?:${pence}))?(?![\\d.])`, 'g'), '£$1.$2')
    .replace(/£ ?(\d+)(?: and)? (\d{2})(?![\d.])(?! ?(?:hours|hrs|days|weeks|times))/g, '£$1.$2')
    .replace(
      new RegExp(`(?<![\\d.])(\\d{1,2}) ?(?:${pence})(?![\\p{L}/])`, 'gu'),
      (_, coins: string) => `£0.${coins.padStart(2, '0')}`,
    )
    .replace(new RegExp(`£? ?(\\d+(?:\\.\\d+)?) ?(?:${pounds})(?!\\p{L})`, 'gu'), '£$1 ')
    .replace(/(?<![\d.£])(\d+(?:\.\d+)?)(?= ?(?:to|or|-) ?£\d)/g, '£$1')
    .replace(/(?<=between )(\d+) and (?=£\d)/g, '£$1 to ')
    .replace(/(£\d+(?:\.\d+)?) to (\d+(?:\.\d+)?)(?![\d.])/g, '$1 to £$2')
    .replace(/(\d+) and a half (?:thousand|grand|k)(?!\p{L})/gu, '£$1500 ')
    .replace(/ {2,}/g, ' ')
    .replace(/£? ?(\d+(?:\.\d+)?) ?k(?!\p{L})/gu, (_, thousands: string) => `£${inThousands(thousands)} `);
}

function inThousands(thousands: string): string {
  const [whole = '0', part = ''] = thousands.split('.');
  return String(Number(whole) * 1000 + Number(part.padEnd(3, '0').slice(0, 3)));
}

/** "It was 200, now it's 250"; "60 no sorry 65": what was said last, with the rest of the sentence. */
function latest(said: string, words: Words): string {
  const { text: now, left } = nowSaid(said, /\d/u, 'money');
  const text =
    left !== '' && periodsIn(now, words).length === 0 ? `${now} ${left.replace(/£?\d+(?:\.\d+)?/gu, ' ')}` : now;
  const cut = words.made('money now', () => alternatives(['now', 'now its', "now it's", ...words.lists.corrections]));
  const places = [...text.replaceAll("'", ' ').matchAll(cut)].map((found) => found.index + found[0].length);
  const at = places.findLast((place) => /\d/.test(text.slice(place)) && /\d/.test(text.slice(0, place)));
  if (at === undefined) return text;
  const after = text.slice(at);
  return periodsIn(after, words).length > 0 ? after : `${after} ${text.slice(0, at).replace(/£?\d+(?:\.\d+)?/, ' ')}`;
}

function fromFigures(text: string, question: string, hedged: boolean, words: Words): Understood {
  if (/\d\p{L}\d|£\d+-\d{2}(?!\d)(?! ?p)/u.test(text) && !/£\d+-£?\d+ /.test(text)) return unclear('no_amount');
  const hourly = byTheHour(text, hedged, words);
  if (hourly !== undefined) return hourly;
  const amounts = amountsIn(text, words);
  const other =
    /(?<!\p{L})or (?:is it |maybe |perhaps |about |was it |is it more like )?£?(\d+(?:\.\d{1,2})?)(?![\d.])/u.exec(
      text,
    )?.[1];
  if (other !== undefined && amounts.length > 0)
    return several([...new Set([...amounts, penceOf(other)])], periodsIn(text, words)[0]);
  const [first] = amounts;
  if (first === undefined) return unclear('no_amount');
  const counted = byUse(text, first, amounts.length, hedged, words);
  if (counted !== undefined) return counted;
  const total =
    amounts.length === 2 &&
    words.made('there and back', () => alternatives(words.lists.money.thereAndBack, 'u')).test(text)
      ? first + (amounts[1] ?? 0)
      : first;
  const periods = periodsIn(text, words);
  const [period = boughtOnce(text)] = periods;
  if (amounts.length > 1 && total === first && amounts.some((amount) => amount !== first))
    return several(amounts, period);
  if (periods.length > 1)
    return which(
      'several_periods',
      periods.map((one) => ({ id: one, value: { amount_pence: total, period: one, sure: !hedged } })),
    );
  if (period === undefined && total > 0 && needsPeriod.has(question)) return unclear('needs_period');
  return money({ amount_pence: total, ...(period === undefined ? {} : { period }), sure: !hedged });
}

/** "£300 for a recliner" is paid once. */
const boughtOnce = (text: string): Period | undefined =>
  new RegExp(
    `£\\d+(?:\\.\\d+)? (?:for|to buy|to get) (?:a|an|the|some|new|my|\\d) (?!${notThings})\\p{L}{3}`,
    'u',
  ).test(text)
    ? 'one_off'
    : undefined;
const notThings = figureWords.things.join('|');

const money = (value: Money): Understood => answer(value);

const several = (amounts: readonly number[], period: Period | undefined): Understood =>
  which(
    'several_amounts',
    amounts.map((amount) => ({
      id: String(amount),
      value: { amount_pence: amount, ...(period === undefined ? {} : { period }), sure: false },
    })),
  );

/** "£22 an hour, three hours a week": the rate is kept beside the sum. */
function byTheHour(text: string, hedged: boolean, words: Words): Understood | undefined {
  const rate = words.made('rate', () => followedBy(words.lists.money.perHour)).exec(text);
  if (rate === null) return undefined;
  const rest = text.slice(0, rate.index) + text.slice(rate.index + rate[0].length);
  const hours = words
    .made(
      'hours',
      () => new RegExp(`(\\d+(?:\\.\\d+)?)( 1/2| and a half)? ?(?:${words.lists.hourUnits.join('|')})(?!\\p{L})`, 'u'),
    )
    .exec(rest);
  const period = periodsIn(rest, words)[0] ?? (/a day|per day|daily|every day/.test(rest) ? undefined : 'week');
  if (hours === null || period === undefined) return unclear('needs_hours');
  const count = Number(hours[1]) + (hours[2] === undefined ? 0 : 0.5);
  const pence = penceOf(rate[1] ?? '0');
  return money({
    amount_pence: Math.round((pence * Math.round(count * 100)) / 100),
    period,
    hourly: { rate_pence: pence, hours: count },
    sure: !hedged,
  });
}

/** "£12.50 twice a week", "£38 a day 2 days a week", "£6 a class, one class a week". Without the number of times it is asked back. */
function byUse(text: string, amount: number, amounts: number, hedged: boolean, words: Words): Understood | undefined {
  const counts: Readonly<Record<string, string>> = words.lists.money.useCount;
  const found = words.made('use count', () => alternatives(Object.keys(counts), 'u')).exec(text)?.[0];
  const days =
    /(?<![£\d.])(\d+) ?(?:days?|times?|sessions?|class(?:es)?|visits?|trips?|nights?|lessons?|x) ?(?:a|per|each|every) (?:week|wk)/.exec(
      text,
    )?.[1];
  const each = words
    .made('per use', () => alternatives([...words.lists.money.perUse, ...words.lists.money.perDay], 'u'))
    .test(periodsAndRest(text, words).rest);
  const times = found !== undefined ? counts[found] : days;
  if (times !== undefined && amounts === 1)
    return money({ amount_pence: amount * Number(times), period: 'week', sure: !hedged });
  return each ? unclear('needs_period') : undefined;
}

const followedBy = (units: readonly string[]): RegExp =>
  new RegExp(
    `£? ?(\\d+(?:\\.\\d{1,2})?) ?(?:${units
      .toSorted((one, other) => other.length - one.length)
      .map((unit) => unit.replaceAll('/', '\\/'))
      .join('|')})(?!\\p{L})`,
    'u',
  );
