/** Stream tickets: each lets one socket in, once, within a minute. They die with the process. */
import { randomBytes } from 'node:crypto';
import type { Claims } from './tokens.ts';

export interface Ticket extends Claims {
  /** How many activities the client has seen already. */
  readonly seen: number;
}

export interface Tickets {
  issue(ticket: Ticket): string;
  /** Undefined when there is none, it was used, or its minute is over. */
  redeem(code: string | null): Ticket | undefined;
}

const lifetime = 60_000;
const most = 20_000;

export function ticketsAt(now: () => number): Tickets {
  const open = new Map<string, { ticket: Ticket; until: number }>();
  /** The oldest come first, so that the search ends at the first good one. */
  const tidy = () => {
    for (const [code, { until }] of open) {
      if (until > now() && open.size < most) return;
      open.delete(code);
    }
  };
  return {
    issue(ticket) {
      tidy();
      const code = randomBytes(24).toString('base64url');
      open.set(code, { ticket, until: now() + lifetime });
      return code;
    },
    redeem(code) {
      const found = open.get(code ?? '');
      open.delete(code ?? '');
      return found && found.until > now() ? found.ticket : undefined;
    },
  };
}
