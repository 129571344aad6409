import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './source.ts';

const inRoot = readdirSync(root).filter((file) => file.endsWith('.md'));
const inDocs = existsSync(join(root, 'docs'))
  ? readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => `docs/${file}`)
  : [];
const documents = [...inRoot, ...inDocs, 'test/corpora/README.md'].filter((file) => existsSync(join(root, file)));

/** Folders of which a path in a document can be the beginning. */
const folders = ['dialogs', 'locales', 'data', 'src', 'test', 'docs', 'scripts', 'bench'];
/** Made when the program runs, so not there in a fresh clone. */
const made = ['data/local'];

/** Paths that a document names: in links, and in code such as `src/plan/kept.ts`. Patterns with * or <> are left alone. */
function pathsIn(document: string, text: string): string[] {
  const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)(?:#[^)]*)?\)/g)].map(([, path = '']) =>
    join(dirname(document), path),
  );
  const spans = [...text.matchAll(/`([\w@.][\w@./-]*)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => folders.some((folder) => path.startsWith(`${folder}/`)));
  return [...links, ...spans].filter((path) => !made.some((one) => path.startsWith(one)));
}

describe('the documents', () => {
  test('name only files and folders that are there', () => {
    expect(documents.length).toBeGreaterThan(0);
    const missing = documents.flatMap((document) =>
      pathsIn(document, readFileSync(join(root, document), 'utf8'))
        .filter((path) => !existsSync(join(root, path)))
        .map((path) => `${document} names ${path}`),
    );
    expect(missing).toEqual([]);
  });

  test('have their links and their paths in code found', () => {
    const text =
      'See [it](architecture.md#x), `src/plan/kept.ts`, `npm test`, [web](https://x.org), `locales/<lang>/`.';
    expect(pathsIn('docs/one.md', text)).toEqual(['docs/architecture.md', 'src/plan/kept.ts']);
  });
});
