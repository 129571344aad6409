/** Yes or no. Two different signs in one message are asked back. */
import { compared } from './compared.ts';
import { askAnyway } from './hits.ts';
import { type Asked, answer, type Heard, type Reader, type Understood, unclear, which } from './kinds.ts';
import { sayingsIn } from './sayings.ts';
import { shapedAs } from './shapes.ts';
import { isWhole, lengthAt, type Words, withoutFillers } from './words.ts';

const between = [
  { id: 'yes', value: true },
  { id: 'no', value: false },
];

export const readYesNo: Reader = (heard, question, _context, words) => {
  const meant = together(yesOrNo(heard, words), saidIn(heard, question, words), heard, words);
  return compared(signed(meant), heard, question.id, words, (id) => id === 'yes');
};

function signed(meant: Sign): Understood {
  if (meant === 'both') return which('yes_or_no', between);
  return meant === undefined ? unclear('no_yes_or_no') : answer(meant);
}

type Sign = boolean | 'both' | undefined;

/** A plain sign and what is said beside it. A yes or no that opens the message is the answer; otherwise two that differ are asked back. */
function together(sign: Sign, said: SaidSign, heard: Heard, words: Words): Sign {
  if (sign === undefined || said.sign === undefined || sign === said.sign) return sign ?? said.sign;
  const opens = words.phrases('plainSigns').exact.has(heard.tokens[0]?.word ?? '');
  if (!opens || said.asks) return 'both';
  return said.from === 0 && said.sign !== 'both' ? said.sign : sign;
}

interface SaidSign {
  readonly sign: Sign;
  readonly from: number;
  readonly asks: boolean;
}

/** What the ways of saying yes or no at this question amount to; the longest first, no word used twice. */
function saidIn(heard: Heard, question: Asked, words: Words): SaidSign {
  const said = heard.tokens.map((token) => token.word);
  const asks = asksIn(said, words);
  const found = [question.id, 'yes_no']
    .flatMap((id) => sayingsIn(heard, id, signs, words))
    .filter((one) => !isTurned(heard, said, one.from, words) && (!asks || one.from <= 1 || one.id === '?'));
  const kept: (typeof found)[number][] = [];
  for (const one of found.toSorted((first, second) => second.letters - first.letters)) {
    if (kept.every((other) => one.to <= other.from || one.from >= other.to)) kept.push(one);
  }
  const ids = new Set(kept.map((one) => one.id));
  const from = Math.min(...kept.map((one) => one.from));
  const isBoth = ids.has(askAnyway) || (ids.has('yes') && ids.has('no'));
  const sign = isBoth ? 'both' : ids.has('?') || kept.length === 0 ? undefined : ids.has('yes');
  return { sign, from, asks: ids.has(askAnyway) };
}

/** "What happens if I say no?" is neither. */
const asksIn = (said: readonly string[], words: Words): boolean =>
  lengthAt(withoutFillers(said, words.phrases('fillers')), 0, words.phrases('askWords')) > 0;

/** "Not happy with that": what is said is refused just before. */
const isTurned = (heard: Heard, said: readonly string[], from: number, words: Words): boolean =>
  [1, 2].some(
    (back) =>
      from - back >= 0 &&
      (from - back > 0 || !words.phrases('plainSigns').exact.has(said[0] ?? '')) &&
      heard.tokens[from - back]?.clause === heard.tokens[from]?.clause &&
      words.phrases('negators').exact.has(said[from - back] ?? '') &&
      !words.phrases('negators').exact.has(said[from] ?? ''),
  );

/** True or false when the message is plain enough; 'both' when it says both; undefined when neither. */
export function yesOrNo(heard: Heard, words: Words): boolean | 'both' | undefined {
  const said = heard.tokens.map((token) => token.word);
  if (isWhole(said, words.phrases('perhaps'), words.phrases('fillers'))) return 'both';
  const whole = wholeOf(said, words);
  if (whole !== undefined) return whole;
  const corrected = afterCorrection(said, words);
  if (asksIn(said, words)) return undefined;
  const turned = corrected === undefined ? undefined : signsIn(corrected, words, []).at(-1)?.yes;
  if (turned !== undefined) return turned;
  const signed = verdict(
    signsIn(
      said,
      words,
      heard.tokens.map((token) => token.clause),
    ),
    said,
    words,
  );
  if (signed !== undefined) return signed;
  const shaped = shapedAs(said, signs, words);
  return shaped === undefined ? undefined : shaped === 'yes';
}

