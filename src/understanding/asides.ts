/** What is said to the assistant in passing: "hello", "is this private", "this is useless". A whole message, never a part. */
import enGB from '../../locales/en-GB/aside-words.json' with { type: 'json' };
import { plain } from './plain.ts';

export const asides = ['hello', 'thanks', 'anger', 'private', 'robot', 'must', 'cost'] as const;
export type Aside = (typeof asides)[number];

/** The aside that a message is as a whole, or null. */
export function asideIn(text: string): Aside | null {
  if (text.length > longest) return null;
  const said = plain(text)
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return shapedLike(said) ?? shapedLike(said.replace(softened, ''));
}

function shapedLike(said: string): Aside | null {
  // Most messages begin as none of them does.
  if (!firsts.has(said.split(' ', 1)[0] ?? '')) return null;
  return asides.find((aside) => shapes[aside].test(`${said} `)) ?? null;
}

const longest = 80;
/** Words around it that change nothing. */
const softened =
  /^(?:oh|er|um|erm|well|so|but|and|sorry|excuse me|just|ok|okay|right) | (?:then|please|pls|though|tho|at all|anyway|now|you)$/g;

const partsOf = (line: string): string[][] =>
  (line.match(/\[[^\]]*\]|[^\s[\]]+/g) ?? []).map((part) => part.replace(/[[\]]/g, '').split('|'));

/** "is [this|it] [|really] private" as an expression; each part ends with a space. */
function shapeOf(line: string): string {
  return partsOf(line)
    .map((choices) => {
      const said = choices.filter((one) => one !== '').join('|');
      return choices.includes('') ? `(?:(?:${said}) )?` : `(?:${said}) `;
    })
    .join('');
}

const shapes = Object.fromEntries(
  asides.map((aside) => [aside, new RegExp(`^(?:${enGB.asides[aside].map(shapeOf).join('|')})$`)]),
) as Readonly<Record<Aside, RegExp>>;

/** The words with which they can begin. */
const firsts = new Set(
  asides.flatMap((aside) => enGB.asides[aside].flatMap(firstParts)).map((choice) => choice.split(' ', 1)[0] ?? ''),
);

function firstParts(line: string): string[] {
  const parts = partsOf(line);
  const needed = parts.findIndex((choices) => !choices.includes(''));
  return parts.slice(0, needed + 1).flat();
}
