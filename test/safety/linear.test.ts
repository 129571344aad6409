import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folders = ['src/safety', 'src/understanding'];
const sources = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file)),
);
const literal = /(?<=[=(,:?&|!]\s*|return\s+)\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/[dgimsuvy]*/g;

/** Every regular expression that is written out in a source text. */
const expressionsIn = (text: string) => [...text.matchAll(literal)].map(([, body = '']) => body);

/**
 * Repeats within repeats: a group that is repeated without an end and that holds something repeated without an end, with
 * nothing fixed to part one round from the next. That is what makes matching take for ever.
 */
function repeatsItself(body: string): boolean {
  const plain = body.replace(/\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\./g, 'x').replace(/\[[^\]]*\]/g, 'y');
  const open: number[] = [];
  for (let at = 0; at < plain.length; at += 1) {
    if (plain[at] === '(') open.push(at);
    if (plain[at] !== ')') continue;
    const inside = plain.slice((open.pop() ?? 0) + 1, at).replace(/^\?(?:[:=!]|<[=!]|<\w+>)/, '');
    const isRepeated = /^(?:[*+]|\{\d+,\})/.test(plain.slice(at + 1));
    if (isRepeated && /^.?(?:[*+]|\{\d+,\})\??(?:.[*?]\??)*$/.test(inside)) return true;
  }
  return false;
}

describe('a long or hostile message', () => {
  it('meets no expression that repeats a repeat', () => {
    const expressions = sources.flatMap((path) => expressionsIn(readFileSync(path, 'utf8')));
    expect(sources.length).toBeGreaterThan(20);
    expect(expressions.length).toBeGreaterThan(40);
    expect(expressions.filter(repeatsItself)).toEqual([]);
  });

  it('would be noticed if it did', () => {
    for (const bad of ['(a+)+$', '(?:\\w*)*x', '([a-z]+\\s?)+!', '(?:x{2,})+']) expect(repeatsItself(bad)).toBe(true);
    for (const good of ['(a|b)+', '\\s+x+', '(?:,\\s*\\d{1,3})?']) expect(repeatsItself(good)).toBe(false);
  });
});
