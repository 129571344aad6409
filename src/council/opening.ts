import type { Hours } from './schema.ts';

/** Whether somebody answers at an instant, and until when or from when: ISO instants, absent when that never changes. */
export interface Opening {
  readonly open: boolean;
  readonly until?: string;
  readonly opens?: string;
}

/** Is a team there at this instant (ISO)? Closed days and summer time are kept; the next change is looked for 21 days ahead. */
export function openAt(team: { readonly hours: Hours }, instant: string): Opening {
  if ('always' in team.hours) return { open: true };
  const at = Date.parse(instant);
  const spell = spellsAround(team.hours, at).find(({ to }) => at < to);
  if (spell === undefined) return { open: false };
  if (at < spell.from) return { open: false, opens: new Date(spell.from).toISOString() };
  return { open: true, until: new Date(spell.to).toISOString() };
}

type Weekly = Extract<Hours, { week: unknown }>;
interface Spell {
  readonly from: number;
  to: number;
}

/** The spells in which the team is there, oldest first, from the day before on; spells that touch are one. */
function spellsAround(hours: Weekly, at: number): Spell[] {
  const today = Math.floor((at + offsetAt(hours.timezone, at)) / 86_400_000);
  const spells: Spell[] = [];
  for (let day = today - 1; day <= today + 21; day += 1) {
    for (const [start, end] of hoursOn(hours, new Date(day * 86_400_000))) {
      const from = instantOf(hours.timezone, day, start);
      const to = instantOf(hours.timezone, day, end);
      const last = spells.at(-1);
      if (last?.to === from) last.to = to;
      else spells.push({ from, to });
    }
  }
  return spells;
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

function hoursOn(hours: Weekly, date: Date): readonly (readonly [string, string])[] {
  if (hours.closed.includes(date.toISOString().slice(0, 10))) return [];
  const weekday = weekdays[date.getUTCDay()];
  return weekday === undefined ? [] : hours.week[weekday];
}

/** The instant at which clocks in `timezone` show `time` on a day (counted from 1970-01-01). */
function instantOf(timezone: string, day: number, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const shown = day * 86_400_000 + (hour * 60 + minute) * 60_000;
  const guess = shown - offsetAt(timezone, shown);
  return shown - offsetAt(timezone, guess);
}

/** How far clocks in `timezone` are ahead of UTC at an instant, in milliseconds. */
function offsetAt(timezone: string, at: number): number {
  const parts = Object.fromEntries(
    clockOf(timezone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const kept = clocks.get(timeZone);
  if (kept) return kept;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(timeZone, clock);
  return clock;
}
