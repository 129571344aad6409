/** The person's own words, kept as they are. Only a plain "no, nothing" is read as such. */
import { answer, type Reader, unclear } from './kinds.ts';

const manyWords = 4_000;

export const readFreeText: Reader = (heard, question, _context, words) => {
  const said = heard.tokens.map((token) => token.word);
  if (!/[\p{L}\p{N}]/u.test(heard.plain)) return unclear('no_words');
  const joined = said.join(' ');
  // A bare "yes" answers no open question; a name may be anything.
  if (words.phrases('bareYes').exact.has(joined)) return unclear('say_more');
  if (question.id === 'who.call_me' && words.phrases('no').exact.has(joined)) return unclear('no_name');
  return heard.text.length > manyWords ? answer(heard.text, 'long_answer') : answer(heard.text);
};
