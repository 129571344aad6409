/** Five words to what is kept of them. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Code } from './code.ts';
import type { Entry } from './code-book.ts';

/** 32 MB and some 60 ms of one core for each try, over the 64 bits of the words themselves. */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 };
const length = 32;

const derive = promisify<string, Buffer, number, typeof cost, Buffer>(scrypt);
const hashOf = (words: Code['words'], salt: string): Promise<Buffer> =>
  derive(words.join(' '), Buffer.from(salt, 'base64url'), length, cost);

/** A salt of its own, and the hash under it. */
export async function hashed(words: Code['words']): Promise<Pick<Entry, 'salt' | 'hash'>> {
  const salt = randomBytes(16).toString('base64url');
  return { salt, hash: (await hashOf(words, salt)).toString('base64url') };
}

/** Are these the words? The work is the same when there is no such entry: nobody learns which references exist. */
export async function isRight(words: Code['words'], entry: Entry | undefined): Promise<boolean> {
  const { salt, hash } = entry ?? nobody;
  const same = timingSafeEqual(await hashOf(words, salt), Buffer.from(hash, 'base64url'));
  return same && entry !== undefined;
}

const nobody = { salt: randomBytes(16).toString('base64url'), hash: randomBytes(length).toString('base64url') };
