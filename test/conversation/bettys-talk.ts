import { type Options, openTalk } from '../../scripts/talk/open.ts';

export const monday = '2026-11-23T10:00:00Z';

/** What Betty says from the greeting on, until she is asked whether she has had an assessment. */
export const bettyBegins = [
  ...['start', 'just me', 'yes', 'yes', 'me', 'Betty', 'short'],
  ...['Betty Lowe 3 May 1941', 'text me'],
] as const;

/** The same, until she is asked what matters most to her. */
export const toWhatMatters = [...bettyBegins, 'yes', 'no one', 'yes', 'normal'] as const;

/** A talk in which this has been said already; `says` gives what is heard in reply, and what is asked then. */
export async function talkAfter(already: readonly string[], options: Options = { now: monday }) {
  const talk = await openTalk(options);
  for (const words of already) await talk.say({ say: words });
  const says = async (words: string) => {
    const messages = await talk.say({ say: words });
    return { text: messages.map(({ text }) => text).join('\n'), asked: messages.at(-1)?.question };
  };
  return { talk, says };
}
