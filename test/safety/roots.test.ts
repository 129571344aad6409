import { describe, expect, it } from 'vitest';
import words from '../../locales/en-GB/danger-root-words.json' with { type: 'json' };
import { rootsOf } from '../../src/safety/roots.ts';

const rootOf = rootsOf(words);

describe('one thing said in other forms', () => {
  it.each([
    ['hits', 'hitting', 'hit'],
    ['stole', 'stealing', 'steal'],
    ['worried', 'worries', 'worry'],
    ['locked', 'locks', 'lock'],
    ['hoped', 'hopes', 'hope'],
  ])('weighs alike: %s, %s, %s', (...forms) => {
    expect(new Set(forms.map(rootOf)).size).toBe(1);
  });

  it.each([
    ['sing', 'sin'],
    ['dress', 'dres'],
    ['bed', 'b'],
  ])('%s is no form of %s', (word, other) => {
    expect(rootOf(word)).not.toBe(other);
  });
});
