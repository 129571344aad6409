/** "Ignore that": words that ask for a worry about safety to be forgotten. It is passed on all the same, which is said. */
import type { Kept } from '../plan/kept.ts';
import type { Reply } from '../plan/replies.ts';
import { isWatched } from './prompt.ts';
import type { Tools } from './tools.ts';

export function takesBack(text: string, kept: Kept, tools: Tools): boolean {
  const [words] = tools.optionWords('safety.take_back', [{ id: 'ignore', key: 'safety.take_back.label' }], kept);
  const said = ` ${bare(text)} `;
  return words?.words.some((phrase) => said.includes(` ${bare(phrase)} `)) ?? false;
}

/** What is said to that, kindly; while somebody can see the screen it does not show what it is about. */
export const stillTold = (kept: Kept): Reply => ({
  say: isWatched(kept) ? 'safety.still_told_quiet' : 'safety.still_told',
  waits: false,
});

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’‘`´]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
