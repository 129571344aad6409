/** Commands typed to the assistant. They win over an answer only when they are the whole message, or plainly addressed to it. */
import { type CommandHeard, type CommandSaid, dateLike } from './command-said.ts';
import { changeIn, glossaryIn, isPartOfPlan, moreIn, termIn, withNewWords } from './commands-about.ts';
import type { Asked } from './kinds.ts';
import { isNear } from './near.ts';
import { plain, tokensOf } from './plain.ts';
import { weighed } from './request-weights.ts';
import { askedBack, hintedAt, inLanguage, namesOption, talkedAbout, weighedAs } from './requests.ts';
import { shapedAs } from './shapes.ts';
import { isRightlySpelled } from './talk-slips.ts';
import { isWhole, lengthAt, type Phrases, phrasesOf, type Words, withoutFillers } from './words.ts';

export type { CommandHeard, CommandSaid } from './command-said.ts';

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
  if (found !== undefined) {
    if (isFarBelow(found, said, text)) return null;
    const meant = outweighed(found, said, text) ?? found;
    return isAnswerHere(meant.command, said, question, words) ? null : withNewWords(meant, text, words);
  }
  const about =
    changeIn(said, bare, words) ??
    glossaryIn(said, bare, text, words) ??
    moreIn(bare, question, words) ??
    weighedAs(said, text, question, words);
  if (about === undefined || isAnswerHere(about.command, said, question, words)) return null;
  // "Change my shoes" is an answer to an open question; "change my goal" is not.
  if (about.command === 'change' && question.kind === 'free_text' && !isPartOfPlan(about.about ?? '', words))
    return null;
  return withNewWords(about, text, words);
}

function wholeCommand(said: readonly string[], words: Words): CommandSaid | undefined {
  const joined = said.join(' ');
  if (words.phrases('skip').exact.has(joined)) return { command: 'skip' };
  const exact = commandsOf(words).exact.get(joined);
  if (exact !== undefined) return { command: exact };
  if (
    said.length !== 1 ||
    joined.length < 6 ||
    isRightlySpelled(joined) ||
    words.phrases('yes').exact.has(joined) ||
    words.phrases('no').exact.has(joined)
  )
    return undefined;
  const near = commandsOf(words).longWords.find(([word]) => isNear(joined, word))?.[1];
  return near === undefined || dateLike(joined, words) ? undefined : { command: near };
}

