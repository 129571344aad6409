/**
 * Going on here with a talk that was begun elsewhere: with the code of a return sheet, when a token is asked for or by
 * the event `return` in another conversation. The code is never part of a talk.
 */
import { codeIn } from '../../returning/code.ts';
import type { Returning } from '../../returning/returning.ts';
import { type Incoming, SheetCode } from './protocol.ts';
import { type Claims, newUser } from './tokens.ts';

/** The code in an event `return`, or in a message with `{ return: { reference, words } }` as its value. */
export function returnIn({ type, name, value }: Incoming): SheetCode | undefined {
  if (type === 'event' && name === 'return') return SheetCode.safeParse(value).data ?? nothing;
  const carriesOne = type === 'message' && typeof value === 'object' && value !== null && 'return' in value;
  return carriesOne ? SheetCode.safeParse(value.return).data : undefined;
}

/** What cannot be read is a wrong code. */
const nothing: SheetCode = { reference: '', words: '' };

/** A new user of the talk that the code opens; null for every wrong code. */
export async function comeBack(
  returning: Returning,
  { reference, words }: SheetCode,
  address: string,
): Promise<Claims | null> {
  const user = newUser();
  const opened = await returning.open({
    code: codeIn(reference, [words].flat().join(' ')),
    address,
    channel: 'webchat',
    whose: 'person',
    secret: user,
  });
  return opened === null ? null : { conversation: opened.plan, user };
}
