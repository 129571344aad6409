import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'talk-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
};
const talk = (lines: readonly string[], ...flags: string[]) => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'scripts/talk.ts', '--json', ...flags],
    { input: lines.map((line) => `${line}\n`).join(''), encoding: 'utf8' },
  );
  return {
    out: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
    stderr,
    status,
  };
};

describe('the talk for tools', () => {
  it('goes on after lines that are none, and always ends with what became of it', () => {
    const { out, status, stderr } = talk(['[]', 'null', '{"say": 5}', 'not json', '', '{"say": "Start a plan"}']);
    expect(out.filter(({ error }) => error !== undefined)).toHaveLength(4);
    expect(out.at(-2)).toMatchObject({ question: 'privacy.alone', waits: true });
    expect(out.at(-1)).toMatchObject({ end: true, checks: expect.any(Array), gaps: expect.any(Array) });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('takes the reference of an assessment from beside its needs, or from a part of its own', () => {
    const assessment = { reference: 'A-9', date: '2026-10-01' };
    const needs = [{ text: 'Washing' }];
    for (const record of [
      { ...assessment, needs },
      { assessment, needs },
    ]) {
      const { out } = talk([], '--record', file('record.json', record));
      expect(out.at(-1).plan).toMatchObject({ plan: { based_on: assessment }, needs: [{ text: 'Washing' }] });
    }
  });

  it.each([
    [['--colour', 'red'], /--colour/],
    [['--council', '/nowhere.json'], /--council \/nowhere\.json/],
    [['--record', file('bad.json', { needs: [{}] })], /needs\[0\]\.text/],
    [['--channel', 'sms'], /webchat, teams/],
    [['--now', 'teatime'], /--now/],
  ])('says in one plain message what is wrong with %j', (flags, what) => {
    const { stderr, status, out } = talk(['{"say": "hello"}'], ...flags);
    expect(stderr).toMatch(what);
    expect(stderr).not.toMatch(/ at .*\.ts:\d/);
    expect({ status, out }).toEqual({ status: 1, out: [] });
  });

  it('says which part of a record it does not know', () => {
    const { stderr, status } = talk([], '--record', file('more.json', { needs: [], colour: 'red' }));
    expect(stderr).toContain('"colour"');
    expect(status).toBe(0);
  });
});
