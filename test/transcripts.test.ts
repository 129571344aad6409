/** Golden conversations; how they are written is said in `scripts/talk/golden.ts`. Made again with `npm run transcripts`. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { at, type Claim, claimsIn, replay } from '../scripts/talk/golden.ts';

const folder = 'test/transcripts';
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const read = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');

describe('golden conversations', () => {
  test('there are a dozen', () => expect(names.length).toBeGreaterThanOrEqual(12));

  for (const name of names) {
    test(name.replace('.txt', '').replaceAll('-', ' '), async () => {
      const written = read(name);
      const { text, outcome } = await replay(written);
      expect(text).toBe(written);
      const claims = claimsIn(written);
      expect(claims.length).toBeGreaterThan(0);
      for (const claim of claims) hold(outcome, claim);
    });
  }

  test('somebody tired, with one goal, is asked at most 45 questions before they can send', () => {
    const asked = read('tired-short-way.txt').split('\n< [check.send]')[0]?.match(/^< \[/gm) ?? [];
    expect(asked.length + 1).toBeGreaterThan(20);
    expect(asked.length + 1).toBeLessThanOrEqual(45);
  });
});

function hold(outcome: unknown, { path, is, value }: Claim): void {
  const found = at(outcome, path);
  if (is === '=') {
    expect({ path, value: found ?? null }).toEqual({ path, value });
    return;
  }
  expect({ path, found: found === undefined || found === null ? 'nothing' : 'something' }).toEqual({
    path,
    found: 'something',
  });
  const words = typeof found === 'string' ? found : JSON.stringify(found);
  const has = words.toLowerCase().includes(String(value).toLowerCase());
  expect({ path, value, has }).toEqual({ path, value, has: is === 'has' });
}
