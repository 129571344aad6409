/** Another language, at any time: switched to where the council has it, and for the worker to know where not. */
import { describe, expect, it } from 'vitest';
import { openTalk } from '../../scripts/talk/open.ts';
import { talksOf } from '../../src/conversation/talks.ts';
import { packWith } from '../../src/council/load-pack.ts';
import { danger } from '../../src/safety/index.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { textsFrom } from '../../src/text/index.ts';
import { readLocales } from '../../src/text/locales.ts';
import { pseudoLanguage, withPseudo } from '../../src/text/pseudo.ts';
import { toolsOf } from '../../src/tools.ts';
import { pack } from '../dialogs/world.ts';

const plan = 'plan-of-somebody';
const texts = textsFrom(withPseudo(readLocales('locales'), 'en-GB'));
/** Offers English, a language that has words (called 日本語) and one that has none. */
const offering = (...languages: string[]) => toolsOf({ texts, pack: packWith(pack, { languages }), danger });

async function talkIn(...languages: string[]) {
  const store = memoryStore();
  const now = () => '2026-11-23T10:00:00.000Z';
  const services = { store, tools: offering(...languages), now, nation: 'england' } as const;
  let talks = talksOf(services);
  await talks.begin({ plan, channel: 'webchat', lang: 'en-GB' });
  let count = 0;
  const hear = async (said: object) => {
    count += 1;
    const heard = await talks.say(plan, { id: `${count}`, channel: 'webchat', ...said });
    if (heard === null) throw new Error('There is no such talk.');
    const { talk, turn } = heard;
    return { asked: talk.asking?.question, lang: talk.lang, text: turn.replies.map((one) => texts.say(one, talk)) };
  };
  return {
    hear,
    say: (text: string) => hear({ text }),
    facts: async () => (await store.read(plan))?.facts ?? [],
    kept: () => talks.kept(plan),
    restart: () => {
      talks = talksOf(services);
    },
  };
}

describe('where there is more than one language', () => {
  const both = ['en-GB', pseudoLanguage];

  it('is asked first, by the names of the languages, and switches', async () => {
    const { hear, facts } = await talkIn(...both);
    const after = await hear({ pick: { question: 'language.choice', options: [pseudoLanguage] } });
    expect(after.lang).toBe(pseudoLanguage);
    expect(after.text.every((text) => !/[a-z]{3} [a-z]{3}/.test(text))).toBe(true);
    expect(await facts()).toContainEqual(expect.objectContaining({ type: 'language', lang: pseudoLanguage }));
  });

  it.each(['日本語', 'Japanese', 'japanese please'])('understands its name in either language: %s', async (words) => {
    const { say } = await talkIn(...both);
    expect((await say(words)).lang).toBe(pseudoLanguage);
  });

  it('switches in the middle of the talk, and keeps every answer and the place', async () => {
    const { say, hear, kept, restart } = await talkIn(...both);
    for (const words of ['English', 'start', 'just me', 'yes', 'yes', 'me', 'Betty']) await say(words);
    const asked = await hear({ command: 'language' });
    expect(asked.asked).toBe('language.choice');
    const after = await hear({ pick: { question: 'language.choice', options: [pseudoLanguage] } });
    expect(after).toMatchObject({ lang: pseudoLanguage, asked: 'way.choose' });
    restart();
    const now = await kept();
    expect(now?.lang).toBe(pseudoLanguage);
    expect(now?.answers['who.call_me']?.value).toBe('Betty');
  });

  it('goes back to English when that is said', async () => {
    const { say, hear, kept } = await talkIn(...both);
    await hear({ pick: { question: 'language.choice', options: [pseudoLanguage] } });
    for (const words of ['start']) await say(words);
    const after = await say('change to english');
    expect(after.lang).toBe('en-GB');
    expect((await kept())?.answers['language.choice']?.value).toBe('en-GB');
  });

  it('asks which one somebody speaks when it is none of these, and tells the worker', async () => {
    const { say, hear, kept } = await talkIn(...both);
    const other = await hear({ pick: { question: 'language.choice', options: ['other'] } });
    expect(other.asked).toBe('comm.language');
    expect(other.text.join()).toContain('interpreter');
    expect((await say('Polish')).asked).toBe('welcome.start_kind');
    expect((await kept())?.answers['comm.language']?.value).toBe('Polish');
  });

  it('is not promised in a language that has no words yet', async () => {
    const { say, hear } = await talkIn('en-GB', 'cy');
    expect((await hear({ command: 'repeat' })).asked).toBe('welcome.start_kind');
    const welsh = await say('cymraeg');
    expect(welsh.lang).toBe('en-GB');
    expect(welsh.text.join()).toContain('I can only use English for now.');
  });
});

describe('where there is only English', () => {
  async function talk() {
    const open = await openTalk({ now: '2026-11-23T10:00:00Z' });
    for (const words of ['start', 'just me', 'yes', 'yes', 'me', 'Betty', 'short']) await open.say({ say: words });
    return open;
  }

  it('somebody is told how to get an interpreter and a plan in their language, and the worker is told', async () => {
    const open = await talk();
    const messages = await open.say({ say: 'can we do this in polish' });
    const text = messages.map((message) => message.text).join('\n');
    for (const words of ['interpreter', 'plan in another language', 'free', '01632 960100'])
      expect(text).toContain(words);
    expect(messages.at(-1)?.question).toBe('who.details');
    const { flags, plan: made } = await open.end();
    expect(flags).toMatchObject([{ kind: 'interpreter', level: 'with_the_plan' }]);
    expect(made?.comms.speak_language).toBe('Polish');
  });

  it('the worker is told once, however often it is said', async () => {
    const open = await talk();
    for (const words of ['language', 'i dont speak english', 'polish please']) await open.say({ say: words });
    expect((await open.end()).flags).toHaveLength(1);
  });

  it('somebody who asks for English is simply in English', async () => {
    const open = await talk();
    const [first] = await open.say({ say: 'change to english' });
    expect(first?.text).toContain('We are using English now.');
    expect((await open.end()).flags).toEqual([]);
  });
});
