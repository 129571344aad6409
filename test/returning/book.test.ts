import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CodeBook, memoryCodes } from '../../src/returning/code-book.ts';
import { openCodes } from '../../src/store/code-book.ts';
import { disk } from '../../src/store/disk.ts';
import { NotKept, Unusable } from '../../src/store/port.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codes-'));
});
afterEach(() => rm(folder, { recursive: true }));

const entry = (reference: string, plan: string, helper?: string) => ({
  reference,
  plan,
  ...(helper === undefined ? {} : { helper }),
  salt: 'c2FsdA',
  hash: 'aGFzaA',
});
const onDisk = (plans = ['plan-one', 'plan-two']) => openCodes(folder, { plans });

describe.each([
  ['in memory', async (): Promise<CodeBook> => memoryCodes()],
  ['on disk', () => onDisk()],
])('a book of codes %s', (_, open) => {
  it('finds a code by its reference, and no other', async () => {
    const book = await open();
    await book.keep(entry('AAAA2222', 'plan-one'));
    expect(book.find('AAAA2222')?.plan).toBe('plan-one');
    expect(book.find('BBBB2222')).toBeUndefined();
    await book.close();
  });

  it('lets a new sheet replace the old one, and leaves helpers and other people alone', async () => {
    const book = await open();
    await book.keep(entry('AAAA2222', 'plan-one'));
    await book.keep(entry('HHHH2222', 'plan-one', 'h1'));
    await book.keep(entry('CCCC2222', 'plan-two'));
    await book.keep(entry('BBBB2222', 'plan-one'));
    expect(book.find('AAAA2222')).toBeUndefined();
    expect(book.find('BBBB2222')?.plan).toBe('plan-one');
    expect(book.find('HHHH2222')?.helper).toBe('h1');
    expect(book.find('CCCC2222')?.plan).toBe('plan-two');
    await book.end('plan-one', 'h1');
    expect(book.find('HHHH2222')).toBeUndefined();
    expect(book.find('BBBB2222')).toBeDefined();
    await book.close();
  });
});

describe('the book of codes on disk', () => {
  it('is there after a restart, without what had ended and without codes of plans that are gone', async () => {
    const book = await onDisk();
    await book.keep(entry('AAAA2222', 'plan-one'));
    await book.keep(entry('BBBB2222', 'plan-one'));
    await book.keep(entry('CCCC2222', 'plan-two'));
    await book.close();
    const again = await onDisk(['plan-one']);
    expect(again.find('AAAA2222')).toBeUndefined();
    expect(again.find('BBBB2222')?.plan).toBe('plan-one');
    expect(again.find('CCCC2222')).toBeUndefined();
    await again.close();
    const text = await readFile(join(folder, 'codes'), 'utf8');
    expect(text.split('\n')).toHaveLength(2);
    expect(text).not.toContain('plan-two');
  });

  it('drops a line that was never finished, and goes on', async () => {
    const book = await onDisk();
    await book.keep(entry('AAAA2222', 'plan-one'));
    await book.close();
    const whole = await readFile(join(folder, 'codes'));
    await writeFile(join(folder, 'codes'), Buffer.concat([whole, Buffer.from('{"kept":{"refer')]));
    const again = await onDisk();
    expect(again.find('AAAA2222')).toBeDefined();
    await again.keep(entry('CCCC2222', 'plan-two'));
    await again.close();
    expect((await onDisk()).find('CCCC2222')).toBeDefined();
  });

  it('stops the start when a line in the middle is damaged', async () => {
    await writeFile(join(folder, 'codes'), 'nonsense\n{"ended":{"plan":"plan-one"}}\n');
    await expect(onDisk()).rejects.toThrow(Unusable);
  });

  it('says that nothing was kept when the disk refuses, and then opens nothing with it', async () => {
    const full = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    const book = await openCodes(folder, { plans: ['plan-one'], disk: { ...disk, write: full } });
    await expect(book.keep(entry('AAAA2222', 'plan-one'))).rejects.toThrow(NotKept);
    expect(book.find('AAAA2222')).toBeUndefined();
    await book.close();
  });
});
