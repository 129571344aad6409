import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../page/browser.ts';
import { planOf, type Visitor, visitor } from '../page/visitor.ts';
import { makeSheet, type Service, type Sheet, service } from './service.ts';

let browser: Browser;
let serving: Service;
let margaret: Visitor;
let context: BrowserContext;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
  serving = await service();
  margaret = visitor(serving.origin);
  await margaret.upTo('who.details');
  context = await browser.newContext({ viewport: { width: 390, height: 844 } });
});
afterEach(() => Promise.all([context.close(), serving.close()]));

/** The browser takes over from who came without one. */
async function takeOver(own?: 'yes' | 'no'): Promise<Page> {
  await context.addCookies([...margaret.jar].map(([name, value]) => ({ name, value, url: serving.origin })));
  const page = await context.newPage();
  await page.goto(serving.origin);
  if (own === undefined) return page;
  await page.click(`.device button[value=${own}]`);
  await page.waitForLoadState();
  if (own === 'no') await page.goto(serving.origin);
  return page;
}

const fragment = ({ reference, words }: Sheet) => `#${reference.replace(' ', '')}.${words.replaceAll(' ', '.')}`;
const storage = (page: Page) => page.evaluate(() => sessionStorage.length + localStorage.length);

describe('a scanned code', () => {
  it('fills the boxes, leaves the address and is sent only when the button is pressed', async () => {
    const sheet = await makeSheet(margaret);
    const page = await context.newPage();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
    await page.goto(`${serving.origin}/return${fragment(sheet)}`);
    await page.waitForFunction(() => location.hash === '');
    expect(await page.inputValue('#words')).toBe(sheet.words.replaceAll(' ', '\n'));
    expect(sent.filter((one) => one.startsWith('POST'))).toEqual([]);
    await page.click('#code button');
    await page.waitForSelector('#say');
    expect(sent.join('\n')).not.toContain(sheet.words.split(' ')[0]);
  });

  it('is typed when there is no JavaScript', async () => {
    const sheet = await makeSheet(margaret);
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const page = await plain.newPage();
    await page.goto(`${serving.origin}/return${fragment(sheet)}`);
    await page.fill('#reference', sheet.reference);
    await page.fill('#words', sheet.words);
    await page.click('#code button');
    await page.waitForSelector('#say');
    expect(await page.inputValue('[name=slot]')).toBe('who.details');
    expect(await page.locator('meta[http-equiv=refresh]').count()).toBe(0);
    await plain.close();
  });
});

describe('a shared device', () => {
  it('has nothing in storage, even of words half typed', async () => {
    const page = await takeOver('no');
    await page.fill('#text', 'half a sent');
    await page.goto(`${serving.origin}/help`);
    expect(await storage(page)).toBe(0);
    await page.goto(serving.origin);
    expect(await storage(page)).toBe(0);
  });

  it('shows nothing by the back button, once it was left', async () => {
    const page = await takeOver('no');
    await page.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ body: 'the weather' }));
    await page.fill('#text', 'half a sent');
    await page.click('#leave');
    await page.waitForURL('https://www.bbc.co.uk/**');
    await page.goBack().catch(() => null);
    await page.goto(serving.origin);
    expect(await page.textContent('body')).not.toContain('Margaret');
    expect(await page.locator('form[action="/carry-on"]').count()).toBe(0);
    expect(await storage(page)).toBe(0);
    expect((await context.cookies()).map(({ name }) => name)).not.toContain('talk');
    expect(await serving.talks.kept(planOf(margaret))).not.toBeNull();
  });

  it('shows nothing in a tab that is opened again', async () => {
    const page = await takeOver('no');
    await page.close();
    const here = (await context.cookies()).find(({ name }) => name === 'here');
    expect((here?.expires ?? 0) - Date.now() / 1000).toBeLessThan(125);
    await context.clearCookies({ name: 'here' });
    const again = await context.newPage();
    await again.goto(serving.origin);
    expect(await again.textContent('body')).not.toContain('Margaret');
    expect(await again.locator('#say').count()).toBe(0);
  });

  it('stays open from page to page, and through a reload', async () => {
    const page = await takeOver('no');
    for (const path of ['/plan', '/help', '/']) await page.goto(serving.origin + path);
    await page.reload();
    expect(await page.inputValue('[name=slot]')).toBe('who.details');
  });

  it('warns after thirteen minutes without taking the focus or the words, and goes on when somebody types', async () => {
    await context.clock.install();
    const page = await takeOver('no');
    await page.fill('#text', 'My name is ');
    await page.focus('#text');
    await context.clock.runFor(12.9 * 60_000);
    expect(await page.isVisible('#closing')).toBe(false);
    await context.clock.runFor(12_000);
    expect(await page.isVisible('#closing')).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text');
    await page.keyboard.type('Margaret');
    expect(await page.isVisible('#closing')).toBe(false);
    expect(await page.inputValue('#text')).toBe('My name is Margaret');
    await context.clock.runFor(12 * 60_000);
    expect(await page.isVisible('#closing')).toBe(false);
  });

  it('warns and hides itself without JavaScript, and nothing typed is lost', async () => {
    const sheet = await makeSheet(margaret);
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const page = await plain.newPage();
    await page.goto(`${serving.origin}/return`);
    await page.fill('#reference', sheet.reference);
    await page.fill('#words', sheet.words);
    await page.click('#code button');
    await page.fill('#text', 'My name is Mar');
    const at = (minutes: number) =>
      page.evaluate((now) => {
        for (const animation of document.getAnimations()) animation.currentTime = now;
      }, minutes * 60_000);
    const seen = async () => ({
      warning: await page.locator('.by-itself .warns').isVisible(),
      over: await page.locator('.by-itself .over').isVisible(),
      talk: await page.locator('#text').isVisible(),
    });
    await at(12.9);
    expect(await seen()).toEqual({ warning: false, over: false, talk: true });
    await at(13.1);
    expect(await seen()).toEqual({ warning: true, over: false, talk: true });
    await at(15.1);
    expect(await seen()).toEqual({ warning: false, over: true, talk: false });
    await page.click('.by-itself .over button');
    expect(await page.inputValue('#text')).toBe('My name is Mar');
    expect(await seen()).toEqual({ warning: false, over: false, talk: true });
    await plain.close();
  });

  it('closes after fifteen minutes, on the server too', async () => {
    await context.clock.install();
    const page = await takeOver('no');
    await context.clock.runFor(15 * 60_000 + 2_000);
    await page.waitForURL('**/ended');
    expect(await page.textContent('main')).toContain('Your talk was closed on this device.');
    await page.goto(serving.origin);
    expect(await page.locator('#say').count()).toBe(0);
    expect((await context.cookies()).map(({ name }) => name)).not.toContain('talk');
    expect((await margaret.get('/plan')).headers.get('location')).toBe('/');
  });

  it('asks nothing of somebody on their own device', async () => {
    await context.clock.install();
    const page = await takeOver('yes');
    await context.clock.runFor(20 * 60_000);
    expect(await page.locator('#closing').count()).toBe(0);
    expect(await page.inputValue('[name=slot]')).toBe('who.details');
  });
});

