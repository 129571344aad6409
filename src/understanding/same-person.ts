/** From mentions to people: who is meant, who was taken back, and which mentions are one and the same person. */
import type { Mentioned } from './people-walk.ts';
import { peoplePhrases } from './people-words.ts';
import type { Words } from './words.ts';

export interface Meant {
  readonly people: readonly Mentioned[];
  /** Two readings compete. */
  readonly unsure: boolean;
  /** "Someone", "a woman": somebody who is not named. */
  readonly vague: boolean;
  /** "Nobody" in other words: "I don't want anyone". */
  readonly nobody: boolean;
  /** Somebody was so before, and it is not said who is now. */
  readonly wasSome: boolean;
}

/** Who is meant. `refuses` at the question of who should not be involved. */
export function meantAmong(mentioned: readonly Mentioned[], refuses: boolean, words: Words): Meant {
  const main = mentioned.filter((one) => !one.aside);
  const told = withoutTaken(merged(main));
  const nobody = told.some((one) => one.vague === true && one.refused);
  const excepted = refuses && told.some((one) => one.refused && one.vague !== true);
  const kept = told.filter((one) =>
    refuses ? isUnwanted(one) && !(excepted && one.vague === true && !one.refused) : !one.refused,
  );
  const mixed = refuses && kept.some((one) => one.refused && one.bare) && kept.some((one) => !one.refused);
  const named = withoutAnnounced(kept);
  const people = named.filter((one) => one.vague !== true);
  const vague = named.some((one) => one.vague === true);
  return {
    people: firstFirst(distinct(people.map((one, index) => ofKind(one, people[index - 1], words)))),
    unsure: (mixed && !sameNames(kept)) || isTangled(people),
    vague,
    nobody,
    wasSome: kept.some((one) => one.past),
  };
}

const isUnwanted = (one: Mentioned): boolean => one.refused || !one.accepted;

const sameNames = (kept: readonly Mentioned[]): boolean =>
  new Set(kept.map((one) => one.name?.toLowerCase())).size === 1;

/** What a correction, "so" or "used to be" takes back. */
function withoutTaken(told: readonly Mentioned[]): Mentioned[] {
  let left: Mentioned[] = [];
  for (const one of told) {
    if (one.concludes) left = left.filter((before) => before.refused);
    else if (one.corrects && !one.refused) left = left.filter((before) => before.refused || before !== left.at(-1));
    left.push(one);
  }
  const now = left.filter((one) => !one.past);
  return now.some((one) => !one.refused && one.vague !== true) ? now : left;
}

/** "Family - my wife and my son": those who are named stand for the group that was announced. */
function withoutAnnounced(kept: readonly Mentioned[]): readonly Mentioned[] {
  const hasNames = kept.some((one) => one.hasName || (one.link !== undefined && one.plural === undefined));
  return kept.flatMap((one, index): Mentioned[] => {
    const before = kept[index - 1];
    const plural = before === undefined ? undefined : announced(before, one);
    if (plural !== undefined && one.link === undefined && !isYoung(plural)) return [{ ...one, link: plural, plural }];
    if (one.hasName || one.self === true) return [one];
    const next = kept[index + 1];
    if (next?.hasName === true && peoplePhrases('onlyPlaces').exact.has((one.name ?? '').toLowerCase())) return [];
    if (one.vague === true && next !== undefined && /^(?::|- ?$)/.test(next.after)) return [];
    const sumsUp = isGroup(one) && hasNames && index > 0 && /both|all/.test(one.name ?? '');
    return sumsUp || (next !== undefined && announced(one, next) !== undefined) ? [] : [one];
  });
}

const isGroup = (one: Mentioned): boolean => !one.hasName && (one.plural !== undefined || one.link === 'family');

/** "My girls" are daughters or friends: the word says little of one of them. */
const isYoung = (plural: string): boolean => ['girl', 'boy', 'lad', 'kid', 'family', 'couple'].includes(plural);