/** "I'm knackered, can we leave it there": nothing but words for one command, and politeness. */
function madeOfCommand(said: readonly string[], words: Words): CommandSaid | undefined {
  const { names, byFirst } = commandsOf(words);
  const begun = new Set(said.flatMap((word) => byFirst.get(word) ?? []));
  const [before, after] = [words.phrases('before'), words.phrases('after')];
  const command = names.find((one) => begun.has(one) && isWhole(said, phrasesFor(one, words), before, after));
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

type Command = keyof Words['lists']['commands'];

/** All commands together, by their sentences and by the words with which they begin. */
interface Commands {
  readonly names: readonly Command[];
  readonly exact: ReadonlyMap<string, Command>;
  readonly byFirst: ReadonlyMap<string, readonly Command[]>;
  readonly longWords: readonly (readonly [string, Command])[];
}

const commandsOf = (words: Words): Commands =>
  words.made('all commands', () => {
    const names = Object.keys(words.lists.commands) as Command[];
    const phrases = names.flatMap((name) => phrasesFor(name, words).all.map((phrase) => ({ name, phrase })));
    const byFirst = Map.groupBy(phrases, ({ phrase }) => phrase[0] ?? '');
    return {
      names,
      exact: new Map(phrases.toReversed().map(({ name, phrase }) => [phrase.join(' '), name])),
      byFirst: new Map([...byFirst].map(([word, ones]) => [word, [...new Set(ones.map(({ name }) => name))]])),
      longWords: phrases.flatMap(({ name, phrase: [word = '', second] }) =>
        second === undefined && word.length >= 6 ? [[word, name] as const] : [],
      ),
    };
  });

const phrasesFor = (command: keyof Words['lists']['commands'], words: Words): Phrases =>
  words.made(`command ${command}`, () => phrasesOf(words.lists.commands[command]));

const leaving: ReadonlySet<CommandHeard> = new Set<CommandHeard>(['stop', 'leave_now']);
const afterNo: ReadonlySet<CommandHeard> = new Set<CommandHeard>(['stop', 'change', 'back']);

/** At some questions the same words are an answer: "later" where one may come back later, "Urdu" where the language is asked. */
function isAnswerHere(command: CommandHeard, said: readonly string[], question: Asked, words: Words): boolean {
  // "No, I'm off" and "no, I meant what I said" answer yes or no.
  const isNo = words.phrases('plainSigns').exact.has(said[0] ?? '') && said.length > 1 && said[1] !== 'more';
  if (question.kind === 'yes_no' && isNo && afterNo.has(command)) return !words.lists.movesBack.includes(said[1] ?? '');

  // "Today, I'm off out the door now": it begins with when it will be done.
  if (question.kind === 'date' && leaving.has(command) && words.lists.whenWords.includes(said[0] ?? '')) return true;
  if (command === 'skip' && isPlanned(said, question, words)) return true;
  const held: Readonly<Record<string, readonly string[]>> = words.lists.heldBack;
  const here: Readonly<Record<string, readonly string[]>> = words.lists.answersNotCommands;
  const joined = said.join(' ');
  const bare = withoutFillers(said, words.phrases('before'), words.phrases('after')).join(' ');
  // Somebody may be coming: only a bare "leave" can mean "leave it out" then.
  if (command === 'leave_now' && words.lists.leavingPlainly.some((one) => one === joined || one === bare)) return false;
  const isManner = words.lists.mannerQuestions.includes(question.id);
  const isSaidToUs = isManner && said.some((_, at) => lengthAt(said, at, words.phrases('mannerAnchors')) > 0);
  return (
    (!isSaidToUs &&
      (here[question.id] ?? []).some(
        (one) => (one === command && !isSurely(command, said)) || one === joined || one === bare,
      )) ||
    (held[command] ?? []).some((option) => question.options.includes(option))
  );
}

/** "What have you put down for me" is like one request far more than like any other, whatever sentence it resembles. */
function outweighed(found: CommandSaid, said: readonly string[], text: string): CommandSaid | undefined {
  if (namesItsMatter.has(found.command)) return undefined;
  const { score, lead, command } = weighed(said, text);
  const other = command as CommandHeard;
  return score < farAbove.score || lead < farAbove.lead || namesItsMatter.has(other) || other === found.command
    ? undefined
    : { command: other };
}

/** "I complained about the carers" resembles a request, and is told like somebody's life. */
const isFarBelow = ({ command }: CommandSaid, said: readonly string[], text: string): boolean =>
  alsoOfLife.has(command) && said.length > 4 && weighed(said, text).score < farBelow;
const farBelow = -0.5;
const alsoOfLife: ReadonlySet<CommandHeard> = new Set<CommandHeard>(['rights', 'skip', 'language', 'simpler', 'looks']);

const farAbove = { score: 0.4, lead: 0.8 };
/** What these are about was read with them. */
const namesItsMatter: ReadonlySet<CommandHeard> = new Set<CommandHeard>(['glossary', 'more', 'language']);

const likely = 0.5;

/** Two readers are of one mind that it ends the talk. */
function isSurely(command: CommandHeard, said: readonly string[]): boolean {
  if (!leaving.has(command)) return false;
  const other = weighed(said, '');
  return other.score >= likely && other.command === command;
}

/** "Ring Kev, I'll do it Friday", where it is asked what will be done and when. */
const isPlanned = (said: readonly string[], question: Asked, words: Words): boolean =>
  words.lists.doingQuestions.includes(question.id) &&
  said.some((_, at) => lengthAt(said, at, words.phrases('doingIt')) > 0) &&
  !said.some((word) => words.lists.puttingOff.includes(word));

function languageIn(bare: readonly string[], words: Words): CommandSaid | undefined {
  const openings = words.made('language openings', () => phrasesOf(words.lists.languageOpenings));
  const rest = withoutFillers(bare, openings, words.phrases('after'));
  const languages = words.phrases('languages');
  return languages.exact.has(rest.join(' ')) ? { command: 'language', about: rest.join(' ') } : undefined;
}
