/** Takes the pictures in docs/pictures: a real talk in a real browser, on a store in memory. */
import { launchBrowser } from '../test/page/browser.ts';
import { serve } from '../test/page/server.ts';
import { dotsAnswers } from '../test/support/dots-answers.ts';

const serving = await serve();
const browser = await launchBrowser();
for (const width of [390, 1280]) {
  const page = await browser.newPage({ viewport: { width, height: width === 390 ? 844 : 900 } });
  await page.goto(serving.origin);
  await page.locator('form[action="/start"] button').first().click();
  for (const [question, words] of dotsAnswers) {
    await page.waitForFunction(
      (id) => document.querySelector<HTMLInputElement>('#ask [name=slot]')?.value.startsWith(id),
      question,
    );
    await page.evaluate(() => document.querySelector('#ask details')?.setAttribute('open', ''));
    await page.locator('#text').fill(words);
    await page.locator('#send').click();
  }
  await page.waitForFunction(() =>
    document.querySelector<HTMLInputElement>('#ask [name=slot]')?.value.startsWith('goal.importance'),
  );
  await page.waitForTimeout(500);
  await page.screenshot({ path: `docs/pictures/talk-${width}.png` });
  await page.goto(`${serving.origin}/plan`);
  await page.screenshot({ path: `docs/pictures/plan-${width}.png` });
  await page.close();
}
await browser.close();
await serving.close();
