/** Text keys as they stand in the code: whole ones, and those with a part filled in (`conversation.blank.${reason}`). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface KeysInCode {
  readonly files: number;
  /** Everything in quotes that has the shape of a key; plan paths and file names have it too. */
  readonly mentioned: ReadonlySet<string>;
  /** Keys that are surely said: `say: '...'`, `key: '...'`, `t('...')`. */
  readonly said: readonly string[];
  readonly patterns: readonly RegExp[];
}

export function keysIn(folders: readonly string[]): KeysInCode {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:ts|njk|html)$/.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  );
  const all = (shape: RegExp) => [
    ...new Set(files.flatMap((file) => [...file.matchAll(shape)].map((found) => found[1] ?? ''))),
  ];
  return {
    files: files.length,
    mentioned: new Set(all(/['"`]([a-z]\w*(?:\.\w+)+)['"`]/g)),
    said: all(/(?:\b(?:say|key): |\bt\()['"]([a-z]\w*(?:\.\w+)+)['"](?!\s*[+~])/g),
    patterns: [
      ...all(/`((?:[\w.]|\$\{[^`{}]*\})+)`/g),
      ...all(/['"]([a-z]\w*(?:\.\w*)+)['"]\s*[+~]/g).map((start) => `${start}\${}`),
    ].flatMap(pattern),
  };
}

/** A template is a key when a dot and a name stand in what is written out: `${question}.why`, not `${open}${close}`. */
function pattern(template: string): RegExp[] {
  const written = template.split(/\$\{[^{}]*\}/);
  const named = written.some((part) => /\w{2}/.test(part)) && written.join('').includes('.');
  if (written.length === 1 || !named) return [];
  return [new RegExp(`^${written.map((part) => part.replaceAll('.', '\\.')).join('[\\w.-]+')}$`)];
}
