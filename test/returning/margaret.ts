import { test } from 'vitest';
import { type Visitor, visitor } from '../page/visitor.ts';
import { type Service, service } from './service.ts';

interface Scene {
  /** A service of its own for each test. */
  readonly serving: Service;
  /** Somebody who visits it, and her daughter, who does so from another device. */
  readonly margaret: Visitor;
  readonly priya: Visitor;
}

/** A test about Margaret: it is handed what it names of her scene. */
export const it = test.extend<Scene>({
  serving: async ({ task: _ }, use) => {
    const serving = await service();
    await use(serving);
    await serving.close();
  },
  margaret: ({ serving }, use) => use(visitor(serving.origin)),
  priya: ({ serving }, use) => use(visitor(serving.origin)),
});
