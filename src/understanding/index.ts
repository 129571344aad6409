/** Words -> answer. Pure: the same message at the same question in the same moment is always understood alike. */
import enGB from '../../locales/en-GB/understanding.json' with { type: 'json' };
import type { Kind } from '../plan/questions/kinds.ts';
import { readChoice } from './choice.ts';
import { type CommandSaid, findCommand } from './commands.ts';
import { readsAsOption } from './compared.ts';
import { type Correction, findCorrection, isKept, isOtherWay } from './corrections.ts';
import { readDate } from './date.ts';
import { isForAnother, isForAnotherAlone } from './for-another.ts';
import { readFreeText } from './free-text.ts';
import { readsAsActionIn } from './goal-or-action.ts';
import { askBack, hitsAmong, standsFor } from './hits.ts';
import {
  type Asked,
  answer,
  type Context,
  type Heard,
  type OptionWords,
  type Reader,
  type Understood,
  unclear,
} from './kinds.ts';
import { readMoney } from './money.ts';
import { readNumber } from './number.ts';
import { readPerson } from './person.ts';
import { readPhone } from './phone.ts';
import { plain, tokensOf, wordsIn } from './plain.ts';
import { readScale } from './scale.ts';
import { readSeveral } from './several.ts';
import { isShaped } from './shapes.ts';
import { isWhole, type WordLists, type Words, wordsOf } from './words.ts';
import { readYesNo } from './yes-no.ts';

export type { CommandHeard, CommandSaid } from './commands.ts';
export type { Asked, Context, OptionWords, Understood } from './kinds.ts';

/** One list of words for each language that is understood. Another language is another JSON file and a line here. */
const lists: Readonly<Record<string, WordLists>> = { 'en-GB': enGB };
const ready = new Map<string, Words>();

function wordsFor(lang: string): Words {
  const known = Object.hasOwn(lists, lang) ? lang : 'en-GB';
  const words = ready.get(known) ?? wordsOf(lists[known] ?? enGB);
  ready.set(known, words);
  return words;
}

const readers: Readonly<Record<Kind, Reader>> = {
  statement: () => unclear('nothing_asked'),
  yes_no: readYesNo,
  choice: readChoice,
  multi: readSeveral,
  free_text: readFreeText,
  date: readDate,
  scale: readScale,
  money: readMoney,
  number: readNumber,
  person: readPerson,
  phone: readPhone,
};

/** What a message means as an answer to this question. Commands are looked for first, by the caller, with `commandIn`. */
export function understand(text: string, question: Asked, context: Context): Understood {
  const words = wordsFor(context.lang);
  const heard = hear(text, words);
  if (heard.text === '') return unclear('nothing_said');
  const early = withoutAnswer(heard, question, context, words);
  if (early !== undefined) return early;
  const understood = readers[question.kind](heard, question, context, words);
  if (understood.is === 'answer') return accepted(understood, question);
  return understood.is === 'unclear' ? (hesitation(heard, question, context, words) ?? understood) : understood;
}

/** The command that a message is, or null when it is to be read as an answer. */
export function commandIn(text: string, question: Asked, lang: string): CommandSaid | null {
  const words = wordsFor(lang);
  const found = findCommand(text, question, words);
  const givesWay = found !== null && words.lists.givesWay.includes(found.command);
  return givesWay && readsAsOption(hear(text, words), question.id, words) ? null : found;
}

export { nameSaidAgain, putInstead, questionsNamed } from './answers-named.ts';
/** What is said in passing, as a whole message: "hello", "is this private". */
export { asideIn } from './asides.ts';
export { findsOut } from './finding-out.ts';
export { phonesIn } from './phone.ts';
export { asksToBeRung, ringSaidIn, speaksOfRinging } from './ringing.ts';

/** What was meant, when a message puts an answer right: "no, I mean Thursday". `isPlain` when nothing else is likely. */
export const correctionIn = (text: string, lang: string): Correction | null => findCorrection(text, wordsFor(lang));

/** Is somebody else named as the one whom this is for? */
export const namesAnother = (text: string, lang: string): boolean => isForAnother(text, wordsFor(lang));

/** Is that all that is said? */
export const namesAnotherAlone = (text: string, lang: string): boolean => isForAnotherAlone(text, wordsFor(lang));

/** Does a message turn round what was just said: "I meant it the other way"? */
export const turnsRound = (text: string, lang: string): boolean => isOtherWay(text, wordsFor(lang));

/** Does a message leave an answer as it was: "keep it"? */
export const keepsOld = (text: string, lang: string): boolean => isKept(text, wordsFor(lang));

/** Which of these are named in a text: "change my goal" among the things that can be changed. */
export function choose(text: string, options: readonly OptionWords[], lang: string): string[] {
  const words = wordsFor(lang);
  const hits = hitsAmong(hear(text, words), options, words);
  return [...new Set(hits.filter((hit) => !hit.negated).map((hit) => hit.id))];
}

