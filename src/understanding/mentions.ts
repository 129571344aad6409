/**
 * Everybody who is mentioned in a message, and how: refused, corrected, of the past, or only in what is told of somebody
 * else ("she looks after her husband"). The message is walked once, from its first word to its last.
 */
import { type Mention, mentionAt } from './mention.ts';
import { isCapital, isStop, plainOf, type Word } from './name-parts.ts';
import { isFirstName, peopleAt, peoplePhrases } from './people-words.ts';
import { lengthAt, type Words } from './words.ts';

/** How somebody came to be mentioned. */
export interface Mentioned extends Mention {
  readonly refused: boolean;
  /** Only with "not", of one person: another may be meant instead. */
  readonly bare: boolean;
  readonly accepted: boolean;
  readonly past: boolean;
  readonly corrects: boolean;
  readonly concludes: boolean;
  /** "Hes called Matthew": says more about the one before. */
  readonly describes: boolean;
  readonly aside: boolean;
  /** "Try dad first". */
  readonly first?: boolean;
  /** What they do was told: a name after it is somebody else. */
  readonly told?: boolean;
  /** The marks before it since the one before: ",", "-", "and", or nothing. */
  readonly after: string;
  /** Numbers and addresses beside it. */
  readonly marks: readonly string[];
}

export interface Walked {
  readonly mentioned: readonly Mentioned[];
  /** "Nobody" was said, and not only as "nobody but my sister". */
  readonly nobody: boolean;
  readonly alone: boolean;
  /** Words with a capital, or of no known kind, that nobody's mention explains. */
  readonly unexplained: readonly string[];
}

interface Walk {
  readonly said: readonly Word[];
  readonly plain: readonly string[];
  readonly words: Words;
  at: number;
  mentioned: Mentioned[];
  waiting: string[];
  aside: boolean;
  askedAside: boolean;
  /** What is told is only where somebody is. */
  placed: boolean;
  /** Where "if" stands in what is told; -1 when there is none. */
  condition: number;
  refused: boolean;
  bare: boolean;
  accepted: boolean;
  past: boolean;
  corrects: boolean;
  concludes: boolean;
  describes: boolean;
  /** A name is still to come, after what was said between. */
  awaits: boolean;
  /** Nothing but openings since the clause began. */
  opens: boolean;
  after: string;
  nobody: boolean;
  alone: boolean;
  unexplained: string[];
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

const length = (walk: Walk, list: Parameters<typeof peopleAt>[2]): number => {
  const taken = peopleAt(walk.plain, walk.at, list);
  // A phrase does not run over a comma.
  for (let index = 1; index < taken; index += 1) if (walk.said[walk.at + index]?.gap !== '') return 0;
  return taken;
};

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
  if (taken === 0 || !starts) return false;
  if (walk.plain[walk.at + taken] === 'other' || walk.at + taken >= walk.said.length) return false;
  walk.at += taken;
  walk.corrects = !walk.mentioned.every((one) => one.refused);
  walk.aside = false;
  walk.opens = true;
  return true;
}

function refusal(walk: Walk): boolean {
  const spared = length(walk, 'notRefusing');
  const taken = Math.max(length(walk, 'refusals'), leavesOut(walk));
  const accepting = length(walk, 'accepting');
  if (accepting >= taken && accepting > 0 && walk.mentioned.length >= 0 && !walk.aside) {
    walk.accepted = true;
    if (spared <= accepting && !/^(?:only |i want|id like)/.test(walk.plain.slice(walk.at, walk.at + 2).join(' '))) {
      walk.at += accepting;
      return true;
    }
  }
  if (spared >= taken && spared > 0) {
    walk.at += spared;
    return true;
  }
  if (taken === 0 || (walk.aside && taken === 1 && walk.plain[walk.at] !== 'except')) return false;
  const excepts = length(walk, 'exceptions') > 0;
  const wasVague = walk.mentioned.at(-1);
  // "Nobody except my sister", "I don't want anyone but Pat": just the one.
  if (excepts && (walk.nobody || (wasVague?.vague === true && wasVague.refused))) {
    walk.refused = false;
    walk.nobody = false;
    walk.mentioned = walk.mentioned.filter((one) => one.vague !== true);
  } else {
    walk.refused = true;
    walk.bare = ['not', 'except', 'but not'].includes(walk.plain[walk.at] ?? '') && taken === 1;
  }
  walk.accepted = false;
  walk.at += taken;
  // "... and I'd rather not": of whom, is not said.
  if (walk.at >= walk.said.length && taken > 1) walk.unexplained.push(walk.plain.slice(walk.at - taken).join(' '));
  walk.aside = false;
  walk.opens = true;
  return takesBack(walk);
}

