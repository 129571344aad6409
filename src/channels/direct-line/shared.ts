/** Devices that other people use too: they close after the same time as on our page. Whether one is shared, its client says. */
import type { Talks } from '../../conversation/talk.ts';
import type { Kept } from '../../plan/kept.ts';
import { presenceAt } from '../../returning/presence.ts';
import type { Returning } from '../../returning/returning.ts';
import { type Claims, keyOf } from './tokens.ts';

export interface Shared {
  /** Is this conversation still open to this user? A shared device whose time is over is ended now. */
  isOpen(claims: Claims, kept: Kept): Promise<boolean>;
  /** Somebody did something here. */
  seen(claims: Claims): void;
  close(): void;
}

interface Means {
  readonly talks: Pick<Talks, 'kept'>;
  readonly returning: Returning;
  readonly now: () => string;
}

/** Clients that only listen are looked at this often. */
const beat = 10_000;

export function sharedAt({ talks, returning, now }: Means): Shared {
  const presence = presenceAt(now);
  const watched = new Map<string, Claims>();

  async function isOpen(claims: Claims, { access, changedAt }: Kept): Promise<boolean> {
    const key = keyOf(claims.user);
    const device = access.devices[key];
    if (device?.own !== false) watched.delete(key);
    if (device === undefined || device.helper !== undefined) return false;
    if (device.own !== false) return true;
    if (!presence.isOver(key, device, changedAt)) {
      watched.set(key, claims);
      return true;
    }
    watched.delete(key);
    await returning.endDevice(claims.conversation, key);
    return false;
  }

  async function look(): Promise<void> {
    for (const [key, claims] of [...watched]) {
      const kept = await talks.kept(claims.conversation).catch(() => undefined);
      if (kept === null) watched.delete(key);
      // A disk that refuses to note the end is asked again at the next beat.
      else if (kept !== undefined) await isOpen(claims, kept).catch(() => watched.set(key, claims));
    }
  }

  const clock = setInterval(() => void look(), beat).unref();
  return {
    isOpen,
    seen: ({ user }) => presence.seen(keyOf(user)),
    close: () => clearInterval(clock),
  };
}
