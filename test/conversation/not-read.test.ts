/** Messages in a language that nothing here reads: they are not checked for danger, and are never treated as if they were. */
import { describe, expect, it } from 'vitest';
import { lettersFor } from '../../src/conversation/outbox.ts';
import { fold } from '../../src/plan/fold.ts';
import { opened, reopened, say, tools } from '../dialogs/world.ts';
import { bettyBegins, talkAfter, toWhatMatters } from './bettys-talk.ts';
import { finished } from './finish.ts';

const polish = 'Mój mąż mnie bije i się boję';
const more = 'chcę chodzić do kościoła i nie chcę być sama';

describe('somebody who writes in another language', () => {
  it('is shown the numbers and told what was not checked, once', async () => {
    const { says } = await talkAfter(toWhatMatters);
    const first = await says(polish);
    for (const words of ['999', '111', '116 123', '01632 960100', 'I do not know if you are safe', 'interpreter'])
      expect(first.text).toContain(words);
    const second = await says(more);
    expect(second.text).not.toContain('999');
    expect(second.text).toContain('I have kept those words for a worker too.');
  });

  it('is asked once more, and then goes on: nobody is stuck', async () => {
    const { talk, says } = await talkAfter(toWhatMatters);
    expect((await says(polish)).asked).toBe('topic.matters_most');
    expect((await says(more)).asked).toBe('goal.what');
    expect((await talk.end()).plan?.blanks['about.matters_most']).toBe('worker_to_add');
  });

  it('can say the same in English instead', async () => {
    const { talk, says } = await talkAfter(toWhatMatters);
    await says(polish);
    await says('my church');
    expect((await talk.end()).plan?.about.matters_most).toEqual(['my church']);
  });

  it('has their words in the flag for the worker, and nowhere else', async () => {
    const { talk, says } = await talkAfter(toWhatMatters);
    await says(polish);
    await says(more);
    const { flags, ...rest } = await talk.end();
    expect(flags).toMatchObject([
      { kind: 'interpreter', level: 'with_the_plan', said: polish, where: 'topic.matters_most' },
      { kind: 'interpreter', level: 'note', said: more },
    ]);
    expect(JSON.stringify(rest)).not.toContain('bije');
    expect(JSON.stringify(talk.talk.turns)).not.toContain('bije');
  });

  it('is told again after the program was started anew that words were kept, but not the numbers', async () => {
    const { talk, says } = await talkAfter(toWhatMatters);
    await says(polish);
    talk.later(30);
    expect((await says(more)).text).not.toContain('999');
  });

  it('finds their place again when they come back with such a message', async () => {
    const { talk, says } = await talkAfter([...toWhatMatters, 'stop']);
    const back = await says(polish);
    expect(back.text).toContain('Welcome back');
    expect(back.asked).toBe('topic.matters_most');
    expect((await talk.end()).flags).toMatchObject([{ said: polish }]);
  });

  it('sees only the quick card while somebody can see the screen', async () => {
    const watched = toWhatMatters.map((words) => (words === 'just me' ? 'someone can see the screen' : words));
    const { says } = await talkAfter(watched);
    const { text } = await says(polish);
    expect(text).toContain('Quick help');
    expect(text).not.toMatch(/safe|danger/);
  });

  it('may use the letters of their language for their name, and for the language', async () => {
    const { talk, says } = await talkAfter(bettyBegins.slice(0, 5));
    expect((await says('محمد علی')).asked).toBe('way.choose');
    expect((await talk.end()).flags).toEqual([]);
  });

  it('has what they say after a worry passed on, and noted as not read', async () => {
    const { talk, says } = await talkAfter([...bettyBegins, 'my husband hits me']);
    const { text, asked } = await says('jestem w domu rano, nie w pracy');
    expect(text).toContain('I can only read English');
    expect(asked).toBe('safety.wish');
    const { flags } = await talk.end();
    expect(flags).toMatchObject([{ kind: 'domestic_abuse' }, { kind: 'interpreter', level: 'with_the_plan' }]);
    expect(new Set(flags.map(({ id }) => id)).size).toBe(flags.length);
  });
});

it('the worker gets the words that were not read with the plan, and no copy has them', () => {
  let held = say(opened(), { pick: { question: 'welcome.start_kind', options: ['start'] } });
  held = say(held, { text: polish });
  const sent = finished(reopened(held));
  const fact = sent.facts.findLast(({ type }) => type === 'sent');
  const [letter] = fact === undefined ? [] : lettersFor(fold([...sent.facts]), [fact], tools);
  expect(letter).toMatchObject({
    kind: 'plan',
    words: [{ kind: 'interpreter', said: polish, where: 'privacy.alone' }],
  });
  expect(JSON.stringify(letter?.kind === 'plan' && letter.summary)).not.toContain('bije');
});

it.each(['my mam and dad', 'ok', 'Małgorzata', 'nan comes on a Tuesday', 'am ok ta', 'la la la', '07700 900654'])(
  'is not said of everyday words: %s',
  async (words) => {
    const { talk, says } = await talkAfter(toWhatMatters);
    expect((await says(words)).text).not.toContain('only read English');
    expect((await talk.end()).flags).toEqual([]);
  },
);
