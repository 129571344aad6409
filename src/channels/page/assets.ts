/** Our own scripts and styles: read, named by their content, and compressed once. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Encoding } from './encoding.ts';

interface Asset {
  /** Changes with the content, so that a browser may keep it for ever. */
  readonly href: string;
  readonly type: string;
  readonly body: Readonly<Record<Encoding, Buffer>>;
}

export interface Assets {
  readonly script: Asset;
  readonly style: Asset;
  readonly icon: Asset;
  find(path: string): Asset | undefined;
}

/** Reads what a browser needs. */
export function readAssets(): Assets {
  const scripts = [htmx(), read('leave.ts'), read('talk.ts'), read('return.ts')] as const;
  const script = asset('talk', 'js', 'text/javascript; charset=utf-8', scripts.join('\n'), () => {
    const [library, ...own] = scripts;
    return [library, ...own.map(ours)].join('\n');
  });
  const css = styles.map(read).join('\n');
  const style = asset('page', 'css', 'text/css; charset=utf-8', css, () => slim(css));
  const svg = read('icon.svg');
  const icon = asset('icon', 'svg', 'image/svg+xml', svg, () => svg);
  const all = [script, style, icon];
  return { script, style, icon, find: (path) => all.find(({ href }) => href === path) };
}

/** In the order in which they build on each other. */
const styles = ['base', 'around', 'talk', 'controls', 'buttons', 'pages', 'return', 'modes'].map(
  (name) => `styles/${name}.css`,
);

const read = (name: string) => readFileSync(web(name), 'utf8');
const web = (name: string) => new URL(`../../web/${name}`, import.meta.url);

const htmx = () =>
  readFileSync(createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js'), 'utf8').replace(
    /\n\/\/# sourceMappingURL=.*/,
    '',
  );

/** A browser script of ours: types and whole-line comments taken out, and kept from the page's own names. */
const ours = (written: string) => {
  const script = stripTypeScriptTypes(written).replace(/^\s*(\/\/|\/\*\*?[^\n]*\*\/$).*\n/gm, '');
  return `(() => {\n${script}\n})();\n`;
};

const slim = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\n\s+/g, '\n');

/** Named by what it is made of; `make` does what takes time, when a browser first asks: a start should not wait for that. */
function asset(name: string, extension: string, type: string, written: string, make: () => string): Asset {
  const hash = createHash('sha256').update(written).digest('base64url').slice(0, 12);
  let identity: Buffer | undefined;
  let gzip: Buffer | undefined;
  let br: Buffer | undefined;
  const body = {
    get identity() {
      identity ??= Buffer.from(make());
      return identity;
    },
    get gzip() {
      gzip ??= gzipSync(body.identity, { level: 9 });
      return gzip;
    },
    get br() {
      br ??= brotliCompressSync(body.identity);
      return br;
    },
  };
  return { href: `/assets/${name}.${hash}.${extension}`, type, body };
}
