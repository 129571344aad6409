/** Makes pages out of templates and what they are to show. Whatever is shown is escaped. */

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';

export type View = 'hello' | 'talk' | 'live' | 'answering' | 'sections' | 'plan' | 'words' | ReturnView;
type ReturnView = 'return' | 'return-call' | 'return-helper' | 'return-sheet' | 'return-way-back' | 'return-who';
export type Render = (view: View, shown: object) => string;

export function views(): Render {
  const ours = fileURLToPath(new URL('./templates', import.meta.url));
  const govuk = join(dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')), 'dist');
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader([ours, govuk]), {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  return (view, shown) => environment.render(`${view}.njk`, shown);
}
