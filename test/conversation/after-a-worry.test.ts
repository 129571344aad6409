/** What is said after a worry about safety: whose hours and numbers, what cannot be taken back, how somebody can be reached. */
import { describe, expect, it } from 'vitest';
import { loadPack } from '../../src/council/load-pack.ts';
import { bettyBegins, monday, talkAfter } from './bettys-talk.ts';

const pack = await loadPack('data/demo-council');
const saturday = '2026-11-28T02:00:00Z';
/** Teams whose numbers and hours are their own. */
const council = {
  duty: { phone: '01632 960100', hours: { always: true } },
  safeguarding: { phone: '01632 960110', hours: weekdays('10:00', '14:30') },
  children: { phone: '01632 960120', hours: weekdays('08:00', '20:00') },
};
const harm = 'my son takes my pension off me every week and i am scared of him';
const crisis = 'i dont want to be here any more, i am going to take all my tablets';
const child = 'my grandson is 6 and his dad hits him';

function weekdays(from: string, to: string) {
  const spell = [[from, to]];
  const week = { monday: spell, tuesday: spell, wednesday: spell, thursday: spell, friday: spell };
  return { week: { ...week, saturday: [], sunday: [] }, closed: [], timezone: 'Europe/London' };
}

interface Scene {
  readonly now?: string;
  readonly contact?: string;
  readonly alone?: string;
  readonly council?: object;
}

async function talkAt({ now = monday, contact = 'text me on 07700 900654', alone = 'just me', ...scene }: Scene = {}) {
  const already = [...bettyBegins.slice(0, -1), contact].map((words) => (words === 'just me' ? alone : words));
  const { talk, says: say } = await talkAfter(already, { now, council: scene.council ?? council });
  return { talk, say };
}

describe('after a worry, somebody is told when the team that acts on it is there', () => {
  it('which for abuse is the safeguarding team, by its own number and hours', async () => {
    const byDay = await (await talkAt()).say(harm);
    expect(byDay.text).toContain('01632 960110');
    expect(byDay.text).toContain('They are open until 2:30pm.');
    const atNight = await (await talkAt({ now: saturday })).say(harm);
    expect(atNight.text).toContain('They open at 10am on Monday. Until then, you can ring 01632 960199.');
  });

  it('which for a child is the children’s team', async () => {
    const byDay = await (await talkAt()).say(child);
    expect(byDay.text).toContain('01632 960120');
    expect(byDay.text).toContain("The children's team is open until 8pm.");
    const atNight = await (await talkAt({ now: saturday })).say(child);
    expect(atNight.text).toContain("The children's team opens at 8am on Monday.");
  });

  it('and for a crisis the duty team, which may be there day and night', async () => {
    const { text } = await (await talkAt({ now: saturday })).say(crisis);
    expect(text).toContain('They are there day and night. You can ring them on 01632 960100.');
  });

  it('and never gets an hour that nobody knows', async () => {
    const nobody = { ...council, safeguarding: { phone: '01632 960110', hours: { ...weekdays('09:00', '17:00') } } };
    const closed = { ...nobody.safeguarding.hours, week: { ...nobody.safeguarding.hours.week, ...noDays } };
    const scene = { council: { ...council, safeguarding: { phone: '01632 960110', hours: closed } } };
    const { text } = await (await talkAt(scene)).say(harm);
    expect(text).toContain('They are closed now. You can ring 01632 960199.');
    expect(text).not.toMatch(/open at \.|until \./);
  });

  it('and gets the helpline that fits who they are and where they live', async () => {
    const partner = 'my husband hits me';
    expect((await (await talkAt()).say(partner)).text).toContain('National Domestic Abuse Helpline: 0808 2000 247.');
    const wales = await talkAt({ council: { ...council, nation: 'wales' } });
    const welsh = (await wales.say(partner)).text;
    expect(welsh).toContain('Live Fear Free, in Wales: 0808 80 10 800.');
    expect(welsh).not.toContain('0808 2000 247');
    expect((await (await talkAt()).say(harm)).text).toContain('Hourglass: 0808 808 8141.');
  });

  it.each([
    ['my wife hits me', ['0808 2000 247', '0808 801 0327', '0800 999 5428']],
    ['my husband hits me and takes my money', ['0808 2000 247', '0808 801 0327', '0800 999 5428']],
    ['my son hits me', ['0808 2000 247', '0808 808 8141']],
    ['dad hits mum', ['0808 2000 247', '0808 801 0327', '0800 999 5428']],
    ['the carer hits me', ['0808 808 8141']],
  ])('and every line that may fit who does it, each with whom it is for: %s', async (words, numbers) => {
    const { text } = await (await talkAt()).say(words);
    const known = ['0808 2000 247', '0808 801 0327', '0800 999 5428', '0808 808 8141'];
    // Betty is over 60: the line for older people always fits her.
    const fits = [...new Set([...numbers, '0808 808 8141'])];
    expect(known.filter((number) => text.includes(number))).toEqual(known.filter((number) => fits.includes(number)));
  });

  it('and the same lines when it was first asked about', async () => {
    const { talk, say } = await talkAt();
    expect((await say('my wife gets cross and shoves me a bit')).asked).toBe('safety.check');
    expect((await say('someone is hurting me')).text).toContain('0808 801 0327');
    expect((await talk.end()).flags.map((flag) => flag.kind)).toEqual(['maybe_harm', 'domestic_abuse']);
  });
});

const noDays = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] };

