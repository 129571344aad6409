/** The answer that stands where somebody went back to, as a page fills it in. */
import { type Answer, isBlank, type Kept, slotOf } from '../plan/kept.ts';
import { questions, sectionOf } from '../plan/questions/index.ts';
import type { Given, Offer } from '../plan/replies.ts';
import type { Resting } from './position.ts';

/** The answer that stands where somebody went back to; undefined when nobody went back, or nothing stands there. */
export function standingAnswer(kept: Kept, { question, item }: Resting): Answer | undefined {
  const slot = slotOf(question, item);
  const answer = kept.focus === slot ? kept.answers[slot] : undefined;
  // What was said about safety is not shown again.
  return isBlank(answer) || sectionOf(question) === 'safety' ? undefined : answer;
}

/** With what a page fills in its control: what was tapped, or the words. */
export function givenBefore(kept: Kept, resting: Resting, offers: readonly Offer[]): { given?: Given } {
  const answer = standingAnswer(kept, resting);
  if (answer === undefined) return {};
  const picks = idsOf(answer).filter((id) => offers.some((offer) => offer.id === id));
  return { given: { picks, words: picks.length > 0 ? '' : typedWords(answer) } };
}

/** The ids of the options that an answer stands for. */
export function idsOf({ question, value }: Answer): readonly string[] {
  const { kind } = questions[question];
  if (kind === 'yes_no') return [value === true ? 'yes' : 'no'];
  return kind === 'multi' ? (value as string[]) : [String(value)];
}

/** Open answers are kept tidied; of the others the person's own words are read again as they were the first time. */
export const typedWords = ({ value, said }: Answer): string => (typeof value === 'string' ? value : said);
