/** How long a talk stays open on a device that others may use too. */
import type { Device } from '../plan/access.ts';

/** After this long without activity, it closes. */
export const closesAfter = 15 * 60_000;
/** After this long, the person is asked whether they are still there. */
export const warnsAfter = 13 * 60_000;
/** One's own device is remembered this long. */
export const ownDays = 90;

/** When each device was last used. After a restart the plan itself says when at the earliest. */
export interface Presence {
  /** True when the time of this device is over. */
  isOver(key: string, device: Device, changedAt: string): boolean;
  seen(key: string): void;
}

export function presenceAt(now: () => string): Presence {
  const last = new Map<string, number>();
  const startedAt = Date.parse(now());
  return {
    isOver(key, { own, since }, changedAt) {
      if (own === true) return false;
      const at = Date.parse(now());
      const restarted = at - startedAt <= closesAfter;
      const seen = last.get(key) ?? Math.max(Date.parse(since), restarted ? Date.parse(changedAt) : 0);
      return at - seen > closesAfter;
    },
    seen(key) {
      const at = Date.parse(now());
      last.delete(key);
      last.set(key, at);
      // The longest unseen come first; their time is over either way.
      for (const [one, then] of last) {
        if (at - then <= closesAfter) break;
        last.delete(one);
      }
    },
  };
}
