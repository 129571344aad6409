import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { openCodes } from '../../src/store/code-book.ts';
import { openStore } from '../../src/store/lowdb.ts';
import { formOn, hidden, planOf, slotOn, type Visitor, visitor } from '../page/visitor.ts';
import { it } from './margaret.ts';
import { enter, makeSheet, service, sheetOn, textOf } from './service.ts';

describe('a return sheet', () => {
  it('brings somebody back on another device, to the same question', async ({ margaret, serving }) => {
    const question = slotOn(await margaret.upTo('who.details'));
    const sheet = await makeSheet(margaret);
    expect(sheet.reference).toMatch(/^[2-9A-Z]{4} [2-9A-Z]{4}$/);
    expect(sheet.words.split(' ')).toHaveLength(5);
    const phone = visitor(serving.origin);
    const back = await enter(phone, sheet);
    expect(back.headers.get('location')).toBe('/#question');
    expect(slotOn(await phone.get('/'))).toBe(question);
    expect(planOf(phone)).toBe(planOf(margaret));
    expect(phone.jar.get('talk')).not.toBe(margaret.jar.get('talk'));
    expect(slotOn(await margaret.get('/'))).toBe(question);
  });

  it('is read kindly: small letters, hyphens, and a slip at the end of a word', async ({ margaret, serving }) => {
    await margaret.upTo('who.call_me');
    const { reference, words } = await makeSheet(margaret);
    const typed = {
      reference: ` ${reference.toLowerCase().replace(' ', '-')}`,
      words: words.toUpperCase().replaceAll(' ', '-'),
    };
    expect((await enter(visitor(serving.origin), typed)).status).toBe(303);
  });

  it('is welcomed back after a while, in two lines, and not within the half hour', async ({ margaret, serving }) => {
    await margaret.upTo('who.details');
    const sheet = await makeSheet(margaret);
    await enter(margaret, sheet);
    expect(textOf(await margaret.get('/'))).not.toContain('Welcome back');
    serving.later(31);
    const phone = visitor(serving.origin);
    await enter(phone, sheet);
    const page = await phone.get('/');
    expect(textOf(page)).toContain('Welcome back. Your answers are here, just as you left them.');
    expect(slotOn(page)).toBe('who.details');
    const turn = (await serving.talks.read(planOf(phone)))?.turns.at(-1);
    expect(turn?.replies.filter(({ waits }) => !waits)).toHaveLength(2);
    expect(turn?.replies.at(-1)).toMatchObject({ question: 'who.details', waits: true });
  });

  it('is shown once: looking never makes, uses or shows a code', async ({ margaret, serving }) => {
    await margaret.upTo('who.call_me');
    const sheet = await makeSheet(margaret);
    for (const path of [
      '/way-back',
      '/return',
      `/return?code=${sheet.reference.replace(' ', '')}`,
      '/',
      '/who-can-see',
    ]) {
      const { html, status } = await margaret.get(path);
      expect(status, path).toBe(200);
      for (const word of sheet.words.split(' ')) expect(html).not.toMatch(new RegExp(`>\\s*${word}\\s*<`));
    }
    const scanner = visitor(serving.origin);
    for (let at = 0; at < 3; at += 1) await scanner.get('/return');
    expect((await enter(visitor(serving.origin), sheet)).status).toBe(303);
  });

  it('stops working when there is a new one', async ({ margaret, serving }) => {
    await margaret.upTo('who.call_me');
    const old = await makeSheet(margaret);
    expect(textOf(await margaret.get('/way-back'))).toContain('the old one stops working');
    const fresh = await makeSheet(margaret);
    expect((await enter(visitor(serving.origin), old)).status).toBe(400);
    expect((await enter(visitor(serving.origin), fresh)).status).toBe(303);
  });

  it('has its words in no address and in nothing that is kept', async ({ margaret, serving }) => {
    await margaret.upTo('who.call_me');
    const page = await margaret.get('/way-back');
    const shown = await margaret.post('/way-back', { token: hidden(page, 'token') });
    const { words } = sheetOn(shown);
    expect(shown.headers.get('location')).toBeNull();
    expect(shown.headers.get('cache-control')).toBe('no-store');
    expect(shown.html).toContain('<svg');
    expect(shown.html).not.toMatch(/#[2-9A-Z]{8}\./);
    const kept = JSON.stringify(await serving.store.read(planOf(margaret)));
    for (const word of words.split(' ')) expect(kept).not.toContain(`"${word}"`);
    expect(kept).not.toContain(words);
  });

  it('outlives a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'return-'));
    const open = async () => {
      const store = await openStore(folder);
      const codes = await openCodes(folder, { plans: await store.plans() });
      const running = await service(store, codes);
      return { running, close: async () => Promise.all([running.close(), codes.close(), store.close()]) };
    };
    const first = await open();
    const ann = visitor(first.running.origin);
    const question = slotOn(await ann.upTo('who.call_me'));
    const sheet = await makeSheet(ann);
    await first.close();
    expect(await readFile(join(folder, 'codes'), 'utf8')).not.toContain(sheet.words.split(' ')[0]);
    const second = await open();
    const later = visitor(second.running.origin);
    expect((await enter(later, sheet)).status).toBe(303);
    expect(slotOn(await later.get('/'))).toBe(question);
    await second.close();
    await rm(folder, { recursive: true });
  });
});

