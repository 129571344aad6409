/** Asking to be rung: whether a message does, on which number, when, and how it is safe. */
import enGB from '../../locales/en-GB/ringing-words.json' with { type: 'json' };
import { type CallBack, callCares, callTimes } from '../plan/facts.ts';
import type { Kind } from '../plan/questions/kinds.ts';
import { phonesIn } from './phone.ts';
import { plain } from './plain.ts';

/** What is said of a call; without `phone`, no number was. */
export type RingSaid = Omit<CallBack, 'phone'> & { readonly phone?: string };

/** Does a message ask, as a whole, that somebody ring them? At an open question nothing much may stand beside it. */
export function asksToBeRung(text: string, { id, kind }: { readonly id: string; readonly kind: Kind }): boolean {
  const said = plain(text);
  if (said.length > longest || enGB.answersAt.includes(id)) return false;
  const start = before.exec(said)?.[0].length ?? 0;
  const asked = asks.map((one) => one.exec(said.slice(start))).find((found) => found !== null);
  if (asked === undefined || every.test(said)) return false;
  return unexplained(said.slice(start + asked[0].length)) <= (isOpen.has(kind) ? 1 : 6);
}

/** Does a message that asks for a person speak of being rung? */
export const speaksOfRinging = (text: string): boolean => anywhere.test(plain(text));

/** Number, times and cares; `words` are all that was said, unless that was only the number. */
export function ringSaidIn(text: string): RingSaid {
  const said = plain(text);
  const found = phonesIn(said).find(({ number }) => number !== undefined);
  const rest = found === undefined ? said : `${said.slice(0, found.at)} ${said.slice(found.end)}`;
  return {
    ...(found?.number === undefined ? {} : { phone: found.number }),
    when: callTimes.filter((time) => isSaid(rest, times[time])),
    safe: callCares.filter((care) => cares[care].test(rest)),
    words: /\p{L}/u.test(rest) ? text.trim() : '',
  };
}

/** "No, leave it", to the question where to ring. */
export const wouldRatherNot = (text: string): boolean => no.test(plain(text));
/** "Yes please", to the number that is known. */
export const isYesToRing = (text: string): boolean => yes.test(plain(text));

/** The number in how somebody is safely reached; undefined where some way is refused, or there are several. */
export function safeNumberIn(text: string): string | undefined {
  const said = plain(text);
  const [only, ...others] = phonesIn(said);
  return others.length > 0 || refused.test(said) ? undefined : only?.number;
}

const longest = 160;
const isOpen: ReadonlySet<Kind> = new Set<Kind>(['free_text', 'person']);

/** How many words are neither politeness, a number, a time nor a care. */
function unexplained(tail: string): number {
  const known = [...Object.values(times), ...Object.values(cares), /\d[\d ]*/u, /[^\p{L}]+/u];
  const rest = known.reduce((words, one) => words.replace(new RegExp(one.source, 'gu'), ' '), tail);
  return rest.split(' ').filter((word) => word !== '' && !light.test(word)).length;
}

/** A time that is named, and not as one when they must not ring. */
function isSaid(text: string, time: RegExp): boolean {
  const found = time.exec(text);
  return found !== null && !not.test(text.slice(0, found.index));
}

const filled = (pattern: string): string => {
  const parts: Readonly<Record<string, string>> = enGB.parts;
  return pattern.replace(/<(\w+)>/g, (_, name: string) => parts[name] ?? name);
};
const expression = (pattern: string): RegExp => new RegExp(pattern, 'u');
const before = expression(`^(?:${enGB.before}\\b[ ,.!]*)*`);
const asks = enGB.asks.map((ask) => expression(`^${filled(ask)}(?![\\p{L}\\d])`));
const anywhere = expression(enGB.anywhere);
const every = expression(enGB.every);
const light = expression(`^${enGB.light}$`);
const refused = expression(enGB.refused);
const not = expression(enGB.not);
const [no, yes] = [expression(enGB.no), expression(enGB.yes)];
const times = {
  morning: expression(enGB.when.morning),
  afternoon: expression(enGB.when.afternoon),
  evening: expression(enGB.when.evening),
  any_time: expression(enGB.when.any_time),
} as const;
const cares = {
  only_me: expression(enGB.safe.only_me),
  no_message: expression(enGB.safe.no_message),
  do_not_say_council: expression(enGB.safe.do_not_say_council),
} as const;
