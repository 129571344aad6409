import { describe, expect } from 'vitest';
import { assemble } from '../../src/plan/assemble.ts';
import { check } from '../../src/plan/checks/index.ts';
import { summaryOf } from '../../src/plan/summary.ts';
import { hidden, planOf, slotOn, type Visitor, visitor } from '../page/visitor.ts';
import { it } from './margaret.ts';
import { type Service, textOf } from './service.ts';

const keptOf = async (who: Visitor, { talks }: Service) => {
  const kept = await talks.kept(planOf(who));
  if (kept === null) throw new Error('nothing is kept');
  return kept;
};
const summary = async (who: Visitor, serving: Service) => {
  const plan = assemble(await keptOf(who, serving), { now: '2026-11-22T12:00:00.000Z' });
  return summaryOf(plan, check(plan), plan.gaps);
};

async function ask(margaret: Visitor, words: string, more: Record<string, string> = {}) {
  const form = await margaret.get('/ring-me');
  const fields = { token: hidden(form, 'token'), id: hidden(form, 'id'), phone: '01632 960123', words, ...more };
  return margaret.post('/ring-me', fields);
}

describe('asking to be rung', () => {
  it('is offered where people look for a person', async ({ margaret, serving }) => {
    await margaret.upTo('who.call_me');
    expect((await margaret.get('/help')).html).toContain('href="/ring-me"');
    expect((await visitor(serving.origin).get('/help')).html).not.toContain('href="/ring-me"');
  });

  it('is kept with when and how it is safe, said back, and shown to the worker; the question comes back', async ({
    margaret,
    serving,
  }) => {
    await margaret.upTo('who.details');
    const sent = await ask(margaret, 'Let it ring a long time', { when: 'morning', safe: 'no_message' });
    expect(sent.headers.get('location')).toBe('/#question');
    const page = await margaret.get('/');
    expect(textOf(page)).toContain('a call on 01632 960123, in the morning.');
    expect(textOf(page)).toContain('I noted that they should not leave a message.');
    expect(textOf(page)).toContain('You told us: Let it ring a long time');
    expect(slotOn(page)).toBe('who.details');
    expect((await summary(margaret, serving)).call_backs).toMatchObject([
      { phone: '01632 960123', when: ['morning'], safe: ['no_message'], said: 'Let it ring a long time' },
    ]);
    const file = await margaret.get('/plan.json');
    expect(file.html).not.toContain('01632 960123');
  });

  it('is noted once, when the button is pressed twice', async ({ margaret, serving }) => {
    await margaret.upTo('who.details');
    const form = await margaret.get('/ring-me');
    const fields = { token: hidden(form, 'token'), id: hidden(form, 'id'), phone: '01632 960123', words: '' };
    await Promise.all([margaret.post('/ring-me', fields), margaret.post('/ring-me', fields)]);
    expect((await keptOf(margaret, serving)).callBacks).toHaveLength(1);
  });

  it('asks again for a number that cannot be one, and keeps what was put in', async ({ margaret, serving }) => {
    await margaret.upTo('who.details');
    const again = await ask(margaret, 'After lunch', { phone: '12', when: 'evening' });
    expect(again.status).toBe(400);
    expect(again.html).toContain('After lunch</textarea>');
    expect(again.html).toMatch(/value="evening" checked/);
    expect((await keptOf(margaret, serving)).callBacks).toHaveLength(0);
  });

  it('keeps words about harm in the flag and nowhere else; somebody still rings', async ({ margaret, serving }) => {
    await margaret.upTo('who.details');
    await ask(margaret, 'Not at night, he hits me', { safe: 'only_me' });
    const kept = await keptOf(margaret, serving);
    expect(kept.flags).toMatchObject([{ kind: 'abuse', said: 'Not at night, he hits me' }]);
    expect(kept.callBacks).toMatchObject([{ phone: '01632 960123', safe: ['only_me'], said: '' }]);
    expect(JSON.stringify(await summary(margaret, serving))).not.toContain('hits me');
    expect(textOf(await margaret.get('/'))).not.toContain('hits me');
  });
});
