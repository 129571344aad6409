/** Facts of a made-up talk, and folders that go away again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Fact } from '../../src/plan/facts.ts';

const stamp = { at: '2026-11-21T10:00:00Z', by: { role: 'person' as const } };

export const began = (plan: string): Fact => ({
  type: 'began',
  ...stamp,
  plan,
  nation: 'england',
  channel: 'webchat',
  lang: 'en-GB',
});

export const answered = (value: unknown, said = String(value)): Fact => ({
  type: 'answered',
  ...stamp,
  question: 'goal.what',
  item: 'g1',
  value,
  said,
});

/** An answer and the turn it came in: one batch of two. */
export const turn = (number: number): Fact[] => [
  answered(`answer ${number}`, `I said “${number}”, ża'n łódź ☕`),
  { type: 'turned', ...stamp, id: `activity-${number}`, channel: 'webchat', said: `answer ${number}`, replies: [] },
];

/** A folder that does not exist yet, in one that is taken away after the test. */
export function newFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'plans-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  return join(parent, 'data');
}
