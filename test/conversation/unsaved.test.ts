/** Who asked for nothing to be saved is told so before anything is gone. */
import { describe, expect, it } from 'vitest';
import { talkAfter } from './bettys-talk.ts';

const keepingNothing = ['start', 'just me', 'yes', 'no', 'me', 'Betty'];
const warning = 'If you stop now, all you said is gone. Shall I save it first?';

it('saying no to saving is answered with what it means', async () => {
  const { says } = await talkAfter(['start', 'just me', 'yes']);
  expect((await says('no')).text).toContain('I will not save it. When you stop, all you said is deleted.');
});

describe('somebody for whom nothing is saved', () => {
  it.each(['stop', 'cancel', "I'm tired", 'later', 'i need a break', 'stop for now'])(
    'is told before anything is gone, and asked: %s',
    async (words) => {
      const { talk, says } = await talkAfter(keepingNothing);
      const asked = talk.talk.asking?.question;
      expect((await says(words)).text).toContain(warning);
      expect((await talk.end()).plan).not.toBeNull();
      expect((await says('carry on')).asked).toBe(asked);
    },
  );

  it.each(['yes', 'save it', 'yes please'])('has it saved after all, and stops: %s', async (words) => {
    const { talk, says } = await talkAfter([...keepingNothing, 'stop']);
    expect((await says(words)).text).toContain('All saved.');
    expect(JSON.stringify((await talk.end()).plan)).toContain('Betty');
  });

  it.each(['no', 'delete it', 'no thanks'])('stops, and all of it is gone: %s', async (words) => {
    const { talk, says } = await talkAfter([...keepingNothing, 'stop']);
    expect((await says(words)).text).toContain('What you said has been deleted.');
    expect((await talk.end()).plan).toBeNull();
  });

  it('is asked again when they only say stop again, and is heard when they say something else', async () => {
    const { talk, says } = await talkAfter([...keepingNothing, 'stop']);
    expect((await says('stop')).text).toContain(warning);
    expect((await talk.end()).plan).not.toBeNull();
    expect((await says('my son hits me')).text).toContain('That is not OK');
  });

  it('is gone at once with "leave now"', async () => {
    for (const already of [keepingNothing, [...keepingNothing, 'stop']]) {
      const { talk, says } = await talkAfter(already);
      expect((await says('leave now')).text).toBe('You have left your plan. What you said has been deleted.');
      expect((await talk.end()).plan).toBeNull();
    }
  });

  it('is told so when they stop after a worry too', async () => {
    const { talk, says } = await talkAfter([...keepingNothing, 'my son hits me', 'skip', 'skip']);
    expect((await says('stop for now')).text).toContain(warning);
    expect((await talk.end()).plan).not.toBeNull();
  });
});

it('somebody whose answers are saved just stops', async () => {
  const { says } = await talkAfter(['start', 'just me', 'yes', 'yes', 'me', 'Betty']);
  expect((await says('stop')).text).toContain('All saved.');
});
