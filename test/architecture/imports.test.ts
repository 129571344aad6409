import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allows, compositions, covers, homes, isIn, mayUse, partOf, pureCore, wordless, wordy } from './rules.ts';
import { importsOf, root, type Source, sourcesIn } from './source.ts';

const sources = sourcesIn('dialogs', 'src');
const edges = sources.flatMap(({ path, imports }) => imports.map((target) => ({ path, target })));
const shown = ({ path, target }: { path: string; target: string }) => `${path} imports ${target}`;

describe('who may import whom', () => {
  test('is read from all of the program, and not from an empty list', () => {
    expect(sources.length).toBeGreaterThan(150);
    expect(edges.length).toBeGreaterThan(500);
    for (const part of ['dialogs', 'src/plan', 'src/conversation', 'src/understanding', 'src/channels', 'src/store'])
      expect(sources.filter(({ path }) => isIn(path, part)).length, part).toBeGreaterThan(5);
  });

  test('is written down for every file', () => {
    expect(sources.map(({ path }) => path).filter((path) => partOf(path) === undefined)).toEqual([]);
  });

  test('names only rooms that are there, and allows nothing that nobody uses', () => {
    const rooms = [...Object.keys(mayUse), ...compositions, ...pureCore, ...wordless, ...Object.keys(wordy)];
    expect(rooms.filter((room) => !existsSync(join(root, room)))).toEqual([]);
    const idle = Object.entries(mayUse).flatMap(([part, targets]) => {
      const used = edges.filter(({ path }) => partOf(path) === part).map(({ target }) => target);
      return targets.filter((one) => !used.some((target) => covers(one, target))).map((one) => `${part}: ${one}`);
    });
    expect(idle).toEqual([]);
    const empty = Object.entries(homes).flatMap(([vendor, places]) =>
      places
        .filter((place) => !edges.some(({ path, target }) => target === vendor && isIn(path, place)))
        .map((place) => `${vendor}: ${place}`),
    );
    expect(empty).toEqual([]);
  });

  test('is kept to by every import', () => {
    expect(edges.filter(({ path, target }) => !allows(path, target)).map(shown)).toEqual([]);
  });

  test('lets nobody import what puts everything together', () => {
    const wrong = edges.filter(({ path, target }) => compositions.includes(target) && !compositions.includes(path));
    expect(wrong.map(shown)).toEqual([]);
  });

  test('has each vendor named only in its home', () => {
    for (const vendor of ['botbuilder-core', 'restify', 'xstate', 'lowdb', 'i18next'])
      expect(edges.filter(({ target }) => target === vendor).length, vendor).toBeGreaterThan(0);
    const strays = edges.filter(({ path, target }) => homes[target]?.some((home) => isIn(path, home)) === false);
    expect(strays.map(shown)).toEqual([]);
  });

  test('keeps every module of Node out of the pure core', () => {
    const wrong = edges.filter(
      ({ path, target }) => pureCore.some((part) => isIn(path, part)) && target.startsWith('node:'),
    );
    expect(wrong.map(shown)).toEqual([]);
  });

  test('finds the ways of importing that there are', () => {
    const text = `
      import type { Fact } from '../plan/facts.ts';
      export * from './near.ts';
      export { one } from 'botbuilder/lib/one.js';
      import { en } from 'chrono-node/en';
      import '@scope/name/part';
      const later = await import('node:fs/promises');`;
    expect(importsOf('src/understanding/date.ts', text)).toEqual([
      'src/plan/facts.ts',
      'chrono-node',
      '@scope/name',
      'src/understanding/near.ts',
      'botbuilder',
      'node:fs',
    ]);
  });

  test('refuses what it should refuse', () => {
    const refused: readonly (readonly [string, string])[] = [
      ['dialogs/goals.ts', 'src/plan/kept.ts'],
      ['src/plan/kept.ts', 'src/conversation/turn.ts'],
      ['src/plan/kept.ts', 'node:fs'],
      ['src/safety/index.ts', 'src/conversation/turn.ts'],
      ['src/conversation/turn.ts', 'src/store/lowdb.ts'],
      ['src/channels/bot.ts', 'src/store/memory.ts'],
      ['src/planning/new.ts', 'zod'],
      ['src/web/talk.ts', 'src/plan/kept.ts'],
    ];
    for (const [path, target] of refused) expect(allows(path, target), `${path} ${target}`).toBe(false);
    expect(allows('src/safety/index.ts', 'src/conversation/tools.ts')).toBe(true);
  });
});

describe('files', () => {
  test('do not go round in circles', () => {
    const byPath = new Map<string, Source>(sources.map((source) => [source.path, source]));
    const done = new Set<string>();
    const circles: string[] = [];
    const follow = (path: string, way: readonly string[]) => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' > '));
      if (done.has(path)) return;
      done.add(path);
      for (const target of byPath.get(path)?.imports ?? []) if (byPath.has(target)) follow(target, [...way, path]);
    };
    for (const { path } of sources) follow(path, []);
    expect(circles).toEqual([]);
  });
});