describe('the question about the device', () => {
  it('appears on the open page as soon as saving is chosen, and goes when it is answered', async () => {
    const page = await context.newPage();
    await page.goto(serving.origin);
    await page.click('form[action="/start"] button');
    await page.waitForSelector('#say');
    for (let at = 0; at < 8 && (await page.locator('#device h2').count()) === 0; at += 1) {
      const slot = await page.inputValue('[name=slot]');
      await page.locator('[name=choice]').first().check();
      await page.click('#send');
      await page.waitForFunction(
        (before) => document.querySelector<HTMLInputElement>('[name=slot]')?.value !== before,
        slot,
      );
    }
    expect(await page.textContent('#device')).toContain('Is this your own device?');
    await page.click('#device button[value=yes]');
    await page.waitForSelector('html[data-device=own]');
    expect(await page.locator('#device h2').count()).toBe(0);
  });
});

describe('an open page of a helper', () => {
  it('is emptied at once when the person ends it', async () => {
    const page = await takeOver();
    await page.goto(`${serving.origin}/who-can-see`);
    await page.fill('#name', 'Priya');
    await page.check('[name=sections][value=who]');
    await page.click('form[action="/invite"] button');
    await page.waitForSelector('.sheet');
    const reference = (await page.textContent('.reference [aria-hidden]')) ?? '';
    const words = (await page.locator('.code-words li').allTextContents()).join(' ');
    const hers = await browser.newContext();
    const priya = await hers.newPage();
    await priya.goto(`${serving.origin}/help-with${fragment({ reference, words })}`);
    await priya.click('#code button');
    await priya.waitForSelector('#helping');
    expect(await priya.textContent('main')).toContain('Margaret');
    await page.goto(`${serving.origin}/who-can-see`);
    await page.click('form[action="/end-access"] button');
    await priya.waitForSelector('#code');
    expect(await priya.textContent('main')).not.toContain('Margaret');
    await hers.close();
  });
});

describe('the pages of coming back', () => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  async function faults(page: Page): Promise<string[]> {
    const found: string[] = [];
    for (const [width, height, colorScheme] of [
      [390, 844, 'light'],
      [1280, 900, 'light'],
      [320, 256, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze();
      for (const { id, nodes } of violations) found.push(`${page.url()} ${width}: ${id}: ${nodes[0]?.html}`);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      if (sideways) found.push(`${page.url()} ${width}: it scrolls sideways`);
    }
    return found;
  }

  it('have nothing wrong for anybody', async () => {
    const page = await takeOver();
    const found = await faults(page);
    for (const path of ['/way-back', '/return', '/who-can-see', '/ring-me', '/help-with', '/ended']) {
      await page.goto(serving.origin + path);
      found.push(...(await faults(page)));
    }
    await page.goto(`${serving.origin}/way-back`);
    await page.click('main form button');
    await page.waitForSelector('.sheet');
    found.push(...(await faults(page)));
    await page.goto(`${serving.origin}/return`);
    await page.click('#code button');
    await page.waitForSelector('.govuk-error-summary');
    found.push(...(await faults(page)));
    await page.goto(serving.origin);
    await page.locator('#closing').evaluate((one: HTMLElement) => {
      one.hidden = false;
    });
    found.push(...(await faults(page)));
    expect(found).toEqual([]);
  }, 180_000);
});