/** Does this goal read like something to do ("join a walking group") rather than something to reach? */
export const readsAsAction = (text: string, lang = 'en-GB'): boolean =>
  readsAsActionIn(hear(text, wordsFor(lang)), wordsFor(lang));

function hear(text: string, words: Words): Heard {
  const made = plain(text);
  return { text: text.trim(), plain: made, tokens: tokensOf(made, words.turns) };
}

/** The last word on what is kept: nothing that the question's schema refuses. */
function accepted(understood: Extract<Understood, { is: 'answer' }>, question: Asked): Understood {
  const checked = question.answer.safeParse(understood.value);
  return checked.success ? answer(checked.data, ...understood.notes) : unclear('not_accepted');
}

/** "Skip", "I'd rather not say", "don't know" and "no, nothing", where the question has no option for it. */
function withoutAnswer(heard: Heard, question: Asked, context: Context, words: Words): Understood | undefined {
  const said = heard.tokens.map((token) => token.word);
  const fillers = words.phrases('fillers');
  const whole = (list: 'skip' | 'prefersNot' | 'dontKnow' | 'none') =>
    isWhole(said, words.phrases(list), fillers, words.phrases('after'), words.phrases(tails[list])) ||
    (readsShapesFirst(question, list) && isShaped(said, shapes[list], words));
  const hasOptions = question.kind === 'choice' || question.kind === 'multi';
  const stands = hasOptions ? standsFor(question, context, words) : {};
  const offered = hasOptions && isOffered(said.join(' '), context);
  if (offered) return undefined;
  if (whole('skip') && question.kind !== 'yes_no') return { is: 'skip' };
  if (whole('skip') && !words.phrases('no').exact.has(said.join(' '))) return { is: 'skip' };
  if (whole('prefersNot') && !question.options.includes('prefer_not')) {
    const isNo = question.kind === 'yes_no' && isWhole(said, words.phrases('no'), fillers, words.phrases('after'));
    if (!isNo) return { is: 'prefers_not' };
  }
  const keepsUnsure = stands.unsure !== undefined || question.id === 'goal.confidence';
  if (whole('dontKnow') && !(keepsUnsure || isPerhapsFree(said, question, words))) return { is: 'dont_know' };
  // "Never" to "by when?" may well be a sigh: it is asked back.
  const open = question.kind === 'free_text' || (question.kind === 'date' && said[0] !== 'never');
  const counts = question.kind === 'number' || (question.kind === 'money' && question.id !== 'budget.amount');
  if ((open || (counts && said[0] === 'none')) && whole('none') && question.id !== 'who.call_me') return { is: 'none' };
  return undefined;
}

const tails = {
  skip: 'skipTails',
  prefersNot: 'prefersNotTails',
  dontKnow: 'dontKnowTails',
  none: 'noneTails',
} as const;

/** Beside options, and yes or no, what was asked is looked for first: "no, not asked them" is an answer there. */
const readsShapesFirst = (question: Asked, list: keyof typeof shapes): boolean =>
  !['choice', 'multi', 'yes_no', 'phone'].includes(question.kind) ||
  (question.kind === 'phone' && list === 'dontKnow') ||
  (['yes_no', 'phone'].includes(question.kind) && list === 'prefersNot');

const shapes = { skip: 'skip', prefersNot: 'prefers_not', dontKnow: 'dont_know', none: 'none' } as const;

/** "I don't know when it began": only tried when nothing better was understood. */
function hesitation(heard: Heard, question: Asked, context: Context, words: Words): Understood | undefined {
  const said = heard.tokens.map((token) => token.word);
  if (question.kind === 'free_text' || said.length > 12) return undefined;
  const opens = (list: 'dontKnow' | 'prefersNot') =>
    said.some(
      (_, index) =>
        index <= 2 &&
        words
          .phrases(list)
          .all.some(
            (phrase) =>
              (phrase.length > 1 || phrase[0] === said[0]) && phrase.every((word, at) => said[index + at] === word),
          ),
    );
  if (opens('prefersNot') || isShaped(said, 'prefers_not', words)) return { is: 'prefers_not' };
  if (!opens('dontKnow') && !isShaped(said, 'dont_know', words)) return undefined;
  const unsure =
    question.kind === 'choice' || question.kind === 'multi' ? standsFor(question, context, words).unsure : undefined;
  if (unsure === undefined || unsure === askBack) return { is: 'dont_know' };
  return accepted({ is: 'answer', value: question.kind === 'multi' ? [unsure] : unsure, notes: [] }, question);
}

const isOffered = (joined: string, context: Context): boolean =>
  context.options.some((option) => option.words.some((words) => wordsIn(words).join(' ') === joined));

const isPerhapsFree = (said: readonly string[], question: Asked, words: Words): boolean =>
  question.kind === 'money' &&
  (words.lists.findOut.includes(said.join(' ')) || words.lists.money.perhapsFree.includes(said.join(' ')));