/** One list for all messages: what is made of it is made once. */
const signs = ['yes', 'no'] as const;

function wholeOf(said: readonly string[], words: Words): boolean | undefined {
  for (const form of [said, withoutFillers(said, words.phrases('fillers'))]) {
    const joined = form.join(' ');
    if (words.phrases('no').exact.has(joined)) return false;
    if (words.phrases('yes').exact.has(joined)) return true;
  }
  return undefined;
}

/** "Yes no wait no don't save it": only what comes after the correction counts. */
function afterCorrection(said: readonly string[], words: Words): readonly string[] | undefined {
  for (let index = said.length - 1; index >= 0; index -= 1) {
    const length = lengthAt(said, index, words.phrases('corrections'));
    if (length > (index === 0 ? 1 : 0) && index + length < said.length) return said.slice(index + length);
  }
  return undefined;
}

interface SignAt {
  readonly yes: boolean;
  readonly at: number;
  readonly end: number;
  readonly clause: number;
  readonly plain: boolean;
}

/** A plain yes or no counts anywhere; other phrases only where a clause begins, and whole, unless they open a sentence ("I don't want"). */
function signsIn(said: readonly string[], words: Words, clauses: readonly number[]): SignAt[] {
  const signs: SignAt[] = [];
  let begins = true;
  for (let index = 0; index < said.length; ) {
    if (index > 0 && clauses[index] !== clauses[index - 1]) begins = true;
    const sign = signAt(said, index, clauses, begins, words);
    const filler = lengthAt(said, index, words.phrases('fillers'));
    if (sign !== undefined && (sign.plain || sign.end - index >= filler)) {
      signs.push(sign);
      index = sign.end;
      continue;
    }
    if (filler === 0) begins = false;
    index += Math.max(1, filler);
  }
  return signs;
}

function signAt(
  said: readonly string[],
  at: number,
  clauses: readonly number[],
  begins: boolean,
  words: Words,
): SignAt | undefined {
  const clause = clauses[at] ?? 0;
  const plain = words.phrases('plainSigns').exact.has(said[at] ?? '');
  const yes = lengthAt(said, at, words.phrases('yes'));
  const no = lengthAt(said, at, words.phrases('no'));
  const end = at + Math.max(yes, no);
  const ends = end >= said.length || clauses[end] !== clause || lengthAt(said, end, words.phrases('fillers')) > 0;
  if (end > at && (plain || (begins && (ends || end - at > 2)))) return { yes: yes > no, at, end, clause, plain };
  if (!begins) return undefined;
  const opensYes = lengthAt(said, at, words.phrases('yesOpenings'));
  const opensNo = lengthAt(said, at, words.phrases('noOpenings'));
  const opens = Math.max(opensYes, opensNo);
  return opens === 0 ? undefined : { yes: opensYes > opensNo, at, end: at + opens, clause, plain: false };
}

function verdict(signs: readonly SignAt[], said: readonly string[], words: Words): boolean | 'both' | undefined {
  const [first, next] = signs;
  if (first === undefined) return undefined;
  const hedges = words.phrases('conditions');
  if (said.some((_, index) => lengthAt(said, index, hedges) > 0)) return 'both';
  // A yes or no that opens the message is the answer; what follows explains it, unless it is the other word.
  if (first.at <= 1 && first.plain) {
    const turned =
      signs.some((sign) => sign.plain && sign.yes !== first.yes) ||
      (next !== undefined && next.yes !== first.yes && next.at <= first.end && !next.plain && first.yes);
    return turned ? 'both' : first.yes;
  }
  return agreed(signs);
}

const agreed = (signs: readonly SignAt[]): boolean | 'both' =>
  signs.every((sign) => sign.yes === signs[0]?.yes) ? (signs[0]?.yes ?? 'both') : 'both';
