/** People as they are named: "my daughter Priya 07700 900123", "me and my sister", "the practice nurse", "nobody". */
import type { PersonSaid } from '../plan/values.ts';
import { answer, type Context, type Reader, type Understood, unclear } from './kinds.ts';
import { mentionsIn, type Walked } from './mentions.ts';
import { wordsOfPeople } from './name-parts.ts';
import { isDoubtful } from './people-doubted.ts';
import type { Mentioned } from './people-walk.ts';
import { peopleAt } from './people-words.ts';
import { phonesIn, spokenDigits } from './phone.ts';
import { tidied } from './plain.ts';
import { type Meant, meantAmong } from './same-person.ts';
import { isShaped } from './shapes.ts';
import { lengthAt, phrasesOf, type Words } from './words.ts';

interface Reached {
  readonly text: string;
  readonly phones: readonly (string | undefined)[];
  readonly emails: readonly string[];
}

export const readPerson: Reader = (heard, question, context, words) => {
  const said = heard.tokens.map((token) => token.word);
  if (isShaped(said, 'nobody', words)) return { is: 'none' };
  const reached = withoutContacts(spokenDigits(listed(tidied(heard.text)).replace(/[✉☎¶]/g, ' '), words));
  const spoken = wordsOfPeople(spaced(reached.text, words));
  const walked = mentionsIn(spoken, words);
  const meant = helpersAmong(meantAmong(walked.mentioned, question.id === 'involve.not', words), question.id);
  if (words.phrases('personVague').exact.has(said.join(' '))) return unclear('no_name');
  const doubt = doubtOf(meant, walked, said, question.id, words);
  if (doubt !== undefined) return doubt;
  if (isDoubtful(meant, spoken, question.id, words)) return unclear('which_of_them');
  const people = meant.people.map((one) => completed(one, reached, context)).filter((one) => one !== undefined);
  if (people.length === 0) return noPeople(walked, meant, reached, said, question.id, words);
  return reached.phones.includes(undefined) ? answer({ people }, 'phone_unclear') : answer({ people });
};

/** "Ivy and me go to bingo": who helps is the other one. */
const helpersAmong = (meant: Meant, question: string): Meant =>
  question === 'network.who' && meant.people.some((one) => one.self !== true)
    ? { ...meant, people: meant.people.filter((one, index) => index === 0 || one.self !== true) }
    : meant;

/** Where two readings compete, or a name is left over, it is asked again. */
function doubtOf(
  meant: Meant,
  walked: Walked,
  said: readonly string[],
  question: string,
  words: Words,
): Understood | undefined {
  const { people, vague, unsure } = meant;
  const [only] = people;
  if (people.length === 0) return undefined;
  // Nobody is a helper to themselves.
  if (people.length === 1 && only?.self === true && !vague && question === 'network.who') return { is: 'none' };
  if (people.length === 1 && only?.self === true && (walked.nobody || speaksUp(said, question, words)))
    return (said[0] ?? '').startsWith('me') ? undefined : { is: 'none' };
  const isUndecided = said.some((_, at) => peopleAt(said, at, 'undecided') > 0);
  if (unsure || vague || isUndecided) return unclear('which_of_them');
  if (people.length === 1 && isGroup(only, words)) return unclear('which_of_them');
  if (people.length > 1 && isEither(said, question, words)) return unclear('which_of_them');
  return walked.unexplained.length > 0 ? unclear('no_name') : undefined;
}

/** "No, I can speak up for myself" at the question of who helps to speak up. */
const speaksUp = (said: readonly string[], question: string, words: Words): boolean =>
  question === 'advocate.helper' && words.phrases('no').exact.has(said[0] ?? '');

function noPeople(
  walked: Walked,
  meant: Meant,
  reached: Reached,
  said: readonly string[],
  question: string,
  words: Words,
): Understood {
  const has = (list: 'forgotten' | 'keepsPrivate' | 'keepsNames') => said.some((_, at) => peopleAt(said, at, list) > 0);
  if (has('keepsNames')) return { is: 'prefers_not' };
  if (has('forgotten')) return { is: 'dont_know' };
  if (question === 'share.who' && has('keepsPrivate')) return { is: 'none' };
  if ((meant.nobody && !meant.vague) || (walked.nobody && !isVagueAfterAll(walked, said))) return { is: 'none' };
  if (!meant.vague && saysNobody(said, words)) return { is: 'none' };
  if (walked.alone && !meant.vague && walked.mentioned.length === 0)
    return isOwnTask(question) ? answer({ people: [{ name: 'me', self: true }] }) : { is: 'none' };
  return unclear(reached.phones.length > 0 ? 'no_person' : 'no_name');
}

