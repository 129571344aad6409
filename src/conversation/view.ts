import type { Fact, FactOf, Mode } from '../plan/facts.ts';
import { apply, begin } from '../plan/fold.ts';
import type { Kept } from '../plan/kept.ts';
import { isQuestionId, questions } from '../plan/questions/index.ts';
import type { Position } from './position.ts';
import type { Asking, Talk, Turn } from './talk.ts';

interface Standing {
  readonly position: Position;
  readonly version: number;
  readonly turns: readonly Turn[];
}

/** A talk as channels are told of it. */
export function viewOf(plan: string, { position, version, turns }: Standing): Talk {
  const { kept } = position.context;
  return {
    plan,
    version,
    mode: kept.mode,
    lang: kept.lang,
    state: stateOf(kept),
    asking: askingIn(turns),
    turns: [...turns],
    savedAt: kept.changedAt,
    sentAt: kept.sentAt,
  };
}

function stateOf(kept: Kept): Talk['state'] {
  if (kept.safety !== null) return 'safety';
  if (kept.state !== 'talking') return kept.state;
  return kept.sentAt === null ? 'talking' : 'sent';
}

/** What the last message that waits was about. */
export function askingIn(turns: readonly Turn[]): Asking | null {
  const asked = turns.at(-1)?.replies.findLast((reply) => reply.waits);
  if (asked?.question === undefined) return null;
  const known = isQuestionId(asked.question) ? questions[asked.question] : undefined;
  return {
    question: asked.question,
    ...(asked.item === undefined ? {} : { item: asked.item }),
    kind: known?.kind ?? 'choice',
    offer: asked.offer ?? [],
    skip: known?.skip ?? false,
  };
}

/** What is kept, and the turns, each for the reader of its time. */
export function replayed(facts: readonly Fact[]): { kept: Kept; turns: Turn[] } {
  const [first, ...rest] = facts;
  if (first?.type !== 'began') throw new Error('a plan begins with the fact "began"');
  let kept = begin(first);
  const turns: Turn[] = [];
  for (const fact of rest) {
    kept = apply(kept, fact);
    if (fact.type === 'turned') turns.push(turnOf(fact, kept.mode));
  }
  return { kept, turns };
}

/** One turn as channels are told of it. */
export const turnOf = ({ id, at, by, said, command, replies }: FactOf<'turned'>, mode: Mode): Turn => ({
  id,
  at,
  by,
  said,
  ...(command === undefined ? {} : { command }),
  mode,
  replies,
});
