/** What makes it doubtful that all who are mentioned are meant: a contrast, a "can't" after a name, a count that differs. */
import { isCapital, type Word } from './name-parts.ts';
import type { Mentioned } from './people-walk.ts';
import { countedTo, peopleAt } from './people-words.ts';
import type { Meant } from './same-person.ts';
import type { Words } from './words.ts';

/** Is something said of these people, or between them, that nothing explains? */
export function isDoubtful({ people, wasSome }: Meant, said: readonly Word[], question: string, words: Words): boolean {
  const plain = said.map(({ word }) => word);
  const [first] = people;
  const last = people.at(-1);
  if (first === undefined || last === undefined) return false;
  if (peopleAt(plain, plain[0] === 'the' ? 1 : 0, 'sameAsEver') > 0) return true;
  // "There isn't a next, it's just Liz": she is the one whom they asked for before.
  if (question === 'contingency.backup' && peopleAt(plain, 0, 'noOther') > 0) return true;
  if (question === 'involve.not') return false;
  if (wasSome && people.every((one) => one.past) && ['but', 'used', 'once'].some((word) => plain.includes(word)))
    return true;
  if (said.some((_, at) => peopleAt(plain, at, 'stillSought') > 0)) return true;
  if (peopleAt(plain, 0, 'hadOnce') > 0 && plain.includes('once')) return true;
  if (people.some(({ to }) => peopleAt(plain, to, 'departed') > 0)) return true;
  if (people.some(({ to }) => isRuledOut(plain, said, to, people.length > 1))) return true;
  if (isMiscounted(plain, people.length) || people.some(({ to }) => isOwnerOfOther(said, to))) return true;
  if (people.length < 2) return false;
  if (people.some((one, index) => isOfTwoKinds(one, people[index - 1]))) return true;
  const isContrast =
    !people.some((one) => one.first === true || one.self === true) &&
    plain.some(
      (_, at) =>
        peopleAt(plain, at, 'contrasts') > 0 &&
        at >= first.to &&
        at < last.to &&
        peopleAt(plain, at + 1, 'tellsOn') === 0,
    );
  if (people.some((one, index) => isOfTheOther(one, people[index - 1]))) return true;
  if (plain.some((_, at) => at > first.to && peopleAt(plain, at, 'askFor') > 0)) return true;
  return isContrast || isEitherOf(plain, question, words);
}

/** "Three of them, Winifred Alma and Jock", and two were heard. */
function isMiscounted(plain: readonly string[], heard: number): boolean {
  const at = plain.findIndex(
    (word, index) => index < 4 && counts.has(word) && peopleAt(plain, index + 1, 'counted') > 0,
  );
  return at >= 0 && counts.get(plain[at] ?? '') !== heard;
}
const counts: ReadonlyMap<string, number> = new Map(countedTo.map((word, index) => [word, index + 2]));

/** "Alf's widow Jean": the name after it is of somebody else. */
const isOwnerOfOther = (said: readonly Word[], to: number): boolean =>
  /'s$/.test(said[to - 1]?.typed ?? '') && said[to]?.gap === '' && said[to + 1]?.gap === '' && isCapital(said[to + 1]);

/** "Hilda. Her daughter drives her over", "Naomi, her husband": hers, or the person's own? */
const isOfTheOther = (one: Mentioned, before: Mentioned | undefined): boolean =>
  before?.hasName === true &&
  !one.hasName &&
  /^(?:his|her|their) /iu.test(one.name ?? '') &&
  ((one.after === '.' && one.told === true) || (one.after === ',' && before.link === undefined));

/** "My accountant son": one person or two? */
const isOfTwoKinds = (one: Mentioned, before: Mentioned | undefined): boolean =>
  before !== undefined &&
  one.after === '' &&
  !one.hasName &&
  !before.hasName &&
  before.name !== before.link &&
  one.name === one.link;

/** "My sister's too soft", "our Ray can't": said right after a name. Of several people, anywhere in what is told of one. */
function isRuledOut(plain: readonly string[], said: readonly Word[], to: number, isOneOfMany: boolean): boolean {
  if (/'s$/.test(said[to - 1]?.typed ?? '') && peopleAt(plain, to, 'ruledOutBy') > 0) return true;
  const end = said.findIndex(({ gap }, at) => at > to && gap !== '');
  const reach = isOneOfMany ? Math.min(end < 0 ? plain.length : end, to + 3) : to + 1;
  for (let at = to; at < reach; at += 1) {
    if (at === to && said[at]?.gap !== '') return false;
    if (plain[at] === 'but' || peopleAt(plain, at, 'joins') > 0) return false;
    if (peopleAt(plain, at, 'ruledOut') > 0) return true;
  }
  return false;
}

/** "Could be Sanjay, could be Meena", where one person is asked for. */
const isEitherOf = (plain: readonly string[], question: string, words: Words): boolean =>
  words.lists.people.onlyOne.includes(question) &&
  plain.filter((_, at) => peopleAt(plain, at, 'mightBe') > 0).length > 1;
