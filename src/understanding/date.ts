/** Dates as people say them, in British order, no more exact than they were said. Two likely meanings are asked back. */
import * as chrono from 'chrono-node/en';
import { dayOf } from '../plan/dates.ts';
import type { DateValue } from '../plan/values.ts';
import { addDays, addMonths, weekdayOf } from './calendar.ts';
import { latest } from './date-corrected.ts';
import { mayNameDay, opensWithNone, readable } from './date-text.ts';
import { eventIn } from './events.ts';
import { feastIn } from './feasts.ts';
import { endOf, type Finder, type Found, inSomeYear, type Moment } from './found-date.ts';
import { type Asked, answer, type Context, type Heard, type Reader, type Understood, unclear, which } from './kinds.ts';
import { alternatives } from './numbers.ts';
import { spokenFinders } from './spoken-dates.ts';
import type { Words } from './words.ts';
import { bareOrdinal, pattern, writtenFinders } from './written-dates.ts';

/** Which way the dates of a question point; the others are to come. */
const tenses: Readonly<Record<string, Moment['tense']>> = { 'who.birth_date': 'past', 'support.start': 'any' };

export const readDate: Reader = (heard, question, context, words) => {
  const text = readable(heard, words);
  const moment: Moment = {
    today: dayOf(context.now),
    tense: tenseOf(question, text, words),
    isBirth: question.id === 'who.birth_date',
  };
  const said = (list: 'noDate' | 'vagueDate' | 'leansDate') =>
    words.made(list, () => alternatives(words.lists.dates[list], 'u')).test(text.replaceAll("'", ''));
  const event = eventIn(heard, context, words);
  if (event?.undated === true) return answer({ said: heard.text, precision: 'event', event: event.name });
  if (words.lists.dates.vagueDate.includes(text.trim()) || heard.plain === 'one day') return unclear('no_date');
  const now = latest(text, words).replace(
    words.made(
      'month next year',
      () =>
        new RegExp(
          `(?<=\\d(?:st|nd|rd|th)? (?:of )?(?:${Object.keys(words.lists.dates.months).join('|')})) next year`,
          'u',
        ),
    ),
    () => ` ${Number(moment.today.slice(0, 4)) + 1}`,
  );
  const found = withoutReasons(now, datesIn(now, moment, words), words);
  const clocks = found.length === 0 ? clocksIn(text, moment, words) : undefined;
  if (clocks !== undefined) return answer({ said: heard.text, precision: 'day', date: clocks });
  if (found.length === 0) {
    if (said('leansDate')) return unclear('no_date');
    if (opensWithNone(text, words)) return { is: 'none' };
    if (event !== undefined && !moment.isBirth) return answer({ said: heard.text, ...event.value });
    if (said('noDate')) return { is: 'none' };
    if (said('vagueDate')) return unclear('no_date');
    return mayNameDay(heard.plain, words) ? fromChrono(heard, moment, context) : unclear('no_date');
  }

  const read = decided(found, now, heard, moment, event?.name, words);
  return read.is === 'answer' ? ofWeek(read, text, words) : read;
};

/** "End of jan cos my operation is the 12th": the reason has a date of its own. */
function withoutReasons(text: string, found: readonly Found[], words: Words): readonly Found[] {
  const reasons = words.made('date reasons', () => alternatives(words.lists.dates.reasons, 'u'));
  const at = text.search(reasons);
  const before = found.filter((one) => one.at < at);
  const left = before.length === 0 ? found : before;
  // "The summer holidays, well by August": the plainer one; "six months ago now": the "now" says nothing.
  const plain = left.filter((one) => one.why === undefined);
  // "Back end of april" is one date, and an unsure one.
  const isPart = left.some(
    (one) => one.why !== undefined && plain.some(({ at: next }) => next > one.at && next - one.at - one.length < 5),
  );
  const some = plain.length > 0 && !isPart ? plain : left;
  const others = some.filter((one) => !/^now$/.test(text.slice(one.at, one.at + one.length)));
  return others.length > 0 ? others : some;
}

