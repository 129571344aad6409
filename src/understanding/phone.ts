/** Whether somebody may be rung, and on which number. Also finds UK numbers in any text. */
import { answer, type Reader, unclear, which } from './kinds.ts';
import { alternatives } from './numbers.ts';
import type { Words } from './words.ts';
import { yesOrNo } from './yes-no.ts';

export const readPhone: Reader = (heard, _question, _context, words) => {
  const found = phonesIn(spokenDigits(heard.plain, words));
  const whole = found.filter((phone) => phone.number !== undefined);
  const sign = yesOrNo({ ...heard, tokens: heard.tokens.filter((token) => !/\d/.test(token.word)) }, words);
  if (whole.length > 1) {
    const corrected = words.lists.corrections.some((words) => heard.plain.replaceAll("'", '').includes(words));
    const last = whole.at(-1)?.number;
    const between = heard.plain.slice(whole[0]?.end ?? 0, whole.at(-1)?.at ?? 0);
    const replaced = /(?:^|[ ,.])(?:now|new|changed|but)(?:[ ,.]|$)/.test(between) && !/ or /.test(between);
    if (corrected || replaced) return answer({ may_ring: true, phone: last });
    return which(
      'several_numbers',
      whole.map(({ number = '' }) => ({ id: number, value: { may_ring: true, phone: number } })),
    );
  }
  const phone = whole[0]?.number;
  // "Yes but text, don't ring": neither a yes nor a no to being rung.
  const refuses = words.made('not ring', () => alternatives(words.lists.notRinging, 'u'));
  const bad = words.made('bad times', () => alternatives(words.lists.badTimes, 'u'));
  const said = heard.plain.replaceAll("'", '');
  if ((sign === true && refuses.test(said)) || (sign === false && bad.test(said)))
    return which('yes_or_no', bothWays(phone));
  if (phone !== undefined)
    return sign === false ? which('yes_or_no', bothWays(phone)) : answer({ may_ring: true, phone });
  if (found.length > 0) return unclear('bad_number');
  if (sign === 'both') return which('yes_or_no', bothWays());
  return sign === undefined ? unclear('no_yes_or_no') : answer({ may_ring: sign });
};

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
export function spokenDigits(text: string, words: Words): string {
  const digits = words.made('spoken digits', () => new Map(Object.entries(words.lists.spokenDigits)));
  const out: string[] = [];
  let run: string[] = [];
  let original: string[] = [];
  let times = 1;
  const flush = () => {
    out.push(...(run.length >= 9 ? [run.join('')] : original));
    run = [];
    original = [];
    times = 1;
  };
  for (const word of text.split(' ')) {
    const bare = word.replace(/[,.]$/, '');
    const many = words.lists.spokenTimes[bare as keyof typeof words.lists.spokenTimes];
    const digit = digits.get(bare) ?? (/^\d$/.test(bare) ? bare : undefined);
    if (many === undefined && digit === undefined) {
      flush();
      out.push(word);
      continue;
    }
    original.push(word);
    if (digit !== undefined) run.push(...Array.from({ length: times }, () => digit));
    times = many ?? 1;
  }
  flush();
  return out.join(' ');
}
