/** A language that nobody speaks, made from another: in a talk held in it, any plain English is a word that sits in code. */
import type { Locales, Tree } from './locales.ts';

/** Formats its dates and lists without Latin letters, so that none of them looks like forgotten English. */
export const pseudoLanguage = 'ja-x-pseudo';

/** The same languages and the one that nobody speaks, made from `from`. */
export function withPseudo(locales: Locales, from: string): Locales {
  const files = Object.entries(locales[from] ?? {});
  return { ...locales, [pseudoLanguage]: Object.fromEntries(files.map(([file, tree]) => [file, pseudoTree(tree)])) };
}

/** Bracketed, accented text in place of every text of a file. Gaps and references are kept. */
function pseudoTree(tree: Tree): Tree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [key, typeof value === 'string' ? pseudo(value) : pseudoTree(value)]),
  );
}

const kept = /(\{\{.*?\}\}|\$t\(.*?\)| \| )/;
const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = 'àƀçđéƒĝĥîĵķļɱñöþɋŕšŧûṽŵẋýžÀƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŦÛṼŴẊÝŽ';
const letters = new Map([...plain].map((letter, at) => [letter, [...accented][at] ?? letter]));

/** "Is that right?" → "⟦Îš ŧĥàŧ ŕîĝĥŧ?⟧" */
export function pseudo(words: string): string {
  const parts = words.split(kept).map((part, at) => (at % 2 === 1 ? part : [...part].map(accent).join('')));
  return `⟦${parts.join('')}⟧`;
}

const accent = (letter: string) => letters.get(letter) ?? letter;
