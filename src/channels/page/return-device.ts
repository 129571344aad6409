/** The device somebody comes on: what its cookie opens, whether it is shared, and when its time is over. */
import type { Talk } from '../../conversation/talk.ts';
import type { Device } from '../../plan/access.ts';
import { type Kept, valueAt } from '../../plan/kept.ts';
import { closesAfter, warnsAfter } from '../../returning/presence.ts';
import { keyOf } from '../../returning/returning.ts';
import { opens } from './device.ts';
import type { Page } from './page.ts';

/** What a device opens now. `closed`: it opened a talk, and its time is over. */
export interface DeviceNow {
  readonly talk: Talk | null;
  readonly kept: Kept | null;
  /** Null too while the talk is hidden by "leave this page". */
  readonly device: (Device & { readonly key: string }) | null;
  readonly closed: boolean;
}

const nobody: DeviceNow = { talk: null, kept: null, device: null, closed: false };

/** Requests that a page makes by itself: they are no sign that anybody is there. */
const byItself = new Set(['/events', '/live', '/ended', '/close']);

export async function deviceNow(page: Page, path: string, cookies: ReadonlyMap<string, string>): Promise<DeviceNow> {
  const cookie = cookies.get('talk');
  const opened = await opens(page.talks, cookie);
  if (opened === null || cookie === undefined) return nobody;
  const key = keyOf(cookie.slice(cookie.lastIndexOf('.') + 1));
  const device = opened.kept.access.devices[key];
  if (device === undefined) return nobody;
  const away = cookies.has('away');
  // A page of ours that is open says so every few seconds. What a browser brings back of a closed one does not.
  const left = device.own !== true && cookies.has('script') && !cookies.has('here') && !away;
  const leftForGood = away && device.own === false;
  if (left || leftForGood || page.presence.isOver(key, device, opened.kept.changedAt)) {
    await page.returning.endDevice(opened.talk.plan, key);
    return { ...nobody, closed: true };
  }
  if (away) return nobody;
  if (!byItself.has(path)) page.presence.seen(key);
  return { ...opened, device: { ...device, key }, closed: false };
}

type Known = Pick<DeviceNow, 'talk' | 'kept' | 'device'>;

/** What every page needs to know to close itself in time. */
export function closing(known: Known) {
  const { device } = known;
  return {
    device: device === null ? null : device.own === null ? 'unsaid' : device.own ? 'own' : 'shared',
    closes: closesAfter,
    warns: warnsAfter,
    asksForDevice: asksForDevice(known),
  };
}

/** Asked once saving is chosen, or at the first pause; until it is answered. */
function asksForDevice({ talk, kept, device }: Known): boolean {
  if (talk === null || kept === null || device === null || device.own !== null) return false;
  return valueAt(kept, 'privacy.save') === true || kept.state === 'paused';
}
