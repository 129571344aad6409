/** Which compression a browser takes, and pages made small by it. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

export function encodingFor(accepts: string | undefined): Encoding {
  const offered = (accepts ?? '').split(',').map((one) => one.trim());
  if (offered.includes('br')) return 'br';
  return offered.some((one) => one === 'gzip' || one.startsWith('gzip;')) ? 'gzip' : 'identity';
}

/** Compresses one page. At once: a page takes a tenth of a millisecond, and to hand it to a thread costs as much again. */
export function compressed(html: string, encoding: Encoding): Buffer {
  const plain = Buffer.from(html);
  if (encoding === 'br') return brotliCompressSync(plain, { params: plain.length > small ? thorough : quick });
  return encoding === 'gzip' ? gzipSync(plain) : plain;
}

/** What is new in a talk; a whole page is larger. It becomes a sixth larger for less than half the work. */
const small = 9_000;
/** Windows no larger than what is squeezed. */
const quick = { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 14 };
const thorough = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 16 };
