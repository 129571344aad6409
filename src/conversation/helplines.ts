/** Which lines outside the council fit: by the kind of worry, who does it, the nation and, where it is known, the age. */
import { type Kept, valueAt } from '../plan/kept.ts';
import type { Filling, Reply } from '../plan/replies.ts';
import type { DateValue } from '../plan/values.ts';
import type { Danger } from './tools.ts';

/** The helplines that fit, as messages; `now` is an ISO instant. Whoever somebody is or loves is not guessed: a line says whom it is for. */
export function helplines(kept: Kept, kind: string, by: Danger['by'], now: string): Reply[] {
  return linesFor(kept, kind, by, now).map((line) => ({ say: 'safety.helpline', with: helpline(line), waits: false }));
}

function linesFor(kept: Kept, kind: string, by: Danger['by'], now: string): readonly string[] {
  const wales = kept.nation === 'wales';
  if (kind === 'crisis') return wales ? ['call_wales'] : [];
  const age = ageOf(kept, now);
  const athome = [wales ? 'da_wales' : 'da_england'];
  const partners = [...athome, 'da_men', 'da_lgbt'];
  if (kind === 'domestic_abuse') return age !== null && age >= olderFrom ? [...partners, 'hourglass'] : partners;
  if (!toOlder.has(kind)) return [];
  const older = age === null || age >= olderFrom ? ['hourglass'] : [];
  if (by === 'partner') return [...partners, ...older];
  // Of somebody who is not named it is not known that they are no partner, nor family.
  const close = by === 'family' || (kind === 'abuse' && by !== 'other');
  return close && kind !== 'neglect' ? [...athome, ...older] : older;
}

const toOlder: ReadonlySet<string> = new Set(['abuse', 'neglect', 'money_abuse']);
const olderFrom = 60;

/** In years, as far as the year of birth tells; null when it is not known. */
function ageOf(kept: Kept, now: string): number | null {
  const born = valueAt<DateValue>(kept, 'who.birth_date')?.date ?? kept.record?.person?.dob;
  return born === undefined ? null : Number(now.slice(0, 4)) - Number(born.slice(0, 4));
}

const helpline = (line: string): Record<string, Filling> => ({
  who: { key: `helplines.${line}.name` },
  number: { key: `helplines.${line}.number` },
  hours: { key: `helplines.${line}.hours` },
});
