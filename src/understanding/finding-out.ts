/** "I'll ask the doctor", "remind me to ask about transport": what somebody means to find out, as a whole message. */
import enGB from '../../locales/en-GB/find-out-words.json' with { type: 'json' };
import { plain } from './plain.ts';

/** `later`: the answer is to be asked for first. `note`: it is about something else, and the question stands. */
export type FindingOut = 'later' | 'note';

export function findsOut(text: string, question: string): FindingOut | undefined {
  if (text.length > longest || enGB.answersAt.includes(question)) return undefined;
  const said = plain(text);
  if (reminds.test(said)) return 'note';
  return asks.some((one) => one.test(said)) ? 'later' : undefined;
}

const longest = 160;
const whole = (pattern: string): RegExp =>
  new RegExp(`${enGB.before}(?:${pattern.replace('<who>', enGB.who)})[ .!]*$`, 'u');
const asks = enGB.asks.map(whole);
const reminds = whole(enGB.reminds);
