/** How a browser comes back to its talk without signing in: a cookie with the plan's id and a secret of which we keep only the hash. */
import { createHmac, hash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Talk, Talks } from '../../conversation/talk.ts';
import type { Kept } from '../../plan/kept.ts';

export interface Device {
  readonly plan: string;
  readonly secret: string;
}

export const newDevice = (plan: string): Device => ({ plan, secret: randomBytes(32).toString('base64url') });
export const cookieOf = ({ plan, secret }: Device): string => `${plan}.${secret}`;
/** What is kept with the plan. */
export const keyOf = ({ secret }: Device): string => hash('sha256', secret, 'hex');

/** The talk a cookie opens, and what is kept of it; null when it opens none. */
export async function opens(talks: Talks, cookie: string | undefined): Promise<{ talk: Talk; kept: Kept } | null> {
  const device = deviceIn(cookie);
  if (device === null) return null;
  const kept = await talks.kept(device.plan);
  const known = kept?.access.devices[keyOf(device)];
  if (kept === null || known === undefined || known.helper !== undefined) return null;
  const talk = await talks.read(device.plan);
  return talk === null ? null : { talk, kept };
}

function deviceIn(cookie: string | undefined): Device | null {
  const at = cookie?.lastIndexOf('.') ?? -1;
  if (cookie === undefined || at < 1) return null;
  return { plan: cookie.slice(0, at), secret: cookie.slice(at + 1) };
}

/**
 * A token for forms, bound to the device's cookie. It is another one each time, so that a compressed page that shows
 * somebody's words gives nothing away about it.
 */
export function formToken(secret: string, cookie: string | undefined): string {
  const salt = randomUUID();
  return `${salt}.${sealed(secret, salt, cookie)}`;
}

export function isFormToken(secret: string, cookie: string | undefined, token: string | null): boolean {
  const [salt, seal, rest] = token?.split('.') ?? [];
  return salt !== undefined && seal !== undefined && rest === undefined && same(seal, sealed(secret, salt, cookie));
}

const sealed = (secret: string, salt: string, cookie = '') =>
  createHmac('sha256', secret).update(`${salt}\n${cookie}`).digest('base64url');

const same = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
