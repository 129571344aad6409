/**
 * How long somebody with a slow phone on a weak line waits for our page, and for Microsoft's Web Chat component.
 *
 *   node scripts/slow-phone.ts [--write]      --write puts the table into docs/web-chat.md
 *
 * The same run, the ways in turn, medians of five first visits each. Chromium slows its processor four times and its line
 * to 400 kbit/s, and holds each answer back for 400 ms. It does not slow the opening of a connection, nor a socket that is
 * open. Bytes are counted on the way, heads and all. The first run installs the component: 490 MB.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import type { Browser, Locator, Page } from 'playwright-core';
import { embeddingSite } from '../test/long/embedding-site.ts';
import { launchBrowser } from '../test/page/browser.ts';
import { program } from '../test/support/program.ts';
import { counting } from './slow-phone/counting.ts';

const rounds = 5;
const slowLine = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const firstQuestion = 'What would you like to do today?';
const document = 'docs/web-chat.md';

/** A first visit: what came over the line, and milliseconds since the address was typed. */
interface Visit {
  readonly bytes: number;
  /** The browser has painted something to read. */
  readonly words: number;
  /** A letter that is typed stands in the box. */
  readonly box: number;
  readonly question: number;
}

interface Way {
  readonly name: string;
  readonly scripts: boolean;
  readonly address: string;
  readonly on: (page: Page) => Landmarks;
}

interface Landmarks {
  readonly box: Locator;
  readonly question: Locator;
  /** What has to be pressed before there is a box. */
  readonly start?: Locator;
}

const site = await embeddingSite();
const countedSite = await counting(site.origin);
const assistant = await program({ ALLOWED_ORIGINS: countedSite.origin, WRITES_PER_SECOND: '0' });
const countedAssistant = await counting(assistant.origin);
site.embed(countedAssistant.origin);
const browser = await launchBrowser();

const ours = (page: Page): Landmarks => ({
  start: page.locator('form[action="/start"] button'),
  box: page.locator('#ask #text'),
  question: page.locator('#ask #question', { hasText: firstQuestion }),
});
const component = (page: Page): Landmarks => ({
  box: page.getByRole('textbox', { name: 'Message input box' }),
  question: page.locator('.webchat__bubble__content', { hasText: firstQuestion }),
});
const ways: readonly Way[] = [
  { name: 'Our page', scripts: true, address: countedAssistant.origin, on: ours },
  { name: 'Our page, no JavaScript', scripts: false, address: countedAssistant.origin, on: ours },
  { name: 'Web Chat component', scripts: true, address: countedSite.origin, on: component },
];

const visits = ways.map((): Visit[] => []);
for (let round = 0; round < rounds; round += 1)
  for (const [at, way] of ways.entries()) visits[at]?.push(await visitOnce(browser, way));

const version = browser.version();
await browser.close();
for (const end of [countedAssistant.close, assistant.remove, countedSite.close, site.close]) await end();

const report = `${table()}\n\n${scene()}`;
process.stdout.write(`${report}\n`);
if (process.argv.includes('--write')) await keep(report);

/** As from somebody who has never been here: nothing kept, nothing connected. */
async function visitOnce(browser: Browser, { address, scripts, on }: Way): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, javaScriptEnabled: scripts });
  const page = await context.newPage();
  const phone = await context.newCDPSession(page);
  await phone.send('Network.enable');
  await phone.send('Network.emulateNetworkConditions', slowLine);
  await phone.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const { start, box, question } = on(page);
  const before = countedSite.bytes() + countedAssistant.bytes();
  const began = performance.now();
  const when = async (come: Promise<unknown>) => come.then(() => performance.now() - began);
  await page.goto(address, { waitUntil: 'commit' });
  const read = await when(painted(page));
  await start?.click({ noWaitAfter: true });
  const [typed, asked] = await Promise.all([when(typing(box)), when(question.waitFor())]);
  // What comes after the question was asked belongs to the first visit too.
  await page.waitForTimeout(2_000);
  const bytes = countedSite.bytes() + countedAssistant.bytes() - before;
  await context.close();
  return { bytes, words: read, box: typed, question: asked };
}

/** What is in the page can be pressed by a test before anybody sees it. */
async function painted(page: Page): Promise<void> {
  const paints = () => performance.getEntriesByName('first-contentful-paint').length;
  while ((await page.evaluate(paints)) === 0) await new Promise((next) => setTimeout(next, 20));
}

async function typing(box: Locator): Promise<void> {
  await box.press('a', { timeout: 90_000 });
  while ((await box.inputValue()) !== 'a') await new Promise((next) => setTimeout(next, 20));
}

function table(): string {
  const rows: readonly (readonly [string, (visit: Visit) => number, (value: number) => string])[] = [
    ['Over the line, compressed', ({ bytes }) => bytes, (bytes) => `${Math.round(bytes / 1000)} KB`],
    ['Something to read after', ({ words }) => words, seconds],
    ['A text box that takes a letter after', ({ box }) => box, seconds],
    ['The first question after', ({ question }) => question, seconds],
  ];
  const cells = rows.map(([name, of, shown]) => [name, ...visits.map((one) => shown(median(one.map(of))))]);
  const heading = ['', ...ways.map(({ name }) => name)];
  return [heading, heading.map((_, at) => (at === 0 ? '---' : '--:')), ...cells]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function scene(): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'an unknown processor'}`;
  const day = new Date().toISOString().slice(0, 10);
  return `Medians of ${rounds} first visits. ${day}, ${machine}, Chromium ${version}, Node ${process.versions.node}.`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function keep(report: string): Promise<void> {
  const [begin, end] = ['<!-- slow phone: begin -->', '<!-- slow phone: end -->'];
  const text = await readFile(document, 'utf8');
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`${document} has no place for the table`);
  await writeFile(document, `${before}${begin}\n${report}\n${end}${after}`);
}
