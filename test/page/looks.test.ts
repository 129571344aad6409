import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { answerByKeys, slotNow, startByKeys, tabTo } from './keyboard.ts';
import { type Serving, serve } from './server.ts';

let browser: Browser;
let serving: Serving;
beforeAll(async () => {
  [browser, serving] = await Promise.all([launchBrowser(), serve()]);
});
afterAll(() => Promise.all([browser.close(), serving.close()]));

/** axe wants a context of its own for each page. */
const newPage = async () => (await browser.newContext()).newPage();

/** 320 wide and 256 high is a 1280 x 1024 window at 400 %. */
const ways = [
  { name: '320 px', width: 320, height: 640 },
  { name: '390 px', width: 390, height: 844 },
  { name: '768 px', width: 768, height: 1024 },
  { name: '1280 px', width: 1280, height: 860 },
  { name: '1440 px', width: 1440, height: 900 },
  { name: 'dark', width: 390, height: 844, colorScheme: 'dark' },
  { name: 'dark and wide', width: 1280, height: 860, colorScheme: 'dark' },
  { name: 'forced colours', width: 390, height: 844, forcedColors: 'active' },
  { name: '400 % zoom', width: 320, height: 256 },
] as const;
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What is wrong with the page as it stands, in every way of looking at it. */
async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { name, width, height, ...media } of ways) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce', ...media });
    // What is scrolled under the bar at the top is no smaller for that.
    await page.evaluate(() => window.scrollTo(0, 0));
    // There are no frames in our pages: axe need not look for any, which takes it most of its time.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze();
    for (const { id, nodes } of violations) found.push(`${name}: ${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    found.push(...(await page.evaluate(tooSmallOrTooWide)).map((fault) => `${name}: ${fault}`));
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await page.setViewportSize({ width: 390, height: 844 });
  return found;
}

/** Runs in the page: targets under 44 px (links inside a sentence are let be), letters under 19 px, sideways scrolling. */
function tooSmallOrTooWide(): string[] {
  const inView = (one: Element) => one.checkVisibility() && one.getBoundingClientRect().width > 1;
  const box = (one: Element) => {
    const own = one.getBoundingClientRect();
    const label = one instanceof HTMLInputElement ? one.labels?.[0]?.getBoundingClientRect() : undefined;
    return { width: Math.max(own.width, label?.width ?? 0), height: Math.max(own.height, label?.height ?? 0) };
  };
  const inSentence = (one: Element) =>
    one.matches('p > a:not(.phone)') && one.parentElement?.firstElementChild !== one.parentElement?.lastChild;
  const targets = [...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary')];
  const small = targets
    .filter((one) => inView(one) && !inSentence(one) && !one.matches('.govuk-skip-link, .govuk-error-summary a'))
    .filter((one) => box(one).height < 43.9 || box(one).width < 20);
  const texts = [...document.querySelectorAll('p, li, label, dd, dt, button, a, input')].filter(inView);
  const tiny = texts.filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 19 && !one.matches('.size'));
  const wide = document.documentElement.scrollWidth > window.innerWidth ? ['it scrolls sideways'] : [];
  const says = (what: string) => (one: Element) => `${what}: ${one.outerHTML.slice(0, 120)}`;
  return [...small.map(says('a small target')), ...tiny.map(says('small letters')), ...wide];
}

describe('every page, in every way of looking at it', () => {
  it('has nothing wrong before the talk begins', async () => {
    const page = await newPage();
    for (const path of ['/', '/help', '/privacy', '/accessibility', '/nowhere']) {
      await page.goto(serving.origin + path);
      expect(await faults(page)).toEqual([]);
    }
    await page.close();
  }, 180_000);

  it('has nothing wrong at any kind of question, with nothing answered, and with the plan in view', async () => {
    const page = await newPage();
    await startByKeys(page, serving.origin);
    const seen = new Set<string>();
    for (let at = 0; at < 100 && !(await slotNow(page)).startsWith('check.sent'); at += 1) {
      const kind = await page.evaluate(() =>
        [
          ...new Set(
            [
              ...document.querySelectorAll(
                '#ask input:not([type=hidden]), #ask select, #ask textarea, #ask .idea, #ask .scale',
              ),
            ].map((one) => one.getAttribute('type') ?? one.className),
          ),
        ].join(),
      );
      if (!seen.has(kind)) {
        // Loaded again, it shows the last of the talk only, which axe reads much faster.
        await page.reload();
        expect(await faults(page)).toEqual([]);
      }
      seen.add(kind);
      await answerByKeys(page);
    }
    expect(seen.size).toBeGreaterThanOrEqual(6);
    expect(await faults(page)).toEqual([]);
    await tabTo(page, '#send');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.govuk-error-summary');
    expect(await faults(page)).toEqual([]);
    await page.locator('details.where').evaluate((one: HTMLDetailsElement) => {
      one.open = true;
    });
    expect(await faults(page)).toEqual([]);
    for (const path of ['/plan', '/help']) {
      await page.goto(serving.origin + path);
      expect(await faults(page)).toEqual([]);
    }
    await page.close();
  }, 400_000);

  it('has nothing wrong while an answer cannot be saved', async () => {
    const page = await newPage();
    await startByKeys(page, serving.origin);
    await page.route('**/say', (route) => route.abort());
    await tabTo(page, '[name=choice]');
    await page.keyboard.press('Space');
    await tabTo(page, '#send');
    await page.keyboard.press('Enter');
    await page.locator('#trouble').waitFor({ state: 'visible' });
    expect(await faults(page)).toEqual([]);
    await page.close();
  }, 120_000);

  it.each(['2', '3'])(
    'stays whole with text size %s',
    async (size) => {
      const page = await newPage();
      await page.goto(serving.origin);
      await tabTo(page, `button[name=size][value="${size}"]`);
      await page.keyboard.press('Enter');
      await page.waitForSelector(`html.size-${size}`);
      expect(await faults(page)).toEqual([]);
      await page.close();
    },
    120_000,
  );
});
