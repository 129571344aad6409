/** Yes or no. Two different signs in one message are asked back. */
import { answer, type Heard, type Reader, unclear, which } from './kinds.ts';
import { isWhole, lengthAt, type Words, withoutFillers } from './words.ts';

const between = [
  { id: 'yes', value: true },
  { id: 'no', value: false },
];

export const readYesNo: Reader = (heard, _question, _context, words) => {
  const meant = yesOrNo(heard, words);
  if (meant === 'both') return which('yes_or_no', between);
  return meant === undefined ? unclear('no_yes_or_no') : answer(meant);
};

/** True or false when the message is plain enough; 'both' when it says both; undefined when neither. */
export function yesOrNo(heard: Heard, words: Words): boolean | 'both' | undefined {
  const said = heard.tokens.map((token) => token.word);
  if (isWhole(said, words.phrases('perhaps'), words.phrases('fillers'))) return 'both';
  const whole = wholeOf(said, words);
  if (whole !== undefined) return whole;
  const corrected = afterCorrection(said, words);
  if (corrected !== undefined) return signsIn(corrected, words, []).at(-1)?.yes;
  return verdict(
    signsIn(
      said,
      words,
      heard.tokens.map((token) => token.clause),
    ),
    said.length,
  );
}

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
  for (let index = said.length - 1; index > 0; index -= 1) {
    const length = lengthAt(said, index, words.phrases('corrections'));
    if (length > 0 && index + length < said.length) return said.slice(index + length);
  }
  return undefined;
}

interface Sign {
  readonly yes: boolean;
  readonly at: number;
  readonly end: number;
  readonly clause: number;
}

/** Signs that may stand anywhere; short everyday words ("right", "fine", "do") count only where a clause begins. */
function signsIn(said: readonly string[], words: Words, clauses: readonly number[]): Sign[] {
  const signs: Sign[] = [];
  let begins = true;
  for (let index = 0; index < said.length; ) {
    if (index > 0 && clauses[index] !== clauses[index - 1]) begins = true;
    const no = lengthAt(said, index, words.phrases('no'));
    const yes = lengthAt(said, index, words.phrases('yes'));
    const filler = lengthAt(said, index, words.phrases('fillers'));
    const plainSign = words.phrases('plainSigns').exact.has(said[index] ?? '');
    const length = Math.max(no, yes);
    if (length > 0 && (plainSign || (begins && length >= filler))) {
      signs.push({ yes: yes > no, at: index, end: index + length, clause: clauses[index] ?? 0 });
      index += length;
      continue;
    }
    if (filler === 0) begins = false;
    index += Math.max(1, filler);
  }
  return signs;
}

function verdict(signs: readonly Sign[], length: number): boolean | 'both' | undefined {
  const [first] = signs;
  if (first === undefined || length > 40) return first === undefined ? undefined : agreed(signs);
  // A yes or no that opens the message is the answer; what follows explains it.
  if (first.at <= 1) {
    const next = signs[1];
    const turns = next !== undefined && next.yes !== first.yes && next.at <= first.end;
    return turns ? 'both' : first.yes;
  }
  return agreed(signs);
}

const agreed = (signs: readonly Sign[]): boolean | 'both' =>
  signs.every((sign) => sign.yes === signs[0]?.yes) ? (signs[0]?.yes ?? 'both') : 'both';
