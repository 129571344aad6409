/** Makes the facts of a talk for tests, a minute apart, each answer checked against its question first. */
import type { AssessmentRecord, Author, Fact } from '../../src/plan/facts.ts';
import { fold } from '../../src/plan/fold.ts';
import type { Kept } from '../../src/plan/kept.ts';
import { type QuestionId, questions } from '../../src/plan/questions/index.ts';

const person: Author = { role: 'person' };

interface More {
  said?: string;
  item?: string;
  parent?: string;
  by?: Author;
  notes?: string[];
}

export class Talk {
  readonly facts: Fact[];
  #at: number;

  constructor(began: { at?: string; nation?: 'england' | 'wales'; lang?: string; record?: AssessmentRecord } = {}) {
    const at = began.at ?? '2026-11-23T10:00:00.000Z';
    this.#at = Date.parse(at);
    this.facts = [
      {
        type: 'began',
        at,
        by: person,
        plan: 'plan-1',
        nation: began.nation ?? 'england',
        channel: 'webchat',
        lang: began.lang ?? 'en',
        ...(began.record === undefined ? {} : { record: began.record }),
      },
    ];
  }

  #next() {
    this.#at += 60_000;
    return new Date(this.#at).toISOString();
  }

  later(at: string) {
    this.#at = Date.parse(at);
    return this;
  }

  told(question: string, version?: string) {
    this.facts.push({
      type: 'told',
      at: this.#next(),
      by: person,
      question,
      ...(version === undefined ? {} : { version }),
    });
    return this;
  }

  answer(question: QuestionId, value: unknown, more: More = {}) {
    const tidy = questions[question].answer.safeParse(value);
    if (!tidy.success) throw new Error(`${question} does not take ${JSON.stringify(value)}`);
    const { said = typeof value === 'string' ? value : JSON.stringify(value), by = person, ...rest } = more;
    this.facts.push({ type: 'answered', at: this.#next(), by, question, value: tidy.data, said, ...rest });
    return this;
  }

  skip(question: QuestionId, more: { item?: string; reason?: 'skipped' | 'dont_know' } = {}) {
    const { reason = 'skipped', ...rest } = more;
    this.facts.push({ type: 'skipped', at: this.#next(), by: person, question, reason, ...rest });
    return this;
  }

  add(fact: Partial<Fact> & { type: Fact['type'] }) {
    this.facts.push({ at: this.#next(), by: person, ...fact } as Fact);
    return this;
  }

  sent() {
    return this.add({ type: 'sent' });
  }

  kept(): Kept {
    return fold(this.facts);
  }
}

/** "My daughter 07700 900123" as understanding reads it. */
export const people = (...named: { name: string; link?: string; phone?: string; self?: true }[]) => ({ people: named });
