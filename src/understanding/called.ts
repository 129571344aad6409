/** What somebody is called, out of how they said it: "Mrs Smith will do nicely" is Mrs Smith. */
import nameWords from '../../locales/en-GB/name-words.json' with { type: 'json' };

const longestFirst = (words: readonly string[]) => words.toSorted((one, other) => other.length - one.length);
const before = longestFirst(nameWords.before);
const after = longestFirst(nameWords.after);
const turns = new RegExp(`[\\s,.;:!?(-]+(?:${longestFirst(nameWords.turns).join('|')})(?![\\p{L}'’])`, 'iu');
const ends = new RegExp(`(?<!(?:^|\\s)(?:${nameWords.titles.join('|')}))(?:[,.;:!?(–—]+(?=\\s|$)|\\s[-–—]+\\s)`, 'iu');
/** "Maria del Carmen Ruiz" is a name; more words tell something. */
const mostWords = 5;
const beforeBirth = longestFirst(nameWords.beforeBirth);

/** The name alone; all that was said when nothing would be left of it, or it is too long to be a name. */
export function calledIn(text: string): string {
  const names = text
    .trim()
    .split(ends)
    .map((part) => bare(alone(bare(part))))
    .filter((part) => part !== '' && !before.includes(part.toLowerCase()));
  const [name = ''] = names;
  return name === '' || name.length > 80 || name.split(/\s+/u).length > mostWords ? text.trim() : name;
}

/** "Text me", "call me on 07700 900123": how to be reached, and no name. */
export const isNoName = (text: string): boolean =>
  noNames.test(text.toLowerCase().replaceAll('’', "'")) || /\d{5}/.test(text.replaceAll(' ', ''));
const noNames = new RegExp(
  `^(?:please |just |oh |well |you can |can you |could you )*(?:${nameWords.noNames.join('|')})(?!\\p{L})`,
  'u',
);

/** What comes before "Dot not Dorothy" or "Lisa my mum" goes on about something else. */
function alone(text: string): string {
  const turn = turns.exec(text);
  if (turn === null || turn.index === 0) return text;
  const name = text.slice(0, turn.index);
  return /^\s*[,.;:!?(-]/.test(turn[0]) || looksLikeOne(name) ? name : text;
}

/** "It matters to" is none. */
function looksLikeOne(name: string): boolean {
  const words = name.trim().split(/\s+/u);
  return words.every((word) => /^\p{Lu}/u.test(word)) || (words.length <= 2 && name === name.toLowerCase());
}

/** A full name said together with a date of birth, without the date. */
export function nameBeforeDate(text: string): string {
  const figure = text.search(/\d/);
  const start = figure < 0 ? text : text.slice(0, figure);
  const name = bare(withoutEnd(tidy(start), beforeBirth));
  return name === '' ? text.trim() : name;
}

const tidy = (text: string) => text.replace(/^[\s,.;:!-]+|[\s,.;:!-]+$/gu, '');

function bare(text: string): string {
  let name = tidy(text);
  for (let turns = 0; turns < 4; turns += 1) {
    const next = withoutEnd(withoutStart(name), after);
    if (next === name || next === '') return name;
    name = next;
  }
  return name;
}

function withoutStart(name: string): string {
  const plain = name.toLowerCase().replaceAll('’', "'");
  const start = before.find((words) => plain.startsWith(`${words} `));
  return start === undefined ? name : tidy(name.slice(start.length));
}

function withoutEnd(name: string, ends: readonly string[]): string {
  let left = name;
  for (let turns = 0; turns < 4; turns += 1) {
    const plain = left.toLowerCase().replaceAll('’', "'");
    const end = ends.find((words) => plain.endsWith(words.startsWith("'") ? words : ` ${words}`));
    if (end === undefined) return left;
    left = tidy(left.slice(0, left.length - end.length));
  }
  return left;
}