/** "The week of the 7th" is a week. */
function ofWeek(read: Extract<Understood, { is: 'answer' }>, text: string, words: Words): Understood {
  const { precision, ...date } = read.value as DateValue;
  const isWeek = words.made('week of', () => alternatives(words.lists.dates.weekOf, 'u')).test(text);
  return precision === 'day' && isWeek ? answer({ ...date, precision: 'week' }, ...read.notes) : read;
}

function tenseOf(question: Asked, text: string, words: Words): Moment['tense'] {
  const tense = tenses[question.id] ?? 'future';
  if (tense !== 'any') return tense;
  const { past, future } = words.lists.dates.cues;
  if (words.made('future cues', () => alternatives(future, 'u')).test(text)) return 'future';
  return words.made('past cues', () => alternatives(past, 'u')).test(text) ? 'past' : 'any';
}

function datesIn(text: string, moment: Moment, words: Words): Found[] {
  const finders = words.made<Finder[]>('date finders', () => {
    const written = writtenFinders(words);
    const year = pattern(/(?<![\d£/-])((?:19|20)\d\d)(?!\d)/u, (found) => ({
      kind: 'year',
      precision: 'year',
      dates: [`${found[1]}-01-01`],
    }));
    return [
      ...written.slice(0, 9),
      ...spokenFinders(words).slice(0, 1),
      ...written.slice(9),
      ...spokenFinders(words).slice(1),
      bareOrdinal,
      year,
    ];
  });
  const found: Found[] = [];
  // "A fortnight after" counts from the date that follows, and is none itself.
  let rest = text.replace(offsets, (counted, many: string | undefined) =>
    many === undefined ? counted : '_'.repeat(counted.length),
  );
  for (const finder of finders) {
    for (let again = 0; again < 3; again += 1) {
      const one = finder(rest, moment);
      if (one === undefined) break;
      found.push(one);
      rest = rest.slice(0, one.at) + '_'.repeat(one.length) + rest.slice(one.at + one.length);
    }
  }
  return found.toSorted((one, other) => one.at - other.at);
}

function decided(
  found: readonly Found[],
  text: string,
  heard: Heard,
  moment: Moment,
  event: string | undefined,
  words: Words,
): Understood {
  const one = merged(found, moment.isBirth);
  if (one === 'clash' || one === undefined) return which('several_dates', meanings(found, heard, event));
  if (one.why !== undefined) return unclear(one.why);
  if (
    moment.tense === 'past' &&
    words.made('or', () => alternatives(words.lists.dates.orElse, 'u')).test(text.replace(/ or so(?!\p{L})/gu, ''))
  )
    return unclear('several_dates');
  const moved = offset(one, text);
  if (
    moved.kind !== 'span' &&
    words.made('after', () => alternatives(words.lists.dates.after, 'u')).test(text.slice(0, moved.at)) &&
    !/(?<!\p{L})on (?:the )?$/u.test(text.slice(0, moved.at)) &&
    moved === one
  )
    return unclear('after_when');
  const late = moved.dates.filter((date) => moment.tense !== 'future' || endOf(date, moved.precision) >= moment.today);
  const right = late.filter((date) => moment.tense !== 'past' || date <= moment.today);
  if (right.length === 0) return unclear(late.length === 0 ? 'past_date' : 'future_date');
  if (
    right.length > 1 ||
    (words.made('beside', () => alternatives(words.lists.dates.beside, 'u')).test(text) && moved === one)
  )
    return which('several_dates', meanings([{ ...moved, dates: right }], heard, event));
  return answer(dateValue(right[0] ?? '', moved, heard, event));
}

const dateValue = (date: string, { precision }: Found, heard: Heard, event: string | undefined) => ({
  said: heard.text,
  precision,
  date,
  ...(event === undefined ? {} : { event }),
});

const meanings = (found: readonly Found[], heard: Heard, event: string | undefined) =>
  found.flatMap((one) => one.dates.map((date) => ({ id: `${date}`, value: dateValue(date, one, heard, event) })));

