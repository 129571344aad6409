/** Microsoft's Web Chat component, unmodified, on another site, over Direct Line, against the program as it is started. */
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../page/browser.ts';
import { dotsAnswers } from '../support/dots-answers.ts';
import { type Program, program } from '../support/program.ts';
import { openTab, type Tab, until } from './chatting.ts';
import { type EmbeddingSite, embeddingSite } from './embedding-site.ts';

let site: EmbeddingSite;
let assistant: Program;
let browser: Browser;
const devices: BrowserContext[] = [];

beforeAll(async () => {
  site = await embeddingSite();
  assistant = await program({ ALLOWED_ORIGINS: site.origin });
  site.embed(assistant.origin);
  browser = await launchBrowser();
});
afterEach(async () => {
  for (const device of devices.splice(0)) await device.close();
});
afterAll(async () => {
  await browser?.close();
  await assistant?.remove();
  await site?.close();
});

async function device(): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  devices.push(context);
  return context;
}

/** Where she taps a button. */
const tapped: Readonly<Record<string, string>> = { 'welcome.start_kind': 'Start a plan', 'privacy.go_on': 'Yes' };

/** Answers what is asked, as far as this question. */
async function talkUpTo(tab: Tab, question: string): Promise<void> {
  for (const [asked, said] of dotsAnswers) {
    await tab.untilAsked(asked);
    if (asked === question) return;
    const button = tapped[asked];
    if (button === undefined) await tab.type(said);
    else await tab.tap(button);
  }
  await tab.untilAsked(question);
}

/** Everything once, and in the order of the server. */
function expectWhole(tab: Tab): void {
  const ids = tab.told.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(3);
  expect(ids).toEqual([...new Set(ids)].toSorted());
}

describe('the Web Chat component on a council’s own site', { timeout: 120_000 }, () => {
  it('greets the person and offers them buttons', async () => {
    const tab = await openTab(await device(), site.origin);
    await tab.untilAsked('welcome.start_kind');
    expect(await tab.count('I am not a person.')).toBe(1);
    expect(await tab.count('ring 999')).toBe(1);
    expect(await tab.buttons()).toContain('Start a plan');
    expectWhole(tab);
  });

  it('takes taps and typed words as far as a goal', async () => {
    const tab = await openTab(await device(), site.origin);
    await talkUpTo(tab, 'goal.difference');
    expect(await tab.count('Start a plan')).toBe(1);
    expect(await tab.count('I want to sleep better')).toBeGreaterThan(0);
    expectWhole(tab);
  });

  it('shows the whole talk again after a reload, and goes on from the same question', async () => {
    const tab = await openTab(await device(), site.origin);
    await talkUpTo(tab, 'who.call_me');
    const before = await tab.bubbles();
    const { requested } = tab;
    const from = requested.length;
    await tab.reload();
    await tab.untilAsked('who.call_me');
    expect(await tab.bubbles()).toEqual(before);
    const since = requested.slice(from).map((address) => address.replace(/\?t=.*|&t=.*/, ''));
    const conversation = tab.told[0]?.id.split('|')[0];
    expect(since).toContain(`${assistant.origin}/directline/conversations/${conversation}?watermark=0`);
    expect(since).not.toContain(`${assistant.origin}/directline/conversations`);
    await tab.type('Dot');
    await tab.untilAsked('way.choose');
    expectWhole(tab);
  });

  it('shows the same talk in two tabs, whichever of them is used', async () => {
    const context = await device();
    const first = await openTab(context, site.origin);
    await talkUpTo(first, 'privacy.alone');
    const second = await openTab(context, site.origin);
    await second.untilAsked('privacy.alone');
    await second.type('just me');
    for (const tab of [first, second]) await tab.untilAsked('privacy.go_on');
    await first.tap('Yes');
    for (const tab of [first, second]) await tab.untilAsked('privacy.save');
    expect(await second.bubbles()).toEqual(await first.bubbles());
    expect(second.told.map(({ id }) => id)).toEqual(first.told.map(({ id }) => id));
    for (const tab of [first, second]) expectWhole(tab);
  });

  it('comes back by itself when the assistant was killed in mid-talk, with nothing lost or asked twice', async () => {
    const tab = await openTab(await device(), site.origin);
    await talkUpTo(tab, 'who.call_me');
    const before = tab.told.length;
    const sockets = () => tab.requested.filter((address) => address.startsWith('ws:')).length;
    expect(sockets()).toBe(1);
    await assistant.kill();
    await assistant.start();
    await until(() => sockets() > 1, 'the component opened a new socket', 60);
    await tab.type('Dot');
    await tab.untilAsked('way.choose');
    expect(await tab.count('What would you like to do today?')).toBe(1);
    expect(tab.told.slice(0, before + 1).at(-1)?.text).toBe('Dot');
    expect(await tab.page.getByText('Send failed').count()).toBe(0);
    expectWhole(tab);
  });

  it('shows nobody else’s talk, and asks nobody but the two sites for anything', async () => {
    const dot = await openTab(await device(), site.origin);
    const ravi = await openTab(await device(), site.origin);
    await talkUpTo(dot, 'who.call_me');
    await talkUpTo(ravi, 'who.call_me');
    await dot.type('Dorothea');
    await ravi.type('Ravinder');
    for (const tab of [dot, ravi]) await tab.untilAsked('way.choose');
    for (const [tab, theirs, others] of [
      [dot, 'Dorothea', 'Ravinder'],
      [ravi, 'Ravinder', 'Dorothea'],
    ] as const) {
      expect(await tab.count(theirs)).toBeGreaterThan(0);
      expect(JSON.stringify(tab.told)).toContain(theirs);
      expect(JSON.stringify(tab.told)).not.toContain(others);
      expect(await tab.page.content()).not.toContain(others);
      expect(new Set(tab.told.map(({ id }) => id.split('|')[0])).size).toBe(1);
      const asked = new Set(tab.requested.map((address) => new URL(address).origin.replace(/^ws/, 'http')));
      expect([...asked].toSorted()).toEqual([assistant.origin, site.origin].toSorted());
      // The component makes one empty style without the page's nonce. Nothing is lost by refusing it.
      expect(
        tab.complaints.filter((line) => !line.includes('sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=')),
      ).toEqual([]);
    }
    expect(dot.told[0]?.id.split('|')[0]).not.toBe(ravi.told[0]?.id.split('|')[0]);
  });

  it('does not open on a site that the council has not allowed', async () => {
    const elsewhere = await embeddingSite();
    try {
      elsewhere.embed(assistant.origin);
      const tab = await openTab(await device(), elsewhere.origin);
      await until(() => tab.complaints.some((line) => line.includes('CORS')), 'the browser was refused');
      expect(tab.told).toEqual([]);
      expect(tab.requested.some((address) => address.startsWith('ws:'))).toBe(false);
      expect(await tab.bubbles()).toEqual([]);
    } finally {
      await elsewhere.close();
    }
  });
});
