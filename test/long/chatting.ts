/** Somebody who chats through the real Web Chat component, and all that their browser was told and asked for. */
import type { BrowserContext, Page } from 'playwright-core';

interface Activity {
  readonly id: string;
  readonly text?: string;
  readonly from: { readonly role?: string };
  readonly channelData?: { readonly question?: string | null; readonly waits?: boolean };
}

export interface Tab {
  readonly page: Page;
  /** Activities in the order in which the stream brought them; again from the beginning after a reload. */
  readonly told: readonly Activity[];
  /** Addresses of all requests and sockets. */
  readonly requested: readonly string[];
  /** What the page's content security policy refused, and errors that nobody caught. */
  readonly complaints: readonly string[];
  /** The question that waits for an answer. */
  asked(): string | undefined;
  /** Waits until this question is asked and to be read on the page. */
  untilAsked(question: string): Promise<void>;
  type(words: string): Promise<void>;
  tap(button: string): Promise<void>;
  /** Titles of the buttons on offer. */
  buttons(): Promise<string[]>;
  /** The bubbles, in order. */
  bubbles(): Promise<string[]>;
  /** How often these words stand in a bubble. */
  count(words: string): Promise<number>;
  reload(): Promise<void>;
}

export async function openTab(context: BrowserContext, address: string): Promise<Tab> {
  const page = await context.newPage();
  let told: Activity[] = [];
  const requested: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text());
  });
  page.on('websocket', (socket) => {
    requested.push(socket.url());
    socket.on('framereceived', ({ payload }) => {
      if (payload !== '') told.push(...JSON.parse(String(payload)).activities);
    });
  });

  const bubbles = () => page.locator('.webchat__bubble__content').allInnerTexts();
  const waiting = () => told.findLast(({ channelData }) => channelData?.waits === true);
  const tab: Tab = {
    page,
    get told() {
      return told;
    },
    requested,
    complaints,
    asked: () => waiting()?.channelData?.question ?? undefined,
    async untilAsked(question) {
      await until(() => tab.asked() === question, `${question} was asked`);
      const words = firstWords(waiting()?.text ?? '');
      await until(async () => flat((await bubbles()).at(-1) ?? '').startsWith(words), `"${words}" could be read`);
    },
    async type(words) {
      const box = page.getByRole('textbox', { name: 'Message input box' });
      await box.fill(words);
      await box.press('Enter');
    },
    tap: (button) => page.getByRole('toolbar').getByRole('button', { name: button, exact: true }).click(),
    buttons: () => page.getByRole('toolbar').getByRole('button').allInnerTexts(),
    bubbles,
    count: async (words) => (await bubbles()).filter((bubble) => flat(bubble).includes(words)).length,
    async reload() {
      told = [];
      await page.reload();
    },
  };
  await page.goto(address);
  return tab;
}

/** Waits until it is so, and says what did not come true. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string, seconds = 40): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`It did not come true that ${what}.`);
    await new Promise((next) => setTimeout(next, 50));
  }
}

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const firstWords = (text: string): string => flat(text).slice(0, 40);
