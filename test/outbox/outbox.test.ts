import { mkdtempSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { talksOf } from '../../src/conversation/talks.ts';
import { loadPack } from '../../src/council/load-pack.ts';
import { openOutbox } from '../../src/outbox/files.ts';
import { postAll } from '../../src/outbox/waiting.ts';
import { Summary } from '../../src/plan/summary.ts';
import { danger } from '../../src/safety/index.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { loadTexts } from '../../src/text/index.ts';
import { toolsOf } from '../../src/tools.ts';

const pack = await loadPack('data/demo-council');
const tools = toolsOf({ texts: loadTexts('locales'), pack, danger });
const plan = 'plan-of-somebody';
const harm = 'my son takes my pension off me every week and i am scared of him';

async function talkWith(outbox?: Awaited<ReturnType<typeof openOutbox>>) {
  const store = memoryStore();
  const now = () => '2026-11-23T10:00:00.000Z';
  const talks = talksOf({ store, tools, now, nation: 'england', ...(outbox === undefined ? {} : { outbox }) });
  await talks.begin({ plan, channel: 'webchat', lang: 'en-GB' });
  let count = 0;
  const say = (text: string) => {
    count += 1;
    return talks.say(plan, { id: `${count}`, channel: 'webchat', text });
  };
  return { store, say };
}
const folder = () => join(mkdtempSync(join(tmpdir(), 'outbox-')), 'outbox');

describe('the outbox', () => {
  it('has a worry about harm at once, with the exact words, though the plan was never sent', async () => {
    const at = folder();
    const { say } = await talkWith(await openOutbox(at));
    await say('start');
    await say(harm);
    const [name = ''] = readdirSync(join(at, 'flags'));
    const letter = JSON.parse(readFileSync(join(at, 'flags', name), 'utf8'));
    expect(letter).toMatchObject({ kind: 'flag', level: 'same_day', to: 'safeguarding', said: harm, plan });
    expect(name).not.toContain('pension');
  });

  it('has what they say afterwards about reaching them safely, for the same team', async () => {
    const at = folder();
    const { say } = await talkWith(await openOutbox(at));
    for (const words of ['start', harm, 'text my sister on 07700 900321']) await say(words);
    const name = readdirSync(join(at, 'flags')).find((one) => one.endsWith('contact_ok.json')) ?? '';
    const letter = JSON.parse(readFileSync(join(at, 'flags', name), 'utf8'));
    expect(letter).toMatchObject({ to: 'safeguarding', said: 'text my sister on 07700 900321' });
    expect(letter.safe_contact).toBe('text my sister on 07700 900321');
  });

  it('has that somebody in a crisis wants a call, for the team that was told of it', async () => {
    const at = folder();
    const { say } = await talkWith(await openOutbox(at));
    const crisis = 'i dont want to be here any more, i am going to take all my tablets';
    for (const words of ['start', crisis, 'please ask someone to call me']) await say(words);
    const name = readdirSync(join(at, 'flags')).find((one) => one.endsWith('crisis_next.json')) ?? '';
    const letter = JSON.parse(readFileSync(join(at, 'flags', name), 'utf8'));
    expect(letter).toMatchObject({ to: 'duty', level: 'now', about: 'crisis', where: 'safety.crisis_next' });
  });

  it('keeps the worry of somebody who did not want their answers saved, after their talk is deleted', async () => {
    const at = folder();
    const { store, say } = await talkWith(await openOutbox(at));
    for (const words of ['start', 'just me', 'yes', 'no', harm, 'skip', 'skip', 'stop for now', 'no']) await say(words);
    expect(await store.read(plan)).toBeNull();
    expect(readdirSync(join(at, 'flags'))).toHaveLength(1);
  });

  it('has the checked summary of a plan that was sent', async () => {
    const at = folder();
    const { say } = await talkWith(await openOutbox(at));
    for (const words of ['start', 'just me', 'yes', 'yes']) await say(words);
    for (let turns = 0; turns < 120 && readdirSync(join(at, 'plans')).length === 0; turns += 1) {
      const heard = await say(turns === 0 ? 'me' : 'skip');
      if (heard?.talk.asking?.question === 'check.send') await say('yes');
    }
    const [name = ''] = readdirSync(join(at, 'plans'));
    const letter = JSON.parse(readFileSync(join(at, 'plans', name), 'utf8'));
    expect(Summary.safeParse(letter.summary).error).toBeUndefined();
  });

  it('posts after a start what was kept and could not be posted', async () => {
    const { store, say } = await talkWith();
    await say('start');
    await say(harm);
    const at = folder();
    const outbox = await openOutbox(at);
    await postAll({ store, tools, outbox });
    await postAll({ store, tools, outbox });
    expect(readdirSync(join(at, 'flags'))).toHaveLength(1);
  });

  it('does not bring back what somebody has dealt with, and escalates what nobody has', async () => {
    const { store, say } = await talkWith();
    await say('start');
    await say(harm);
    const at = folder();
    const outbox = await openOutbox(at);
    await postAll({ store, tools, outbox });
    expect(await outbox.escalate('2026-11-23T13:59:00.000Z')).toBe(0);
    expect(await outbox.escalate('2026-11-23T14:01:00.000Z')).toBe(1);
    expect(await outbox.escalate('2026-11-23T15:00:00.000Z')).toBe(0);
    const [name = ''] = readdirSync(join(at, 'flags'));
    renameSync(join(at, 'flags', name), join(at, 'seen', name));
    await postAll({ store, tools, outbox });
    expect(readdirSync(join(at, 'flags'))).toEqual([]);
  });
});
