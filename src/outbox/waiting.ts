/** After a start: posts what was kept and not posted, and from then on looks every minute for worries nobody has seen. */
import type { Logger } from 'pino';
import { lettersFor } from '../conversation/outbox.ts';
import type { Tools } from '../conversation/tools.ts';
import { fold } from '../plan/fold.ts';
import type { PlanStore } from '../store/port.ts';
import type { FileOutbox } from './files.ts';

interface Parts {
  readonly store: PlanStore;
  readonly tools: Tools;
  readonly outbox: FileOutbox;
  readonly now: () => string;
  readonly log: Logger;
  readonly report: (broken: unknown) => void;
}

export function postWhatWaits(parts: Parts): void {
  const { outbox, now, log, report } = parts;
  postAll(parts).catch(report);
  const look = async () => {
    const late = await outbox.escalate(now());
    if (late > 0) log.error({ late }, 'worries about safety have waited too long: look into the outbox');
  };
  setInterval(() => look().catch(report), 60_000).unref();
}

/** Reads each plan once, in the background: a start must not wait for it. */
export async function postAll({ store, tools, outbox }: Pick<Parts, 'store' | 'tools' | 'outbox'>): Promise<void> {
  for (const plan of await store.plans()) {
    const stored = await store.read(plan);
    const urgent = stored?.facts.some(({ type }) => ['flagged', 'call_back', 'sent'].includes(type)) ?? false;
    if (stored === null || !urgent) continue;
    const kept = fold(stored.facts);
    const sent = stored.facts.findLast(({ type }) => type === 'sent');
    const facts = stored.facts.filter(
      (fact) => ['flagged', 'call_back', 'answered'].includes(fact.type) || fact === sent,
    );
    for (const letter of lettersFor(kept, facts, tools)) await outbox.put(letter);
  }
}
