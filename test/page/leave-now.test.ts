/** "Leave now" on the page, without JavaScript: typed or tapped, it leads away at once and nothing of the talk is shown. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryStore } from '../../src/store/memory.ts';
import { NotKept } from '../../src/store/port.ts';
import { enter, type Service, service, sheetOn } from '../returning/service.ts';
import { serve, talksOver } from './server.ts';
import { type Answer, formOn, hidden, slotOn, type Visitor, visitor } from './visitor.ts';

let serving: Service;
let margaret: Visitor;
beforeEach(async () => {
  serving = await service();
  margaret = visitor(serving.origin);
});
afterEach(() => serving.close());

const planOf = ({ jar }: Visitor) => (jar.get('talk') ?? '').split('.')[0] ?? '';

/** On as far as this question after a worry, with somebody beside them who can see the screen. */
async function afterAWorry(question: string): Promise<Answer> {
  let page = await margaret.upTo('privacy.alone');
  page = await margaret.answer(page, { choice: 'someone_watching' });
  while (slotOn(page) !== 'who.plan_for') page = await margaret.answer(page, { choice: 'yes' });
  page = await margaret.answer(page, { choice: 'me' });
  page = await margaret.answer(page, { text: 'he hits me' });
  while (slotOn(page) !== question) page = await margaret.answer(page, { text: 'after six' });
  return page;
}

async function expectGone(sent: Answer): Promise<void> {
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/leave']);
  expect(sent.html).toBe('');
  const away = await margaret.get('/leave');
  expect(away.headers.get('location')).toMatch(/^https:/);
  const back = await margaret.get('/');
  expect(slotOn(back)).toBe('');
  expect(back.html).not.toMatch(/id="log"|Quick help|116 123/);
}

describe('somebody who has to leave now', () => {
  it.each([{ choice: 'leave_now' }, { text: 'leave now' }, { text: 'Leave Now!' }, { command: 'leave_now' }])(
    'is gone at once after a worry, while somebody can see the screen: %j',
    async (fields) => {
      const page = await afterAWorry('safety.resume');
      await expectGone(await margaret.post('/say', { ...formOn(page), ...fields } as Record<string, string>));
      expect((await serving.talks.kept(planOf(margaret)))?.state).toBe('paused');
    },
  );

  it('is gone from a form of an earlier question too, and the plan is kept', async () => {
    const old = await margaret.upTo('who.call_me');
    await margaret.answer(old, { text: 'Margaret' });
    await expectGone(await margaret.post('/say', { ...formOn(old), id: 'another-id-0001', text: 'leave now' }));
    const hello = await margaret.get('/');
    await margaret.post('/carry-on', { token: hidden(hello, 'token') });
    expect((await serving.talks.kept(planOf(margaret)))?.answers['who.call_me']?.said).toBe('Margaret');
  });

  it('is gone when nothing can be kept any more', async () => {
    const store = memoryStore();
    let full = false;
    const append: typeof store.append = async (...facts) => {
      if (full) throw new NotKept('The disk is full.');
      return store.append(...facts);
    };
    const broken: unknown[] = [];
    const other = await serve(talksOver({ ...store, append }), 0, (what) => broken.push(what));
    margaret = visitor(other.origin);
    const page = await margaret.upTo('who.call_me');
    full = true;
    await expectGone(await margaret.post('/say', { ...formOn(page), text: 'leave now' }));
    expect(broken).toHaveLength(1);
    await other.close();
  });

  it('is gone from an open page of a browser, whatever else was ticked', async () => {
    const page = await margaret.upTo('privacy.alone');
    const fields = { ...formOn(page), choice: 'alone', text: 'leave now' };
    const sent = await margaret.post('/say', fields, { 'hx-request': 'true' });
    expect(sent.headers.get('hx-redirect')).toBe('/leave');
    expect(sent.html).toBe('');
  });
});

it('somebody who helps, and has to leave now, is gone without the person’s talk stopping', async () => {
  const page = await margaret.upTo('who.details');
  const invited = await margaret.post('/invite', { token: hidden(page, 'token'), name: 'Priya', question: 'yes' });
  const priya = visitor(serving.origin);
  await enter(priya, sheetOn(invited), '/help-with');
  const asked = await priya.get('/help-with');
  const sent = await priya.post('/help-with/say', { ...formOn(asked), text: 'leave now' });
  expect(sent.headers.get('location')).toBe('/leave');
  expect((await serving.talks.read(planOf(margaret)))?.state).toBe('talking');
});
