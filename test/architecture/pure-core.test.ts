import { describe, expect, test } from 'vitest';
import { isIn, pureCore } from './rules.ts';
import { placeIn, type Source, sourcesIn, walk } from './source.ts';

const sources = sourcesIn('dialogs', 'src').filter(({ path }) => pureCore.some((part) => isIn(path, part)));

/** Names that reach for the world outside. */
const outside = new Set([
  'process',
  'fetch',
  'crypto',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'globalThis',
  'require',
  'XMLHttpRequest',
  'WebSocket',
  'console',
  'navigator',
]);

/** Everything in a file that reads the clock, makes an id, or reaches outside. */
function reaches(source: Pick<Source, 'path' | 'text'>): string[] {
  const found: string[] = [];
  const note = (what: string, start: number) => found.push(`${placeIn(source, start)} ${what}`);
  const properties = new Set<number>();
  walk(source, {
    MemberExpression(node) {
      const [object, property] = [source.text.slice(node.object.start, node.object.end), node.property];
      if (!node.computed) properties.add(property.start);
      const name = `${object}.${source.text.slice(property.start, property.end)}`;
      if (['Date.now', 'Math.random', 'Temporal.Now'].includes(name)) note(name, node.start);
    },
    NewExpression({ callee, arguments: given, start }) {
      if (callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0) note('new Date()', start);
    },
    CallExpression({ callee, start }) {
      if (callee.type === 'Identifier' && callee.name === 'Date') note('Date()', start);
      if (callee.type === 'Identifier' && callee.name === 'randomUUID') note('randomUUID()', start);
    },
    ImportExpression({ start }) {
      note('import()', start);
    },
    Property({ key, computed, shorthand }) {
      if (!computed && !shorthand) properties.add(key.start);
    },
    TSPropertySignature({ key }) {
      properties.add(key.start);
    },
    TSMethodSignature({ key }) {
      properties.add(key.start);
    },
    Identifier({ name, start }) {
      if (outside.has(name) && !properties.has(start)) note(name, start);
    },
  });
  return found;
}

describe('the pure core', () => {
  test('is there to be read', () => {
    expect(sources.length).toBeGreaterThan(110);
  });

  test('has no clock, no ids, no settings, no network and no disk', () => {
    expect(sources.flatMap(reaches)).toEqual([]);
  });

  test('would be found out', () => {
    const bad = [
      'Date.now()',
      'new Date()',
      'Date()',
      'Math.random()',
      'process.env.PORT',
      'fetch(url)',
      'crypto.randomUUID()',
      'performance.now()',
      'setTimeout(tick, 1)',
      'globalThis.x',
      'await import(`x`)',
    ];
    for (const text of bad) expect(reaches({ path: 'src/plan/x.ts', text }), text).not.toEqual([]);
    for (const text of ['new Date(at)', 'Date.parse(at)', 'talk.process()', 'const x = { fetch: 1 }'])
      expect(reaches({ path: 'src/plan/x.ts', text }), text).toEqual([]);
  });
});
