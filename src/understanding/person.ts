/** People as they are named: "my daughter Priya 07700 900123", "me and my sister", "the practice nurse", "nobody". */
import type { PersonSaid } from '../plan/values.ts';
import { answer, type Context, type Reader, unclear } from './kinds.ts';
import { type Named, namedIn } from './named.ts';
import { alternatives } from './numbers.ts';
import { phonesIn, spokenDigits } from './phone.ts';
import { tidied } from './plain.ts';
import { isShaped } from './shapes.ts';
import { lengthAt, phrasesOf, type Words } from './words.ts';

interface Piece {
  readonly text: string;
  /** What stood before it: a comma, a dash or a bracket may mean the same person again. */
  readonly after: string;
}

interface Reached {
  readonly text: string;
  readonly phones: readonly (string | undefined)[];
  readonly emails: readonly string[];
}

export const readPerson: Reader = (heard, question, context, words) => {
  const said = heard.tokens.map((token) => token.word);
  if (isShaped(said, 'nobody', words)) return { is: 'none' };
  const reached = withoutContacts(spokenDigits(tidied(heard.text).replace(/[✉☎¶]/g, ' '), words));
  const refuses = question.id === 'involve.not';
  const parts = piecesOf(reached.text, words).map((piece) => ({ piece, named: namedIn(piece.text, words, refuses) }));
  const found = joined(parts, words);
  const nobody = words.made('nobody', () => phrasesOf(words.lists.people.nobody));
  if (lengthAt(said, 0, nobody) > 0 && !found.some((one) => one.link !== undefined || one.self)) return { is: 'none' };
  const isVague = parts.some(({ named }) => named.vague && named.marks.length === 0);
  if (isVague && found.length === 0 && words.phrases('plainSigns').exact.has(said[0] ?? ''))
    return saysNobody(said, words) ? { is: 'none' } : unclear('no_name');
  if (isVague) return unclear(found.length > 0 ? 'which_of_them' : 'no_name');
  const people = found.map((one) => completed(one, reached, context)).filter((one) => one !== undefined);
  if (people.length === 0) {
    return saysNobody(said, words) ? { is: 'none' } : unclear(reached.phones.length > 0 ? 'no_person' : 'no_name');
  }
  if (found.length === 1 && isGroup(found[0], words)) return unclear('which_of_them');
  if (found.length > 1 && isEither(said, question.id, words)) return unclear('which_of_them');
  return reached.phones.includes(undefined) ? answer({ people }, 'phone_unclear') : answer({ people });
};

/** "Janet I think, or Janice", where one person is asked for: whom to ring second is another matter. */
const isEither = (said: readonly string[], question: string, words: Words): boolean =>
  words.lists.people.onlyOne.includes(question) &&
  said.some((word, at) => word === 'or' && !['failing', 'else', 'if'].includes(said[at + 1] ?? ''));

/** "My kids", "neighbours": several people, none of them named. */
const isGroup = (named: Named | undefined, words: Words): boolean =>
  named !== undefined && !named.hasName && words.phrases('personGroups').exact.has((named.link ?? '').toLowerCase());

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

function piecesOf(text: string, words: Words): Piece[] {
  const joins = words.made('people joins', () => alternatives(words.lists.people.joins, 'giu'));
  const titles = words.made(
    'title dots',
    () => new RegExp(`(?<!\\p{L})(${words.lists.people.titles.join('|')})\\.`, 'giu'),
  );
  const marked = (/\p{Ll}/u.test(text) ? text : text.toLowerCase())
    .replace(titles, '$1')
    .replace(/-in-law/giu, ' in law')
    .replace(/\b(mr|dr|mrs)\.? (?:and|&) (mrs|mr|dr)\.? (\p{Lu}[\p{L}'-]{1,30})/giu, '$1 $3 ; $2 $3')
    .replace(/^(?:after|besides|apart from) (?:her|him|them|that),? /i, '')
    .replace(/(?<=\p{L})- /gu, ' - ')
    .replace(/(?<=☎\d{1,2}) {1,2}(?=\p{L})/gu, ' ; ')
    .replace(
      /\bif (?:you|she|he|they|its|shes|hes|theyre|she's|he's)(?: [\p{L}']{1,20}){1,5}? (?=try|ring|call|phone|then|ask)/giu,
      ' ; ',
    )
    .replace(/(?<=\p{L}) with (?:me|us)(?= ?(?:$|[,.;!?]))/giu, ' ')
    .replace(/ (?:her|his|their) names?(?: is|'s|s| was)? (?=\p{L})/giu, ' - ')
    .replace(/(?<!\S)\d{1,2}[.)](?=\s)/g, ' ; ')
    .replace(joins, ' ; ');
  const pieces: Piece[] = [];
  let after = '';
  for (const part of marked.split(/([,;.:!?()\n/]| - )/)) {
    if (/^(?:[,;.:!?()\n/]| - )$/.test(part)) after = after === '' || after === ';' ? part.trim() : after;
    else if (part.trim() !== '') {
      pieces.push({ text: part.trim(), after });
      after = '';
    }
  }
  return pieces.slice(0, 40);
}

/** Pieces that say more about the person before: a name after "my mate at church", a link after "Joan -", a number alone. */
function joined(parts: readonly { piece: Piece; named: Named }[], words: Words): Named[] {
  const people: Named[] = [];
  let waiting: readonly string[] = [];
  const saying = parts.filter(({ named }) => named.name !== undefined).length;
  for (const { piece, named } of parts) {
    const before = people.at(-1);
    if (named.name === undefined) {
      if (before !== undefined) people[people.length - 1] = { ...before, marks: [...before.marks, ...named.marks] };
      else waiting = [...waiting, ...named.marks];
      continue;
    }
    const beside = ['-', '('].includes(piece.after) || (piece.after === ',' && saying === 2);
    const describes = /^(?:think |i think )?(?:s?he'?s|s?he is|they'?re)\b/i.test(piece.text);
    // "My two girls, Hannah and Lucy": the names stand for the group.
    const isNamedGroup =
      before?.link?.endsWith('s') === true &&
      !before.hasName &&
      named.hasName &&
      [',', ':', '-', '('].includes(piece.after);
    if (isNamedGroup) people.pop();
    const fits =
      !isNamedGroup &&
      before !== undefined &&
      !before.self &&
      !named.self &&
      (beside || describes) &&
      before.hasName !== named.hasName &&
      (before.link === undefined || named.link === undefined);
    if (fits) {
      const [name, link] = named.hasName ? [named.name, before.link] : [before.name, named.link];
      people[people.length - 1] = {
        name,
        hasName: true,
        self: false,
        vague: false,
        marks: [...before.marks, ...named.marks],
        ...(link === undefined ? {} : { link }),
      };
    } else {
      people.push(sameKind({ ...named, marks: [...waiting, ...named.marks] }, before, words));
      waiting = [];
    }
  }
  return people;
}

/** "My two sons Mark and Andrew": both are sons. */
function sameKind(named: Named, before: Named | undefined, words: Words): Named {
  const plural = before?.plural;
  if (plural === undefined || named.link !== undefined || named.self || !words.phrases('personLinks').exact.has(plural))
    return named;
  return { ...named, link: plural, plural };
}

function completed(named: Named, reached: Reached, context: Context): PersonSaid | undefined {
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
    ...(named.self ? { self: true as const } : {}),
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
