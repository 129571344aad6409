import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { talksOf } from '../../src/conversation/talks.ts';
import { loadPack, packWith } from '../../src/council/load-pack.ts';
import { openAt, type Pack } from '../../src/council/pack.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { loadTexts } from '../../src/text/index.ts';
import { toolsOf } from '../../src/tools.ts';

const demo = 'data/demo-council';
const small = 'test/council/fixtures/aberllyn';

describe('the demo council', () => {
  it('has at least 25 local services of many kinds, some free and some not step-free', async () => {
    const { services } = await loadPack(demo);
    expect(services.length).toBeGreaterThanOrEqual(25);
    const kinds = new Set(services.map(({ kind }) => kind));
    for (const kind of ['walking_group', 'lunch_club', 'transport', 'befriending', 'carers_group'])
      expect(kinds).toContain(kind);
    expect(services.some(({ cost }) => cost.pence === 0)).toBe(true);
    expect(services.some(({ step_free }) => !step_free)).toBe(true);
  });

  it("uses only phone numbers that nobody has, but for the Ombudsman's", async () => {
    const files = await Promise.all(['council', 'services'].map((name) => readFile(`${demo}/${name}.json`, 'utf8')));
    const numbers = files.join('').match(/"\+?0[0-9 ]{9,}"/g) ?? [];
    expect(numbers.length).toBeGreaterThan(30);
    for (const number of numbers) expect(number).toMatch(/"(01632 960\d{3}|07700 900\d{3}|0300 061 0614)"/);
  });
});

describe('a pack that cannot be used', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'council-'));
    await cp(small, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function change(file: string, edit: (json: Record<string, unknown>) => void): Promise<void> {
    const path = join(folder, `${file}.json`);
    const json = JSON.parse(await readFile(path, 'utf8'));
    edit(json);
    await writeFile(path, JSON.stringify(json));
  }
  const problem = () =>
    loadPack(folder).then(
      () => 'none',
      ({ message }) => String(message),
    );

  it.each(['duty', 'safeguarding', 'children', 'out_of_hours'])('is one without the number of: %s', async (team) => {
    await change('council', (council) => {
      delete council[team];
    });
    expect(await problem()).toContain(`council.json: ${team}: `);
  });

  it('tells all that is wrong at once, file by file', async () => {
    await change('council', (council) => Object.assign(council, { duty: { phone: 'ring us' }, nation: 'mars' }));
    await change('privacy', (privacy) => Object.assign(privacy, { notice_url: 'nowhere' }));
    await change('prices', (prices) => Object.assign(prices, { bands: [] }));
    await rm(join(folder, 'services.json'));
    const told = await problem();
    for (const part of [
      'council.json: duty.phone',
      'council.json: nation',
      'privacy.json: notice_url',
      'prices.json: bands',
      'services.json is missing',
    ])
      expect(told).toContain(part);
  });

  it('is one with a misspelt setting, words missing in a language, or an id used twice', async () => {
    await change('council', (council) => Object.assign(council, { dutty: { phone: '01632 960000' } }));
    expect(await problem()).toContain('dutty');
    await change('council', (council) => {
      delete council.dutty;
      council.languages = ['en-GB', 'cy'];
    });
    expect(await problem()).toContain('privacy.json: retention: has no words in cy');
    await change('council', (council) => {
      council.languages = ['en-GB'];
    });
    const services = JSON.parse(await readFile(join(folder, 'services.json'), 'utf8'));
    await writeFile(join(folder, 'services.json'), JSON.stringify([...services, ...services]));
    expect(await problem()).toContain('aber_walkers is used twice');
  });
});

