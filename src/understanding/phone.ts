/** Whether somebody may be rung, and on which number. Also finds UK numbers in any text. */
import { answer, type Heard, type Reader, unclear, which } from './kinds.ts';
import { nowSaid, saysAny, withoutThese } from './now-said.ts';
import { alternatives } from './numbers.ts';
import { tokensOf } from './plain.ts';
import type { Words } from './words.ts';
import { yesOrNo } from './yes-no.ts';

export const readPhone: Reader = (heard, _question, _context, words) => {
  const plain = nowSaid(spokenDigits(withoutThese(heard.plain, 'noSuchPhone'), words), /\d[\d ]{8}/u, 'phone').text;
  const found = phonesIn(plain);
  const whole = found.filter((phone) => phone.number !== undefined);
  const sign = mayBeRung(heard, whole.length > 0, words);
  if (whole.length === 0 && found.length === 0 && sign !== true && saysAny(heard.plain, 'numberElsewhere'))
    return { is: 'dont_know' };
  if (whole.length > 1) {
    const isOld = /(?<!\p{L})(?:old|used to be|was)(?!\p{L})/u.test(plain.slice(0, whole[0]?.at ?? 0));
    const isNow = /(?<!\p{L})(?:now|new)(?!\p{L})/u.test(plain.slice(whole[0]?.end ?? 0));
    if (whole.length === 2 && isOld && isNow) return answer({ may_ring: true, phone: whole.at(-1)?.number });
    const corrected = words.lists.corrections.some((words) => plain.replaceAll("'", '').includes(words));
    const last = whole.at(-1)?.number;
    const between = plain.slice(whole[0]?.end ?? 0, whole.at(-1)?.at ?? 0);
    const replaced = /(?:^|[ ,.])(?:now|new|changed|but)(?:[ ,.]|$)/.test(between) && !/ or /.test(between);
    if (corrected || replaced) return answer({ may_ring: true, phone: last });
    return which(
      'several_numbers',
      whole.map(({ number = '' }) => ({ id: number, value: { may_ring: true, phone: number } })),
    );
  }
  // "Either 07700 900215 or ...", the other of which cannot be read.
  const isEither = found.length > 1 && / or /.test(plain.slice(found[0]?.at ?? 0, found.at(-1)?.at ?? 0));
  if (whole.length === 1 && isEither) return unclear('bad_number');
  const phone = whole[0]?.number;
  // "Yes but text, don't ring": neither a yes nor a no to being rung.
  const refuses = words.made('not ring', () => alternatives(words.lists.notRinging, 'u'));
  const bad = words.made('bad times', () => alternatives(words.lists.badTimes, 'u'));
  const said = heard.plain.replaceAll("'", '');
  if (
    (sign === true && refuses.test(said)) ||
    (sign === undefined && phone !== undefined && refuses.test(said)) ||
    (sign === false && bad.test(said))
  )
    return which('yes_or_no', bothWays(phone));
  if (phone !== undefined)
    return sign === false ? which('yes_or_no', bothWays(phone)) : answer({ may_ring: true, phone });
  if (found.length > 0) return unclear('bad_number');
  if (sign === 'both') return which('yes_or_no', bothWays());
  return sign === undefined ? unclear('no_yes_or_no') : answer({ may_ring: sign });
};

/** Whether they may be rung, as far as it was said. */
function mayBeRung(heard: Heard, hasNumber: boolean, words: Words): boolean | 'both' | undefined {
  const refuses = saysAny(heard.plain, 'mayNotRing');
  const allows = saysAny(heard.plain, 'mayRing') && !/(?<!\p{L})don'?t (?:ring|call)/u.test(heard.plain);
  if (refuses !== allows) return allows;
  const cleared = withoutThese(heard.plain.replaceAll("'", ''), 'noSuchPhone');
  const tokens = tokensOf(cleared, words.turns).filter((token) => !/\d/.test(token.word));
  const sign = tokens.length === 0 ? undefined : yesOrNo({ ...heard, plain: cleared, tokens }, words);
  // "Not 01632 960522": what is refused may be the number.
  return sign === false && hasNumber && /^\P{L}*not \d/u.test(heard.plain) ? undefined : sign;
}

