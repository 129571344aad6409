/** Commands typed to the assistant. They win over an answer only when they are the whole message, or plainly addressed to it. */
import glossary from '../../locales/en-GB/glossary.json' with { type: 'json' };
import { hintIn } from './hints.ts';
import { askBack, hitsIn } from './hits.ts';
import type { Asked } from './kinds.ts';
import { isNear } from './near.ts';
import { plain, type Token, tokensOf, wordsIn } from './plain.ts';
import { shapedAs } from './shapes.ts';
import { saidToAssistant } from './to-the-assistant.ts';
import { isWhole, lengthAt, type Phrases, phrasesOf, type Words, withoutFillers } from './words.ts';

/** The commands of a talk, and three that name what they are about. */
export type CommandHeard = keyof Words['lists']['commands'] | 'change' | 'glossary' | 'more';

export interface CommandSaid {
  readonly command: CommandHeard;
  /** "my goal", "direct payment", "money", "polish". */
  readonly about?: string;
  /** The new words, as typed, where a change brings them: "change my goal to getting to church". */
  readonly to?: string;
}

/** The longest message that can be a command. */
const longest = 24;

export function findCommand(text: string, question: Asked, words: Words): CommandSaid | null {
  const tokens = tokensOf(plain(text.slice(0, 400)), words.turns);
  const said = tokens.map((token) => token.word);
  if (text.length > 400 || said.length > longest) return null;
  if (said.length === 0) return /^[\s?]*\?[\s?]*$/.test(text) ? { command: 'help' } : null;
  const bare = withoutFillers(said, words.phrases('before'), words.phrases('after'));
  const found =
    termIn(said, bare, question, words) ??
    wholeCommand(said, words) ??
    wholeCommand(bare, words) ??
    talkedAbout(tokens, question, words) ??
    madeOfCommand(said, words) ??
    shapedCommand(said, question, words) ??
    languageIn(bare, words) ??
    cuedCommand(said, question, words) ??
    askedBack(said, bare, question, words) ??
    hintedAt(said, question, words);
  if (found !== undefined) return isAnswerHere(found.command, said, question, words) ? null : found;
  const about = changeIn(said, bare, words) ?? glossaryIn(said, bare, text, words) ?? moreIn(bare, words);
  if (about === undefined || isAnswerHere(about.command, said, question, words)) return null;
  // "Change my shoes" is an answer to an open question; "change my goal" is not.
  if (about.command === 'change' && question.kind === 'free_text' && !isPartOfPlan(about.about ?? '', words))
    return null;
  return about.command === 'change' ? withNewWords(about, text, words) : about;
}

/** Only behind a part of the plan: "change my goal to ...", not "I need to change to ...". */
function withNewWords(said: CommandSaid, text: string, words: Words): CommandSaid {
  const found = /^(.{3,60}?) to (?!\s)(.{2,300})$/iu.exec(text.trim());
  const [, before = '', to = ''] = found ?? [];
  const isNamed = isPartOfPlan(
    tokensOf(plain(before), words.turns)
      .map(({ word }) => word)
      .join(' '),
    words,
  );
  return isNamed ? { ...said, to: to.trim() } : said;
}

function wholeCommand(said: readonly string[], words: Words): CommandSaid | undefined {
  const joined = said.join(' ');
  const commands = Object.keys(words.lists.commands) as (keyof Words['lists']['commands'])[];
  if (words.phrases('skip').exact.has(joined)) return { command: 'skip' };
  const exact = commands.find((command) => phrasesFor(command, words).exact.has(joined));
  if (exact !== undefined) return { command: exact };
  if (
    said.length !== 1 ||
    joined.length < 6 ||
    words.phrases('yes').exact.has(joined) ||
    words.phrases('no').exact.has(joined)
  )
    return undefined;
  const near = commands.find((command) =>
    phrasesFor(command, words).all.some(
      (phrase) => phrase.length === 1 && isNear(joined, phrase[0] ?? '') && (phrase[0] ?? '').length >= 6,
    ),
  );
  return near === undefined || dateLike(joined, words) ? undefined : { command: near };
}

