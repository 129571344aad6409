/** What every place where plans are kept must do. Each adapter's test runs it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Conflict, isPlanId, NotKept, type PlanStore } from '../../src/store/port.ts';
import { answered, began, turn } from '../store/facts.ts';

const mary = 'marys-plan-0001';
const john = 'johns-plan-0002';

export function planStoreContract(adapter: string, open: () => Promise<PlanStore>): void {
  describe(`plans kept with ${adapter}`, () => {
    let store: PlanStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('knows nobody at first', async () => {
      expect(await store.plans()).toEqual([]);
      expect(await store.read(mary)).toBeNull();
      expect(await store.remove(mary)).toBe(false);
    });

    it('is ready to keep what people say, and leaves nothing behind by being asked', async () => {
      await Promise.all([store.ready(), store.ready()]);
      expect(await store.plans()).toEqual([]);
      await store.close();
      await expect(store.ready()).rejects.toThrow(NotKept);
    });

    it('gives a person back what they said, in the order they said it', async () => {
      expect(await store.append(mary, 0, [began(mary), ...turn(1)])).toBe(3);
      expect(await store.append(mary, 3, turn(2))).toBe(5);
      expect(await store.read(mary)).toEqual({ version: 5, facts: [began(mary), ...turn(1), ...turn(2)] });
    });

    it.each([
      'Ünïcödé – “quotes” 👵🏽',
      'lines\nand\r\nmore\u2028lines',
      'a \u0000 zero',
      'half an emoji \ud83d',
      '{"sum":"00000000"}\n',
      'x'.repeat(100_000),
    ])('keeps odd words as they were typed (%#)', async (words) => {
      await store.append(mary, 0, [answered({ nested: [words, null, 1.5, true] }, words)]);
      expect((await store.read(mary))?.facts).toEqual([answered({ nested: [words, null, 1.5, true] }, words)]);
    });

    it('keeps two people apart', async () => {
      await store.append(mary, 0, [began(mary)]);
      await store.append(john, 0, [began(john), ...turn(1)]);
      expect((await store.read(mary))?.facts).toEqual([began(mary)]);
      expect([...(await store.plans())].sort()).toEqual([john, mary]);
    });

    it('refuses somebody who has not seen the newest answer, and keeps nothing of theirs', async () => {
      await store.append(mary, 0, [began(mary)]);
      for (const expected of [0, 2, -1]) await expect(store.append(mary, expected, turn(1))).rejects.toThrow(Conflict);
      await expect(store.append(john, 1, turn(1))).rejects.toThrow(Conflict);
      expect((await store.read(mary))?.version).toBe(1);
      expect(await store.plans()).toEqual([mary]);
    });

    it('lets one of 64 who begin the same plan at once win', async () => {
      const tries = await Promise.allSettled(Array.from({ length: 64 }, (_, n) => store.append(mary, 0, turn(n))));
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const each of tries) if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(Conflict);
      expect((await store.read(mary))?.version).toBe(2);
    });

    it('loses no answer of 64 who write to one plan at once and try again when refused', async () => {
      const write = async (number: number): Promise<void> => {
        const version = (await store.read(mary))?.version ?? 0;
        await store.append(mary, version, turn(number)).catch((error) => {
          if (error instanceof Conflict) return write(number);
          throw error;
        });
      };
      await Promise.all(Array.from({ length: 64 }, (_, number) => write(number)));
      const said = (await store.read(mary))?.facts.flatMap((fact) => (fact.type === 'turned' ? [fact.id] : []));
      expect(said).toHaveLength(64);
      expect(new Set(said).size).toBe(64);
    });

    it('is not changed by what is done later to what it was given or gave', async () => {
      const words = ['tea'];
      await store.append(mary, 0, [answered(words, 'tea')]);
      words.push('coffee');
      const first = await store.read(mary);
      if (first?.facts[0]?.type === 'answered') (first.facts[0].value as string[]).push('milk');
      expect((await store.read(mary))?.facts).toEqual([answered(['tea'], 'tea')]);
    });

    it('takes no empty batch for a plan', async () => {
      expect(await store.append(mary, 0, [])).toBe(0);
      expect(await store.read(mary)).toBeNull();
      await store.append(mary, 0, [began(mary)]);
      expect(await store.append(mary, 1, [])).toBe(1);
    });

    it('deletes a plan for good, and lets nobody go on with it', async () => {
      await store.append(mary, 0, [began(mary), ...turn(1)]);
      expect(await store.remove(mary)).toBe(true);
      expect(await store.read(mary)).toBeNull();
      expect(await store.plans()).toEqual([]);
      expect(await store.remove(mary)).toBe(false);
      await expect(store.append(mary, 3, turn(2))).rejects.toThrow(Conflict);
      expect(await store.append(mary, 0, [began(mary)])).toBe(1);
      expect((await store.read(mary))?.facts).toEqual([began(mary)]);
    });

    it.each([
      '',
      'short',
      '../../etc/passwd',
      '..%2f..%2fetc',
      'a/b/c/d/e/f',
      'plan\u0000plan',
      'plan.plan.plan',
      'p'.repeat(65),
    ])('finds nobody under an id that could lead elsewhere: %j', async (id) => {
      expect(isPlanId(id)).toBe(false);
      expect(await store.read(id)).toBeNull();
      expect(await store.remove(id)).toBe(false);
      await expect(store.append(id, 0, [began(mary)])).rejects.toThrow(RangeError);
      expect(await store.plans()).toEqual([]);
    });

    it('refuses what is no fact, whole', async () => {
      const wrong = { type: 'answered', question: 'goal.what' } as never;
      await expect(store.append(mary, 0, [began(mary), wrong])).rejects.toThrow();
      expect(await store.read(mary)).toBeNull();
      expect(await store.plans()).toEqual([]);
    });

    it('says no once it is closed', async () => {
      await store.close();
      await expect(store.append(mary, 0, [began(mary)])).rejects.toThrow(NotKept);
      await store.close();
    });
  });
}
