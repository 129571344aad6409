/** What a turn leaves for the council's people: worries about safety and requests to be rung at once, and the plan when it is sent. */
import { assemble } from '../plan/assemble.ts';
import type { Author, Fact, FactOf } from '../plan/facts.ts';
import { type Kept, valueAt } from '../plan/kept.ts';
import { type Summary, summaryOf } from '../plan/summary.ts';
import type { PersonSaid } from '../plan/values.ts';
import { route } from './position.ts';
import type { Tools } from './tools.ts';

/** A worry about safety, for the team that acts on it. Nobody else gets the exact words. No diagnosis, no score. */
export interface FlagLetter {
  readonly kind: 'flag';
  /** The plan's reference and the flag's: the same worry is the same letter. */
  readonly id: string;
  readonly to: 'duty' | 'safeguarding';
  readonly level: 'now' | 'same_day';
  readonly about: string;
  readonly at: string;
  readonly plan: string;
  readonly first_name: string | null;
  readonly safe_contact: string | null;
  readonly where: string;
  readonly said: string;
  /** Who wrote it, when that is not the person. */
  readonly written_by?: Author;
  /** For `same_day`: who else is in the plan, and who must not be told. */
  readonly others: readonly string[];
  readonly not_to_be_told: readonly string[];
}

/** The exact words of a flag that waits for the plan. */
type FlagWords = Pick<FactOf<'flagged'>, 'id' | 'kind' | 'where' | 'at' | 'said'>;

/** A plan that was sent: the structured summary for the worker. */
export interface PlanLetter {
  readonly kind: 'plan';
  readonly id: string;
  readonly at: string;
  readonly summary: Summary;
  /** What could not be read, or was asked about gently: for the worker, and in no copy. Worries about harm have letters of their own. */
  readonly words: readonly FlagWords[];
}

/** Somebody asks to be rung: where, when and how it is safe, and what was said so far. */
export interface CallLetter extends Pick<FactOf<'call_back'>, 'said' | 'phone' | 'when' | 'safe'> {
  readonly kind: 'call';
  readonly id: string;
  readonly at: string;
  readonly plan: string;
  readonly first_name: string | null;
  readonly so_far: Summary;
}
export type Letter = FlagLetter | PlanLetter | CallLetter;

export interface Outbox {
  /** Returns when the letter would outlive a power cut. A letter that is there already, or was seen, is left alone. */
  put(letter: Letter): Promise<void>;
}

/** The letters that these facts give rise to. */
export function lettersFor(kept: Kept, facts: readonly Fact[], tools: Tools): readonly Letter[] {
  return facts.flatMap((fact): Letter[] => {
    if (fact.type === 'flagged' && (fact.level === 'now' || fact.level === 'same_day')) {
      return [flagLetter(kept, fact, fact.level)];
    }
    if (fact.type === 'answered' && isTold(fact)) return toldAfterwards(kept, fact);
    if (fact.type === 'call_back') return [callLetter(kept, fact, tools)];
    return fact.type === 'sent' ? [planLetter(kept, fact.at, tools)] : [];
  });
}

/** What the person says after a worry: how to reach them safely, what should happen, and that they want a call. It goes where the worry went. */
const isTold = ({ question, value }: FactOf<'answered'>): boolean =>
  ['safety.contact_ok', 'safety.wish'].includes(question) || (question === 'safety.crisis_next' && value === 'call_me');

function toldAfterwards(kept: Kept, { question, said, at }: FactOf<'answered'>): Letter[] {
  const flag = kept.flags.findLast(({ level }) => level === 'now' || level === 'same_day');
  if (flag === undefined) return [];
  const level = flag.level === 'now' ? 'now' : 'same_day';
  const id = `${kept.plan}-${flag.id}-${question.replace('safety.', '')}`;
  return [{ ...flagLetter(kept, flag, level), id, at, where: question, said }];
}

function flagLetter(kept: Kept, flag: FactOf<'flagged'>, level: 'now' | 'same_day'): FlagLetter {
  const name = valueAt<string>(kept, 'who.call_me') ?? null;
  const people = (kept.items.network ?? []).flatMap((id) => (kept.seeds[id] as PersonSaid | undefined)?.name ?? []);
  const not = valueAt<{ people: PersonSaid[] }>(kept, 'involve.not')?.people.map((somebody) => somebody.name) ?? [];
  return {
    kind: 'flag',
    id: `${kept.plan}-${flag.id}`,
    to: level === 'now' ? 'duty' : 'safeguarding',
    level,
    about: flag.kind,
    at: flag.at,
    plan: kept.plan,
    first_name: name,
    safe_contact: kept.answers['safety.contact_ok']?.said ?? kept.answers['who.contact']?.said ?? null,
    where: flag.where,
    said: flag.said,
    ...(flag.by.role === 'person' ? {} : { written_by: flag.by }),
    others: level === 'same_day' ? people : [],
    not_to_be_told: level === 'same_day' ? [...not, ...neverIn(kept)] : [],
  };
}

const neverIn = (kept: Kept): string[] => {
  const said = kept.answers['share.never']?.said;
  return said === undefined ? [] : [said];
};

function callLetter(kept: Kept, { type: _type, by: _by, at, ...call }: FactOf<'call_back'>, tools: Tools): CallLetter {
  const name = valueAt<string>(kept, 'who.call_me') ?? null;
  const id = `${kept.plan}-call-${digitsOf(at)}`;
  return { kind: 'call', id, at, plan: kept.plan, first_name: name, ...call, so_far: summaryAt(kept, at, tools) };
}

const digitsOf = (at: string): string => at.replace(/[^0-9]/g, '');

function summaryAt(kept: Kept, at: string, tools: Tools): Summary {
  const stamp = { at, by: { role: 'system' } } as const;
  const outOfHours = String(tools.council(at).out_of_hours_phone);
  const plan = assemble(kept, { now: at, route: new Set(route(kept, stamp, tools.languages.length)), outOfHours });
  return summaryOf(plan, plan.agreement.checks, plan.gaps);
}

function planLetter(kept: Kept, at: string, tools: Tools): PlanLetter {
  const id = `${kept.plan}-${digitsOf(at)}`;
  const words = kept.flags
    .filter(({ level, said }) => (level === 'with_the_plan' || level === 'note') && said !== '')
    .map((flag): FlagWords => ({ id: flag.id, kind: flag.kind, where: flag.where, at: flag.at, said: flag.said }));
  return { kind: 'plan', id, at, summary: summaryAt(kept, at, tools), words };
}
