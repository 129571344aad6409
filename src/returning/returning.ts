/** Coming back without an account, and letting somebody help: codes, the devices that they open, and who used them. */
import { createHash, randomBytes } from 'node:crypto';
import type { Talks } from '../conversation/talk.ts';
import type { Helper } from '../plan/access.ts';
import type { FactOf } from '../plan/facts.ts';
import type { Kept } from '../plan/kept.ts';
import { type Code, newCode } from './code.ts';
import type { CodeBook } from './code-book.ts';
import { hashed, isRight } from './hash.ts';
import { type Clock, type Pace, paceWith } from './pace.ts';

export interface Services {
  readonly talks: Talks;
  readonly codes: CodeBook;
  /** The time, as an ISO instant. */
  readonly now: () => string;
  readonly wait?: Clock['wait'];
}

/** What a right code opens. */
export interface Opened {
  readonly plan: string;
  readonly helper?: string;
  /** The secret of the device it was opened on; only its hash is kept. */
  readonly secret: string;
}

export interface Asked {
  readonly code: Code;
  readonly address: string;
  readonly channel: FactOf<'opened'>['channel'];
  readonly whose: 'person' | 'helper';
  /** The device's new secret; left out, one is made. */
  readonly secret?: string;
}

export type Invitation = Pick<Helper, 'name' | 'link' | 'question' | 'sections'>;

export interface Returning {
  /** A new return sheet; the one before no longer opens. Null when there is no such plan. */
  sheet(plan: string): Promise<Code | null>;
  /** Opens a plan with a code, and makes the device known. Null, with the same work, for every wrong code. */
  open(asked: Asked): Promise<Opened | null>;
  /** A helper and their code. Null when there is no such plan. */
  invite(plan: string, invitation: Invitation): Promise<{ helper: string; code: Code } | null>;
  /** A helper may no longer help, from now on. */
  endHelper(plan: string, helper: string): Promise<void>;
  /** What was opened on this device is closed. */
  endDevice(plan: string, key: string): Promise<void>;
  /** Calls back when a device of this plan is ended. Returns the way to stop. */
  whenEnded(plan: string, tell: (access: Kept['access']) => void): () => void;
}

/** Away for longer than this, people are welcomed back. */
export const awhile = 30 * 60_000;

export const newSecret = (): string => randomBytes(32).toString('base64url');
/** What is kept of a device's secret. */
export const keyOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

const sleep = (milliseconds: number) => new Promise<void>((done) => void setTimeout(done, milliseconds));

export function returningOf({ talks, codes, now, wait = sleep }: Services): Returning {
  const pace = paceWith({ now: () => Date.parse(now()), wait });
  const watchers = new Map<string, Set<(access: Kept['access']) => void>>();

  async function make(plan: string, helper?: string): Promise<Code> {
    let code = newCode();
    while (codes.find(code.reference) !== undefined) code = newCode();
    const owner = helper === undefined ? { plan } : { plan, helper };
    await codes.keep({ reference: code.reference, ...owner, ...(await hashed(code.words)) });
    return code;
  }

  async function tell(plan: string): Promise<void> {
    const kept = await talks.kept(plan);
    if (kept !== null) for (const one of watchers.get(plan) ?? []) one(kept.access);
  }

  return {
    async sheet(plan) {
      if ((await talks.kept(plan)) === null) return null;
      const code = await make(plan);
      await talks.note(plan, [{ type: 'sheet_made', reference: code.reference }]);
      return code;
    },
    async open(asked) {
      const plan = await planOf(codes, pace, asked);
      return plan === null ? null : opened(talks, now(), plan, asked);
    },
    async invite(plan, { name, link, question, sections }) {
      const kept = await talks.kept(plan);
      if (kept === null) return null;
      const helper = `h${kept.access.helpers.length + 1}`;
      const code = await make(plan, helper);
      await talks.note(plan, [{ type: 'helper_invited', helper, name, link, question, sections: [...sections] }]);
      return { helper, code };
    },
    async endHelper(plan, helper) {
      await talks.note(plan, [{ type: 'helper_ended', helper }]);
      await codes.end(plan, helper);
      await tell(plan);
    },
    async endDevice(plan, key) {
      await talks.note(plan, [{ type: 'device_ended', key }]);
      await tell(plan);
    },
    whenEnded(plan, one) {
      const those = watchers.get(plan) ?? new Set();
      watchers.set(plan, those.add(one));
      return () => {
        those.delete(one);
        if (those.size === 0 && watchers.get(plan) === those) watchers.delete(plan);
      };
    },
  };
}

/** Whose plan the code opens, after the same work for every code. A helper's code is none of the person's. */
async function planOf(
  codes: CodeBook,
  pace: Pace,
  { code, address, whose }: Asked,
): Promise<{ plan: string; helper?: string | undefined } | null> {
  const found = codes.find(code.reference);
  const entry = (found?.helper === undefined) === (whose === 'person') ? found : undefined;
  const right = await pace.run({ address, reference: code.reference }, () => isRight(code.words, entry));
  return right && entry !== undefined ? entry : null;
}

async function opened(
  talks: Talks,
  now: string,
  { plan, helper }: { plan: string; helper?: string | undefined },
  { channel, secret = newSecret() }: Asked,
): Promise<Opened | null> {
  const talk = await talks.read(plan);
  const kept = await talks.kept(plan);
  if (talk === null || kept === null) return null;
  const who = helper === undefined ? {} : { helper };
  const invited = kept.access.helpers.find(({ id }) => id === helper);
  if (helper !== undefined && (invited === undefined || invited.ended !== null)) return null;
  const by = invited === undefined ? undefined : ({ role: 'helper', name: invited.name } as const);
  const facts = [
    { type: 'device_known', key: keyOf(secret), ...who },
    { type: 'opened', channel, ...who },
  ] as const;
  await talks.note(plan, facts, by);
  if (helper === undefined && Date.parse(now) - Date.parse(talk.turns.at(-1)?.at ?? now) > awhile)
    await talks.say(plan, { id: `returned-${keyOf(secret).slice(0, 24)}`, channel, returned: true });
  return { plan, secret, ...who };
}
