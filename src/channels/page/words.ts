/** The words of a page, for one reader. */
import type { Filling, Offer, Reply } from '../../plan/replies.ts';
import type { Reader, Texts } from '../../text/index.ts';

export interface Words {
  readonly reader: Reader;
  readonly direction: 'ltr' | 'rtl';
  t(key: string, fillings?: Readonly<Record<string, Filling>>): string;
  has(key: string): boolean;
  say(reply: Pick<Reply, 'say' | 'with'>): string;
  label(offer: Offer): string;
  /** "10:32", on the council's clock. */
  time(instant: string): string;
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
  const format = (options: Intl.DateTimeFormatOptions) => (instant: string) =>
    new Intl.DateTimeFormat(reader.lang, { ...options, timeZone }).format(new Date(instant));
  return {
    reader,
    direction: texts.direction(reader.lang),
    t: (key, fillings) => texts.t(key, { ...names, ...fillings }, reader),
    has: (key) => texts.has(key, reader.lang, reader.mode),
    say: (reply) => texts.say(reply, reader),
    label: (offer) => texts.label(offer, reader),
    time: format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    date: format({ day: 'numeric', month: 'long', year: 'numeric' }),
  };
}
