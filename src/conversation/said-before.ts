/** The old answer at a place that somebody went back to: shown, so that it can be kept or put differently. */
import type { Stamp } from '../dialog/index.ts';
import type { Fact } from '../plan/facts.ts';
import type { Answer, Kept } from '../plan/kept.ts';
import { questions, sectionOf } from '../plan/questions/index.ts';
import type { Filling, Offer, Reply } from '../plan/replies.ts';
import type { DateValue, Money } from '../plan/values.ts';
import { keepsOld } from '../understanding/index.ts';
import type { Decision } from './decision.ts';
import { idsOf, standingAnswer, typedWords } from './given-before.ts';
import { wordsOf } from './in-passing.ts';
import type { Position, Resting } from './position.ts';
import { restingAt } from './position.ts';

/** "You said: ...", when somebody has just come back to an answer. */
export function saidBefore(after: Position, facts: readonly Fact[], asked: Reply | null): Reply[] {
  const { kept } = after.context;
  const resting = restingAt(after);
  const answer = resting === null ? undefined : standingAnswer(kept, resting);
  const cameBack = facts.some((fact) => fact.type === 'went' && fact.to === kept.focus);
  if (answer === undefined || !cameBack || asked?.question !== answer.question) return [];
  const own = facts.at(-1)?.by.role === answer.by.role;
  const say = own ? 'conversation.you_said' : 'conversation.was_said';
  return [{ say, with: { words: inWords(answer, kept, asked.offer ?? []) }, waits: false }];
}

/** "Keep it", or skipping it: the old answer stays as it is. Null where nobody went back to one. */
export function keptAsItWas({ context: { kept } }: Position, resting: Resting, stamp: Stamp): Decision | null {
  if (standingAnswer(kept, resting) === undefined) return null;
  return {
    events: [
      { type: 'NOTE', facts: [{ type: 'went', ...stamp, to: null }], stamp },
      { type: 'REOPEN', slots: [], stamp },
    ],
    says: [{ say: 'conversation.kept_as_it_was', waits: false }],
  };
}

/** The same, where the words say so. */
export const keptByWords = (before: Position, resting: Resting, said: string, stamp: Stamp): Decision | null =>
  sectionOf(resting.question) !== 'check' && keepsOld(said, before.context.kept.lang)
    ? keptAsItWas(before, resting, stamp)
    : null;

function inWords(answer: Answer, kept: Kept, offers: readonly Offer[]): Filling {
  const { question, value, said, notes } = answer;
  const { kind } = questions[question];
  const tapped = idsOf(answer).flatMap((id) => offers.filter((offer) => offer.id === id));
  if (tapped.length > 0) return { list: tapped.map(labelled) };
  if (kind === 'date' && (value as DateValue).date !== undefined) return { date: value as DateValue };
  if (kind === 'money' && (value as Money).amount_pence !== undefined) return { money: value as Money };
  const words = notes.includes('in_passing') ? wordsOf(question, value, kept) : typedWords(answer) || said;
  return typeof words === 'string' ? words.trim().replace(/\.$/u, '') : words;
}

const labelled = ({ id, key, words, with: fillings }: Offer): Filling =>
  key === undefined ? (words ?? id) : { key, ...(fillings === undefined ? {} : { with: fillings }) };
