/** Tokens of Direct Line: one conversation and one unguessable user each. */
import { createSecretKey, hash, type KeyObject, randomBytes } from 'node:crypto';
import { refusal } from '../refusals.ts';

export interface Claims {
  readonly conversation: string;
  /** `dl_...`: the secret by which the person comes back. Clients read it from the token as their own id. */
  readonly user: string;
}

export interface Tokens {
  issue(claims: Claims): Promise<string>;
  /** Throws the refusal to answer with. */
  verify(token: string | undefined): Promise<Claims>;
}

/** Twelve hours: a stock client whose token has run out never recovers. */
export const tokenLifetime = 12 * 60 * 60;

export const newUser = (): string => `dl_${randomBytes(24).toString('base64url')}`;
/** What is kept with the plan: never the user's id itself. */
export const keyOf = (user: string): string => hash('sha256', user, 'hex');

/** Signs with the first key and takes what any of them signed, so that a key can be changed without cutting anyone off. */
export function tokensWith(keys: readonly [string, ...string[]], now: () => number): Tokens {
  const byId = new Map(keys.map((key) => [idOf(key), createSecretKey(key, 'utf8')]));
  const kid = idOf(keys[0]);
  const first = byId.get(kid) as KeyObject;
  const verified = recent<Verified>(10_000);
  return {
    async issue({ conversation, user }) {
      const { SignJWT } = await jose();
      return new SignJWT({ conv: conversation, user })
        .setProtectedHeader({ alg: 'HS256', kid })
        .setAudience(audience)
        .setIssuedAt(seconds(now()))
        .setExpirationTime(seconds(now()) + tokenLifetime)
        .sign(first);
    },
    async verify(token) {
      if (!token) throw refusal('MissingToken', 'A token is needed: Authorization: Bearer ...');
      const at = now();
      const known = verified.get(token);
      if (known !== undefined && known.until > at) return known.claims;
      if (known !== undefined) throw expired();
      const checked = await check(token, byId, at);
      verified.set(token, checked);
      return checked.claims;
    },
  };
}

interface Verified {
  readonly claims: Claims;
  readonly until: number;
}

const audience = 'direct-line';
/** Loaded with the first token: who uses our page needs none. */
const jose = () => import('jose');

async function check(token: string, keys: ReadonlyMap<string, KeyObject>, now: number): Promise<Verified> {
  const { decodeProtectedHeader, errors, jwtVerify } = await jose();
  const options = {
    algorithms: ['HS256'],
    audience,
    currentDate: new Date(now),
    requiredClaims: ['exp', 'conv', 'user'],
  };
  try {
    const key = keys.get(decodeProtectedHeader(token).kid ?? '');
    if (key === undefined) throw new Error('signed with a key that is not ours');
    const { payload } = await jwtVerify(token, key, options);
    return {
      claims: { conversation: String(payload.conv), user: String(payload.user) },
      until: (payload.exp ?? 0) * 1000,
    };
  } catch (error) {
    throw error instanceof errors.JWTExpired ? expired() : refusal('WrongToken', 'This token is not good here.');
  }
}

const expired = () => refusal('TokenExpired', 'The token has run out. Ask for a new one.');
const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);
const idOf = (key: string): string => hash('sha256', key, 'base64url').slice(0, 8);

/** A map that forgets what was set the longest ago. */
function recent<T>(most: number): Pick<Map<string, T>, 'get' | 'set'> {
  const entries = new Map<string, T>();
  return {
    get: (key) => entries.get(key),
    set: (key, value) => {
      if (!entries.has(key) && entries.size >= most) {
        const [oldest] = entries.keys();
        if (oldest !== undefined) entries.delete(oldest);
      }
      return entries.set(key, value);
    },
  };
}
