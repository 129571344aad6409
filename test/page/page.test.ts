import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryStore } from '../../src/store/memory.ts';
import { NotKept, type PlanStore } from '../../src/store/port.ts';
import { type Serving, serve, talksOver } from './server.ts';
import { formOn, hidden, planOf, slotOn, type Visitor, visitor } from './visitor.ts';

let store: PlanStore;
let serving: Serving;
let margaret: Visitor;
beforeEach(async () => {
  store = memoryStore();
  serving = await serve(talksOver(store));
  margaret = visitor(serving.origin);
});
afterEach(() => serving.close());

const turnsOf = async (who: Visitor) => (await serving.talks.read(planOf(who)))?.turns ?? [];
const text = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const saidOn = (html: string) =>
  [...html.matchAll(/<div class="message[\s\S]*?<\/div>/g)].map(([message]) => text(message).trim());

describe('coming and going', () => {
  it('keeps nothing of somebody who only looks', async () => {
    for (const path of ['/', '/help', '/privacy', '/accessibility'])
      expect((await margaret.get(path)).status).toBe(200);
    expect(await store.plans()).toHaveLength(0);
    expect(margaret.jar.size).toBe(0);
    await margaret.start();
    expect(await store.plans()).toHaveLength(1);
  });

  it('remembers a device by a secret of which only the hash is kept', async () => {
    await margaret.start();
    const [plan = '', secret = ''] = (margaret.jar.get('talk') ?? '').split('.');
    const kept = await serving.talks.kept(plan);
    expect(kept?.key).toBe(createHash('sha256').update(secret).digest('hex'));
    expect(JSON.stringify(await store.read(plan))).not.toContain(secret);
  });

  it('opens nothing for a wrong secret', async () => {
    await margaret.start();
    const guess = visitor(serving.origin, new Map([['talk', `${planOf(margaret)}.${'A'.repeat(43)}`]]));
    expect(slotOn(await guess.get('/'))).toBe('');
    expect((await guess.get('/plan')).headers.get('location')).toBe('/');
    expect((await guess.get('/plan.json')).headers.get('location')).toBe('/');
    expect((await guess.get('/events')).status).toBe(204);
  });

  it('sets cookies that scripts cannot read and other sites cannot send', async () => {
    const hello = await margaret.get('/');
    const started = await margaret.post('/start', { token: hidden(hello, 'token') });
    expect(started.headers.getSetCookie()[0]).toMatch(/^talk=[\w-]+\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('begins one talk when Start is pressed in two tabs', async () => {
    const [one, other] = [await margaret.get('/'), await margaret.get('/')];
    await margaret.post('/start', { token: hidden(one, 'token') });
    const again = await margaret.post('/start', { token: hidden(other, 'token') });
    expect(again.status).toBe(303);
    expect(await store.plans()).toHaveLength(1);
  });

  it('hides the talk after "leave this page" until it is asked for, without JavaScript too', async () => {
    const page = await margaret.start();
    const left = await margaret.get('/leave');
    expect(left.headers.get('location')).toMatch(/^https:/);
    for (const path of ['/', '/help']) expect((await margaret.get(path)).html).not.toContain('/plan"');
    expect((await margaret.get('/plan')).headers.get('location')).toBe('/');
    const hello = await margaret.get('/');
    await margaret.post('/carry-on', { token: hidden(hello, 'token') });
    expect(slotOn(await margaret.get('/'))).toBe(slotOn(page));
  });
});

describe('not going on', () => {
  it('says goodbye with a number to ring, and forgets the device and the talk', async () => {
    const page = await margaret.upTo('privacy.go_on');
    const goodbye = await margaret.answer(page, { choice: 'no' });
    expect(goodbye.status).toBe(200);
    expect(text(goodbye.html)).toContain('01632 960100');
    expect(margaret.jar.has('talk')).toBe(false);
    expect(await store.plans()).toHaveLength(0);
    expect((await margaret.get('/')).html).toContain('action="/start"');
  });
});

describe('saying something', () => {
  it('goes from question to question by plain forms', async () => {
    const page = await margaret.start();
    const sent = await margaret.post('/say', { ...formOn(page), choice: 'start' });
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toBe('/#question');
    expect(slotOn(await margaret.get('/'))).not.toBe(slotOn(page));
  });

  it('applies a form that is sent twice at once only once', async () => {
    const page = await margaret.upTo('who.call_me');
    const before = (await turnsOf(margaret)).length;
    const form = { ...formOn(page), text: 'Margaret' };
    const sent = await Promise.all([1, 2, 3].map(() => margaret.post('/say', form)));
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await turnsOf(margaret)).toHaveLength(before + 1);
  });

  it('does not take words for an earlier question as an answer to this one, and gives them back', async () => {
    const old = await margaret.upTo('who.call_me');
    const now = await margaret.answer(old, { text: 'Margaret' });
    const before = (await turnsOf(margaret)).length;
    const stale = await margaret.post('/say', { ...formOn(old), id: 'another-id-0001', text: 'Maggie' });
    expect(stale.html).toContain('value="Maggie"');
    expect(text(stale.html)).toContain('Your words are in the box');
    expect(slotOn(stale)).toBe(slotOn(now));
    expect(await turnsOf(margaret)).toHaveLength(before);
  });

  it('asks for an answer when there is none, and says so first', async () => {
    const page = await margaret.start();
    const empty = await margaret.answer(page, {});
    expect(empty.status).toBe(400);
    expect(empty.html).toMatch(/<title>Problem: /);
    expect(empty.html).toContain('href="#answer"');
    expect(empty.html).toContain('id="answer"');
  });

  it('keeps half typed words when somebody asks why', async () => {
    const page = await margaret.upTo('who.call_me');
    const why = await margaret.answer(page, { text: 'Marg', command: 'why' });
    expect(why.html).toMatch(/<input[^>]* id="text"[^>]* value="Marg"/);
    expect(slotOn(why)).toBe('who.call_me');
  });

  it('shows what was tapped, by the name of its button', async () => {
    const page = await margaret.upTo('who.call_me');
    await margaret.answer(page, { command: 'why' });
    expect((await margaret.get('/')).html).toMatch(/class="message person"[\s\S]*<p>Why we ask<\/p>/);
  });

  it('leaves what was said before as it was, when the plan turns out to be for somebody else', async () => {
    const page = await margaret.upTo('who.plan_for');
    const why = await margaret.answer(page, { command: 'why' });
    const before = saidOn(why.html);
    await margaret.answer(why, { choice: 'asked_me' });
    const after = saidOn((await margaret.get('/?all=1')).html);
    expect(before.length).toBeGreaterThan(3);
    expect(after.slice(0, before.length)).toEqual(before);
  });

  it('leaves the page at once for who types that they want to leave', async () => {
    const page = await margaret.upTo('who.call_me');
    const sent = await margaret.post('/say', { ...formOn(page), text: 'leave now' });
    expect(sent.headers.get('location')).toBe('/leave');
    const live = visitor(serving.origin);
    const first = await live.upTo('who.call_me');
    const said = await live.post('/say', { ...formOn(first), text: 'hes coming' }, { 'hx-request': 'true' });
    expect(said.headers.get('hx-redirect')).toBe('/leave');
  });

  it('takes the boxes of a date', async () => {
    const page = await margaret.upTo('who.birth_date');
    const next = await margaret.answer(page, { day: '3', month: '5', year: '1941' });
    expect(slotOn(next)).not.toBe('who.birth_date');
    expect((await serving.talks.kept(planOf(margaret)))?.answers['who.birth_date']?.value).toMatchObject({
      date: '1941-05-03',
    });
  });

  it('goes back, and skips', async () => {
    const page = await margaret.upTo('who.call_me');
    const back = await margaret.answer(page, { command: 'back' });
    expect(slotOn(back)).toBe('who.plan_for');
  });

  it.each([
    '<script>alert(1)</script>',
    '{{7*7}} {% set x = 1 %} $t(page.hello.title)',
    '"><img src=x onerror=alert(1)>',
    '</textarea><b>bold',
  ])('shows %s as it was typed', async (words) => {
    const page = await margaret.upTo('who.call_me');
    await margaret.answer(page, { text: words });
    const asText = words
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;');
    for (const path of ['/?all=1', '/plan']) {
      const { html } = await margaret.get(path);
      expect(html).toContain(asText);
      if (words.includes('<')) expect(html).not.toContain(words);
    }
  });

  it('puts nobody into an address or a title', async () => {
    const page = await margaret.upTo('who.call_me');
    await margaret.answer(page, { text: 'Zebedee' });
    for (const path of ['/', '/plan', '/help']) {
      const { html } = await margaret.get(path);
      expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).not.toContain('Zebedee');
      expect(html.match(/(?:href|action)="[^"]*"/g)?.join()).not.toContain('Zebedee');
    }
  });
});

describe('strangers', () => {
  it('are refused without a token, with a wrong one, with another device’s, and from another site', async () => {
    const page = await margaret.start();
    const other = visitor(serving.origin);
    const theirs = formOn(await other.start());
    const form = { ...formOn(page), choice: 'start' };
    for (const token of ['', 'wrong', 'a.b', theirs.token])
      expect((await margaret.post('/say', { ...form, token })).status).toBe(403);
    expect((await margaret.post('/say', form, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await margaret.post('/say', form)).status).toBe(303);
  });

  it('are told kindly that a page is not there', async () => {
    const lost = await margaret.get('/nowhere');
    expect(lost.status).toBe(404);
    expect(text(lost.html)).toContain('We cannot find that page');
  });

  it('may not send more than anybody can say', async () => {
    const page = await margaret.upTo('who.call_me');
    expect((await margaret.post('/say', { ...formOn(page), text: 'x'.repeat(700_000) })).status).toBe(413);
  });
});

describe('when the disk refuses', () => {
  it('says so kindly, keeps nothing, and takes the same form later', async () => {
    let full = false;
    const inner = memoryStore();
    const append: PlanStore['append'] = async (...facts) => {
      if (full) throw new NotKept('no space left');
      return inner.append(...facts);
    };
    const talks = talksOver({ ...inner, append });
    const there = await serve(talks, 0, () => undefined);
    const rose = visitor(there.origin);
    const page = await rose.upTo('who.call_me');
    full = true;
    const refused = await rose.post('/say', { ...formOn(page), text: 'Rose' });
    expect(refused.status).toBe(503);
    expect(text(refused.html)).toContain('We could not save that');
    expect(slotOn(await rose.get('/'))).toBe('who.call_me');
    full = false;
    expect((await rose.post('/say', { ...formOn(page), text: 'Rose' })).status).toBe(303);
    expect(slotOn(await rose.get('/'))).not.toBe('who.call_me');
    await there.close();
  });
});

describe('the plan', () => {
  it('shows the person’s words and leads back to the question that changes them', async () => {
    const page = await margaret.upTo('who.call_me');
    await margaret.answer(page, { text: 'Margaret' });
    const plan = await margaret.get('/plan');
    expect(text(plan.html)).toContain('DRAFT');
    expect(plan.html).toContain('value="who.call_me"');
    const changed = await margaret.post('/change', {
      id: hidden(plan, 'id'),
      token: hidden(plan, 'token'),
      change: 'who.call_me',
    });
    expect(changed.headers.get('location')).toBe('/#question');
    expect(slotOn(await margaret.get('/'))).toBe('who.call_me');
  });

  it('shows a name as a name and a date as a date when both were said at once', async () => {
    const page = await margaret.upTo('who.details');
    await margaret.answer(page, { text: 'my name is Margaret Smith born 3/5/41' });
    const plan = text((await margaret.get('/plan')).html);
    expect(plan).toContain('Full name Margaret Smith Change');
    expect(plan).toMatch(/Date of birth (?:Saturday )?3 May 1941 Change/);
    expect(plan).not.toContain('born 3/5/41');
  });

  it('says which parts are to come, and none of those that only "tell us more" asks', async () => {
    const page = await margaret.upTo('topic.matters_most');
    const parts = /<ol class="sections">[\s\S]*?<\/ol>/.exec(page.html)?.[0] ?? '';
    const progress = await serving.talks.progress(planOf(margaret));
    expect(progress.filter(({ state }) => state === 'optional').length).toBeGreaterThan(0);
    expect(parts.match(/<li /g)).toHaveLength(progress.filter(({ state }) => state !== 'optional').length);
  });

  it('says of a plan that was sent that nothing is left to do', async () => {
    await margaret.upTo('who.call_me');
    const plan = planOf(margaret);
    const waiting = async () => (await serving.talks.read(plan))?.asking?.question;
    for (let at = 0; at < 60 && (await waiting()) !== 'check.sent'; at += 1) {
      const words = (await waiting()) === 'check.send' ? 'yes' : 'skip';
      await serving.talks.say(plan, { id: `sending-${at}`, channel: 'webchat', text: words });
    }
    expect(await waiting()).toBe('check.sent');
    const page = text((await margaret.get('/')).html);
    expect(page).toContain('Your plan is sent. There is nothing left to do.');
    expect(page).not.toMatch(/\d+ (?:parts?|questions?) left/);
  });

  it('is given as a file without what a worker is to look at', async () => {
    await margaret.upTo('who.call_me');
    const file = await margaret.get('/plan.json');
    expect(file.headers.get('content-disposition')).toContain('attachment');
    const plan = JSON.parse(file.html);
    expect(plan).toHaveProperty('goals');
    for (const hers of ['flags', 'gaps', 'contradictions']) expect(plan).not.toHaveProperty(hers);
    expect(plan.agreement).not.toHaveProperty('checks');
  });
});

describe('what a browser gets', () => {
  it('is at most 70 KB on a first visit, all in all, by brotli and by gzip', async () => {
    for (const encoding of ['br', 'gzip']) {
      const size = async (path: string) => {
        const response = await fetch(serving.origin + path, { headers: { 'accept-encoding': encoding } });
        expect(response.headers.get('content-encoding')).toBe(encoding);
        await response.arrayBuffer();
        return Number(response.headers.get('content-length'));
      };
      const { html } = await margaret.get('/');
      const assets = html.match(/\/assets\/[\w.-]+/g) ?? [];
      expect(assets).toHaveLength(3);
      const sizes = await Promise.all(['/', ...assets].map(size));
      expect(sizes.reduce((all, one) => all + one)).toBeLessThanOrEqual(70 * 1024);
    }
  });

  it('is never kept by a cache, but for scripts and styles, which are kept for ever', async () => {
    const { html, headers } = await margaret.get('/');
    expect(headers.get('cache-control')).toBe('no-store');
    for (const path of html.match(/\/assets\/[\w.-]+/g) ?? []) {
      const asset = await fetch(serving.origin + path);
      expect(asset.headers.get('cache-control')).toContain('immutable');
    }
    expect((await margaret.get('/assets/talk.old.js')).status).toBe(404);
  });

  it('may run no script but ours, and be framed by nobody', async () => {
    const { headers, html } = await margaret.get('/');
    const policy = headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([\w-]+)'/.exec(policy)?.[1] ?? 'none';
    expect(html).toContain(`nonce="${nonce}"`);
    expect(policy).not.toMatch(/unsafe/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(html).not.toMatch(/ style=| on\w+=/);
    expect((await margaret.get('/')).headers.get('content-security-policy')).not.toBe(policy);
  });

  it('hears at once when somebody else writes', async () => {
    await margaret.start();
    const cookie = `talk=${margaret.jar.get('talk')}`;
    const stop = new AbortController();
    const events = await fetch(`${serving.origin}/events`, { headers: { cookie }, signal: stop.signal });
    expect(events.headers.get('content-type')).toBe('text/event-stream');
    const heard = (async () => {
      let all = '';
      for await (const part of events.body ?? []) {
        all += new TextDecoder().decode(part);
        if (all.includes('data: from-a-worker')) return true;
      }
      return false;
    })();
    await serving.talks.say(planOf(margaret), {
      id: 'from-a-worker',
      text: 'start a plan',
      channel: 'assisted',
      by: { role: 'worker', name: 'Sam' },
    });
    expect(await heard).toBe(true);
    stop.abort();
  });

  it('has its text size from then on', async () => {
    const hello = await margaret.get('/');
    await margaret.post('/looks', { token: hidden(hello, 'token'), size: '3', back: '/help' });
    expect((await margaret.get('/help')).html).toContain('class="size-3"');
  });
});
