/** The words as files: one folder a language, one JSON file a section, all merged into one flat list of keys. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words as they are written: nested by key. */
export interface Tree {
  readonly [key: string]: string | Tree;
}
/** The files of each language, by file name. */
export type Locales = Readonly<Record<string, Readonly<Record<string, Tree>>>>;
/** The words of each language by whole key (`goal.what.ask`), with every reference put in its place. */
export type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Word lists by which people are understood live beside the texts, but are never said. */
const heardOnly = /^understanding|-words\.json$/;

/** Reads `<folder>/<language>/<section>.json`: every file of words that the assistant says. */
export function readLocales(folder: string): Locales {
  const languages = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return Object.fromEntries(
    languages.map(({ name }) => {
      const files = readdirSync(join(folder, name)).filter((file) => file.endsWith('.json') && !heardOnly.test(file));
      return [name, Object.fromEntries(files.map((file) => [file, readTree(join(folder, name, file))]))];
    }),
  );
}

function readTree(path: string): Tree {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`${path} cannot be read as JSON`, { cause });
  }
}

/**
 * Merges the files of each language and puts the text itself in place of each `$t(some.key)`. A reference means exactly
 * that key, whatever kind of plan is being read. Throws one error with all faults: a key in two files, a value that is not
 * text, a reference that leads nowhere or back to itself.
 */
export function resolveLocales(locales: Locales, reference: string): Words {
  const faults: string[] = [];
  const written = Object.fromEntries(
    inOrder(Object.keys(locales), reference).map((lang) => [lang, flatten(lang, locales[lang] ?? {}, faults)]),
  );
  const fallback = written[reference] ?? {};
  const words = Object.fromEntries(
    Object.entries(written).map(([lang, own]) => [lang, putInPlace(lang, own, fallback, faults)]),
  );
  if (!(reference in written)) faults.push(`${reference}: no words at all`);
  if (faults.length > 0) throw new Error(`The words cannot be used:\n${faults.join('\n')}`);
  return words;
}

const inOrder = (languages: string[], first: string) =>
  languages.toSorted((a, b) => Number(b === first) - Number(a === first) || a.localeCompare(b));

function flatten(lang: string, files: Readonly<Record<string, Tree>>, faults: string[]): Record<string, string> {
  const flat: Record<string, string> = {};
  const home = new Map<string, string>();
  const walk = (tree: Tree, prefix: string, file: string) => {
    for (const [name, value] of Object.entries(tree)) {
      const key = prefix + name;
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) walk(value, `${key}.`, file);
      else if (typeof value !== 'string' || value === '') faults.push(`${lang}/${file}: ${key} is not text`);
      else if (home.has(key)) faults.push(`${lang}/${file}: ${key} is already in ${home.get(key)}`);
      else {
        flat[key] = value;
        home.set(key, file);
      }
    }
  };
  for (const [file, tree] of Object.entries(files)) walk(tree, '', file);
  return flat;
}

const referenceTo = /\$t\(([^(){}]*)\)/g;

function putInPlace(
  lang: string,
  own: Readonly<Record<string, string>>,
  fallback: Readonly<Record<string, string>>,
  faults: string[],
): Record<string, string> {
  const follow = (key: string, path: readonly string[]): string => {
    const text = own[key] ?? fallback[key];
    if (text === undefined || path.includes(key)) {
      faults.push(
        `${lang}: ${path[0] ?? key} refers to ${key}, which ${text === undefined ? 'is missing' : 'leads back'}`,
      );
      return '';
    }
    return text.replace(referenceTo, (_, next: string) => follow(next.trim(), [...path, key]));
  };
  return Object.fromEntries(Object.keys(own).map((key) => [key, follow(key, [])]));
}
