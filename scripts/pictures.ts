/** Takes the pictures in docs/pictures: a real talk in a real browser, on a store in memory. */
import { launchBrowser } from '../test/page/browser.ts';
import { serve } from '../test/page/server.ts';

const said = [
  ['welcome.start_kind', 'start a plan'],
  ['privacy.alone', 'just me'],
  ['privacy.go_on', 'yes'],
  ['privacy.save', 'yes please'],
  ['who.plan_for', 'me'],
  ['who.call_me', 'Dot'],
  ['way.choose', 'the short way'],
  ['who.details', 'Dorothy Jones, 3 May 1941'],
  ['who.contact', 'Text me, please'],
  ['who.assessment', 'not yet'],
  ['who.partner', 'Fran from the council'],
  ['decide.own', 'yes'],
  ['comm.format', 'as normal'],
  ['topic.matters_most', 'My garden. Sunday chapel. Seeing our Kev.'],
  ['goal.what', 'I want to sleep better'],
  ['goal.difference', 'I am worn out and I snap at people'],
  ['goal.by_when', 'by easter'],
] as const;

const serving = await serve();
const browser = await launchBrowser();
for (const width of [390, 1280]) {
  const page = await browser.newPage({ viewport: { width, height: width === 390 ? 844 : 900 } });
  await page.goto(serving.origin);
  await page.locator('form[action="/start"] button').first().click();
  for (const [question, words] of said) {
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
