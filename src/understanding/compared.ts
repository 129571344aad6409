/** What was read by known words, compared with examples of how people say each option: a doubt is asked back. */
import { type Likeness, likest } from './examples.ts';
import { askBack } from './hits.ts';
import { answer, type Heard, type Understood, which } from './kinds.ts';
import type { Words } from './words.ts';

/** Messages of fewer words are read by known words alone; where there are none, three words may be enough. */
const fewest = 4;
/** How far ahead an option must be to be taken where known words name none; where they compete; in place of what they name. */
const sure = 0.8;
const certain = 1.3;
const instead = 2.2;
/** How far ahead of what known words name another option, or asking back, must be to raise a doubt. */
const doubtful = 0.2;
const unlikely = 1.2;
/** How far ahead an option must be where the message is like a request to the assistant. */
const beyondRequest = 2;

/** `value` is what is kept for an option. */
export function compared(
  understood: Understood,
  heard: Heard,
  question: string,
  words: Words,
  value: (id: string) => unknown,
): Understood {
  const count = heard.tokens.length;
  const isShort = count < fewest && !(count === fewest - 1 && understood.is === 'unclear');
  if (isShort || !['answer', 'which', 'unclear'].includes(understood.is)) return understood;
  const like = likest(heard, question, words);
  if (like === undefined) return understood;
  if (understood.is === 'answer') return doubted(understood, like, value);
  const needsMore = count < fewest || (understood.is === 'which' && understood.why !== 'part_unclear');
  // "This or that": both were named, and neither is meant yet.
  const isEither = understood.is === 'which' && heard.tokens.some(({ word }) => words.lists.either.includes(word));
  return like.id !== askBack && like.lead > (needsMore ? certain : sure) && !isEither
    ? answer(value(like.id))
    : understood;
}

/** "What if my wife goes into hospital?", where it is asked what may go wrong: an answer, though it asks like a request. */
export function readsAsOption(heard: Heard, question: string, words: Words): boolean {
  if (heard.tokens.length < fewest) return false;
  const like = likest(heard, question, words);
  return like !== undefined && like.id !== askBack && like.lead > beyondRequest;
}

/** An answer that reads like another option is asked back, or gives way to it. */
function doubted(
  understood: Extract<Understood, { is: 'answer' }>,
  like: Likeness,
  value: (id: string) => unknown,
): Understood {
  const own = like.ids.find((id) => id !== askBack && value(id) === understood.value);
  const far = like.id === askBack ? unlikely : doubtful;
  if (own === undefined || own === like.id || like.before(own) <= far) return understood;
  if (like.id !== askBack && like.before(own) > instead) return answer(value(like.id));
  const other = like.ids.find((id) => id !== askBack && id !== own);
  return which(
    'several_options',
    [own, other ?? own].map((id) => ({ id, value: value(id) })),
  );
}

/** The same where several can be chosen: one answer that reads like another is asked back, and one that known words miss is taken. */
export function comparedSeveral(understood: Understood, heard: Heard, question: string, words: Words): Understood {
  if (heard.tokens.length < fewest) return understood;
  const isMissed = understood.is === 'unclear' && understood.why === 'no_option';
  const only = understood.is === 'answer' && Array.isArray(understood.value) ? understood.value : [];
  if (!isMissed && only.length !== 1) return understood;
  const like = likest(heard, question, words);
  if (like === undefined || like.id === askBack) return understood;
  if (isMissed) return like.lead > sure ? answer([like.id]) : understood;
  const [own] = only;
  if (typeof own !== 'string' || own === like.id || like.before(own) <= certain) return understood;
  return which(
    'several_options',
    [own, like.id].map((id) => ({ id, value: id })),
  );
}
