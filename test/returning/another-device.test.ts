/** The golden talk of somebody who stops four times, over the real channels: our page, then Direct Line, then our page. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, type Service, service } from '../direct-line/service.ts';
import { hidden, slotOn, type Visitor, visitor } from '../page/visitor.ts';
import { enter, makeSheet } from './service.ts';

const written = readFileSync('test/transcripts/stops-four-times.txt', 'utf8').split('\n');
let serving: Service;
let ahead = 0;
beforeAll(async () => {
  const begun = Date.parse('2026-11-23T09:10:00Z') - Date.now();
  serving = await service({ now: () => new Date(Date.now() + begun + ahead * 3_600_000).toISOString() });
});
afterAll(() => serving.close());

/** A device with the talk open on it. */
interface Device {
  asked(): Promise<string>;
  say(words: string): Promise<unknown>;
}

const onPage = (who: Visitor): Device => ({
  asked: async () => slotOn(await who.get('/')).split('@')[0] ?? '',
  say: async (text) => who.answer(await who.get('/'), { text }),
});

async function inDirectLine(code: object): Promise<Device> {
  const { body } = await ask(`${serving.url}/directline/tokens/generate`, { body: { return: code } });
  const path = `${serving.url}/directline/conversations/${body.conversationId}/activities`;
  const token = String(body.token);
  const told = async () =>
    ((await ask(path, { token })).body.activities as { channelData?: { question?: string; waits?: boolean } }[]) ?? [];
  return {
    asked: async () => (await told()).findLast(({ channelData }) => channelData?.waits)?.channelData?.question ?? '',
    say: (text) => ask(path, { token, body: { type: 'message', text } }),
  };
}

it('goes on at the same question on every device, with every answer of the others', async () => {
  const home = visitor(serving.url);
  await home.start();
  let device: Device = onPage(home);
  let sheet = { reference: '', words: '' };
  let devices = 1;
  let asked = '';
  for (const line of written) {
    asked = /^< \[([\w.]+)\]/.exec(line)?.[1] ?? asked;
    const elsewhere = /^~ (\d+) hours later(, in (?:teams|webchat), with a return sheet)?/.exec(line);
    if (elsewhere !== null) {
      if (devices === 1) await home.post('/device', { token: hidden(await home.get('/'), 'token'), own: 'yes' });
      if (elsewhere[2] !== undefined && devices === 1) sheet = await makeSheet(home);
      ahead += Number(elsewhere[1]);
    }
    if (elsewhere?.[2] !== undefined) {
      devices += 1;
      const library = visitor(serving.url);
      if (devices === 2) device = await inDirectLine(sheet);
      else {
        expect((await enter(library, sheet)).status).toBe(303);
        device = onPage(library);
      }
    }
    if (!line.startsWith('> ')) continue;
    expect(await device.asked(), line).toBe(asked);
    await device.say(line.slice(2));
  }
  expect(devices).toBe(3);
  expect(await device.asked()).toBe('check.sent');
  const [plan = ''] = (home.jar.get('talk') ?? '').split('.');
  expect((await serving.talks.kept(plan))?.access.openings.length).toBe(2);
});