describe('a wrong code', () => {
  const same = ({ html }: { html: string }) =>
    html.replace(/(?:name="(?:token|id)" |nonce=")[^>]*/g, '').replace(/name="reference"[^>]*/g, '');

  it('is answered in the same way whether its reference exists or not', async ({ margaret, serving }) => {
    await margaret.upTo('who.call_me');
    const sheet = await makeSheet(margaret);
    const guesser = visitor(serving.origin);
    const known = await enter(guesser, { ...sheet, words: 'abacus abacus abacus abacus abacus' });
    const unknown = await enter(guesser, { reference: 'ABCD2345', words: 'abacus abacus abacus abacus abacus' });
    const empty = await enter(guesser, { reference: '', words: '' });
    expect([known.status, unknown.status, empty.status]).toEqual([400, 400, 400]);
    expect(same(unknown)).toBe(same(known));
    expect(same(empty)).toBe(same(known));
    expect(guesser.jar.has('talk')).toBe(false);
  });

  it('takes as much work whether its reference exists or not', async ({ margaret, serving }) => {
    await margaret.upTo('who.call_me');
    const { reference } = await makeSheet(margaret);
    const guesser = visitor(serving.origin);
    const page = await guesser.get('/return');
    const time = async (of: string) => {
      const began = performance.now();
      await guesser.post('/return', { token: hidden(page, 'token'), reference: of, words: 'one two three four five' });
      return performance.now() - began;
    };
    const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let at = 0; at < 7; at += 1) {
      known.push(await time(reference));
      unknown.push(await time('ABCD2345'));
    }
    const ratio = median(known) / median(unknown);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it('slows the guesser down and never locks the person out', async ({ margaret, serving }) => {
    await margaret.upTo('who.call_me');
    const sheet = await makeSheet(margaret);
    for (let at = 0; at < 12; at += 1) await enter(visitor(serving.origin), { ...sheet, words: `abacus ${at}` });
    expect(serving.waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000]);
    expect((await enter(visitor(serving.origin), sheet)).status).toBe(303);
  });

  it('is refused when another site sends it', async ({ margaret, serving }) => {
    await margaret.upTo('who.call_me');
    const sheet = await makeSheet(margaret);
    const elsewhere = visitor(serving.origin);
    expect((await elsewhere.post('/return', { ...sheet })).status).toBe(403);
  });
});

describe('a device that others may use', () => {
  const answered = async (margaret: Visitor, own: 'yes' | 'no') => {
    const page = await margaret.upTo('who.call_me');
    await margaret.post('/device', { token: hidden(page, 'token'), own });
  };

  it('is asked about once saving is chosen, on the page and not in the talk', async ({ margaret }) => {
    const first = await margaret.start();
    expect(textOf(first)).not.toContain('Is this your own device?');
    const page = await margaret.upTo('who.call_me');
    expect(textOf(page)).toContain('Is this your own device?');
    const said = await margaret.post('/device', { token: hidden(page, 'token'), own: 'yes' });
    expect(said.headers.getSetCookie().join()).toContain('Max-Age=7776000');
    expect(textOf(await margaret.get('/'))).not.toContain('Is this your own device?');
  });

  it('counts as shared until it is said: its cookie ends with the browser', async ({ margaret }) => {
    const hello = await margaret.get('/');
    const started = await margaret.post('/start', { token: hidden(hello, 'token') });
    expect(started.headers.getSetCookie()[0]).not.toContain('Max-Age');
  });

  it('closes after fifteen minutes, on the server too, and leads back to the first page', async ({
    margaret,
    serving,
  }) => {
    await answered(margaret, 'no');
    const cookie = margaret.jar.get('talk') ?? '';
    serving.later(14);
    expect(slotOn(await margaret.get('/'))).toBe('who.call_me');
    serving.later(16);
    const page = await margaret.get('/');
    expect(slotOn(page)).toBe('');
    expect(textOf(page)).toContain('Your talk was closed on this device. Your answers are kept.');
    expect(page.headers.get('clear-site-data')).toContain('"storage"');
    expect(margaret.jar.has('talk')).toBe(false);
    const copied = visitor(serving.origin, new Map([['talk', cookie]]));
    expect(slotOn(await copied.get('/'))).toBe('');
    expect((await copied.get('/plan')).headers.get('location')).toBe('/');
    expect(hidden(await margaret.get('/'), 'token')).not.toBe('');
    expect(slotOn(await margaret.start())).not.toBe('');
  });

  it('is not kept open by what the page asks for by itself', async ({ margaret, serving }) => {
    await answered(margaret, 'no');
    for (let at = 0; at < 4; at += 1) {
      serving.later(4);
      if (at < 3) await margaret.get('/live?seen=hello');
      await margaret.get('/ended');
    }
    expect(slotOn(await margaret.get('/'))).toBe('');
  });

  it('asks before it closes without leaving the page, and gives back what was typed to who is still there', async ({
    margaret,
    serving,
  }) => {
    await answered(margaret, 'no');
    const page = await margaret.get('/');
    expect(page.html).not.toContain('http-equiv="refresh"');
    expect(textOf(page)).toContain('This talk will close in 2 minutes');
    serving.later(14);
    const stayed = await margaret.post('/still-here', { ...formOn(page), text: 'My name is Mar' });
    expect(stayed.status).toBe(200);
    expect(stayed.html).toMatch(/name="text"[^>]*>My name is Mar|value="My name is Mar"/);
    expect(slotOn(stayed)).toBe('who.call_me');
    serving.later(14);
    expect(slotOn(await margaret.get('/'))).toBe('who.call_me');
  });

  it('keeps words that come too late, and puts them into the box once the code is right', async ({
    margaret,
    serving,
  }) => {
    await answered(margaret, 'no');
    const sheet = await makeSheet(margaret);
    const page = await margaret.get('/');
    const before = (await serving.talks.read(planOf(margaret)))?.version;
    serving.later(16);
    const closed = await margaret.post('/say', { ...formOn(page), text: 'Margaret, but call me Peg' });
    expect(textOf(closed)).toContain('We still have what you just typed.');
    expect(textOf(closed)).not.toContain('Peg');
    const fields = { token: hidden(closed, 'token'), draft: hidden(closed, 'draft') };
    const wrong = await margaret.post('/return', { ...fields, ...sheet, words: 'abacus' });
    expect(hidden(wrong, 'draft')).toBe('Margaret, but call me Peg');
    const back = await margaret.post('/return', { ...fields, token: hidden(wrong, 'token'), ...sheet });
    expect(slotOn(back)).toBe('who.call_me');
    expect(back.html).toContain('Margaret, but call me Peg');
    const sent = await margaret.post('/say', { ...formOn(back), text: 'Peg' });
    expect(sent.status).toBe(303);
    expect((await serving.talks.read(planOf(margaret)))?.version).toBeGreaterThan(before ?? 0);
  });

  it('keeps what was put into the other forms too', async ({ margaret }) => {
    await answered(margaret, 'no');
    const ring = await margaret.get('/ring-me');
    const token = hidden(ring, 'token');
    const still = await margaret.post('/still-here', { token, phone: '01632 960', words: 'After tea' });
    expect(still.html).toContain('01632 960');
    expect(still.html).toContain('After tea');
    const inviting = await margaret.post('/still-here', { token, name: 'Priya', link: 'my daughter', sections: 'who' });
    expect(inviting.html).toContain('value="my daughter"');
    expect(inviting.html).toMatch(/value="who" checked/);
  });

  it('leaves nothing behind when the page is left, and the draft is kept for the sheet', async ({ margaret }) => {
    await answered(margaret, 'no');
    const sheet = await makeSheet(margaret);
    const left = await margaret.get('/leave');
    expect(left.status).toBe(303);
    expect([...margaret.jar.keys()]).toEqual([]);
    expect((await margaret.get('/')).html).not.toContain('action="/carry-on"');
    await enter(margaret, sheet);
    expect(slotOn(await margaret.get('/'))).toBe('who.call_me');
  });

  it("stays open for ninety days when it is one's own", async ({ margaret, serving }) => {
    await answered(margaret, 'yes');
    serving.later(60 * 24 * 30);
    const page = await margaret.get('/');
    expect(slotOn(page)).toBe('who.call_me');
    expect(page.headers.getSetCookie().join()).toContain('Max-Age=7776000');
    expect(page.html).not.toContain('http-equiv="refresh"');
  });

  it('can be closed from another one', async ({ margaret, serving }) => {
    await answered(margaret, 'yes');
    const sheet = await makeSheet(margaret);
    const library = visitor(serving.origin);
    await enter(library, sheet);
    const who = await margaret.get('/who-can-see');
    expect(textOf(who)).toContain('It is open on one more device');
    await margaret.post('/end-access', { token: hidden(who, 'token'), device: hidden(who, 'device') });
    expect(slotOn(await library.get('/'))).toBe('');
    expect(slotOn(await margaret.get('/'))).toBe('who.call_me');
  });
});