/** "Nobody in my family is good with it, so a company". */
const isVagueAfterAll = ({ mentioned }: Walked, said: readonly string[]): boolean =>
  mentioned.at(-1)?.vague === true && mentioned.at(-1)?.refused === false && said.includes('so');

const isOwnTask = (question: string): boolean =>
  ['risk.who', 'budget.manager', 'review.who', 'involve.who'].includes(question);

/** "Janet I think, or Janice", where one person is asked for: whom to ring second is another matter. */
const isEither = (said: readonly string[], question: string, words: Words): boolean =>
  words.lists.people.onlyOne.includes(question) &&
  !(said[0] === 'either' && ['would', 'could', 'can', 'will', 'do'].includes(said.at(-1) ?? '')) &&
  said.some((word, at) => word === 'or' && !['failing', 'else', 'if'].includes(said[at + 1] ?? ''));

/** "My kids", "neighbours": several people, none of them named. */
const isGroup = (named: Mentioned | undefined, words: Words): boolean =>
  named !== undefined &&
  !named.hasName &&
  !/ (?:from|at) /.test(named.name ?? '') &&
  words.phrases('personGroups').exact.has((named.link ?? '').toLowerCase());

/** "1) Phyllis 2) Ann": the figures of a list are no part of a number. */
const listed = (text: string) =>
  text.replace(/(?<=\p{L} )\d{1,3}, ?(?=0\d)/gu, ', ').replace(/(?<=^|[\s,;])\d{1,2}[).](?=\s*\p{L})/gu, ' ; ');

/** Numbers and addresses are taken out first, and leave a mark where they stood. */
function withoutContacts(text: string): Reached {
  const emails: string[] = [];
  const bare = text.replace(
    /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,30}){1,4}/g,
    (email) => ` ✉${emails.push(email) - 1} `,
  );
  const phones: (string | undefined)[] = [];
  let rest = '';
  let from = 0;
  for (const phone of phonesIn(bare)) {
    rest += `${bare.slice(from, phone.at)} ☎${phones.push(phone.number) - 1} `;
    from = phone.end;
  }
  return { text: rest + bare.slice(from), phones, emails };
}

/** Lists, titles and couples, written so that each person stands apart. */
function spaced(text: string, words: Words): string {
  const isTitle = (word: string) =>
    words.lists.people.titles.includes(word.toLowerCase()) &&
    !words.phrases('personLinks').exact.has(word.toLowerCase());
  return (/\p{Ll}/u.test(text) ? text : text.toLowerCase())
    .replace(/(?<!\p{L})(\p{L}{2,9})\.(?= ?\p{Lu})/gu, (whole, word: string) => (isTitle(word) ? word : whole))

    .replace(/\b(mr|dr|mrs)\.? (?:and|&) (mrs|mr|dr)\.? (\p{Lu}[\p{L}'-]{1,30})/giu, '$1 $3 ; $2 $3')
    .replace(/(?<=\p{L})- /gu, ' - ')
    .replace(/(?<=\p{L}) with (?:me|us)(?= ?(?:$|[,.;!?]))/giu, ' ')
    .replace(/(?<!\S)\d{1,2}[.)]?(?=\s+\p{L})/gu, ' ; ');
}

function completed(named: Mentioned, reached: Reached, context: Context): PersonSaid | undefined {
  if (named.name === undefined) return undefined;
  const phone = named.marks
    .filter((mark) => mark.startsWith('☎'))
    .map((mark) => reached.phones[Number(mark.slice(1))])[0];
  const email = named.marks
    .filter((mark) => mark.startsWith('✉'))
    .map((mark) => reached.emails[Number(mark.slice(1))])[0];
  const known = named.hasName
    ? context.known?.people?.find((one) => one.name.toLowerCase() === named.name?.toLowerCase())
    : undefined;
  const link = named.link ?? known?.link;
  const number = phone ?? known?.phone;
  return {
    name: known?.name ?? named.name,
    ...(link === undefined ? {} : { link }),
    ...(number === undefined ? {} : { phone: number }),
    ...(email === undefined ? {} : { email }),
    ...(named.self === true ? { self: true as const } : {}),
  };
}

/** "Nobody helps me", "there isn't anyone", "I've not been given one". */
function saysNobody(said: readonly string[], words: Words): boolean {
  const begins = words.made('nobody', () => phrasesOf(words.lists.people.nobody));
  return (
    said.some((_, index) => index < 4 && lengthAt(said, index, begins) > 0) ||
    words.phrases('no').exact.has(said[0] ?? '')
  );
}
