import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Talks } from '../../src/conversation/talk.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { launchBrowser } from './browser.ts';
import { answerByKeys, complaints, slotNow, startByKeys, tabTo, upTo } from './keyboard.ts';
import { type Serving, serve, talksOver } from './server.ts';

let browser: Browser;
let serving: Serving;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  serving = await serve();
  context = await browser.newContext();
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  await serving.close();
});

const planIn = async (where: BrowserContext) =>
  ((await where.cookies()).find(({ name }) => name === 'talk')?.value ?? '').split('.')[0] ?? '';
const turnsIn = async (talks: Talks) => (await talks.read(await planIn(context)))?.turns ?? [];
const saidIn = async (talks: Talks) => (await turnsIn(talks)).map(({ said }) => said);
const focused = (where: Page) => where.evaluate(() => document.activeElement?.id);

describe('the whole talk', () => {
  it('is had by keyboard alone, and sent; the browser finds nothing wrong', async () => {
    const heard = complaints(page);
    await startByKeys(page, serving.origin);
    let reloads = 0;
    page.on('load', () => {
      reloads += 1;
    });
    for (let at = 0; at < 100 && !(await slotNow(page)).startsWith('check.sent'); at += 1) {
      await answerByKeys(page);
      await page.waitForFunction(() => document.activeElement?.id === 'question');
    }
    expect(await slotNow(page)).toBe('check.sent');
    expect(await page.locator('#sent').innerText()).toMatch(/^Sent on/);
    expect(reloads).toBe(0);
    expect(heard).toEqual([]);
  }, 180_000);

  it('is had by keyboard alone where there is no JavaScript', async () => {
    await context.close();
    context = await browser.newContext({ javaScriptEnabled: false });
    page = await context.newPage();
    await startByKeys(page, serving.origin);
    await upTo(page, 'check.sent');
    expect(await page.locator('#sent').innerText()).toMatch(/^Sent on/);
    expect(page.url()).toBe(`${serving.origin}/#question`);
  }, 180_000);
});

describe('what is new', () => {
  it('is announced once, in order, without the question that has the focus', async () => {
    await startByKeys(page, serving.origin);
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) for (const one of addedNodes) said.push(one.textContent?.trim() ?? '');
      }).observe(document.querySelector('#heard') ?? document.body, { childList: true });
    });
    await upTo(page, 'who.call_me');
    const heard = (await page.evaluate((): string[] => Reflect.get(window, 'said'))).filter((one) => one !== '');
    const shown = await page
      .locator('#log .message.assistant')
      .evaluateAll((all) =>
        all.map((one) => [...one.querySelectorAll('p:not(.who)')].map((line) => line.textContent).join(' ')),
      );
    const notices = shown.filter((line) => heard.includes(line));
    expect(notices.length).toBeGreaterThan(3);
    expect(heard).toEqual(notices);
    expect(heard).not.toContain(await page.locator('#question').innerText());
  });

  it('comes by itself when a worker writes, and leaves the focus and half typed words alone', async () => {
    await startByKeys(page, serving.origin);
    await upTo(page, 'who.call_me');
    await tabTo(page, '#text');
    await page.keyboard.type('Marg');
    const plan = await planIn(context);
    await serving.talks.say(plan, {
      id: 'from-sam-0001',
      command: 'why',
      channel: 'assisted',
      by: { role: 'worker', name: 'Sam' },
    });
    await page.waitForSelector('[data-turn="from-sam-0001"]', { state: 'attached' });
    expect(await focused(page)).toBe('text');
    await page.keyboard.type('aret');
    expect(await page.locator('#text').inputValue()).toBe('Margaret');
    await tabTo(page, '#send');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => !document.querySelector<HTMLInputElement>('[name=slot]')?.value.startsWith('who.call_me'),
    );
    expect((await serving.talks.kept(plan))?.answers['who.call_me']?.said).toBe('Margaret');
  });

  it('is right in two tabs at once, and what was typed in one goes along to the next question', async () => {
    await startByKeys(page, serving.origin);
    await upTo(page, 'who.call_me');
    const other = await context.newPage();
    await other.goto(serving.origin);
    await tabTo(other, '#text');
    await other.keyboard.type('my own words');
    await page.bringToFront();
    await answerByKeys(page);
    const now = await slotNow(page);
    await other.bringToFront();
    await other.waitForFunction((slot) => document.querySelector<HTMLInputElement>('[name=slot]')?.value === slot, now);
    expect(await other.locator('#text').inputValue()).toBe('my own words');
    await answerByKeys(other);
    const turns = await turnsIn(serving.talks);
    expect(new Set(turns.map(({ id }) => id)).size).toBe(turns.length);
    await page.waitForFunction((slot) => document.querySelector<HTMLInputElement>('[name=slot]')?.value !== slot, now);
    expect(await slotNow(page)).toBe(await slotNow(other));
  });
});