describe('"ignore that"', () => {
  const kindly = 'I still have to pass this on. That is so that people are safe.';

  it.each(['ignore that', 'Oh, forget I said anything', 'please don’t tell anyone', 'I didn’t mean to say that'])(
    'takes no worry back: %s',
    async (words) => {
      const { talk, say } = await talkAt();
      await say(harm);
      const { text, asked } = await say(words);
      expect(text).toContain(kindly);
      expect(asked).toBe('safety.contact_ok');
      const { flags } = await talk.end();
      expect(flags[0]).toMatchObject({ kind: 'money_abuse', level: 'same_day', said: harm });
    },
  );

  it('is answered in the same breath, when it was said in the same breath', async () => {
    const { say } = await talkAt();
    expect((await say(`${harm}. please dont tell anyone`)).text).toContain(kindly);
  });

  it('is kept as a wish where one is asked for, and does not end what is asked', async () => {
    const { talk, say } = await talkAt();
    for (const words of [harm, 'skip']) await say(words);
    const wish = await say('please dont tell my daughter, forget I said it');
    expect(wish.text).toContain(kindly);
    expect(wish.asked).toBe('safety.resume');
    expect(JSON.stringify(talk.talk.turns)).not.toContain('my daughter');
    expect((await say('ignore that')).asked).toBe('safety.resume');
    expect((await say('carry on')).asked).toBe('who.assessment');
  });

  it('to the gentle question ends it, keeps the note, and makes no answer of the words', async () => {
    const { talk, say } = await talkAt();
    for (const words of ['yes', 'no one', 'yes', 'normal']) await say(words);
    await say('theyd all be better off without me');
    const { text, asked } = await say('ignore that');
    expect(text).toContain(kindly);
    expect(asked).toBe('topic.matters_most');
    const { flags, plan } = await talk.end();
    expect(flags[0]).toMatchObject({ kind: 'maybe_harm' });
    expect(JSON.stringify(plan)).not.toContain('better off');
  });

  it('shows nothing to somebody who can see the screen', async () => {
    const { say } = await talkAt({ alone: 'someone can see the screen' });
    await say(harm);
    const { text } = await say('ignore that');
    expect(text).not.toMatch(/pass this on|safe\b/);
  });

  it('is an ordinary message while there is no worry', async () => {
    const { say } = await talkAt();
    expect((await say('ignore that')).text).not.toContain(kindly);
  });
});

describe('somebody whom nobody knows how to reach', () => {
  const honest = 'I do not know how to reach you. So please ring one of these numbers.';

  it('is told so in a crisis, beside the numbers', async () => {
    expect((await (await talkAt({ contact: 'skip' })).say(crisis)).text).toContain(honest);
    expect((await (await talkAt()).say(crisis)).text).not.toContain(honest);
  });

  it('is first asked how they can be reached safely, and told so with numbers when they do not say', async () => {
    const { say } = await talkAt({ contact: 'skip' });
    expect((await say(harm)).text).not.toContain(honest);
    const { text } = await say('skip');
    expect(text).toContain(honest);
    expect(text).toContain('999');
    expect(text).toContain(pack.out_of_hours.phone);
  });

  it('is not told so once they have given a way', async () => {
    const { say } = await talkAt({ contact: 'skip' });
    await say(harm);
    expect((await say('text my sister after six')).text).not.toContain(honest);
  });

  it('is asked for a safe way when they want to be rung, and that they want it is kept', async () => {
    const { talk, say } = await talkAt({ contact: 'skip' });
    await say(crisis);
    const wants = await say('please ask someone to call me');
    expect(wants.text).toContain('I am passing on that you want a call.');
    expect(wants.asked).toBe('safety.contact_ok');
    expect((await say('01632 960777 before noon')).asked).toBe('safety.resume');
    expect((await talk.end()).plan?.call_backs).toHaveLength(1);
  });
});

it('somebody who would rather talk to a person after a worry is told how', async () => {
  const { say } = await talkAt();
  for (const words of [harm, 'skip', 'skip']) await say(words);
  const { text, asked } = await say('talk to someone');
  expect(text).toContain('01632 960100');
  expect(asked).toBe('safety.resume');
});

describe('in a crisis, somebody who asks for a person in their own words', () => {
  it.each(['person', 'Human', 'call someone for me', 'help me', 'i need help', 'someone please'])(
    'is not asked which of the buttons they mean: %s',
    async (words) => {
      const { talk, say } = await talkAt();
      await say(crisis);
      const { text, asked } = await say(words);
      expect(text).toContain('I am passing on that you want a call.');
      expect(asked).toBe('safety.contact_ok');
      expect((await talk.end()).plan?.call_backs).toHaveLength(1);
    },
  );
});

describe('an answer in the same message as words that were only asked about', () => {
  const both = 'I want to get back to choir. They would all be better off without me.';
  const whatMatters = ['yes', 'no one', 'yes', 'normal'];

  it.each([['I might hurt myself'], ['I would like some help'], ['skip']])(
    'is kept when the reply is: %s',
    async (reply) => {
      const { talk, say } = await talkAt();
      for (const words of whatMatters) await say(words);
      expect((await say(both)).asked).toBe('safety.check');
      await say(reply);
      const { plan, flags } = await talk.end();
      expect(JSON.stringify(plan)).toContain('I want to get back to choir.');
      expect(JSON.stringify(plan)).not.toContain('better off');
      expect(flags[0]).toMatchObject({ kind: 'maybe_harm', said: both });
    },
  );
});

it('somebody who types the label of an option has chosen it, and is asked about nothing', async () => {
  const talk = (await talkAfter(['start', 'just me', 'yes', 'yes'])).talk;
  const heard = await talk.say({ say: 'Someone I help who cannot do it alone' });
  expect(heard.at(-1)?.question).not.toMatch(/^safety\./);
  expect((await talk.end()).flags).toEqual([]);
});
