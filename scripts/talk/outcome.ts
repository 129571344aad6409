import type { Tools } from '../../src/conversation/tools.ts';
import { assemble } from '../../src/plan/assemble.ts';
import { fold } from '../../src/plan/kept.ts';
import type { Stored } from '../../src/store/port.ts';
import type { Texts } from '../../src/text/index.ts';

export function outcomeOf(stored: Stored | null, { now }: { texts: Texts; tools: Tools; now: string }) {
  if (stored === null) return { end: true, plan: null, flags: [], checks: [], gaps: [] };
  const kept = fold(stored.facts);
  return { end: true, plan: assemble(kept, { now }), flags: kept.flags };
}
