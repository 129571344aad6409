import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openStore } from '../../src/store/lowdb.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { planStoreContract } from '../contracts/plan-store.ts';

const parent = mkdtempSync(join(tmpdir(), 'plans-'));
afterAll(() => rmSync(parent, { recursive: true }));
let number = 0;

planStoreContract('memory', async () => memoryStore());
planStoreContract('lowdb', () => openStore(join(parent, `${number++}`)));
planStoreContract('lowdb and one open file', () => openStore(join(parent, `${number++}`), { openFiles: 1 }));
