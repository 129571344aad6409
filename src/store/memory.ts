/** Plans for as long as the program runs: for tests, and for trying things out. */
import { z } from 'zod';
import { Fact } from '../plan/facts.ts';
import { Conflict, isPlanId, NotKept, type PlanStore } from './port.ts';

export function memoryStore(): PlanStore {
  /** As text, as on a disk: what a caller does to its facts afterwards changes nothing here. */
  const lines = new Map<string, string[]>();
  let closed = false;
  const check = () => {
    if (closed) throw new NotKept('The store is closed.');
  };
  return {
    async read(plan) {
      check();
      const facts = lines.get(plan)?.map((line): Fact => JSON.parse(line));
      return facts ? { version: facts.length, facts } : null;
    },
    async append(plan, expected, facts) {
      check();
      if (!isPlanId(plan)) throw new RangeError('This cannot be the id of a plan.');
      const version = lines.get(plan)?.length ?? 0;
      if (version !== expected) throw new Conflict(`The plan is at ${version}, not at ${expected}.`);
      if (facts.length === 0) return version;
      lines.set(plan, [...(lines.get(plan) ?? []), ...Facts.parse(facts).map((fact) => JSON.stringify(fact))]);
      return version + facts.length;
    },
    async remove(plan) {
      check();
      return lines.delete(plan);
    },
    async plans() {
      check();
      return [...lines.keys()];
    },
    async ready() {
      check();
    },
    async close() {
      closed = true;
    },
  };
}

const Facts = z.array(Fact);
