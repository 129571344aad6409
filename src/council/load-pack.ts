/** Reads a council pack: the folder that makes this assistant one council's own. Swapping it changes no code. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Fault } from '../fault.ts';
import type { Pack } from './pack.ts';
import { Council, type Hours, Prices, Privacy, Service } from './schema.ts';

const files = { council: Council, privacy: Privacy, services: z.array(Service), prices: Prices };

/** The pack in this folder. All that is wrong with it is told at once, in one Fault `pack_refused`. */
export async function loadPack(folder: string): Promise<Pack> {
  const [council, privacy, services, prices] = await Promise.all([
    readPart(folder, 'council'),
    readPart(folder, 'privacy'),
    readPart(folder, 'services'),
    readPart(folder, 'prices'),
  ]);
  const problems = [council, privacy, services, prices].flatMap((part) => ('problems' in part ? part.problems : []));
  if ('problems' in council || 'problems' in privacy || 'problems' in services || 'problems' in prices)
    throw refused(folder, problems);
  const pack = assemble({ ...council.data, privacy: privacy.data, services: services.data, prices: prices.data });
  const unfit = misfits(pack);
  if (unfit.length > 0) throw refused(folder, unfit);
  return pack;
}

/**
 * A pack with some of its council settings put differently: the terminal's `--council`. A team that is a bare string is
 * its phone number, hours that are a bare string are how the council says them.
 */
export function packWith(pack: Pack, changes: Readonly<Record<string, unknown>>): Pack {
  const { privacy, services, prices, ...council } = pack;
  const told = Object.fromEntries(
    Object.entries(changes).map(([name, value]) => [
      name,
      typeof value === 'string' ? settingFrom(pack, name, value) : value,
    ]),
  );
  const read = Council.safeParse({ ...council, ...told });
  if (!read.success)
    throw refused(
      'the changes',
      read.error.issues.map((issue) => lineOf('council', issue)),
    );
  return assemble({ ...read.data, privacy, services, prices });
}

function settingFrom(pack: Pack, name: string, value: string): unknown {
  if (name === 'hours') return { ...pack.hours, said: value };
  const isTeam = ['duty', 'safeguarding', 'children', 'out_of_hours'].includes(name);
  return isTeam ? { phone: value } : value;
}

type Part<T> = { data: T } | { problems: string[] };

async function readPart<K extends keyof typeof files>(
  folder: string,
  name: K,
): Promise<Part<z.infer<(typeof files)[K]>>> {
  const content = await readFile(join(folder, `${name}.json`), 'utf8').catch(() => undefined);
  if (content === undefined) return { problems: [`${name}.json is missing or cannot be read`] };
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return { problems: [`${name}.json is not JSON`] };
  }
  const schema: z.ZodType = files[name];
  const read = schema.safeParse(json);
  if (!read.success) return { problems: read.error.issues.map((issue) => lineOf(name, issue)) };
  return { data: read.data as z.infer<(typeof files)[K]> };
}

function lineOf(name: string, issue: z.core.$ZodIssue): string {
  return `${name}.json: ${issue.path.join('.') || 'the file'}: ${issue.message}`;
}

type Read = z.infer<typeof Council> & Pick<Pack, 'privacy' | 'services' | 'prices'>;

function assemble(read: Read): Pack {
  const withHours = <T extends { hours?: Hours | undefined }>(team: T) => ({
    ...team,
    hours: team.hours ?? read.hours,
  });
  return {
    ...read,
    duty: withHours(read.duty),
    safeguarding: withHours(read.safeguarding),
    children: withHours(read.children),
    out_of_hours: withHours(read.out_of_hours),
  };
}

/** What a schema cannot see: words missing in a language, an id used twice. */
function misfits(pack: Pack): string[] {
  const worded = [
    { name: 'privacy.json: retention', words: pack.privacy.retention },
    { name: 'privacy.json: legal_basis', words: pack.privacy.legal_basis },
    ...pack.privacy.links.map((link) => ({ name: `privacy.json: links: ${link.id}`, words: link.words })),
    ...pack.links.map((link) => ({ name: `council.json: links: ${link.id}`, words: link.words })),
  ];
  const unsaid = worded.flatMap(({ name, words }) =>
    pack.languages.filter((lang) => words[lang] === undefined).map((lang) => `${name}: has no words in ${lang}`),
  );
  const ids = pack.services.map((service) => service.id);
  const doubled = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [...unsaid, ...doubled.map((id) => `services.json: the id ${id} is used twice`)];
}

function refused(folder: string, problems: readonly string[]): Fault {
  const message = [`The council pack in ${folder} cannot be used:`, ...problems.map((line) => `  ${line}`)].join('\n');
  return new Fault('pack_refused', message, { expose: true });
}
