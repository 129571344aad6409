/** What a talk came to: the plan, its flags, gaps and checks, and every text that is made of it for somebody. */
import { route } from '../../src/conversation/position.ts';
import type { Tools } from '../../src/conversation/tools.ts';
import { copyAsText, planAsText } from '../../src/documents/plain-text.ts';
import { assemble } from '../../src/plan/assemble.ts';
import { fold } from '../../src/plan/fold.ts';
import { copyFor } from '../../src/plan/summary.ts';
import type { Stored } from '../../src/store/port.ts';
import type { Texts } from '../../src/text/index.ts';

interface With {
  readonly texts: Texts;
  readonly tools: Tools;
  readonly now: string;
}

export function outcomeOf(stored: Stored | null, { texts, tools, now }: With) {
  if (stored === null) return { end: true, plan: null, flags: [], checks: [], gaps: [], summaries: nothing };
  const kept = fold(stored.facts);
  const stamp = { at: now, by: { role: 'system' } } as const;
  const outOfHours = String(tools.council(now).out_of_hours_phone);
  const plan = assemble(kept, { now, route: new Set(route(kept, stamp, tools.languages.length)), outOfHours });
  const { gaps, agreement, ...rest } = plan;
  const readers = plan.sharing.people.map(({ who }) => who);
  return {
    end: true,
    plan: { ...rest, gaps, agreement },
    flags: plan.flags.map((flag) => kept.flags.find(({ id }) => id === flag.id) ?? flag),
    checks: agreement.checks.map((finding) => ({
      ...finding,
      resident: finding.resident.map(({ key, with: fillings }) => texts.t(key, fillings, kept)),
      worker: finding.worker.map(({ key, with: fillings }) => texts.t(key, fillings, kept)),
    })),
    gaps,
    // On which devices it is open, and each time that it was opened with a code.
    devices: Object.keys(kept.access.devices).length,
    openings: kept.access.openings,
    summaries: {
      resident_summary: planAsText(plan, texts, kept),
      copies: readers.map((who) => copyAsText(copyFor(plan, who), texts, kept)),
      notifications: kept.sentAt === null ? [] : [texts.t('conversation.notification.sent', undefined, kept)],
      helper_view: planAsText({ ...plan, sharing: { ...plan.sharing, never: [] } }, texts, kept),
    },
  };
}

const nothing = { resident_summary: '', copies: [], notifications: [], helper_view: '' };