/** A weekday beside its date must agree; a year beside a month or feast belongs to it; the same day twice is one. */
function merged(found: readonly Found[], isBirth: boolean): Found | 'clash' | undefined {
  const [first] = found;
  if (found.length === 1 || first === undefined) return first;
  const born = found.filter((one) => one.hasYear === true && one.precision === 'day');
  if (isBirth && born.length === 1 && born[0] !== undefined) return born[0];
  const weekday = found.find((one) => one.kind === 'weekday');
  const others = found.filter((one) => one !== weekday);
  const [other] = others;
  if (weekday !== undefined && other !== undefined && others.length === 1 && other.kind !== 'span') {
    const on = weekday.dates[0];
    const fits = other.dates.filter((date) => on !== undefined && weekdayOf(date) === weekdayOf(on));
    return fits.length === 0 || other.precision !== 'day' ? 'clash' : { ...other, dates: fits };
  }
  // A birth is told with its day and year; "86 yesterday" beside it says nothing more.
  const whole = found.filter(
    (one) =>
      one.kind === 'day' &&
      one.precision === 'day' &&
      one.why === undefined &&
      one.isLoose !== true &&
      one.dates.length === 1,
  );
  if (
    whole.length === 1 &&
    whole[0] !== undefined &&
    found.every((one) => one === whole[0] || one.precision === 'year' || one.isLoose)
  )
    return withYear(whole[0], found);
  const same = new Set(found.map((one) => one.dates.join()));
  return same.size === 1 ? first : 'clash';
}

/** "The 5th of October this year": the year belongs to the day when it is the same one. */
const withYear = (day: Found, found: readonly Found[]): Found | 'clash' => {
  const year = found.find((one) => one.precision === 'year')?.dates[0]?.slice(0, 4);
  return year === undefined || day.dates[0]?.startsWith(year) ? day : 'clash';
};

/** "Once the clocks go forward": the last Sunday in March; back: in October. */
function clocksIn(text: string, moment: Moment, words: Words): string | undefined {
  const rules: Readonly<Record<string, string>> = words.lists.dates.clocks;
  const found = words.made('clocks', () => alternatives(Object.keys(rules), 'u')).exec(text)?.[0];
  return found === undefined
    ? undefined
    : inSomeYear({ ...moment, tense: 'future' }, 'day', (year) => feastIn(rules[found] ?? '', year))[0];
}

/** "The week before Christmas", "the day after". */
function offset(found: Found, text: string): Found {
  const before = offsets.exec(text);
  if (before === null || before.index > found.at || found.precision !== 'day') return found;
  const [, many, unit, way] = before;
  const count = (many === undefined || !/\d/.test(many) ? 1 : Number(many)) * (way === 'before' ? -1 : 1);
  const isDay = unit === 'day' || (many !== undefined && many !== 'the');
  const days = { day: 1, week: 7, fortnight: 14 }[unit ?? ''] ?? 30;
  return {
    ...found,
    precision: isDay ? 'day' : 'week',
    dates: found.dates.map((date) => (unit === 'month' ? addMonths(date, count) : addDays(date, days * count))),
  };
}
const offsets = /(?<!\p{L})(?:(\d{1,2}|a|an|the) )?(day|week|fortnight|month)s? (before|after)(?! next| tomorrow)/u;

/** What our words do not know, as far as the library is certain of a day. */
function fromChrono(heard: Heard, moment: Moment, context: Context): Understood {
  const reference = new Date(`${moment.today}T12:00:00Z`);
  const [first, ...more] = context.lang.startsWith('en')
    ? chrono.GB.parse(heard.plain, reference, { forwardDate: moment.tense === 'future' })
    : [];
  if (first === undefined || more.length > 0 || !first.start.isCertain('day') || !first.start.isCertain('month'))
    return unclear('no_date');
  const date = first.start.date().toISOString().slice(0, 10);
  if (moment.tense === 'future' && date < moment.today) return unclear('past_date');
  if (moment.tense === 'past' && date > moment.today) return unclear('future_date');
  return answer({ said: heard.text, precision: 'day', date });
}