const bothWays = (phone?: string) => [
  { id: 'yes', value: { may_ring: true, ...(phone === undefined ? {} : { phone }) } },
  { id: 'no', value: { may_ring: false } },
];

export interface PhoneFound {
  /** As it is written tidily: "07700 900123". Undefined when it cannot be a whole UK number. */
  readonly number: string | undefined;
  readonly at: number;
  readonly end: number;
}

/** Every run of digits that is long enough to be meant as a number to ring. */
export function phonesIn(text: string): PhoneFound[] {
  return [...text.matchAll(/(?<![\d£])(\+?\(?\d[\d ().-]{1,24}\d)(?!\d)/g)].flatMap((found) => {
    const digits = (found[1] ?? '').replace(/\D/g, '');
    if (digits.length < 3 || (digits.length < 5 && !['999', '112'].includes(digits))) return [];
    const at = found.index;
    return [{ number: tidy(digits), at, end: at + found[0].length }];
  });
}

/** 11 digits from 0 (10 in a few old areas), +44 or 0044; grouped as it is read aloud. */
function tidy(digits: string): string | undefined {
  const home = digits.replace(/^(?:0044|44)0?(?=\d{9,10}$)/, '0');
  if (!/^0[1-35789]\d{8,9}$/.test(home)) return undefined;
  if (home.length === 10 && !/^01/.test(home)) return undefined;
  if (home.startsWith('02')) return `${home.slice(0, 3)} ${home.slice(3, 7)} ${home.slice(7)}`;
  if (/^01(?:1\d|\d1)/.test(home)) return `${home.slice(0, 4)} ${home.slice(4, 7)} ${home.slice(7)}`;
  return `${home.slice(0, 5)} ${home.slice(5)}`;
}

/** "Oh seven seven double oh": digits said one by one, when there are at least nine of them in a row. */
export function spokenDigits(typed: string, words: Words): string {
  const text = typed.replace(/(?<![\p{L}\d])(?=[o\d]*\d)(?=[o\d]*o)[o\d]{3,12}(?![\p{L}\d])/giu, (digits) =>
    digits.replace(/o/gi, '0'),
  );
  const out: string[] = [];
  let run: Run = { digits: '', original: [], times: 1, isSpoken: false };
  const flush = () => {
    const isNumber = run.isSpoken && run.digits.length >= 9 && run.digits.length <= 13;
    out.push(...(isNumber ? [run.digits] : run.original));
    run = { digits: '', original: [], times: 1, isSpoken: false };
  };
  for (const word of text.split(' ')) {
    const more = heardAs(word.replace(/[,.]$/, ''), run, words);
    if (more === undefined) {
      flush();
      out.push(word);
    } else run = { ...more, original: [...run.original, word] };
  }
  flush();
  return out.join(' ');
}

interface Run {
  readonly digits: string;
  readonly original: readonly string[];
  /** After "double". */
  readonly times: number;
  readonly isSpoken: boolean;
}

/** The run with one more word: a digit said, figures typed between, "double", "nine hundred". */
function heardAs(word: string, run: Run, words: Words): Omit<Run, 'original'> | undefined {
  const spoken = words.made('spoken digits', () => new Map(Object.entries(words.lists.spokenDigits)));
  const many = words.lists.spokenTimes[word as keyof typeof words.lists.spokenTimes];
  if (many !== undefined) return { ...run, times: many };
  const noughts = run.digits === '' ? undefined : hundreds[word];
  if (noughts !== undefined) return { digits: run.digits + noughts, times: 1, isSpoken: true };
  const digit = spoken.get(word);
  const typed = /^\d{1,6}$/.test(word) ? word : undefined;
  const more = digit ?? typed;
  if (more === undefined) return undefined;
  const isSpoken = run.isSpoken || digit !== undefined || word.length === 1;
  return { digits: run.digits + more.repeat(run.times), times: 1, isSpoken };
}

const hundreds: Readonly<Record<string, string>> = { hundred: '00', thousand: '000' };
