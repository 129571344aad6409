/** Whether a message is in a language for which there are no lists: then it was not checked, which is said and not hidden. */
import words from '../../locales/en-GB/foreign-words.json' with { type: 'json' };

const harm = new Set(words.harm);
const common = new Set(words.common);
const english = new Set(words.english);

/**
 * True when the check for danger could not be done: another script, or words of another language and none of English.
 * `lang` is that of the talk. Names, numbers and one word in passing are no reason.
 */
export function unreadable(text: string, _lang: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters - latin > 3 && latin < letters / 2) return true;
  const said = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const known = said.filter((word) => english.has(word)).length;
  const foreign = said.filter((word) => common.has(word) && !english.has(word)).length;
  const harmful = said.filter((word) => harm.has(word)).length;
  if (harmful > 0 && harmful + foreign > known) return foreign > 0 || known === 0;
  return foreign >= 2 && foreign > known;
}
