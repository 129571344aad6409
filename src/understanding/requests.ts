/** Requests to the assistant, weighed against what is asked: at some questions the same words are an answer. */
import { type CommandHeard, type CommandSaid, dateLike } from './command-said.ts';
import { changeIn, termWithin } from './commands-about.ts';
import { hintIn } from './hints.ts';
import { askBack, hitsIn } from './hits.ts';
import type { Asked, Context } from './kinds.ts';
import { type Token, tokensOf } from './plain.ts';
import { surely, weighed } from './request-weights.ts';
import { shapedAs } from './shapes.ts';
import { saidToAssistant } from './to-the-assistant.ts';
import { isWhole, lengthAt, type Words, withoutFillers } from './words.ts';

/** The language that is named, if one is. */
export function inLanguage(said: readonly string[], words: Words): CommandSaid {
  const languages = words.phrases('languages');
  const at = said.findIndex((_, index) => lengthAt(said, index, languages) > 0);
  return at < 0
    ? { command: 'language' }
    : { command: 'language', about: said.slice(at, at + lengthAt(said, at, languages)).join(' ') };
}

/** Beside an open question, only what is said to the assistant and wholly explained; elsewhere what holds no answer. */
export function hintedAt(said: readonly string[], question: Asked, words: Words): CommandSaid | undefined {
  if (said.some((word) => words.phrases('plainSigns').exact.has(word))) return undefined;
  const hint = hintIn(said);
  if (hint === undefined || isLeftEmpty(said, words)) return undefined;
  const command = hint.command as CommandHeard;
  const isOpen = question.kind === 'free_text' || question.kind === 'person';
  if (hint.unexplained > (!isOpen ? 3 : hint.isNamed ? 1 : 0) || !hint.isAddressed) return undefined;
  if (namesOption(said, question, words) || hasFigures(said, words) || isTold(command, said, question, words))
    return undefined;
  return command === 'change' ? { command, about: said.join(' ') } : { command };
}

/** What weighs as much as a request does, where no sentence that is known covers it. */
export function weighedAs(
  said: readonly string[],
  text: string,
  question: Asked,
  words: Words,
): CommandSaid | undefined {
  if (said.some((word) => words.phrases('plainSigns').exact.has(word)) && question.kind === 'yes_no') return undefined;
  const { score, command: likeliest } = weighed(said, text);
  const command = likeliest as CommandHeard;
  if (holdsContact(said) || score < barAt(question, said.length, words) || isLeftEmpty(said, words)) return undefined;
  if (namesOption(said, question, words) || (counted.has(question.kind) && hasFigures(said, words))) return undefined;
  if (score < surely && isTold(command, said, question, words)) return undefined;
  if (command === 'glossary') return termWithin(said) ?? { command: 'help' };
  if (command === 'more') return undefined;
  if (command === 'change') return { command, about: said.join(' ') };
  return command === 'language' ? inLanguage(said, words) : { command };
}

/** A number to ring or a mail address is no request, whatever else is said. */
export const holdsContact = (said: readonly string[]): boolean =>
  said.some((word) => /\d{4}/.test(word) || mailEndings.has(word));
const mailEndings: ReadonlySet<string> = new Set(['com', 'org', 'uk', 'net']);

/** Where a word or two may be the answer, or a request is, more is needed. */
function barAt({ id, kind }: Asked, length: number, { lists }: Words): number {
  if (asksBack.has(id) || lists.mannerQuestions.includes(id)) return 0.6;
  if (length < 3) return counted.has(kind) ? 0.3 : 0.6;
  return kind === 'yes_no' ? 0.4 : kind === 'choice' || kind === 'multi' ? 0.5 : kind === 'person' ? 0.2 : 0.05;
}
const counted: ReadonlySet<string> = new Set(['date', 'number', 'money', 'scale', 'phone']);

/** At a question with closed answers, another question about it: "is that when the lady came?" */
export function askedBack(
  said: readonly string[],
  bare: readonly string[],
  question: Asked,
  words: Words,
): CommandSaid | undefined {
  if (question.kind === 'free_text' || said.length < 3) return undefined;
  const surely = lengthAt(bare, 0, words.phrases('askedBackSurely')) > 0 && said.length > 4;
  const perhaps = lengthAt(bare, 0, words.phrases('askedBack')) > 0;
  if ((!surely && !perhaps) || isLeftEmpty(said, words)) return undefined;
  if (hasFigures(said, words) || (!surely && namesOption(said, question, words))) return undefined;
  return { command: 'help' };
}

