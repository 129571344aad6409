/** The words of a page, for one reader. */
import type { Turn } from '../../conversation/talk.ts';
import type { Mode } from '../../plan/facts.ts';
import type { Filling, Offer, Reply } from '../../plan/replies.ts';
import type { Reader, Texts } from '../../text/index.ts';
import { saidInWords } from '../shape.ts';

export interface Words {
  readonly reader: Reader;
  readonly direction: 'ltr' | 'rtl';
  /** Names may be in any of them. */
  readonly named: boolean;
  t(key: string, fillings?: Readonly<Record<string, Filling>>): string;
  has(key: string): boolean;
  /** Of a reply made while the plan was another's, the words of that time. */
  say(reply: Pick<Reply, 'say' | 'with'>, mode?: Mode): string;
  /** What somebody said or tapped, after the turn `before`. */
  said(turn: Turn, before: Turn | undefined): string;
  label(offer: Offer): string;
  /** "10:32", on the council's clock. */
  time(instant: string): string;
  /** "Monday". */
  day(instant: string): string;
  /** "22 November 2026". */
  date(instant: string): string;
}

/** `names` are what any text may need: whose plan it is, when it is not the reader's. */
export function wordsFor(
  texts: Texts,
  reader: Reader,
  timeZone: string,
  names: Readonly<Record<string, Filling>> = {},
): Words {
  const named = Object.keys(names).length > 0;
  const clock = clockOf(reader.lang, timeZone);
  return {
    reader,
    direction: texts.direction(reader.lang),
    named,
    t: (key, fillings) =>
      !named && isPlain(fillings)
        ? fixed(texts, key, reader, fillings)
        : texts.t(key, { ...names, ...fillings }, reader),
    has: (key) => texts.has(key, reader.lang, reader.mode),
    say: (reply, mode = reader.mode) => texts.say(reply, { lang: reader.lang, mode }),
    said: (turn, before) => saidInWords(turn, before, { lang: reader.lang, mode: turn.mode }, texts),
    label: (offer) => texts.label(offer, reader),
    ...clock,
  };
}

type Clock = Pick<Words, 'time' | 'day' | 'date'>;
const clocks = new Map<string, Clock>();

/** Formatters are made once for a language and a place: making one costs more than a page. */
function clockOf(lang: string, timeZone: string): Clock {
  const name = `${lang} ${timeZone}`;
  const known = clocks.get(name);
  if (known !== undefined) return known;
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(lang, { ...options, timeZone });
    let last = { minute: '', words: '' };
    return (instant: string) => {
      // Nothing that is shown is finer than a minute, and most is said of the one that runs.
      const minute = instant.slice(0, 16);
      if (minute !== last.minute) last = { minute, words: formatter.format(new Date(instant)) };
      return last.words;
    };
  };
  const clock = {
    time: format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    day: format({ weekday: 'long' }),
    date: format({ day: 'numeric', month: 'long', year: 'numeric' }),
  };
  clocks.set(name, clock);
  return clock;
}

const known = new WeakMap<Texts, Map<string, Map<string, string>>>();

/** Nothing to fill in, or a number of things. */
const isPlain = (fillings: Readonly<Record<string, Filling>> | undefined): boolean =>
  fillings === undefined ||
  (typeof fillings.count === 'number' && fillings.count < 100 && Object.keys(fillings).length === 1);

/** Words without gaps are the same on every page: they are made once for each kind of reader. */
function fixed(texts: Texts, key: string, reader: Reader, fillings?: Readonly<Record<string, Filling>>): string {
  const all = known.get(texts) ?? new Map<string, Map<string, string>>();
  known.set(texts, all);
  const who = `${reader.lang} ${reader.mode}`;
  const theirs = all.get(who) ?? new Map<string, string>();
  all.set(who, theirs);
  const name = fillings === undefined ? key : `${key} ${fillings.count}`;
  const before = theirs.get(name);
  if (before !== undefined) return before;
  const words = texts.t(key, fillings, reader);
  theirs.set(name, words);
  return words;
}
