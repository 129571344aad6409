import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isIn, wordless, wordy } from './rules.ts';
import { placeIn, root, type Source, sourcesIn, walk } from './source.ts';

const sources = sourcesIn('dialogs', 'src')
  .filter(({ path }) => wordless.some((part) => isIn(path, part)))
  .filter(({ path }) => !Object.keys(wordy).some((part) => isIn(path, part)));

/** Three words in a row, as people write them: "Not sent yet". Keys, ids, class names and headers do not look so. */
const sentence = /(?:^|[\s"'(])[A-Za-z][a-z']*,? (?:[a-z']+,? )+[a-z']+/u;

/** What a template is made of besides words that are shown; `is-talk` is the name of a class. */
const markup =
  /\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}|<!doctype html>|\bis-[a-z]+\b|<\/?[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gisu;

/** Sentences for people in a file, but not those of thrown errors and of the log, which operators read. */
function sentencesIn(source: Pick<Source, 'path' | 'text'>): string[] {
  const found: { start: number; end: number; words: string }[] = [];
  const forOperators: { start: number; end: number }[] = [];
  const note = (words: string, node: { start: number; end: number }) => {
    if (sentence.test(words)) found.push({ start: node.start, end: node.end, words });
  };
  walk(source, {
    Literal(node) {
      if (typeof node.value === 'string') note(node.value, node);
    },
    TemplateLiteral(node) {
      note(node.quasis.map(({ value }) => value.cooked ?? '').join(' '), node);
    },
    ThrowStatement(node) {
      forOperators.push(node);
    },
    CallExpression(node) {
      const { callee } = node;
      if (callee.type === 'MemberExpression' && source.text.slice(callee.object.start, callee.object.end) === 'log')
        forOperators.push(node);
    },
    NewExpression(node) {
      const { callee } = node;
      if (callee.type === 'Identifier' && /(?:Error|Fault|Conflict|NotKept|Unusable)$/.test(callee.name))
        forOperators.push(node);
    },
  });
  return found
    .filter(({ start, end }) => !forOperators.some((one) => one.start <= start && end <= one.end))
    .map(({ start, words }) => `${placeIn(source, start)} ${words}`);
}

describe('words for people', () => {
  test('are looked for in everything that speaks to them', () => {
    expect(sources.length).toBeGreaterThan(100);
  });

  test('stand in locales, and never in code', () => {
    expect(sources.flatMap(sentencesIn)).toEqual([]);
  });

  test('stand in no template of a page', () => {
    const templates = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.njk'),
    );
    expect(templates.length).toBeGreaterThan(5);
    const words = templates.flatMap((file) =>
      [
        ...readFileSync(join(root, 'src', file), 'utf8')
          .replace(markup, '\n')
          .matchAll(/\p{L}{2,}.*/gu),
      ].map(([left]) => `${file} ${left}`),
    );
    expect(words).toEqual([]);
  });

  test('would be found out', () => {
    const path = 'src/channels/x.ts';
    for (const text of [
      "say('Your plan is saved now')",
      ['say(`Welcome back to $', '{name}`)'].join(''),
      "const x = 'not sent yet'",
    ])
      expect(sentencesIn({ path, text }), text).toHaveLength(1);
    for (const text of [
      '// Your plan is saved now',
      "throw new Error('a plan begins with this fact')",
      "log.error({}, 'something did go wrong')",
      "use('conversation.not_sent')",
      "set('cache-control', 'no-store, no-cache')",
    ])
      expect(sentencesIn({ path, text }), text).toEqual([]);
  });
});
