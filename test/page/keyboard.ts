/** Somebody who uses a browser by the keyboard alone. */
import type { Page } from 'playwright-core';

/** Presses Tab until what has the focus fits. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let at = 0; at < 80; at += 1) {
    if (await page.evaluate((fits) => document.activeElement?.matches(fits) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} cannot be reached with the Tab key`);
}

export const slotNow = async (page: Page): Promise<string> =>
  (await page.locator('#ask [name=slot]').getAttribute('value', { timeout: 5000 })) ?? '';
const idNow = (page: Page): Promise<string> => page.locator('#ask [name=id]').inputValue();

const typed: Record<string, string> = {
  'who.call_me': 'Margaret',
  'who.details': 'Margaret Smith',
  'who.partner': 'Fran Lee, my social worker',
  'who.contact': 'Ring me on 07700 900123',
  'goal.what': 'Feel less lonely',
};

/** Answers the question on the page with keys only: the first of what is offered, or a few words. */
export async function answerByKeys(page: Page): Promise<void> {
  const slot = await slotNow(page);
  const [question = ''] = slot.split('@');
  const id = await idNow(page);
  const has = async (selector: string) => (await page.locator(`#ask ${selector}`).count()) > 0;
  if (typed[question] !== undefined) await type(page, '#text', typed[question]);
  else if (await has('[name=day]')) {
    await type(page, '[name=day]', '3');
    await type(page, '[name=month]', question === 'who.birth_date' ? '5' : '1');
    await type(page, '[name=year]', question === 'who.birth_date' ? '1941' : '2027');
  } else if (await has('[name=amount]')) await type(page, '[name=amount]', '60');
  else if (await has('[name=choice][type=checkbox]')) {
    await tabTo(page, '[name=choice]');
    await page.keyboard.press('Space');
  } else if (await has('[name=choice][type=radio]')) {
    await tabTo(page, '[name=choice]');
    await page.keyboard.press('Space');
    // The arrow goes round to the last one: "that is enough".
    if (question.endsWith('.another')) await page.keyboard.press('ArrowUp');
  } else if (await has('[name=name]')) await type(page, '[name=name]', 'my daughter Priya');
  else await type(page, '#text', 'It helps me to feel well');
  // A name is on one line, so Enter sends it.
  if (question !== 'who.call_me') await tabTo(page, '#send');
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    (was) => {
      const now = document.querySelector<HTMLInputElement>('#ask [name=id]')?.value;
      return now !== undefined && now !== was;
    },
    id,
    { timeout: 15_000 },
  );
}

async function type(page: Page, selector: string, words: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.type(words);
}

export async function startByKeys(page: Page, origin: string): Promise<void> {
  await page.goto(origin);
  await tabTo(page, 'form[action="/start"] button');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#question');
}

export async function upTo(page: Page, question: string, most = 100): Promise<void> {
  for (let at = 0; at < most; at += 1) {
    if ((await slotNow(page)).startsWith(question)) return;
    await answerByKeys(page);
  }
  throw new Error(`${question} was not reached, but ${await slotNow(page)}`);
}

/** Everything the browser complains of: broken scripts, and what the content security policy refused. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(error.message));
  return heard;
}
