import { describe, expect, it } from 'vitest';
import { bettyBegins, monday, talkAfter } from '../conversation/bettys-talk.ts';

const harm = 'my son takes my pension off me every week and i am scared of him';

async function talkAt(now: string, alone = 'just me') {
  const already = bettyBegins.map((words) => (words === 'just me' ? alone : words));
  return (await talkAfter(already, { now })).talk;
}
const night = '2026-11-26T02:30:00Z';
const textOf = (messages: readonly { text: string }[]) => messages.map(({ text }) => text).join('\n');

describe('somebody tells of harm in the middle of a question', () => {
  it('has their exact words in the flag, and nowhere else', async () => {
    const talk = await talkAt(monday);
    await talk.say({ say: harm });
    for (const words of ['skip', 'skip', 'carry on']) await talk.say({ say: words });
    const { flags, ...rest } = await talk.end();
    expect(flags.flatMap((flag) => ('said' in flag ? [[flag.said, flag.level]] : []))).toEqual([[harm, 'same_day']]);
    expect(JSON.stringify(rest)).not.toContain('scared');
    expect(JSON.stringify(talk.talk.turns)).not.toContain('scared');
  });

  it('is told calmly what happens, is asked for no details, and comes back to the same question', async () => {
    const talk = await talkAt(monday);
    const asked = talk.talk.asking?.question;
    const messages = await talk.say({ say: harm });
    expect(textOf(messages)).not.toMatch(/who did|how often|when did|proof|secret/i);
    expect(messages.at(-1)?.question).toBe('safety.contact_ok');
    await talk.say({ say: 'skip' });
    await talk.say({ say: 'skip' });
    const back = await talk.say({ say: 'carry on' });
    expect(back.at(-1)?.question).toBe(asked);
  });

  it('is shown nothing that tells of harm while somebody can see the screen', async () => {
    const talk = await talkAt(monday, 'someone can see the screen');
    const messages = await talk.say({ say: harm });
    expect(textOf(messages)).toContain('Quick help');
    expect(textOf(messages)).not.toMatch(/hurt|harm|safe|abuse|fault|safety/i);
  });
});

describe('somebody may hurt themselves', () => {
  const crisis = 'i dont want to be here any more, i am going to take all my tablets';

  it('has the numbers that answer at any hour, and the truth about when the council is there', async () => {
    const [day, late] = [await talkAt(monday), await talkAt(night)];
    const [byDay, byNight] = [textOf(await day.say({ say: crisis })), textOf(await late.say({ say: crisis }))];
    for (const text of [byDay, byNight]) for (const number of ['999', '116 123']) expect(text).toContain(number);
    expect(byDay).toMatch(/open until 5pm/);
    expect(byNight).toMatch(/They open at 8:45am/);
  });

  it('is never asked to say more about it, nor promised that somebody will come', async () => {
    const talk = await talkAt(night);
    const text = textOf(await talk.say({ say: crisis }));
    expect(text).not.toMatch(/have you made a plan|will come to you|promise/i);
  });
});

describe('everyday words', () => {
  it('about pain, tea and tablets stop nobody', async () => {
    const talk = await talkAt(monday);
    for (const words of ['my knees are killing me', 'dying for a brew', 'i take my tablets at eight'])
      expect((await talk.say({ say: words })).at(-1)?.question).not.toMatch(/^safety\./);
  });

  it('that may be more are asked about once, gently, and are then an answer like any other', async () => {
    const talk = await talkAt(monday);
    const asked = await talk.say({ say: 'theyd all be better off without me' });
    expect(asked.at(-1)?.question).toBe('safety.check');
    expect(JSON.stringify(talk.talk.turns)).not.toContain('better off');
    const after = await talk.say({ say: 'just a saying' });
    expect(after.at(-1)?.question).not.toMatch(/^safety\./);
  });
});

describe('somebody who is asked gently whether they are OK', () => {
  const asked = async (alone = 'just me') => {
    const talk = await talkAt(monday, alone);
    await talk.say({ say: 'theyd all be better off without me' });
    return talk;
  };
  const kinds = async (talk: Awaited<ReturnType<typeof asked>>) => (await talk.end()).flags.map(({ kind }) => kind);

  it.each(['no', 'nope', 'not really', "no I'm not"])('and only says "%s" is heard to wish for help', async (words) => {
    const talk = await asked();
    await talk.say({ say: words });
    expect(await kinds(talk)).toContain('urgent_need');
  });

  it('and only says "yes" is asked which of two, and a second "yes" is a wish for help', async () => {
    const talk = await asked();
    const again = (await talk.say({ say: 'yes' })).at(-1);
    expect(again?.options?.map(({ id }) => id)).toEqual(['saying', 'help']);
    await talk.say({ say: 'yes' });
    expect(await kinds(talk)).toContain('urgent_need');
  });

  it('and says that they are fine goes on with the plan', async () => {
    const talk = await asked();
    expect((await talk.say({ say: 'yeah fine' })).at(-1)?.question).not.toMatch(/^safety\./);
    expect(await kinds(talk)).not.toContain('urgent_need');
  });

  it('while somebody can see the screen says yes or no to quick help', async () => {
    const yes = await asked('someone can see');
    await yes.say({ say: 'yes' });
    expect(await kinds(yes)).toContain('urgent_need');
    const no = await asked('someone can see');
    expect((await no.say({ say: 'no' })).at(-1)?.question).not.toMatch(/^safety\./);
  });
});
