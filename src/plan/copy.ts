/** What one named person may see: only what was plainly given, less everything that is to be kept back. */
import { z } from 'zod';
import { wordsToKeepBack } from './assemble/sharing.ts';
import { Plan } from './plan.ts';
import type { Shared } from './schema/sharing.ts';
import { contentWords, matcher } from './words.ts';

const { shape } = Plan;
/** The parts that can ever be in a copy. Flags, gaps, checks, doubts about a writer and who must not see it never are. */
const shareable = {
  comms: shape.comms,
  about: shape.about,
  well: shape.well,
  needs: shape.needs,
  goals: shape.goals,
  actions: shape.actions,
  support: shape.support,
  network: shape.network,
  community: shape.community,
  barriers: shape.barriers,
  budget: shape.budget,
  spend: shape.spend,
  direct_payment: shape.direct_payment,
  contingency: shape.contingency,
  emergency: shape.emergency,
  risks: shape.risks,
  advice: shape.advice,
  review: shape.review,
};
type Part = keyof typeof shareable;
const partNames = Object.keys(shareable) as Part[];

export const SharedCopy = z.strictObject({
  for: z.string(),
  /** How the person whose plan it is likes to be called. */
  name: z.string().optional(),
  /** Why it is empty: nothing is shared with them, they must not see it, or somebody has to ask what was meant. */
  held: z.enum(['not_shared', 'never', 'unclear']).optional(),
  people: z.array(
    z.strictObject({ id: z.string(), name: z.string(), link: z.string().optional(), phone: z.string().optional() }),
  ),
  contents: z.strictObject(shareable).partial(),
});
export type SharedCopy = z.infer<typeof SharedCopy>;

/** The copy for one person of `people[]`, or for the person whose plan it is (`self`). */
export function copyFor(plan: Plan, person: string): SharedCopy {
  const name = plan.person.call_me === undefined ? {} : { name: plan.person.call_me };
  const shared = person === 'self' ? everything : plan.sharing.people.find(({ who }) => who === person);
  const held = person === 'self' ? undefined : reasonToHold(plan, person, shared);
  if (held !== undefined || shared === undefined) {
    return { for: person, ...name, held: held ?? 'not_shared', people: [], contents: {} };
  }
  const contents = contentsFor(plan, shared, person);
  return { for: person, ...name, people: peopleIn(plan, contents, person), contents };
}

type Given = Pick<Shared, 'parts' | 'not_parts' | 'not_said' | 'unclear'>;

const everything: Given = { parts: ['all'], not_parts: [] };

function reasonToHold(plan: Plan, person: string, shared: Given | undefined): SharedCopy['held'] {
  const { never } = plan.sharing;
  if (plan.involve.not.includes(person) || never.some(({ people }) => people.includes(person))) return 'never';
  if (shared === undefined) return 'not_shared';
  if (never.some(({ unclear }) => unclear)) return 'unclear';
  return shared.parts.length === 0 ? (shared.unclear ? 'unclear' : 'not_shared') : undefined;
}

function contentsFor(plan: Plan, shared: Given, reader: string): SharedCopy['contents'] {
  const own = reader === 'self';
  const never = own ? [] : plan.sharing.never;
  const notParts = [...shared.not_parts, ...never.flatMap(({ parts }) => parts)];
  const saidBack = [shared.not_said, ...never.filter(({ parts }) => parts.length > 0).map(({ said }) => said)];
  const back: KeepBack = {
    words: wordsToKeepBack(notParts, saidBack.filter((said) => said !== undefined).join('. ')),
    names: own ? [] : namesToKeepBack(plan),
    people: own ? new Set() : new Set([...plan.involve.not, ...never.flatMap(({ people }) => people)]),
  };
  const given = partNames.filter((part) => isGiven(part, shared.parts) && !notParts.includes(part));
  return Object.fromEntries(
    given.flatMap((part) => {
      const clean = cleaned(without(part, plan[part], shared.parts, notParts), back);
      const tidy = shareable[part].safeParse(clean);
      return tidy.success ? [[part, tidy.data]] : [];
    }),
  );
}

const isGiven = (part: Part, parts: readonly string[]) =>
  parts.some((one) => one === 'all' || one === part || one.startsWith(`${part}.`));

/** A part less what is for workers only, and less the paths inside it that were not given or are kept back. */
function without(part: Part, value: Plan[Part], parts: readonly string[], notParts: readonly string[]): unknown {
  const whole = parts.includes('all') || parts.includes(part);
  if (part === 'spend') return { ...value, excluded: [] };
  if (part === 'budget') return { ...value, manager_conflict: undefined, said_total: undefined };
  if (part !== 'about') return value;
  const { topics, matters_most, dos_donts } = value as Plan['about'];
  const shown = Object.entries(topics).filter(
    ([topic]) => (whole || parts.includes(`about.topics.${topic}`)) && !notParts.includes(`about.topics.${topic}`),
  );
  return {
    topics: Object.fromEntries(shown),
    matters_most: whole ? matters_most : [],
    ...(whole || parts.includes('about.dos_donts') ? { dos_donts } : {}),
  };
}

interface KeepBack {
  readonly words: ReadonlySet<string>;
  readonly names: readonly RegExp[];
  readonly people: ReadonlySet<string>;
}

/** People who should not take part are not spoken of in anybody's copy. */
const namesToKeepBack = ({ people, involve, sharing }: Plan): RegExp[] => {
  const shut = new Set([...involve.not, ...sharing.never.flatMap((one) => one.people)]);
  return people
    .filter(({ id }) => shut.has(id))
    .map(({ name, link }) => matcher(link === undefined ? [name] : [name, link]));
};

/** What an item is about. When that is kept back, so is all of the item. */
const subjects = ['what', 'text', 'trigger', 'said', 'person'];

function cleaned(value: unknown, back: KeepBack): unknown {
  if (typeof value === 'string') return cleanedText(value, back);
  if (Array.isArray(value)) return value.map((one) => cleaned(one, back)).filter((one) => one !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, cleaned(one, back)] as const);
  const lost = entries.some(
    ([key, one]) =>
      subjects.includes(key) && one === undefined && (value as Record<string, unknown>)[key] !== undefined,
  );
  return lost ? undefined : Object.fromEntries(entries.filter(([, one]) => one !== undefined));
}

const isId = (text: string) => /^[a-z]+\d+$|^[a-z]+(_[a-z0-9]+)+$/.test(text);

/** Without the sentences that give away what is kept back; undefined when none is left. */
function cleanedText(text: string, back: KeepBack): string | undefined {
  if (back.people.has(text)) return undefined;
  if (isId(text)) return text;
  const left = text
    .split(/(?<=[.!?])\s+|\n+/u)
    .filter(
      (part) =>
        ![...contentWords(part)].some((word) => back.words.has(word)) && !back.names.some((name) => name.test(part)),
    );
  return left.length === 0 ? undefined : left.join(' ');
}

/** Only people whom the copy speaks of, with a number only where it says whom to ring. */
function peopleIn(plan: Plan, contents: SharedCopy['contents'], reader: string): SharedCopy['people'] {
  const words = JSON.stringify(contents);
  const rings = contents.contingency !== undefined || contents.emergency !== undefined || reader === 'self';
  return plan.people
    .filter(({ id }) => words.includes(`"${id}"`))
    .map(({ id, name, link, phone }) => ({
      id,
      name,
      ...(link === undefined ? {} : { link }),
      ...(phone === undefined || !rings ? {} : { phone }),
    }));
}