/** A number, a day or a feast, which may be the answer. */
const hasFigures = (said: readonly string[], words: Words): boolean =>
  said.some(
    (word) =>
      /\d/.test(word) ||
      Object.hasOwn(words.lists.numbers, word) ||
      dateLike(word, words) ||
      words.lists.dayNames.includes(word),
  );

/** A sentence about the talk itself, whatever else is told beside it. */
export function talkedAbout(tokens: readonly Token[], question: Asked, words: Words): CommandSaid | undefined {
  const said = tokens.map(({ word }) => word);
  const isYesNo = question.kind === 'yes_no';
  if (isYesNo && said.some((word) => words.phrases('plainSigns').exact.has(word))) return undefined;
  const breaks = new Set(tokens.flatMap(({ clause }, at) => (clause === tokens[at - 1]?.clause ? [] : [at])));
  const asked = saidToAssistant(said, breaks);
  if (asked === undefined || isLeftEmpty(said, words)) return undefined;
  const command = asked.command as CommandHeard;
  if (namesOption(said, question, words) && !(asked.isSure && neverOptions.has(command))) return undefined;
  if (question.kind === 'free_text' && asked.isOfOthers && !ofOthers.has(command)) return undefined;
  const isToRing = asked.isSure && command === 'person' && question.kind === 'free_text';
  if (!isToRing && isTold(command, said, question, words)) return undefined;
  if (asksBack.has(question.id) && !aboutTheTalk.has(command)) return undefined;
  if (command === 'change') {
    const bare = withoutFillers(said, words.phrases('before'), words.phrases('after'));
    return changeIn(said, bare, words) ?? { command, about: said.join(' ') };
  }
  return command === 'language' ? inLanguage(said, words) : { command };
}

/** At some questions the same words tell of somebody's life, whoever they could be said to. */
function isTold(command: CommandHeard, said: readonly string[], question: Asked, words: Words): boolean {
  if (words.lists.mannerQuestions.includes(question.id) && !hasAny(said, 'mannerAnchors', words)) return true;
  // "Why does it matter? Because it's my home."
  if (command === 'why' && question.kind === 'free_text' && hasAny(said, 'becauseWords', words)) return true;
  const told: Readonly<Record<string, readonly string[]>> = words.lists.toldNotAsked;
  if ((told[question.id] ?? told[question.kind])?.includes(command)) return true;
  return asksBack.has(question.id) && !aboutTheTalk.has(command);
}

const hasAny = (said: readonly string[], list: 'becauseWords' | 'mannerAnchors', words: Words): boolean =>
  said.some((_, at) => lengthAt(said, at, words.phrases(list)) > 0);

/** These are never meant by the words of an option, however like them they sound. */
const neverOptions: ReadonlySet<CommandHeard> = new Set<CommandHeard>([
  'repeat',
  'help',
  'simpler',
  'example',
  'why',
  'where',
  'show_plan',
  'delete',
  'leave_now',
  'rights',
]);

/** These may speak of others: "he's coming", "my mother reads Bengali, can you change it for her". */
const ofOthers: ReadonlySet<CommandHeard> = new Set<CommandHeard>([
  'leave_now',
  'language',
  'change',
  'stop',
  'person',
  'rights',
]);

/** Where a question of the person's own is the answer, only what moves or changes the talk is a command. */
const asksBack = new Set(['pause.questions', 'check.missing', 'info.need', 'well.spell', 'safety.wish']);

const aboutTheTalk: ReadonlySet<CommandHeard> = new Set<CommandHeard>([
  'stop',
  'leave_now',
  'language',
  'looks',
  'back',
  'skip',
  'repeat',
  'simpler',
  'show_plan',
  'delete',
]);

const emptyShapes = ['dont_know', 'prefers_not', 'none'] as const;
/** "Not sure of the number", "none that I know of". */
const isLeftEmpty = (said: readonly string[], words: Words): boolean =>
  (['dontKnow', 'prefersNot', 'none'] as const).some((list) =>
    isWhole(said, words.phrases(list), words.phrases('fillers'), words.phrases(`${list}Tails`)),
  ) || shapedAs(said, emptyShapes, words) !== undefined;

const noContext: Context = { now: '', lang: '', options: [] };

export function namesOption(said: readonly string[], question: Asked, words: Words): boolean {
  if (question.kind !== 'choice' && question.kind !== 'multi') return false;
  const text = said.join(' ');
  const heard = { text, plain: text, tokens: tokensOf(text, words.turns) };
  const hits = hitsIn(heard, question, noContext, words);
  return hits.some((hit) => hit.exact && hit.id !== askBack);
}
