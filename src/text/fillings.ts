/** Words for what fills a gap in a text: dates as exactly as they were said, money with its period, numbers and lists. */
import type { Filling } from '../plan/replies.ts';
import type { DateValue, Money } from '../plan/values.ts';

/** Says another text in the same language, for the same reader. */
export type Say = (key: string, fillings?: Readonly<Record<string, Filling>>) => string;
export type Formatting = (filling: Filling, say: Say) => string;

/** The formatting of one language. Its formatters are made once: making one costs a hundred times more than using it. */
export function formatting(lang: string): Formatting {
  const dates = dateFormats(lang);
  const money = new Intl.NumberFormat(lang, {
    style: 'currency',
    currency: 'GBP',
    trailingZeroDisplay: 'stripIfInteger',
  });
  const numbers = new Intl.NumberFormat(lang);
  const lists = new Intl.ListFormat(lang, { type: 'conjunction' });
  const format: Formatting = (filling, say) => {
    if (typeof filling === 'string') return filling;
    if (typeof filling === 'number') return numbers.format(filling);
    if ('date' in filling) return dateInWords(filling.date, dates, say);
    if ('money' in filling) return moneyInWords(filling.money, (pence) => money.format(pence / 100), say);
    if ('lines' in filling) return filling.lines.map((line) => format(line, say)).join('\n');
    if ('list' in filling) return lists.format(filling.list.map((part) => format(part, say)));
    return say(filling.key, filling.with);
  };
  return format;
}

const dateFormats = (lang: string) => ({
  weekday: dateFormat(lang, { weekday: 'long' }),
  day: dateFormat(lang, { day: 'numeric', month: 'long', year: 'numeric' }),
  month: dateFormat(lang, { month: 'long', year: 'numeric' }),
});
type DateFormats = ReturnType<typeof dateFormats>;

const dateFormat = (lang: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(lang, { ...options, timeZone: 'UTC' });

/** "Thursday 26 November 2026", "around May 2027", "by the family wedding, around May 2027". Never more exact than it was said. */
function dateInWords(value: DateValue, formats: DateFormats, say: Say): string {
  const when = value.date === undefined ? undefined : moment(new Date(`${value.date}T00:00:00Z`), value, formats, say);
  if (value.event !== undefined) {
    const event = eventInWords(value.event, say);
    return when === undefined ? event : say('value.date.event_when', { event, when });
  }
  return when ?? (value.said.trim() === '' ? say('value.date.none') : value.said);
}

function moment(date: Date, { precision }: DateValue, formats: DateFormats, say: Say): string | undefined {
  switch (precision) {
    case 'day':
      return say('value.date.day', { weekday: formats.weekday.format(date), date: formats.day.format(date) });
    case 'week':
      return say('value.date.week', { date: formats.day.format(date) });
    case 'month':
      return say('value.date.month', { date: formats.month.format(date) });
    case 'season':
      return seasonInWords(date, say);
    case 'year':
      return say('value.date.year', { year: String(date.getUTCFullYear()) });
    case 'event':
    case 'unknown':
      return undefined;
  }
}

const seasons = ['winter', 'spring', 'summer', 'autumn'] as const;

function seasonInWords(date: Date, say: Say): string {
  const month = date.getUTCMonth();
  const season = seasons[Math.floor(((month + 1) % 12) / 3)] ?? 'winter';
  // January and February belong to the winter that began the year before.
  const year = date.getUTCFullYear() - (month < 2 ? 1 : 0);
  return say(`value.date.${season}`, { year: String(year), next: String(year + 1) });
}

/** "family wedding" wants an article and "Kev's wedding" does not: each language lists the starts that stand alone. */
function eventInWords(event: string, say: Say): string {
  const first = event.split(/\s/, 1)[0] ?? '';
  const alone = say('value.date.stands_alone').split(' | ');
  const named = first !== first.toLowerCase() || alone.some((start) => stands(first, start));
  return say(named ? 'value.date.event_named' : 'value.date.event', { event });
}

/** "-'s" in the list means any word that ends so. */
const stands = (word: string, start: string) =>
  start.startsWith('-') ? word.replace('’', "'").endsWith(start.slice(1)) : word === start;

/** "£60 a week", "£40 once", "about £22 an hour for 3 hours a week, so £66 a week". Always the amount and the period. */
function moneyInWords(value: Money, pounds: (pence: number) => string, say: Say): string {
  const { amount_pence: pence, period, hourly } = value;
  if (pence === undefined && hourly === undefined) return say('value.money.find_out');
  if (pence === 0) return say(value.sure ? 'value.money.nothing' : 'value.money.nothing_unsure');
  const whole = pence === undefined ? undefined : every(pounds(pence), period, say);
  const words = hourly === undefined ? (whole ?? '') : byTheHour(hourly, period, whole, pounds, say);
  return value.sure ? words : say('value.money.about', { amount: words });
}

const every = (amount: string, period: Money['period'], say: Say) =>
  period === undefined ? amount : say(`value.money.${period}`, { amount });

function byTheHour(
  { rate_pence, hours }: NonNullable<Money['hourly']>,
  period: Money['period'],
  total: string | undefined,
  pounds: (pence: number) => string,
  say: Say,
): string {
  const often = every(say('value.money.hours', { count: hours }), period, say);
  const rate = pounds(rate_pence);
  return total === undefined
    ? say('value.money.hourly', { rate, often })
    : say('value.money.hourly_total', { rate, often, total });
}
