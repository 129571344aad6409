/** The talks in memory: disposable copies of what is on disk, made anew from it whenever they are gone. */
import type { Fact } from '../plan/facts.ts';
import type { Reply } from '../plan/replies.ts';
import type { PlanStore } from '../store/port.ts';
import { type Position, resume } from './position.ts';
import { said as saidBy } from './statements.ts';
import type { Heard, Turn } from './talk.ts';
import type { Tools } from './tools.ts';
import { replayed } from './view.ts';

/** One talk in memory. */
export interface Live {
  position: Position;
  version: number;
  readonly turns: Turn[];
  readonly byId: Map<string, Turn>;
  /** What was told in confidence to who said this, in case the message comes again. */
  readonly told: Map<string, Pick<Heard, 'turn' | 'aside'>>;
  /** What a changed dialog has to say or note since the talk was last held. */
  unsaid: { facts: readonly Fact[]; replies: readonly Reply[] };
}

interface Means {
  readonly store: PlanStore;
  readonly tools: Tools;
  readonly now: () => string;
  readonly alive?: number;
}

/** Holds so many talks at once; of the others the facts are read again when they go on. */
export function livingTalks({ store, tools, now, alive = 200 }: Means) {
  const live = new Map<string, Live>();

  function remember(plan: string, talk: Live): Live {
    live.set(plan, talk);
    const oldest = live.size > alive ? live.keys().next().value : undefined;
    if (oldest !== undefined && oldest !== plan) live.delete(oldest);
    return talk;
  }

  function revive(facts: readonly Fact[], version: number): Live {
    const { kept, turns } = replayed(facts);
    const { position, says } = resume(kept, { at: kept.changedAt, by: { role: 'system' } }, tools.languages.length);
    return {
      position,
      version,
      turns,
      byId: new Map(turns.map((turn) => [turn.id, turn])),
      told: new Map(),
      unsaid: {
        facts: position.context.became,
        replies: says.flatMap((key) => saidBy(key, kept, tools, now())),
      },
    };
  }

  return {
    remember,
    forget: (plan: string): void => void live.delete(plan),
    /** The talk as it stands; null when there is none. */
    async load(plan: string): Promise<Live | null> {
      const known = live.get(plan);
      if (known !== undefined) {
        live.delete(plan);
        live.set(plan, known);
        return known;
      }
      const stored = await store.read(plan);
      return stored === null ? null : remember(plan, revive(stored.facts, stored.version));
    },
  };
}
