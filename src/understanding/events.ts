/** What a date hangs on: "our Kev's wedding", "when me hip's been done". */
import type { DateValue } from '../plan/values.ts';
import type { Context, Heard } from './kinds.ts';
import { alternatives } from './numbers.ts';
import { tidied } from './plain.ts';
import type { Words } from './words.ts';

export interface EventSaid {
  readonly name: string;
  readonly value: Pick<DateValue, 'precision' | 'date' | 'event'>;
  /** Moves from year to year in a way we do not know: a year beside it makes no date. */
  readonly undated: boolean;
}

export function eventIn(heard: Heard, context: Context, words: Words): EventSaid | undefined {
  const { events } = words.lists;
  // "As soon as possible" hangs on nothing.
  const typed = tidied(heard.text).replace(
    words.made('as soon as', () => alternatives(events.asSoonAs, 'giu')),
    ' ',
  );
  const undated = words.made('undated', () => alternatives(events.undated, 'iu')).exec(typed);
  if (undated !== null) return said(undated[0], context, true);
  const nouns = words.made(
    'events',
    () => new RegExp(`((?:[\\p{L}']{1,20} ){0,4})(?<!bank )(${events.nouns.join('|')})(?!\\p{L})`, 'iu'),
  );
  const noun = nouns.exec(typed);
  if (noun !== null) return said(withLead(noun[1] ?? '', noun[2] ?? '', events.stops), context, false);
  const vague = words.made('vague events', () => alternatives(events.vague, 'iu'));
  if (vague.test(typed.replaceAll("'", ''))) return undefined;
  const clause = words
    .made('event openings', () => new RegExp(`(?<!\\p{L})(?:${events.openings.join('|')}) ([^.,;!?]{3,120})`, 'iu'))
    .exec(typed);
  return clause === null ? undefined : said((clause[1] ?? '').trim(), context, false);
}

/** The words that belong to the noun: "our Kev's" wedding, but not "before" or "for". */
function withLead(lead: string, noun: string, stops: readonly string[]): string {
  const words = lead.trim().split(' ');
  const at = words.findLastIndex((word) => stops.includes(word.toLowerCase()));
  return [...words.slice(at + 1), noun].join(' ').trim();
}

function said(name: string, { known }: Context, undated: boolean): EventSaid {
  const wanted = name.toLowerCase().match(/[\p{L}]{4,}/gu) ?? [];
  const event = known?.events?.filter((one) => wanted.some((word) => one.name.toLowerCase().includes(word))) ?? [];
  const [only] = event;
  if (event.length === 1 && only?.date.date !== undefined) {
    return {
      name: only.name,
      undated,
      value: { precision: only.date.precision, date: only.date.date, event: only.name },
    };
  }
  return { name, undated, value: { precision: 'event', event: name } };
}
