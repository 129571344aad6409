/** Which answer somebody names who wants to change it: "my name", "my date of birth"; and their name, said again. */
import enGB from '../../locales/en-GB/change-words.json' with { type: 'json' };
import { plain, tidied, wordsIn } from './plain.ts';

/** Ids of the questions that are called so, the likeliest first. */
export function questionsNamed(about: string): readonly string[] {
  const said = bareOf(about);
  return Object.entries(enGB.named).flatMap(([id, names]) => (names.includes(said) ? [id] : []));
}

/** The name that is said anew: "actually my name is Sue"; undefined where it is none, or is what is asked. */
export function nameSaidAgain(text: string, question: string): string | undefined {
  if (enGB.asksNames.includes(question)) return undefined;
  const name = nameAgain.exec(tidied(text))?.groups?.name;
  return name === undefined || notNames.test(plain(name)) ? undefined : name;
}

/** The few words that are put instead of what was just said: "no, thursday", "make it a six"; undefined where it is no such message. */
export function putInstead(text: string): string | undefined {
  const said = tidied(text);
  const lead = putRight.exec(said)?.[0] ?? '';
  const rest = said.slice(lead.length).trim();
  return lead === '' || rest === '' || rest.split(' ').length > mostWords ? undefined : rest;
}
/** A number to ring may be typed in three parts. */
const mostWords = 3;

/** Without "my" and "the", as it is listed. */
function bareOf(about: string): string {
  const said = wordsIn(about).join(' ');
  const lead = enGB.leading.find((one) => said.startsWith(`${one} `));
  const listed = Object.values(enGB.named).some((names) => names.includes(said));
  return listed || lead === undefined ? said : bareOf(said.slice(lead.length + 1));
}

const putRight = new RegExp(enGB.putRight, 'iu');
const nameAgain = new RegExp(enGB.nameAgain, 'iu');
const notNames = new RegExp(enGB.notNames, 'u');
