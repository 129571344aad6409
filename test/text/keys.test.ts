import { describe, expect, it } from 'vitest';
import { readLocales } from '../../src/text/locales.ts';
import { keysIn } from './keys.ts';
import { english, folder } from './said.ts';

const code = keysIn(['src', 'dialogs']);
/** A key without the endings for the kind of plan and for the plural. */
const base = (key: string) =>
  key.replace(/_(?:zero|one|two|few|many|other)$/, '').replace(/_(?:on_behalf|carer_self)$/, '');
const keys = [...new Set(Object.keys(english).map(base))];
const referredTo = new Set(
  [...JSON.stringify(readLocales(folder)).matchAll(/\$t\(([^)]*)\)/g)].map((found) => base(found[1] ?? '')),
);

describe('keys in the code', () => {
  it('all have words', () => {
    expect(code.files).toBeGreaterThan(50);
    expect(code.said.length).toBeGreaterThan(50);
    expect(code.said.filter((key) => !keys.includes(base(key)))).toEqual([]);
  });
});

describe('words', () => {
  const used = (key: string) =>
    code.mentioned.has(key) || referredTo.has(key) || code.patterns.some((pattern) => pattern.test(key));

  it('are all said somewhere', () => {
    expect(keys.filter((key) => !used(key))).toEqual([]);
  });
});
