/** What was told of the options: without what was so only in the past, and what names none of them. */
import enGB from '../../locales/en-GB/understanding-sayings.json' with { type: 'json' };
import { besides, type Hit, hitsIn } from './hits.ts';
import type { Asked, Context, Heard } from './kinds.ts';
import { lengthAt, phrasesOf, type Words } from './words.ts';

/** "Used to be the council, but now I pay": the options that stand today. `read` are all words that were understood. */
export function toldIn(
  heard: Heard,
  question: Asked,
  context: Context,
  words: Words,
): { readonly hits: readonly Hit[]; readonly read: readonly Hit[] } {
  const read = hitsIn(heard, question, context, words);
  const named = read.filter((hit) => hit.id !== besides && !isAsked(heard, hit, read, words));
  const past = pastIn(heard, named, words);
  const hits = named.filter((hit) => !past.includes(hit));
  return { hits: hits.some((hit) => !hit.negated) ? hits : named, read };
}

function pastIn(heard: Heard, hits: readonly Hit[], words: Words): Hit[] {
  const said = heard.tokens.map((token) => token.word);
  const { was, now, over } = words.made('past and now', () => ({
    was: phrasesOf(enGB.past.was),
    now: phrasesOf(enGB.past.now),
    over: phrasesOf(enGB.past.over),
  }));
  const today = said.findIndex((_, at) => lengthAt(said, at, now) > 0);
  if (today < 0 && !said.some((_, at) => lengthAt(said, at, over) > 0)) return [];
  return hits.filter((hit) => {
    for (let at = hit.from - 1; at >= Math.max(0, hit.from - 4); at -= 1) {
      if (lengthAt(said, at, now) > 0) return false;
      if (lengthAt(said, at, was) > 0) return true;
    }
    return false;
  });
}

/** "What is the number of the council?": what stands in a question is not an answer, unless the question itself is. */
function isAsked(heard: Heard, hit: Hit, all: readonly Hit[], words: Words): boolean {
  const said = heard.tokens.map((token) => token.word);
  let at = 0;
  for (
    let more = lengthAt(said, 0, words.phrases('fillers'));
    more > 0;
    more = lengthAt(said, at, words.phrases('fillers'))
  )
    at += more;
  const pairs = words.made('asking pairs', () => phrasesOf(enGB.asking_pairs));
  const asksAtOnce = enGB.asking.includes(said[at] ?? '') && !subjects.has(said[at + 1] ?? '');
  const asks = asksAtOnce || (hit.loose === true && lengthAt(said, at, pairs) > 0);
  const isHeard = all.some((one) => one.from <= at && one.to > at);
  return asks && !isHeard && hit.from > at && heard.tokens[hit.from]?.clause === heard.tokens[at]?.clause;
}

/** "What I need is somebody to talk to": who does it comes before the verb in no question. */
const subjects: ReadonlySet<string> = new Set(enGB.subjects);

/** So much was said that nothing explains that the answer may be there: it is asked back. */
export function isMostlyUnread(heard: Heard, read: readonly Hit[], words: Words): boolean {
  const said = heard.tokens.map((token) => token.word);
  const light = [words.phrases('fillers'), words.phrases('glue'), words.phrases('after')];
  const counted = clausesWithMore(heard, read, words);
  const unread = said.filter(
    (word, at) =>
      counted.has(heard.tokens[at]?.clause) &&
      !slight.has(word) &&
      !read.some((hit) => at >= hit.from && at < hit.to) &&
      light.every((phrases) => lengthAt(said, at, phrases) === 0),
  );
  return unread.length >= tooMuch;
}

/** "The quick one, my tea's on at five": what stands beside the answer is a reason, unless it turns or denies. */
const clausesWithMore = (heard: Heard, read: readonly Hit[], words: Words): ReadonlySet<number | undefined> =>
  new Set([
    ...read.filter((hit) => !hit.negated).map((hit) => heard.tokens[hit.from]?.clause),
    ...heard.tokens.filter(({ word }) => words.turns.has(word) || denials.has(word)).map(({ clause }) => clause),
  ]);
const denials: ReadonlySet<string> = new Set(enGB.negations);
const slight: ReadonlySet<string> = new Set([...enGB.slight, ...enGB.negations, ...enGB.speakers, ...enGB.passing]);
const tooMuch = 4;