/** "I'm knackered, can we leave it there": nothing but words for one command, and politeness. */
function madeOfCommand(said: readonly string[], words: Words): CommandSaid | undefined {
  const commands = Object.keys(words.lists.commands) as (keyof Words['lists']['commands'])[];
  const command = commands.find((one) =>
    isWhole(said, phrasesFor(one, words), words.phrases('before'), words.phrases('after')),
  );
  return command === undefined ? undefined : { command };
}

/** "Could you read that out again, I've not got my glasses": known by its make. Beside an option it is that option. */
function shapedCommand(said: readonly string[], question: Asked, words: Words): CommandSaid | undefined {
  const command = shapedAs(said, shapedCommands, words);
  if (command === undefined || (command === 'change' && question.kind === 'yes_no')) return undefined;
  if (question.kind === 'yes_no' && words.phrases('plainSigns').exact.has(said[0] ?? '')) return undefined;
  if (command === 'change') {
    const bare = withoutFillers(said, words.phrases('before'), words.phrases('after'));
    return changeIn(said, bare, words) ?? { command, about: said.join(' ') };
  }
  if (namesOption(said, question, words)) return undefined;
  return command === 'language' ? inLanguage(said, words) : { command };
}

/** The language that is named, if one is. */
function inLanguage(said: readonly string[], words: Words): CommandSaid {
  const languages = words.phrases('languages');
  const at = said.findIndex((_, index) => lengthAt(said, index, languages) > 0);
  return at < 0
    ? { command: 'language' }
    : { command: 'language', about: said.slice(at, at + lengthAt(said, at, languages)).join(' ') };
}

const terms = new Set(
  Object.values(glossary.glossary).flatMap((entry) =>
    [entry.term, ...('also' in entry ? entry.also.split('|') : [])].map((term) => wordsIn(term).join(' ')),
  ),
);

/** A word of the glossary that is asked about, named before or after: "direct payment, what's that". */
function termIn(
  said: readonly string[],
  bare: readonly string[],
  question: Asked,
  words: Words,
): CommandSaid | undefined {
  const that = words.phrases('whatIsThat');
  const asked: Readonly<Record<string, string>> = words.lists.termsAsked;
  const term = asked[question.id];
  if (term !== undefined && that.exact.has(bare.join(' '))) return { command: 'glossary', about: term };
  const rest =
    opened(said, words.lists.openings.glossary, 'glossary', words) ??
    opened(bare, words.lists.openings.glossary, 'glossary', words);
  const ends = words.made('glossary ends', () => phrasesOf([...words.lists.closings.glossary, ...words.lists.after]));
  const begins = words.made('articles', () => phrasesOf(words.lists.articles));
  const named = [rest, untilWhat(said, that)].map((part) =>
    part === undefined ? '' : withoutFillers(part, begins, ends).join(' '),
  );
  const about = named.find((one) => terms.has(one));
  return about === undefined ? undefined : { command: 'glossary', about };
}

/** What stands before "what's that when it's at home". */
function untilWhat(said: readonly string[], that: Phrases): readonly string[] | undefined {
  const at = said.findIndex((_, index) => index > 0 && lengthAt(said, index, that) > 0);
  return at > 0 && at < 5 ? said.slice(0, at) : undefined;
}

/** Beside an open question, only what is said to the assistant and wholly explained; elsewhere what holds no answer. */
function hintedAt(said: readonly string[], question: Asked, words: Words): CommandSaid | undefined {
  if (said.some((word) => words.phrases('plainSigns').exact.has(word)) || isLeftEmpty(said, words)) return undefined;
  const hint = hintIn(said);
  if (hint === undefined) return undefined;
  const command = hint.command as CommandHeard;
  const isOpen = question.kind === 'free_text' || question.kind === 'person';
  if (hint.unexplained > (isOpen ? 0 : 3) || !hint.isAddressed) return undefined;
  if (namesOption(said, question, words) || hasFigures(said, words) || isTold(command, said, question, words))
    return undefined;
  return command === 'change' ? { command, about: said.join(' ') } : { command };
}