/** "... so not him": the one before. "My brother, not the one in Leeds, Graham": his name is to come. */
function takesBack(walk: Walk): boolean {
  const last = walk.mentioned.findLastIndex((one) => !one.aside);
  const one = walk.mentioned[last];
  const isTheOne = walk.plain[walk.at] === 'the' && walk.plain[walk.at + 1] === 'one';
  if (one === undefined || !(isTheOne || ['him', 'her', 'them', 'that'].includes(walk.plain[walk.at] ?? '')))
    return true;
  if (walk.plain[walk.at] === 'her' && mentionAt(walk.said, walk.at, false, walk.words) !== undefined) return true;
  if (isTheOne) walk.awaits = true;
  else walk.mentioned[last] = { ...one, refused: true, bare: false };
  return goAside(walk, 1);
}

/** "Leave my brother out of it". */
function leavesOut({ at, plain }: Walk): number {
  const isLeaving = ['leave', 'leaving', 'kept', 'cut', 'count', 'keep'].includes(plain[at] ?? '');
  return isLeaving && plain.slice(at + 2, at + 8).includes('out') ? 1 : 0;
}

function nobody(walk: Walk): boolean {
  const taken = length(walk, 'nobody');
  if (taken > 0) {
    walk.nobody = true;
    walk.at += taken;
    const except = length(walk, 'exceptions');
    if (except === 0) return true;
    walk.nobody = false;
    walk.at += except;
    walk.opens = true;
    return true;
  }
  const alone = length(walk, 'alone');
  if (alone === 0) return false;
  walk.alone = true;
  walk.at += alone;
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
  const isA = ['a', 'an'].includes(walk.plain[walk.at + taken] ?? '') && next?.vague === true;
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

function mention(walk: Walk): boolean {
  const found = besides(walk) ?? mentionAt(walk.said, walk.at, walk.opens, walk.words);
  if (found === undefined) return false;
  const from = walk.at;
  if (walk.aside && endsCondition(walk, found)) walk.aside = false;
  if (isBetween(walk, found) || isHalfAWord(walk, found)) return false;
  const last = walk.mentioned.at(-1);
  if (last?.weak === true && !walk.after.includes('and') && walk.plain[from - 1] !== 'with') walk.mentioned.pop();
  if (last !== undefined && found.weak === true && /,/.test(walk.after) && !last.refused) return false;
  walk.mentioned.push({
    ...found,
    refused: walk.refused,
    bare: walk.bare,
    accepted: walk.accepted,
    past: walk.past,
    corrects: walk.corrects,
    concludes: walk.concludes,
    describes: walk.describes || (walk.awaits && !walk.aside),
    aside: walk.aside,
    after: walk.after.trim(),
    marks: walk.aside ? [] : walk.waiting,
  });
  walk.askedAside = walk.aside && !walk.placed;
  if (!walk.aside) {
    walk.waiting = [];
    walk.corrects = false;
    walk.concludes = false;
    walk.describes = false;
    walk.awaits = false;
    walk.past = false;
  }
  walk.after = '';
  walk.opens = false;
  walk.at = found.to;
  // "Whoever the agency sends".
  if (found.vague === true && /^(?:who|which|any)/.test(walk.plain[from] ?? '')) walk.aside = true;
  return true;
}

/** "Tariq and I will share it". */
function besides({ at, plain, said, mentioned }: Walk): Mention | undefined {
  const isI = plain[at] === 'i' && ['and', 'n'].includes(plain[at - 1] ?? '') && said[at]?.gap === '';
  const next = said[at + 1];
  const shares =
    next === undefined ||
    next.gap !== '' ||
    ['will', 'both', 'together', 'share', 'do', 'are', 'can'].includes(next.word);
  return isI && shares && mentioned.at(-1)?.to === at - 1
    ? { to: at + 1, name: 'I', hasName: false, self: true }
    : undefined;
}

/** "If there's no answer my niece": whom the condition leads to. "If my son is away" and "if you can't get Pat" do not. */
function endsCondition(walk: Walk, found: Mention): boolean {
  const before = walk.plain[walk.at - 1] ?? '';
  const isOwn = ['my', 'our', 'me', 'mi'].includes(walk.plain[walk.at] ?? '') || found.hasName;
  return (
    walk.condition >= 0 && walk.at > walk.condition + 1 && isOwn && !peoplePhrases('conditionObjects').exact.has(before)
  );
}

/** "I'd hope ...": a name that is a word too stands where a clause begins. */
function isHalfAWord({ at, said, plain, after, describes }: Walk, found: Mention): boolean {
  const word = said[at];
  if (
    word === undefined ||
    describes ||
    found.to > at + 2 ||
    isCapital(word) ||
    !peoplePhrases('notNamesSmall').exact.has(word.word)
  )
    return false;
  const begins =
    at === 0 ||
    word.gap !== '' ||
    / $/.test(after) ||
    ['and', 'n', 'or', 'ring', 'call', 'ask'].includes(plain[at - 1] ?? '');
  return !begins;
}

/** "Tell me", "helps me": not the person as the one to be named. */
function isBetween(walk: Walk, found: Mention): boolean {
  if (found.self !== true || walk.plain[walk.at] !== 'me') return false;
  const begins = walk.at === 0 || walk.said[walk.at]?.gap !== '';
  return !(walk.opens && (begins || peopleAt(walk.plain, walk.at - 1, 'beforeMe') > 0));
}

/** What is told of the one just mentioned, and reasons: those named there are not meant. */
function aside(walk: Walk): boolean {
  const taken = length(walk, 'asides');
  const previous = walk.mentioned.at(-1);
  const isAttached = previous !== undefined && previous.to === walk.at && walk.said[walk.at]?.gap === '';
  if (walk.aside && resumed(walk)) return true;
  const lead = walk.aside ? 0 : opensMention(walk);
  if (lead > 0) {
    walk.at += lead;
    return true;
  }
  if (isAttached && length(walk, 'prepositions') > 0) return goAside(walk, length(walk, 'prepositions'));
  if (taken > 0 && (previous !== undefined || startsAside(walk))) return goAside(walk, taken);
  return false;
}

/** "... its my neighbour Joyce": what was told is over. */
function resumed(walk: Walk): boolean {
  const taken = Math.max(length(walk, 'resumes'), longOpening(walk));
  if (taken === 0 || leadsTo(walk, walk.at + taken) === undefined) return false;
  walk.at += taken;
  walk.aside = false;
  walk.opens = true;
  return true;
}

/** "It's my son now", after a full stop. */
function opensMention(walk: Walk): number {
  const taken = Math.max(length(walk, 'resumes'), longOpening(walk));
  return walk.opens && taken > 0 && leadsTo(walk, walk.at + taken) !== undefined ? taken : 0;
}

/** "I would ring": more than one word, so that it is no accident. */
function longOpening({ plain, at, words }: Walk): number {
  const taken = Math.max(lengthAt(plain, at, words.phrases('personOpenings')), peopleAt(plain, at, 'leads'));
  return taken > 1 ? taken : 0;
}

/** Who is mentioned after openings: "its | probably just | my sister". */
function leadsTo({ said, plain, words }: Walk, from: number): Mention | undefined {
  let at = from;
  for (let steps = 0; steps < 5; steps += 1) {
    if (at > from && said[at]?.gap !== '') return undefined;
    const found = mentionAt(said, at, true, words);
    if (found !== undefined) return found;
    const more = Math.max(peopleAt(plain, at, 'leads'), lengthAt(plain, at, words.phrases('personOpenings')));
    if (more === 0) return undefined;
    at += more;
  }
  return undefined;
}

const startsAside = (walk: Walk): boolean =>
  [
    'if',
    'because',
    'cos',
    'since',
    'as',
    'when',
    'while',
    'unless',
    'after',
    'than',
    'she',
    'he',
    'they',
    'shes',
    'hes',
    'theyre',
    'him',
    'them',
  ].includes(walk.plain[walk.at] ?? '') &&
  !/^(?:after|besides) (?:her|him|them|that|my)/.test(walk.plain.slice(walk.at, walk.at + 2).join(' '));

function goAside(walk: Walk, taken: number): boolean {
  const condition = length(walk, 'conditions');
  if (condition > 0) walk.condition = walk.at + condition - 1;
  else if (!walk.aside) walk.condition = -1;
  const last = walk.mentioned.length - 1;
  const one = walk.mentioned[last];
  const places = length(walk, 'asidesThatPlace') > 0;
  if (one !== undefined && one.to === walk.at && !walk.aside && !places) walk.mentioned[last] = { ...one, told: true };
  walk.placed = (!walk.aside || walk.placed) && length(walk, 'asidesThatPlace') > 0;
  walk.aside = true;
  walk.askedAside = false;
  walk.opens = false;
  walk.at += taken;
  return true;
}

/** "... but my sister is taking over". */
function succeeds(walk: Walk): boolean {
  const taken = length(walk, 'succeeds');
  const last = walk.mentioned.findLastIndex((one) => !one.aside);
  const one = walk.mentioned[last];
  if (taken === 0 || one === undefined || last === 0 || !/but|,|\.|so|though/.test(one.after)) return false;
  walk.mentioned[last] = { ...one, concludes: true };
  return goAside(walk, taken);
}

/** "My wife used to", "my husband died": not any more. */
function pastVerb(walk: Walk): boolean {
  const taken = length(walk, 'afterBefore');
  if (succeeds(walk)) return true;
  const last = walk.mentioned.length - 1;
  const one = walk.mentioned[last];
  if (taken === 0 || one === undefined || one.aside) return false;
  if (one.to === walk.at || walk.plain[one.to] === 'has' || walk.plain[one.to] === 'have')
    walk.mentioned[last] = { ...one, refused: true, bare: false };
  return goAside(walk, taken);
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
  if (tells && !walk.aside) return goAside(walk, 1);
  if (!walk.aside && isUnexplained(walk, word)) walk.unexplained.push(word.typed);
  if (walk.opens && !isStop(word, walk.words) && !walk.aside) walk.opens = false;
  walk.at += 1;
  return true;
}

const isUnexplained = ({ at, said, words }: Walk, word: Word): boolean =>
  !isStop(word, words) &&
  !peoplePhrases('notNamesSmall').exact.has(word.word) &&
  word.word.length > 3 &&
  (isFirstName(word.word) || (isCapital(word) ? at > 0 && word.gap === '' : said.length < 8));
