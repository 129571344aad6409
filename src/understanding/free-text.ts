/** The person's own words, kept as they are. Only a plain "no, nothing" is read as such. */
import { answer, type Reader, unclear } from './kinds.ts';

const manyWords = 4_000;
/** Here a word or two may well be the whole answer. */
const keepsVague = new Set(['topic.enjoy', 'topic.dos_donts', 'who.call_me']);

export const readFreeText: Reader = (heard, question, _context, words) => {
  const said = heard.tokens.map((token) => token.word);
  if (!/[\p{L}\p{N}]/u.test(heard.plain)) return unclear('no_words');
  const joined = said.join(' ');
  // A bare "yes" answers no open question; a name may be anything.
  if (words.phrases('bareYes').exact.has(joined)) return unclear('say_more');
  // "Loads" or "whatever" says nothing yet that a worker could use.
  if (words.phrases('noneVague').exact.has(joined) && !keepsVague.has(question.id)) return unclear('say_more');
  if (question.id === 'who.call_me' && words.phrases('no').exact.has(joined)) return unclear('no_name');
  return heard.text.length > manyWords ? answer(heard.text, 'long_answer') : answer(heard.text);
};
