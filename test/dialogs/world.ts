/** Everything real but the disk and the clock, so that a talk can be held inside a test. */

import type { Position } from '../../src/conversation/position.ts';
import { resume } from '../../src/conversation/position.ts';
import type { Said } from '../../src/conversation/talk.ts';
import type { Danger, Tools } from '../../src/conversation/tools.ts';
import { hear, type Turned } from '../../src/conversation/turn.ts';
import { loadPack } from '../../src/council/load-pack.ts';
import type { AssessmentRecord, Fact, FactOf, Mode } from '../../src/plan/facts.ts';
import { begin, fold } from '../../src/plan/fold.ts';
import type { Reply } from '../../src/plan/replies.ts';
import { loadTexts, type Missing, type Reader } from '../../src/text/index.ts';
import { toolsOf } from '../../src/tools.ts';

/** What was missing when something was said, since the program began. */
export const missing: Missing[] = [];
export const texts = loadTexts('locales', (what) => missing.push(what));
export const pack = await loadPack('data/demo-council');

/** The reader of danger is a port. Here it knows one message of each kind. */
const dangers = new Map<string, Danger>(
  Object.entries({
    'i want to end it all': { level: 'sure', kind: 'crisis', words: 'end it all', rest: null },
    'he is hitting me now': { level: 'sure', kind: 'danger', words: 'hitting me now', rest: null },
    'my son hits me': { level: 'sure', kind: 'abuse', words: 'hits me', rest: null },
    'i cannot cope any more': { level: 'sure', kind: 'carer_breakdown', words: 'cannot cope', rest: null },
    'this is killing me': { level: 'maybe', kind: 'maybe_harm', words: 'killing me', rest: null },
  }),
);
export const worries: readonly string[] = [...dangers.keys()];

export const tools: Tools = toolsOf({ texts, pack, danger: (text) => dangers.get(text.toLowerCase().trim()) ?? null });
export const noon = '2026-11-21T12:00:00.000Z';
/** Minutes after noon, as an instant. */
export const after = (minutes: number): string => new Date(Date.parse(noon) + minutes * 60_000).toISOString();

export const record: AssessmentRecord = {
  reference: 'A-1001',
  date: '2026-10-01',
  needs: [
    { text: 'Washing and getting dressed', outcome_area: [], eligible: 'yes' },
    { text: 'Seeing other people', outcome_area: [], eligible: 'yes' },
  ],
  budget: { amount_pence: 15_000, period: 'week', indicative: true },
};

const began = (known?: AssessmentRecord): FactOf<'began'> => ({
  type: 'began',
  at: noon,
  by: { role: 'system' },
  plan: 'plan-for-a-test',
  nation: 'england',
  channel: 'webchat',
  lang: 'en-GB',
  ...(known === undefined ? {} : { record: known }),
});

export interface Held {
  readonly position: Position;
  /** Every fact so far, oldest first. */
  readonly facts: readonly Fact[];
}

/** A talk at its first question. */
export function opened(known?: AssessmentRecord): Held {
  const fact = began(known);
  const { position } = resume(begin(fact), { at: noon, by: { role: 'system' } }, tools.languages.length);
  return { position, facts: [fact, ...position.context.became] };
}

type Words = Omit<Said, 'id' | 'channel'>;

/** One more thing said. */
export function say({ position, facts }: Held, words: Words, minutes = facts.length): Held & { turn: Turned } {
  const turn = hear(position, { id: `m${facts.length}`, channel: 'webchat', ...words }, tools, after(minutes));
  return { position: turn.position, facts: [...facts, ...turn.facts], turn };
}

/** The same talk, worked out anew from its facts as they are after a disk. */
export function reopened({ facts }: Held): Held {
  const read: Fact[] = JSON.parse(JSON.stringify(facts));
  const [first, ...rest] = read;
  if (first?.type !== 'began') throw new Error('A talk begins with "began".');
  const { position } = resumed(first, rest);
  return { position, facts: read };
}

const resumed = (first: FactOf<'began'>, rest: readonly Fact[]) => {
  const kept = fold([first, ...rest]);
  return resume(kept, { at: kept.changedAt, by: { role: 'system' } }, tools.languages.length);
};

export const readerOf = ({ position }: Held): Reader & { mode: Mode } => position.context.kept;

/** The words of replies, as the person reads them, with everything that can be tapped. */
export const wordsOf = (replies: readonly Reply[], reader: Reader): string[] =>
  replies.flatMap((reply) => [
    texts.say(reply, reader),
    ...(reply.offer ?? []).map((offer) => texts.label(offer, reader)),
  ]);
