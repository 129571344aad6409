import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawings } from '../../scripts/dialogs/draw.ts';
import { questionIds, questions } from '../../src/plan/questions/index.ts';

const folder = 'docs/dialogs';

describe('the drawings of the dialogs', () => {
  test('are those of the machines as they are (npm run dialogs makes them)', () => {
    const drawn = new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
    expect(drawn).toEqual(new Map([...drawings()].sort()));
    expect(drawn.size).toBe(19);
  });

  test('show every question that is asked', () => {
    const all = [...drawings().values()].join('\n');
    const left = questionIds.filter((id) => questions[id].kind !== 'statement' && !all.includes(` : ${id}\n`));
    expect(left).toEqual([]);
  });
});
