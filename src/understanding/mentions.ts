/**
 * Everybody who is mentioned in a message, and how: refused, corrected, of the past, or only in what is told of somebody
 * else ("she looks after her husband"). The message is walked once, from its first word to its last.
 */
import { mentionAt } from './mention.ts';
import { isCapital, isStop, plainOf, type Word } from './name-parts.ts';
import { mention } from './people-meant.ts';
import { nobody, refusal, verdict } from './people-refused.ts';
import { aside, pastVerb } from './people-told.ts';
import { goAside, leadsTo, length, type Mentioned, type Walk } from './people-walk.ts';
import { isFirstName, peoplePhrases } from './people-words.ts';
import { lengthAt, type Words } from './words.ts';

export interface Walked {
  readonly mentioned: readonly Mentioned[];
  /** "Nobody" was said, and not only as "nobody but my sister". */
  readonly nobody: boolean;
  readonly alone: boolean;
  /** Words with a capital, or of no known kind, that nobody's mention explains. */
  readonly unexplained: readonly string[];
}

export function mentionsIn(said: readonly Word[], words: Words): Walked {
  const walk: Walk = {
    said,
    plain: plainOf(said),
    words,
    at: 0,
    mentioned: [],
    waiting: [],
    aside: false,
    askedAside: false,
    placed: false,
    condition: -1,
    refused: false,
    bare: false,
    accepted: false,
    past: false,
    corrects: false,
    concludes: false,
    describes: false,
    awaits: false,
    opens: true,
    after: '',
    nobody: false,
    alone: false,
    unexplained: [],
  };
  while (walk.at < said.length) {
    const gap = said[walk.at]?.gap ?? '';
    if (gap !== '') newClause(walk, gap);
    const step = steps.find((take) => take(walk));
    if (step === undefined) walk.at += 1;
  }
  return walk;
}

/** A comma or full stop ends what is told, refused or explained. */
function newClause(walk: Walk, gap: string) {
  walk.aside = false;
  walk.refused = false;
  walk.bare = false;
  walk.opens = true;
  walk.describes = false;
  if (/[.?!;]/.test(gap)) walk.past = false;
  walk.after += gap;
}

/** Each takes the words it knows at this place and says whether there were any. */
const steps: readonly ((walk: Walk) => boolean)[] = [
  mark,
  verdict,
  ending,
  correction,
  refusal,
  nobody,
  conclusion,
  describing,
  join,
  before,
  mention,
  aside,
  pastVerb,
  opening,
  other,
];

function mark(walk: Walk): boolean {
  const word = walk.said[walk.at]?.word ?? '';
  if (!/^[☎✉]/.test(word)) return false;
  const last = walk.mentioned.findLastIndex((one) => !one.aside && !one.refused);
  const before = walk.mentioned[last];
  if (before === undefined || before.marks.some((one) => one[0] === word[0])) walk.waiting.push(word);
  else walk.mentioned[last] = { ...before, marks: [...before.marks, word] };
  walk.at += 1;
  walk.aside = false;
  walk.opens = true;
  walk.after += ';';
  return true;
}

/** "First", "please", "I think" after a name change nothing; "on" and "his number is" lead to a number. */
function ending(walk: Walk): boolean {
  if (walk.opens || walk.mentioned.length === 0 || walk.aside) return false;
  const taken = length(walk, 'trailers');
  const next = walk.said[walk.at + taken];
  // "On ward 4" is where somebody is.
  if (walk.plain[walk.at] === 'on' && taken === 1 && !/^[☎✉]/.test(next?.typed ?? '')) return false;
  if (walk.plain[walk.at] === 'no' && (next === undefined || next.gap !== '')) {
    const last = walk.mentioned.length - 1;
    const one = walk.mentioned[last];
    if (one !== undefined) walk.mentioned[last] = { ...one, refused: true, bare: false };
  }
  if (
    taken === 0 ||
    (next !== undefined && next.gap === '' && !/^[☎✉]/.test(next.typed) && walk.plain[walk.at] === 'or')
  )
    return false;
  if (walk.plain[walk.at] === 'no' && next !== undefined && next.gap === '') return false;
  const last = walk.mentioned.length - 1;
  const one = walk.mentioned[last];
  if (one !== undefined && walk.plain[walk.at] === 'first') walk.mentioned[last] = { ...one, first: true };
  walk.at += taken;
  walk.opens =
    next?.gap === '' &&
    length(walk, 'joins') === 0 &&
    mentionAt(walk.said, walk.at, false, walk.words)?.hasName === true;
  return true;
}

