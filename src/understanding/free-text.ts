/** The person's own words, kept as they are. Only a plain "no, nothing" is read as such. */
import { hintIn, mayBeRequest } from './hints.ts';
import { type Asked, answer, type Reader, unclear } from './kinds.ts';
import { surely, weighed } from './request-weights.ts';
import { holdsContact } from './requests.ts';
import { isShaped } from './shapes.ts';
import { lengthAt, phrasesOf, type Words, withoutFillers } from './words.ts';

const manyWords = 4_000;
/** Here a word or two may well be the whole answer. */
const keepsVague = new Set(['topic.enjoy', 'topic.dos_donts', 'who.call_me']);

export const readFreeText: Reader = (heard, question, _context, words) => {
  const said = heard.tokens.map((token) => token.word);
  if (!/[\p{L}\p{N}]/u.test(heard.plain)) return unclear('no_words');
  const joined = said.join(' ');
  if (question.id !== 'who.call_me' && isNothingMore(said, words)) return { is: 'none' };
  // "Mm", "hjkl": letters, but no word.
  if (question.id !== 'who.call_me' && !/[aeiouyà-ÿ\d]/iu.test(heard.plain) && /^[a-z\s.,!?]+$/.test(heard.plain))
    return unclear('no_words');
  if (said.length <= 2 && mashed.test(heard.plain)) return unclear('no_words');
  // A bare "yes" answers no open question; a name may be anything.
  if (words.phrases('bareYes').exact.has(joined)) return unclear('say_more');
  // "Loads" or "whatever" says nothing yet that a worker could use.
  if (words.phrases('noneVague').exact.has(joined) && !keepsVague.has(question.id)) return unclear('say_more');
  if (
    (isAboutTheTalk(said, question, words) && !hasReason(said, words)) ||
    isPerhapsAsked(said, heard.plain, question, words)
  )
    return unclear('perhaps_a_command');
  if (question.id === 'who.call_me' && words.phrases('no').exact.has(joined)) return unclear('no_name');
  return heard.text.length > manyWords ? answer(heard.text, 'long_answer') : answer(heard.text);
};

/** The longest way in which people say that there is nothing. */
const longestNone = 12;

/** "No, we all think the same"; "nothing stops me once I've set my mind to it"; "no one else left now". */
function isNothingMore(said: readonly string[], words: Words): boolean {
  if (said.length > longestNone || said.some((_, at) => lengthAt(said, at, words.phrases('contrasts')) > 0))
    return false;
  const isNothing = said[0] === words.lists.nothing;
  if (isNothing && lengthAt(said, 1, words.phrases('nothingVerbs')) > 0) return true;
  const opening = isNothing ? 1 : lengthAt(said, 0, words.phrases('noOpeners'));
  if (opening === 0 || opening === said.length) return false;
  if (isShaped(said, 'nobody', words)) return true;
  const rest = said.slice(opening);
  return (
    lengthAt(rest, 0, words.phrases('noSubjects')) > 0 &&
    rest.some((_, at) => lengthAt(rest, at, words.phrases('contentWords')) > 0)
  );
}

/** Keys that lie side by side. */
const mashed = /qwert|asdf|sdfg|dfgh|fghj|ghjk|hjkl|zxcv|xcvb|cvbn|vbnm/u;

/** Where a question of the person's own is the answer. */
const asksBackHere = new Set(['pause.questions', 'check.missing', 'info.need', 'well.spell', 'safety.wish']);
const mostWords = 12;
const longestRequest = 20;

/** From here on a message may be a request; the shorter, the more is needed. */
const mayBeAsked = (length: number): number => (length < 3 ? 0.4 : length < 6 ? 0.05 : -0.1);

function isWeighedAsked(said: readonly string[], text: string, { id }: Asked, { lists }: Words): boolean {
  const { score, command } = weighed(said, text);
  const answersHere: Readonly<Record<string, readonly string[]>> = lists.answersNotCommands;
  const mayAnswer = answersHere[id]?.includes(command) === true || lists.mannerQuestions.includes(id);
  const bar = mayAnswer ? (said.length < 4 ? surely : 0.35) : mayBeAsked(said.length);
  return score >= bar && !holdsContact(said);
}

/** Addressed to the assistant, and either hints at a request or holds no word of anybody's life. */
function isPerhapsAsked(said: readonly string[], text: string, question: Asked, words: Words): boolean {
  if (said.length > longestRequest || asksBackHere.has(question.id)) return false;
  if (isWeighedAsked(said, text, question, words)) return true;
  if (words.lists.mannerQuestions.includes(question.id)) return false;
  const hint = hintIn(said);
  if (hint?.isNamed === true && hint.unexplained <= 2) return true;
  const bare = withoutFillers(said, words.phrases('fillers'));
  if (lengthAt(bare, 0, words.phrases('questionOpenings')) > 0 && !hasReason(said, words)) return true;
  return said.length > 2 && mayBeRequest(said);
}

/** "Why does it matter? Because it's my home" answers its own question. */
const hasReason = (said: readonly string[], words: Words): boolean =>
  said.some((word) => words.lists.becauseWords.includes(word));

/** A short question or request about the asking itself: it may be a command not known yet, so it is not kept as an answer. */
function isAboutTheTalk(said: readonly string[], question: Asked, words: Words): boolean {
  if (said.length > mostWords || asksBackHere.has(question.id)) return false;
  const { talk } = words.lists;
  const has = (name: keyof typeof talk, within: readonly string[]) =>
    within.some(
      (_, at) =>
        lengthAt(
          within,
          at,
          words.made(`talk ${name}`, () => phrasesOf(talk[name])),
        ) > 0,
    );
  if (has('plainly', said)) return true;
  const bare = withoutFillers(said, words.phrases('fillers'));
  const opens = (name: keyof typeof talk) =>
    lengthAt(
      bare,
      0,
      words.made(`talk ${name}`, () => phrasesOf(talk[name])),
    );
  if (opens('requests') > 0) return has('verbs', bare.slice(opens('requests'), opens('requests') + 3));
  return opens('asking') > 0 && !words.lists.talk.telling.includes(bare[1] ?? '') && has('about', bare.slice(1));
}
