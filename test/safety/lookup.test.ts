import { describe, expect, it } from 'vitest';
import lookup from '../../locales/en-GB/danger-lookup-words.json' with { type: 'json' };
import { lookupOf } from '../../scripts/safety/lookup.ts';
import { dangerWords } from '../../src/safety/index.ts';

describe('the words by which ways of saying are looked up', () => {
  it('are those of the ways of saying as they are now', () => {
    const isUpToDate = JSON.stringify(lookupOf(dangerWords('en-GB'))) === JSON.stringify(lookup);
    expect(isUpToDate, 'run "npm run danger-lookup"').toBe(true);
  });
});