describe('swapping the pack', () => {
  /** The first messages of a talk, in words. */
  async function hello(pack: Pack): Promise<string> {
    const texts = loadTexts('locales');
    const tools = toolsOf({ texts, pack, danger: () => null });
    const talks = talksOf({ store: memoryStore(), tools, now: () => '2026-11-20T10:00:00.000Z', nation: pack.nation });
    const { turns, lang, mode } = await talks.begin({
      plan: 'a-plan-of-a-test',
      channel: 'webchat',
      lang: pack.languages[0] ?? '',
    });
    const asked = await talks.say('a-plan-of-a-test', { id: '1', command: 'person', channel: 'webchat' });
    const replies = [...turns.flatMap((turn) => turn.replies), ...(asked?.turn.replies ?? [])];
    return replies.map((reply) => texts.say(reply, { lang, mode })).join('\n');
  }

  it('makes the assistant another council’s own, with no change of code', async () => {
    const [ours, theirs] = [await loadPack(demo), await loadPack(small)];
    const first = await hello(ours);
    const second = await hello(theirs);
    expect(first).toContain(ours.name);
    expect(first).toContain(ours.duty.phone);
    expect(second).toContain(theirs.name);
    expect(second).toContain(theirs.duty.phone);
    expect(second).not.toContain(ours.name);
    expect(second).not.toContain(ours.duty.phone);
  });

  it('can change single settings of a council, a bare phone number among them', async () => {
    const pack = await loadPack(demo);
    const changed = packWith(pack, {
      name: 'Testshire',
      duty: '01632 960999',
      nation: 'wales',
      hours: 'weekdays, 10 to 4',
    });
    expect(changed).toMatchObject({ name: 'Testshire', duty: { phone: '01632 960999' }, nation: 'wales' });
    expect(changed.hours).toMatchObject({ said: 'weekdays, 10 to 4' });
    expect(changed.safeguarding.phone).toBe(pack.safeguarding.phone);
    expect(changed.services).toBe(pack.services);
    expect(() => packWith(pack, { duty: 'ring us' })).toThrow('duty.phone');
  });
});

describe('opening hours', () => {
  let pack: Pack;
  beforeEach(async () => {
    pack = await loadPack(demo);
  });

  it.each([
    ['on a working day', '2026-11-20T10:00:00Z', { open: true, until: '2026-11-20T16:30:00.000Z' }],
    ['at the minute it opens', '2026-11-20T08:45:00Z', { open: true, until: '2026-11-20T16:30:00.000Z' }],
    ['at the minute it closes', '2026-11-20T16:30:00Z', { open: false, opens: '2026-11-23T08:45:00.000Z' }],
    ['before it opens', '2026-11-20T08:44:59Z', { open: false, opens: '2026-11-20T08:45:00.000Z' }],
    ['at the weekend', '2026-11-21T12:00:00Z', { open: false, opens: '2026-11-23T08:45:00.000Z' }],
    ['in summer time', '2026-07-20T15:59:00Z', { open: true, until: '2026-07-20T16:00:00.000Z' }],
    ['in summer time, an hour before', '2026-07-20T07:44:00Z', { open: false, opens: '2026-07-20T07:45:00.000Z' }],
    ['over the clocks going back', '2026-10-24T12:00:00Z', { open: false, opens: '2026-10-26T08:45:00.000Z' }],
    ['over the clocks going forward', '2026-03-28T12:00:00Z', { open: false, opens: '2026-03-30T07:45:00.000Z' }],
    ['on Christmas Day and the days after', '2026-12-25T11:00:00Z', { open: false, opens: '2026-12-29T08:45:00.000Z' }],
    ['on Good Friday', '2027-03-26T11:00:00Z', { open: false, opens: '2027-03-30T07:45:00.000Z' }],
  ])('are true %s', (_, instant, expected) => {
    expect(openAt(pack.duty, instant)).toEqual(expected);
  });

  it('never end for a team that is always there', () => {
    expect(openAt(pack.out_of_hours, '2026-12-25T03:00:00Z')).toEqual({ open: true });
  });

  it('run over midnight as one', () => {
    const night: Pack['hours'] = {
      timezone: 'Europe/London',
      closed: [],
      week: {
        monday: [['17:00', '24:00']],
        tuesday: [['00:00', '09:00']],
        wednesday: [],
        thursday: [],
        friday: [],
        saturday: [],
        sunday: [],
      },
    };
    const until = '2026-11-24T09:00:00.000Z';
    expect(openAt({ hours: night }, '2026-11-23T23:59:00Z')).toEqual({ open: true, until });
    expect(openAt({ hours: night }, '2026-11-24T00:00:00Z')).toEqual({ open: true, until });
  });

  it('say nothing they do not know when a team never opens', () => {
    const hours: Pack['hours'] = {
      timezone: 'Europe/London',
      closed: [],
      week: { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
    };
    expect(openAt({ hours }, '2026-11-20T10:00:00Z')).toEqual({ open: false });
  });
});