describe('coming back', () => {
  it('finds the same question and what was said, after the page was closed and the server started again', async () => {
    const store = memoryStore();
    await serving.close();
    serving = await serve(talksOver(store));
    await startByKeys(page, serving.origin);
    await upTo(page, 'who.details');
    const { port } = serving;
    await page.close();
    await serving.close();
    serving = await serve(talksOver(store), port);
    page = await context.newPage();
    await page.goto(serving.origin);
    expect(await slotNow(page)).toBe('who.details');
    expect(await page.locator('#log').innerText()).toContain('Margaret');
  });
});

describe('while the server is away', () => {
  const trouble = () => page.locator('#trouble');

  it('says so, keeps the words, and sends them once when it is back', async () => {
    const store = memoryStore();
    await serving.close();
    serving = await serve(talksOver(store));
    const { port } = serving;
    await startByKeys(page, serving.origin);
    await upTo(page, 'who.call_me');
    await tabTo(page, '#text');
    await page.keyboard.type('Margaret, whatever happens');
    await serving.close();
    await tabTo(page, '#send');
    await page.keyboard.press('Enter');
    await trouble().waitFor({ state: 'visible' });
    expect(await trouble().innerText()).toContain('We could not save that yet. We will keep trying.');
    expect(await focused(page)).toBe('trouble');
    expect(await page.locator('#text').inputValue()).toBe('Margaret, whatever happens');
    serving = await serve(talksOver(store), port);
    await trouble().waitFor({ state: 'hidden', timeout: 30_000 });
    expect(await slotNow(page)).not.toBe('who.call_me');
    expect(await focused(page)).toBe('question');
    expect((await saidIn(serving.talks)).filter((said) => said === 'Margaret, whatever happens')).toHaveLength(1);
  });

  it('sends the same message again when only the answer to it was lost', async () => {
    await serving.close();
    const talks = talksOver(memoryStore());
    let cut = false;
    serving = await serve({
      ...talks,
      say: async (plan, said) => {
        const heard = await talks.say(plan, said);
        if (cut) {
          cut = false;
          serving.cut();
        }
        return heard;
      },
    });
    await startByKeys(page, serving.origin);
    await upTo(page, 'who.call_me');
    cut = true;
    await answerByKeys(page);
    expect((await saidIn(talks)).filter((said) => said === 'Margaret')).toHaveLength(1);
    await answerByKeys(page);
  });

  it('keeps unsent words over a reload', async () => {
    const { port, talks } = serving;
    await startByKeys(page, serving.origin);
    await upTo(page, 'who.call_me');
    await tabTo(page, '#text');
    await page.keyboard.type('Margaret');
    await serving.close();
    await tabTo(page, '#send');
    await page.keyboard.press('Enter');
    await trouble().waitFor({ state: 'visible' });
    serving = await serve(talks, port);
    await page.goto(`${serving.origin}/help`);
    await page.goto(serving.origin);
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[name=slot]')?.value !== 'who.call_me');
    expect((await saidIn(talks)).filter((said) => said === 'Margaret')).toHaveLength(1);
  });
});

describe('leaving fast', () => {
  it('hides the page at once with Escape three times, and the way back shows nothing', async () => {
    await context.route(/bbc\.co\.uk/, (route) => route.fulfill({ body: 'weather' }));
    await startByKeys(page, serving.origin);
    await upTo(page, 'who.call_me');
    for (let at = 0; at < 3; at += 1) await page.keyboard.press('Escape');
    await page.waitForURL(/bbc\.co\.uk/);
    await page.goto(serving.origin);
    expect(await page.locator('#log').count()).toBe(0);
    await page.getByRole('button', { name: 'Carry on' }).click();
    expect(await slotNow(page)).toBe('who.call_me');
  });

  it('hides the page by a tapped answer even while the server is away', async () => {
    await context.route(/bbc\.co\.uk/, (route) => route.fulfill({ body: 'weather' }));
    await serving.close();
    const crisis = { level: 'sure', kind: 'crisis', words: 'end it all', rest: null } as const;
    serving = await serve(talksOver(memoryStore(), (text) => (text === 'Margaret' ? crisis : null)));
    await startByKeys(page, serving.origin);
    await upTo(page, 'who.call_me');
    await answerByKeys(page);
    expect(await slotNow(page)).toBe('safety.crisis_next');
    await serving.close();
    await page.getByLabel('Leave now').check();
    await page.locator('#send').click();
    await page.waitForURL(/bbc\.co\.uk/);
  });
});