/** At a question with closed answers, another question about it: "is that when the lady came?" */
function askedBack(
  said: readonly string[],
  bare: readonly string[],
  question: Asked,
  words: Words,
): CommandSaid | undefined {
  if (question.kind === 'free_text' || said.length < 3 || isLeftEmpty(said, words)) return undefined;
  const surely = lengthAt(bare, 0, words.phrases('askedBackSurely')) > 0 && said.length > 4;
  const perhaps = lengthAt(bare, 0, words.phrases('askedBack')) > 0;
  if (!surely && !perhaps) return undefined;
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
function talkedAbout(tokens: readonly Token[], question: Asked, words: Words): CommandSaid | undefined {
  const said = tokens.map(({ word }) => word);
  const isYesNo = question.kind === 'yes_no';
  if (isYesNo && said.some((word) => words.phrases('plainSigns').exact.has(word))) return undefined;
  const breaks = new Set(tokens.flatMap(({ clause }, at) => (clause === tokens[at - 1]?.clause ? [] : [at])));
  const command = saidToAssistant(said, breaks) as CommandHeard | undefined;
  if (command === undefined || namesOption(said, question, words) || isLeftEmpty(said, words)) return undefined;
  if (isTold(command, said, question, words)) return undefined;
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
]);

/** "Not sure of the number", "none that I know of". */
const isLeftEmpty = (said: readonly string[], words: Words): boolean =>
  (['dontKnow', 'prefersNot', 'none'] as const).some((list) =>
    isWhole(said, words.phrases(list), words.phrases('fillers'), words.phrases(`${list}Tails`)),
  ) || shapedAs(said, ['dont_know', 'prefers_not', 'none'], words) !== undefined;

const shapedCommands = [
  'leave_now',
  'repeat',
  'help',
  'simpler',
  'example',
  'why',
  'back',
  'skip',
  'stop',
  'person',
  'where',
  'show_plan',
  'looks',
  'language',
  'delete',
  'rights',
  'change',
] as const;

function namesOption(said: readonly string[], question: Asked, words: Words): boolean {
  if (question.kind !== 'choice' && question.kind !== 'multi') return false;
  const text = said.join(' ');
  const heard = { text, plain: text, tokens: tokensOf(text, words.turns) };
  const hits = hitsIn(heard, question, { now: '', lang: '', options: [] }, words);
  return hits.some((hit) => hit.exact && hit.id !== askBack);
}

/** Words that together can only be meant for the assistant; at an open question they must also be addressed to it. */
function cuedCommand(said: readonly string[], question: Asked, words: Words): CommandSaid | undefined {
  const isOpen = ['free_text', 'person', 'choice', 'multi'].includes(question.kind);
  const has = (name: string, list: readonly string[]) => {
    const phrases = words.made(`cue ${name}`, () => phrasesOf(list));
    return said.some((_, index) => lengthAt(said, index, phrases) > 0);
  };
  // "I want to come back later, yes" answers yes or no.
  if (said.some((word) => words.phrases('plainSigns').exact.has(word))) return undefined;
  if (isOpen && !has('address', words.lists.addresses)) return undefined;
  const table = Object.entries(words.lists.commandCues) as [keyof Words['lists']['commands'], string[][]][];
  const found = table.find(([command, sets]) => sets.every((set, index) => has(`${command} ${index}`, set)));
  return found === undefined ? undefined : { command: found[0] };
}

const phrasesFor = (command: keyof Words['lists']['commands'], words: Words): Phrases =>
  words.made(`command ${command}`, () => phrasesOf(words.lists.commands[command]));

