/** The plan's own record, and what people may see and be told. */

import type { z } from 'zod';
import type { Author } from '../facts.ts';
import type { Provenance } from '../schema/agreement.ts';
import type { PlanPerson } from '../schema/people.ts';
import type { PlanRecord, WrittenBy } from '../schema/record.ts';
import type { Shared } from '../schema/sharing.ts';
import type { Material } from './material.ts';
import type { Registry } from './people.ts';
import { optional, reach } from './who.ts';

type Record_ = z.infer<typeof PlanRecord>;

export function record(
  material: Material,
  registry: Registry,
  provenance: Readonly<Record<string, Provenance>>,
  start: string | undefined,
): { plan: Record_ } {
  const { kept } = material;
  const [named] = registry.refs('who.partner');
  const partner = named ?? registry.people.find(({ roles }) => roles.includes('partner'))?.id;
  return {
    plan: {
      id: kept.plan,
      kind: kept.mode === 'carer_self' ? 'carer_support' : 'care_and_support',
      mode: kept.mode,
      nation: kept.nation,
      stage: stageOf(material),
      status: statusOf(material),
      version: 1,
      ...optional('start_date', start),
      language: kept.lang,
      channel: kept.channel,
      written_by: writtenBy(material, provenance),
      ...optional('partner', reach(registry, partner)),
      based_on: basedOn(material),
      ...optional('after_reablement', material.value<boolean>('who.reablement') ?? kept.record?.reablement),
    },
  };
}

/** Preparing until goals are begun, discussing until it is sent; then it is a document. */
function stageOf(material: Material): Record_['stage'] {
  if (material.value('welcome.start_kind') === 'review') return 'review';
  if (material.kept.everSent !== null) return 'document';
  return material.items('goal').length > 0 ? 'discuss' : 'prepare';
}

function statusOf({ kept }: Material): Record_['status'] {
  if (kept.state === 'declined') return 'ended';
  if (kept.sentAt !== null) return 'ready_for_worker';
  return kept.state === 'paused' ? 'paused' : 'draft';
}

/** Everyone who put words in: whoever writes most first, with all of it, and the others with what is theirs. */
function writtenBy(material: Material, provenance: Readonly<Record<string, Provenance>>): z.infer<typeof WrittenBy>[] {
  const writes = material.kept.mode === 'on_behalf' ? ('helper' as const) : ('person' as const);
  const others = new Map<string, z.infer<typeof WrittenBy> & { parts: string[] }>();
  for (const { by, question, item } of material.kept.authors) {
    const path = by.role === writes ? undefined : pathFor(provenance, by, question, item);
    if (path === undefined) continue;
    const key = `${by.role} ${by.name ?? ''}`;
    const entry = others.get(key) ?? { who: by.role, ...optional('name', by.name), parts: [] };
    if (!entry.parts.includes(path)) entry.parts.push(path);
    others.set(key, entry);
  }
  return [{ who: writes, parts: 'all' }, ...others.values()];
}

/** Where what they said stands; nowhere once somebody else has answered anew. */
function pathFor(
  provenance: Readonly<Record<string, Provenance>>,
  by: Author,
  question: string,
  item: string | undefined,
): string | undefined {
  const source = by.role === 'worker' ? 'W' : 'H';
  return Object.keys(provenance).find((path) => {
    const entry = provenance[path];
    const here = entry?.question === question && (item === undefined || path.includes(`[${item}]`));
    return here && entry.source === source && entry.by === by.name;
  });
}

function basedOn(material: Material): Record_['based_on'] {
  const { record } = material.kept;
  const linked = record !== undefined && (record.reference !== undefined || record.needs.length > 0);
  return {
    state: linked ? 'linked' : 'none_linked',
    ...optional('reference', record?.reference),
    ...optional('date', record?.date),
    ...optional('had', material.value<'yes'>('who.assessment')),
    ...optional('right', material.value<boolean>('who.assessment_right')),
  };
}

/** The people with what they may see, and who should not be told. */
export function peopleWithRights(
  registry: Registry,
  sharing: { people: readonly Shared[]; never: readonly { people: readonly string[] }[] },
  not: readonly string[],
  backUps: readonly { call?: { person: string } }[],
): PlanPerson[] {
  const shut = new Set([...not, ...sharing.never.flatMap(({ people }) => people)]);
  return registry.people.map((person) => {
    const given = sharing.people.find(({ who }) => who === person.id);
    const called = backUps.some(({ call }) => call?.person === person.id);
    return {
      ...person,
      ...optional('may_contact', person.may_contact ?? (called && person.phone !== undefined ? true : undefined)),
      may_see_plan:
        shut.has(person.id) || given === undefined || given.parts.length === 0
          ? 'none'
          : seesAll(given)
            ? 'all'
            : 'some',
      ...(not.includes(person.id) ? { do_not_contact: true as const } : {}),
    };
  });
}

const seesAll = ({ parts, not_parts }: Shared) => parts.includes('all') && not_parts.length === 0;