function correction(walk: Walk): boolean {
  if (walk.mentioned.length === 0 && !walk.nobody) return false;
  const taken = length(walk, 'corrections');
  const starts = walk.said[walk.at]?.gap !== '' || taken > 1;
  if (taken === 0 || !starts || length(walk, 'refusals') > taken) return false;
  if (walk.plain[walk.at + taken] === 'other' || walk.at + taken >= walk.said.length) return false;
  walk.at += taken;
  walk.corrects = !walk.mentioned.every((one) => one.refused);
  walk.aside = false;
  walk.opens = true;
  return true;
}

/** "... so my friend Barbara": what was said before led to this. "So my son can work" is what it is for. */
function conclusion(walk: Walk): boolean {
  const taken = length(walk, 'conclusions');
  if (taken === 0 || ['and', 'n'].includes(walk.plain[walk.at - 1] ?? '')) return false;
  const next = leadsTo(walk, walk.at + taken);
  const isFor =
    next !== undefined && peoplePhrases('purposes').exact.has(walk.plain[next.to] ?? '') && next.self !== true;
  walk.at += taken;
  walk.opens = true;
  walk.aside = isFor && walk.mentioned.length > 0;
  walk.refused = false;
  walk.concludes = walk.mentioned.some((one) => !one.aside) && next !== undefined && !isFor;
  return true;
}

/** "Hes called Matthew", "she is my sister", "- thats Stuart". */
function describing(walk: Walk): boolean {
  const taken = length(walk, 'describes');
  if (taken === 0) return false;
  const next = mentionAt(walk.said, walk.at + taken, false, walk.words);
  const isA = next?.vague === true && next.link === undefined;
  const strict = mentionAt(walk.said, walk.at + taken, true, walk.words);
  const found = next ?? (/^(?:called|named|name)/.test(walk.plain[walk.at] ?? '') || taken > 1 ? strict : undefined);
  if (found === undefined || found.self === true || isA) return false;
  if (walk.mentioned.length === 0 && walk.waiting.length === 0 && !/call|name/.test(walk.plain[walk.at] ?? '')) {
    walk.at += taken;
    return true;
  }
  walk.at += taken;
  walk.aside = false;
  walk.refused = false;
  walk.describes = walk.mentioned.some((one) => !one.aside);
  walk.opens = true;
  return true;
}

function join(walk: Walk): boolean {
  const taken = Math.max(length(walk, 'joins'), length(walk, 'turns'));
  if (taken === 0) return false;
  const isTurn = length(walk, 'turns') > 0;
  const next = mentionAt(walk.said, walk.at + taken, true, walk.words);
  const word = walk.plain[walk.at] ?? '';
  if (word === 'with' && (next === undefined || (walk.aside && walk.opens === false))) return false;
  if (word === 'an' && (next === undefined || walk.mentioned.length === 0)) return false;
  walk.at += taken;
  walk.after += ` ${word} `;
  walk.concludes = walk.concludes || (word === 'instead' && next !== undefined);
  // "She looks after my mum and my dad": both are only told of.
  if (walk.aside && walk.askedAside && !isTurn) return true;
  walk.aside = false;
  walk.opens = true;
  if (isTurn) walk.refused = false;
  return true;
}

function before(walk: Walk): boolean {
  if (walk.aside) return false;
  const taken = length(walk, 'before');
  if (taken === 0 || !walk.opens) return false;
  walk.past = true;
  walk.at += taken;
  return true;
}

/** Words that lead to a name: "I would ring", "probably", "can", "the main one is". */
function opening(walk: Walk): boolean {
  if (walk.aside || !walk.opens) return false;
  const taken = lengthAt(walk.plain, walk.at, walk.words.phrases('personOpenings'));
  if (taken === 0) return false;
  walk.at += taken;
  return true;
}

/** Any other word: after a name it begins what is told of them; before one, it should at least be a known word. */
function other(walk: Walk): boolean {
  const word = walk.said[walk.at];
  if (word === undefined) return false;
  const previous = walk.mentioned.at(-1);
  const tells = previous !== undefined && !walk.opens && previous.to === walk.at;
  const isAdverb = /ly$/.test(word.word) && isCapital(walk.said[walk.at + 1]) && walk.said[walk.at + 1]?.gap === '';
  if (tells && !walk.aside && !isAdverb) return goAside(walk, 1);
  if (!walk.aside && isUnexplained(walk, word)) walk.unexplained.push(word.typed);
  if (walk.opens && !isStop(word, walk.words) && !walk.aside) walk.opens = false;
  walk.at += 1;
  return true;
}

const isUnexplained = ({ at, said, words }: Walk, word: Word): boolean =>
  !isStop(word, words) &&
  !peoplePhrases('notNamesSmall').exact.has(word.word) &&
  (word.word.length > 3 || isFirstName(word.word)) &&
  (isFirstName(word.word) || (isCapital(word) ? at > 0 && word.gap === '' : said.length < 8));
