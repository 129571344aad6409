/** The program's own source as data: what each file imports, and the syntax it is made of. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { parseSync, Visitor } from 'vite';

export const root = resolve(import.meta.dirname, '../..');

export interface Source {
  /** From the root of the project, with slashes: `src/plan/kept.ts`. */
  readonly path: string;
  readonly text: string;
  /** A path from the root for files of ours; else the name of a package, without what is inside it. */
  readonly imports: readonly string[];
}

/** Every TypeScript file below these folders of the project, parsed. Throws on a file that cannot be parsed. */
export function sourcesIn(...folders: readonly string[]): readonly Source[] {
  return folders.filter((folder) => existsSync(join(root, folder))).flatMap((folder) => filesIn(folder).map(read));
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && !file.includes('node_modules/') && !file.startsWith('bench/peer/'))
    .sort();
}

function read(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  return { path, text, imports: importsOf(path, text) };
}

/** What a file imports or passes on, types as well as values, and modules that are named in `import(...)`. */
export function importsOf(path: string, text: string): string[] {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
  );
  const later = module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
    text.slice(start, end).replaceAll(/['"`]/g, ''),
  );
  const named = [...module.staticImports.map(({ moduleRequest }) => moduleRequest.value), ...passedOn, ...later];
  return [...new Set(named)].map((name) => (name.startsWith('.') ? ours(path, name) : packageOf(name)));
}

const ours = (from: string, name: string) => normalize(join(dirname(from), name)).replaceAll('\\', '/');

/** `chrono-node/en` is `chrono-node`; `@scope/name/part` is `@scope/name`; `node:fs/promises` is `node:fs`. */
const packageOf = (name: string) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

/** Walks the syntax of a file. */
export function walk(
  { path, text }: Pick<Source, 'path' | 'text'>,
  visit: ConstructorParameters<typeof Visitor>[0],
): void {
  new Visitor(visit).visit(parseSync(path, text).program);
}

/** `src/plan/kept.ts:12`, for the message of a test. */
export const placeIn = ({ path, text }: Pick<Source, 'path' | 'text'>, start: number): string =>
  `${path}:${text.slice(0, start).split('\n').length}`;
