import { describe, expect } from 'vitest';
import { type Answer, formOn, hidden, planOf, slotOn, type Visitor, visitor } from '../page/visitor.ts';
import { it } from './margaret.ts';
import { enter, type Sheet, sheetOn, textOf } from './service.ts';

async function invite(margaret: Visitor, fields: Record<string, string>): Promise<Sheet> {
  const page = await margaret.get('/who-can-see');
  const shown = await margaret.post('/invite', {
    token: hidden(page, 'token'),
    name: 'Priya',
    link: 'my daughter',
    ...fields,
  });
  expect(shown.status).toBe(200);
  return sheetOn(shown);
}

/** The talk and the question, without what differs from page to page. */
const saidOn = ({ html, ...page }: Answer) =>
  textOf({ ...page, html: html.slice(html.indexOf('id="log"'), html.indexOf('</main>')) });

const helps = async (priya: Visitor, code: Sheet) => {
  expect((await enter(priya, code, '/help-with')).headers.get('location')).toBe('/help-with');
  return priya.get('/help-with');
};

describe('somebody who was asked to help', () => {
  it('sees nothing but the question with which help is wanted', async ({ margaret, priya }) => {
    await margaret.upTo('who.details');
    const page = await helps(priya, await invite(margaret, { question: 'yes' }));
    expect(slotOn(page)).toBe('who.details');
    expect(textOf(page)).toContain('Thank you, Priya. You see only what you were let in to see.');
    expect(textOf(page)).not.toContain('Margaret');
    for (const path of ['/plan', '/plan.json', '/who-can-see', '/ring-me', '/way-back'])
      expect((await priya.get(path)).status, path).toBe(303);
    expect(slotOn(await priya.get('/'))).toBe('');
    expect((await priya.get('/events')).status).toBe(204);
  });

  it('sees the parts that were ticked, and no others', async ({ margaret, priya }) => {
    await margaret.upTo('who.details');
    const page = await helps(priya, await invite(margaret, { sections: 'who' }));
    expect(textOf(page)).toContain('Margaret');
    const other = await helps(priya, await invite(margaret, { name: 'Tom', sections: 'money' }));
    expect(textOf(other)).not.toContain('Margaret');
  });

  it('answers in their own name, and only where they may', async ({ margaret, priya, serving }) => {
    await margaret.upTo('who.details');
    const page = await helps(priya, await invite(margaret, { question: 'yes' }));
    const sent = await priya.post('/help-with/say', { ...formOn(page), text: 'Margaret Smith' });
    expect(sent.status).toBe(303);
    const kept = await serving.talks.kept(planOf(margaret));
    expect(kept?.answers['who.details']?.by).toEqual({ role: 'helper', name: 'Priya' });
    expect(textOf(await margaret.get('/'))).toContain('Priya Margaret Smith');
    const next = await priya.get('/help-with');
    expect(textOf(next)).toContain('There is no question for you right now.');
    const talk = await serving.talks.read(planOf(margaret));
    await priya.post('/help-with/say', {
      ...formOn(page),
      slot: talk?.asking?.question ?? '',
      id: 'another-id',
      text: 'No',
    });
    expect((await serving.talks.read(planOf(margaret)))?.version).toBe(talk?.version);
  });

  it('types the code into the answer box, which is no answer and opens their page', async ({
    margaret,
    priya,
    serving,
  }) => {
    await margaret.upTo('who.details');
    const code = await invite(margaret, { question: 'yes' });
    const page = await helps(priya, code);
    const sent = await priya.post('/help-with/say', { ...formOn(page), text: `${code.reference} ${code.words}` });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/help-with']);
    expect(slotOn(await priya.get('/help-with'))).toBe('who.details');
    expect((await serving.talks.kept(planOf(margaret)))?.answers['who.details']).toBeUndefined();
    expect(JSON.stringify((await serving.talks.read(planOf(margaret)))?.turns)).not.toContain(code.words);
  });

  it('types the code beside an answer, and only the answer is kept', async ({ margaret, priya, serving }) => {
    await margaret.upTo('who.details');
    const code = await invite(margaret, { question: 'yes' });
    const page = await helps(priya, code);
    await priya.post('/help-with/say', { ...formOn(page), text: `Margaret Smith ${code.reference} ${code.words}` });
    const kept = await serving.talks.kept(planOf(margaret));
    expect(kept?.answers['who.details']?.said).toBe('Margaret Smith');
    expect(JSON.stringify(kept?.answers)).not.toContain(code.words.split(' ')[0]);
  });

  it('cannot stop, delete or steer the talk', async ({ margaret, priya, serving }) => {
    await margaret.upTo('who.details');
    const page = await helps(priya, await invite(margaret, { question: 'yes' }));
    await priya.post('/help-with/say', { ...formOn(page), command: 'stop' });
    expect((await serving.talks.read(planOf(margaret)))?.state).toBe('talking');
  });

  it('never sees that something about harm was said', async ({ margaret, priya, serving }) => {
    await margaret.upTo('who.details');
    const code = await invite(margaret, { question: 'yes', sections: 'who' });
    await helps(priya, code);
    const page = await margaret.get('/');
    await margaret.post('/say', { ...formOn(page), text: 'Margaret, and he hits me' });
    expect((await serving.talks.read(planOf(margaret)))?.state).toBe('safety');
    const seen = await priya.get('/help-with');
    expect(slotOn(seen)).toBe('');
    expect(textOf(seen)).toContain('There is no question for you right now.');
    expect(textOf(seen)).not.toMatch(/hits|harm|hurt|safe/i);
  });

  it('who tells of harm gets what helps on their own page, and the person’s screen shows nothing of it', async ({
    margaret,
    priya,
    serving,
  }) => {
    await margaret.upTo('who.details');
    const page = await helps(priya, await invite(margaret, { question: 'yes' }));
    const before = await margaret.get('/');
    const turns = (await serving.talks.read(planOf(margaret)))?.turns.length;
    const told = await priya.post('/help-with/say', { ...formOn(page), text: 'he hits me' });
    expect(told.status).toBe(200);
    for (const words of ['That is not OK.', '999', 'A worker will read them, with your name.'])
      expect(textOf(told)).toContain(words);
    expect(textOf(told)).not.toContain('We saved that with your name');
    const again = await priya.post('/help-with/say', { ...formOn(page), text: 'he hits me' });
    expect(textOf(again)).toContain('That is not OK.');
    const after = await margaret.get('/');
    expect(slotOn(after)).toBe(slotOn(before));
    expect(saidOn(after)).toBe(saidOn(before));
    const talk = await serving.talks.read(planOf(margaret));
    expect([talk?.state, talk?.turns.length]).toEqual(['talking', turns]);
    const kept = await serving.talks.kept(planOf(margaret));
    expect(kept?.flags.map(({ by, said, kind }) => ({ by, said, kind }))).toEqual([
      { by: { role: 'helper', name: 'Priya' }, said: 'he hits me', kind: 'abuse' },
    ]);
    expect(textOf(await priya.get('/help-with'))).not.toContain('That is not OK.');
  });

  it('is ended at once: the next look and the open page show nothing', async ({ margaret, priya, serving }) => {
    await margaret.upTo('who.details');
    const code = await invite(margaret, { question: 'yes', sections: 'who' });
    await helps(priya, code);
    const cookie = `help=${priya.jar.get('help')}`;
    const open = await fetch(`${serving.origin}/help-with/events`, { headers: { cookie } });
    const who = await margaret.get('/who-can-see');
    await margaret.post('/end-access', { token: hidden(who, 'token'), helper: hidden(who, 'helper') });
    expect(await open.text()).toContain('event: ended');
    expect(textOf(await priya.get('/help-with'))).not.toContain('Margaret');
    expect((await enter(priya, code, '/help-with')).status).toBe(400);
    expect(textOf(await margaret.get('/who-can-see'))).toMatch(/Ended on .* They can see nothing now\./);
  });

  it('leaves nothing behind when they have finished, or leave the page; their code still opens it', async ({
    margaret,
    priya,
    serving,
  }) => {
    await margaret.upTo('who.details');
    const code = await invite(margaret, { question: 'yes' });
    const page = await helps(priya, code);
    const cookie = priya.jar.get('help') ?? '';
    await priya.post('/help-with/close', { token: hidden(page, 'token') });
    expect(priya.jar.has('help')).toBe(false);
    expect(slotOn(await visitor(serving.origin, new Map([['help', cookie]])).get('/help-with'))).toBe('');
    expect(slotOn(await helps(priya, code))).toBe('who.details');
    await priya.get('/leave');
    expect(priya.jar.has('help')).toBe(false);
  });

  it('is seen by the person: who it was, and when', async ({ margaret, priya }) => {
    await margaret.upTo('who.details');
    expect(textOf(await margaret.get('/who-can-see'))).toContain('No one has used a code yet.');
    await helps(priya, await invite(margaret, { question: 'yes' }));
    const page = textOf(await margaret.get('/who-can-see'));
    expect(page).toMatch(/Priya, on \d+ \w+ \d{4} at \d\d:\d\d/);
    expect(page).toContain('Priya (my daughter) They can see: the question you wanted help with');
  });

  it("has a code of their own, that is no way into the whole plan; and the person's is none for a helper", async ({
    margaret,
    priya,
  }) => {
    await margaret.upTo('who.details');
    const code = await invite(margaret, { question: 'yes' });
    expect((await enter(priya, code)).status).toBe(400);
    const page = await margaret.get('/way-back');
    const own = sheetOn(await margaret.post('/way-back', { token: hidden(page, 'token') }));
    expect((await enter(priya, own, '/help-with')).status).toBe(400);
    expect((await enter(priya, code, '/help-with')).status).toBe(303);
    expect((await enter(priya, own)).status).toBe(303);
  });

  it('is named by the person first', async ({ margaret }) => {
    await margaret.upTo('who.details');
    const page = await margaret.get('/who-can-see');
    const refused = await margaret.post('/invite', { token: hidden(page, 'token'), name: ' ' });
    expect(refused.status).toBe(400);
    expect(textOf(refused)).toContain('Put in the name of the person who will help.');
  });
});