/** The kind of which those who follow are, when the first of them follows a comma, a colon or a dash. */
const announced = (group: Mentioned, next: Mentioned): string | undefined =>
  isGroup(group) && /^[,:(-]/.test(next.after) && (next.hasName || group.link === 'family')
    ? (group.plural ?? 'family')
    : undefined;

/** "My two sons Mark and Andrew": both are sons. */
function ofKind(one: Mentioned, before: Mentioned | undefined, words: Words): Mentioned {
  const plural = before?.plural;
  const isName = one.hasName && one.link === undefined && one.self !== true;
  if (plural === undefined || !isName || before?.hasName !== true || !words.phrases('personLinks').exact.has(plural))
    return one;
  return { ...one, link: plural, plural };
}

/** "Karen and Mike, my kids": what they are together. */
const isSumOf = (before: Mentioned, one: Mentioned): boolean =>
  one.plural !== undefined && !one.hasName && before.hasName && before.link === undefined && /^[,(-]?$/.test(one.after);

const asKind = (name: Mentioned, sum: Mentioned): Mentioned =>
  name.hasName && name.link === undefined && sum.plural !== undefined && !isYoung(sum.plural)
    ? { ...name, link: sum.plural }
    : name;

/** "Ewa, my daughter" is one person where only one name and one link stand side by side. */
function merged(main: readonly Mentioned[]): Mentioned[] {
  const people: Mentioned[] = [];
  const apart = withoutTaken(main).filter((one) => !one.refused && one.vague !== true).length;
  for (const one of main) {
    const before = people.at(-1);
    if (before !== undefined && isSumOf(before, one))
      people.splice(0, people.length, ...people.map((name) => asKind(name, one)));
    else if (before !== undefined && isSame(before, one, apart, one === main.at(-1)))
      people[people.length - 1] = asOne(before, one);
    else if (before !== undefined && one.describes && !one.hasName && before.self !== true) continue;
    else people.push(one);
  }
  return people;
}

function isSame(before: Mentioned, one: Mentioned, apart: number, isLast: boolean): boolean {
  if (before.self === true || one.self === true || one.corrects || one.concludes || isOwnedBy(before, one))
    return false;
  if (before.refused !== one.refused && !one.describes) return false;
  const fits = before.vague === true ? one.vague !== true : isLinkAndName(before, one);
  if (!fits || (before.plural !== undefined && !one.describes)) return false;
  if (one.describes) return true;
  if (one.after === '' && before.to > 0) return true;
  if (/^[-(:]+$/.test(one.after)) return before.vague !== true || one.hasName;

  // "Caremark do mornings, my wife ..." are two; "my wife's filling this in, Bernadette" is one.
  if (/'s /.test(one.name ?? '')) return apart === 2 && isLast && before.told !== true && one.after === ',';
  if (before.first === true && one.after === ',' && one.hasName && one.link === undefined) return true;
  if (before.told === true && (!isLast || one.told === true)) return false;
  if (one.after === ',' && /^(?:his|her|their) /iu.test(one.name ?? '') && !one.hasName) return false;
  if (one.after === ',' && isLast && before.hasName && before.after !== ',') return true;
  // "Just my husband please. Arthur."
  if (one.after === '.' && isLast && apart === 2 && !before.hasName && one.hasName && one.link === undefined)
    return true;
  return one.after === ',' && (apart === 2 || (before.vague === true && one.hasName));
}

/** "Pat, Pat's husband": somebody else, whoever they are called after. */
const isOwnedBy = ({ name = '' }: Mentioned, one: Mentioned): boolean =>
  name !== '' && ` ${one.name?.toLowerCase() ?? ''}`.includes(` ${name.toLowerCase()}'s `);

/** One has the name, the other says what they are. */
const isLinkAndName = (before: Mentioned, one: Mentioned): boolean =>
  before.vague !== true &&
  one.vague !== true &&
  before.hasName !== one.hasName &&
  (before.hasName ? before.link === undefined && one.link !== undefined : one.link === undefined);

function asOne(before: Mentioned, one: Mentioned): Mentioned {
  const [name, link] = one.hasName
    ? [one.name, before.link ?? one.link]
    : [before.name ?? one.name, one.link ?? before.link];
  return {
    ...before,
    name,
    link,
    hasName: before.hasName || one.hasName,
    vague: false,
    plural: undefined,
    to: one.to,
    marks: [...before.marks, ...one.marks],
  };
}

/** "Jean, my daughter and Bill": two people or three? */
const isTangled = (people: readonly Mentioned[]): boolean =>
  people.length > 2 &&
  people.some((one, index) => {
    const before = people[index - 1];
    const isBareKin = before !== undefined && before.name === before.link;
    return (
      before !== undefined &&
      one.after === ',' &&
      !isBareKin &&
      !isOwnedBy(before, one) &&
      isLinkAndName(before, one) &&
      before.self !== true
    );
  });

/** "My stepmum, but try dad first". */
const firstFirst = (people: Mentioned[]): Mentioned[] =>
  people.toSorted((one, other) => Number(other.first === true) - Number(one.first === true));

function distinct(people: readonly Mentioned[]): Mentioned[] {
  const seen = new Map<string, Mentioned>();
  for (const one of people) {
    const key = (one.self === true ? 'me' : (one.name ?? '')).toLowerCase();
    const before = seen.get(key);
    seen.set(
      key,
      before === undefined ? one : { ...before, marks: [...before.marks, ...one.marks], link: before.link ?? one.link },
    );
  }
  return [...seen.values()];
}