const afterNo: ReadonlySet<CommandHeard> = new Set<CommandHeard>(['stop', 'change', 'back']);
/** At some questions the same words are an answer: "later" where one may come back later, "Urdu" where the language is asked. */
function isAnswerHere(command: CommandHeard, said: readonly string[], question: Asked, words: Words): boolean {
  // "No, I'm off" and "no, I meant what I said" answer yes or no.
  const isNo = words.phrases('plainSigns').exact.has(said[0] ?? '') && said.length > 1 && said[1] !== 'more';
  if (question.kind === 'yes_no' && isNo && afterNo.has(command)) return !words.lists.movesBack.includes(said[1] ?? '');
  const held: Readonly<Record<string, readonly string[]>> = words.lists.heldBack;
  const here: Readonly<Record<string, readonly string[]>> = words.lists.answersNotCommands;
  const joined = said.join(' ');
  const bare = withoutFillers(said, words.phrases('before'), words.phrases('after')).join(' ');
  return (
    (here[question.id] ?? []).some((one) => one === command || one === joined || one === bare) ||
    (held[command] ?? []).some((option) => question.options.includes(option))
  );
}

function languageIn(bare: readonly string[], words: Words): CommandSaid | undefined {
  const openings = words.made('language openings', () => phrasesOf(words.lists.languageOpenings));
  const rest = withoutFillers(bare, openings, words.phrases('after'));
  const languages = words.phrases('languages');
  return languages.exact.has(rest.join(' ')) ? { command: 'language', about: rest.join(' ') } : undefined;
}

function opened(
  said: readonly string[],
  list: readonly string[],
  name: string,
  words: Words,
): readonly string[] | undefined {
  const phrases = words.made(`opening ${name}`, () => phrasesOf(list));
  const length = lengthAt(said, 0, phrases);
  return length === 0 || length === said.length ? undefined : said.slice(length);
}

function changeIn(said: readonly string[], bare: readonly string[], words: Words): CommandSaid | undefined {
  const { openings, closings, mine } = words.lists;
  const takenOut = opened(bare, openings.takeOut, 'take out', words);
  if (takenOut !== undefined) {
    const ending = closings.takeOut.find((end) => ` ${takenOut.join(' ')}`.endsWith(` ${end}`));
    const about = ending === undefined ? '' : takenOut.slice(0, -ending.split(' ').length).join(' ');
    return about === '' ? undefined : { command: 'change', about };
  }
  const rest = opened(said, openings.change, 'change', words) ?? opened(bare, openings.change, 'change', words);
  if (rest === undefined) return undefined;
  const isMine =
    lengthAt(
      rest,
      0,
      words.made('mine', () => phrasesOf(mine)),
    ) > 0;
  return isMine ? { command: 'change', about: rest.join(' ') } : undefined;
}

const isPartOfPlan = (about: string, words: Words): boolean => {
  const said = about.split(' ');
  const parts = words.phrases('partsOfPlan');
  return said.some((_, index) => lengthAt(said, index, parts) > 0);
};

function glossaryIn(
  said: readonly string[],
  bare: readonly string[],
  text: string,
  words: Words,
): CommandSaid | undefined {
  const { openings, closings, articles, notGlossary } = words.lists;
  const rest = opened(said, openings.glossary, 'glossary', words) ?? opened(bare, openings.glossary, 'glossary', words);
  if (rest === undefined || rest.length > 9) return undefined;
  const ends = words.made('glossary ends', () => phrasesOf([...closings.glossary, ...words.lists.after]));
  const begins = words.made('articles', () => phrasesOf(articles));
  const about = withoutFillers(rest, begins, ends).join(' ');
  const unusual = notGlossary.some((one) => about === one || about.startsWith(`${one} `));
  const isQuestion = /\?\s*$/.test(text) || about.split(' ').length <= 4;
  return unusual || !isQuestion ? undefined : { command: 'glossary', about };
}

function moreIn(bare: readonly string[], words: Words): CommandSaid | undefined {
  const rest = opened(bare, words.lists.openings.more, 'more', words);
  if (rest === undefined || rest.length > 8) return undefined;
  const sections = words.phrases('sectionWords');
  if (!rest.some((_, at) => lengthAt(rest, at, sections) > 0)) return undefined;
  const begins = words.made('articles', () => phrasesOf(words.lists.articles));
  return { command: 'more', about: withoutFillers(rest, begins).join(' ') };
}

const dateLike = (word: string, words: Words): boolean =>
  Object.hasOwn(words.lists.dates.feasts, word) || Object.hasOwn(words.lists.dates.seasons, word);
