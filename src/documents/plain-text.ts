/** A plan, or a copy of parts of it, as plain lines of text: a label, and the person's own words. */
import type { Plan } from '../plan/plan.ts';
import type { SharedCopy } from '../plan/summary.ts';
import type { Reader, Texts } from '../text/index.ts';

/** What one named person may see, as text. Empty parts are left out. */
export function copyAsText(copy: SharedCopy, texts: Texts, reader: Reader): string {
  const { review, ...contents } = copy.contents;
  const { early_if_always: _general, ...reviewed } = review ?? {};
  const names = namesOf(copy.people, copy.name);
  // Somebody else reads it: "me" is then the person by name.
  const other = copy.for === 'self' || reader.mode !== 'self' ? reader : { ...reader, mode: 'on_behalf' as const };
  return linesOf({ ...contents, review: reviewed }, '', { texts, reader: other, names, called: copy.name }).join('\n');
}

/** What the person sees of their own plan, without what is only for the worker. */
export function planAsText(plan: Plan, texts: Texts, reader: Reader): string {
  const { person, comms, about, well, needs, goals, actions, support, network, community, barriers } = plan;
  const { budget, spend, contingency, emergency, risks, sharing, review, people } = plan;
  const called = person.call_me;
  const names = namesOf(people, called);
  for (const { id, what } of [...goals, ...actions]) if (what !== undefined) names.set(id, what);
  const shown = { person, comms, about, well, needs, goals, actions, support, network, community, barriers };
  const { early_if_always: _general, ...reviewed } = review;
  const rest = { budget, spend, contingency, emergency, risks, sharing, review: reviewed };
  const heading = texts.t('plan.standing.draft', undefined, reader);
  return [heading, ...linesOf({ ...shown, ...rest }, '', { texts, reader, names, called })].join('\n');
}

interface Means {
  readonly texts: Texts;
  readonly reader: Reader;
  readonly names: ReadonlyMap<string, string>;
  /** How the person likes to be called. */
  readonly called: string | undefined;
}

const namesOf = (people: readonly { id: string; name: string }[], self: string | undefined) =>
  new Map([
    ...people.map(({ id, name }) => [id, name] as const),
    ...(self === undefined ? [] : [['self', self] as const]),
  ]);

function linesOf(value: unknown, path: string, means: Means): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => linesOf(one, path, means));
  if (typeof value === 'object' && value !== null) {
    const said = saidIn(value);
    if (said !== undefined && path !== '') return line(said, path, means);
    return Object.entries(value).flatMap(([name, one]) => linesOf(one, below(path, name), means));
  }
  return typeof value === 'string' ? line(value, path, means) : [];
}

/** `items` and ids are the plan's own business: labels are by the path that people know. */
const below = (path: string, name: string) => (name === 'items' ? path : path === '' ? name : `${path}.${name}`);

/** A date, a topic or an amount is shown as it was said. */
const saidIn = (value: object): string | undefined =>
  'said' in value && typeof value.said === 'string' && ('precision' in value || Object.keys(value).length === 1)
    ? value.said
    : undefined;

function line(value: string, path: string, { texts, reader, names, called }: Means): string[] {
  const key = `plan.fields.${path}`;
  if (!texts.has(key, reader.lang, reader.mode)) return [];
  // A link to something that is not shown says nothing to anybody.
  if (/^[a-z]\d+$/.test(value) && !names.has(value)) return [];
  const known = `plan.values.${path}.${value}`;
  const name = called === undefined ? undefined : { name: called };
  const words = texts.has(known, reader.lang, reader.mode)
    ? texts.t(known, name, reader)
    : (names.get(value) ?? dayInWords(value, texts, reader));
  return [`${texts.t(key, name, reader)}: ${words}`];
}

/** "Wednesday 3 May 1950"; whatever is no day stays as it is. */
const dayInWords = (value: string, texts: Texts, reader: Reader): string =>
  /^\d{4}-\d\d-\d\d$/.test(value)
    ? texts.t('value.just', { what: { date: { date: value, precision: 'day', said: value } } }, reader)
    : value;
