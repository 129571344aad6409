/** Everybody who is named, once each, whoever named them and whenever: "my daughter", "Priya", "her". */
import type { Author } from '../facts.ts';
import { type QuestionId, questions } from '../questions/index.ts';
import type { PersonRef, PlanPerson, Role } from '../schema/people.ts';
import { type People, type PersonSaid, Phone } from '../values.ts';
import { lexicon, matcher, matchers, plainQuotes, wordList } from '../words.ts';
import type { Material } from './material.ts';

export interface Registry {
  readonly people: PlanPerson[];
  /** Who was named in the answer to a question, in that order. */
  refs(question: QuestionId, item?: string): PersonRef[];
  refOf(said: PersonSaid): PersonRef | undefined;
  /** Known people who are spoken of in a text, in the order in which they come in it. */
  mentionedIn(text: string): PersonRef[];
  /** The same, and "my sister" becomes a person of the plan if nobody knew of her yet. */
  namedIn(text: string, role: Role): PersonRef[];
  find(ref: PersonRef | undefined): PlanPerson | undefined;
}

const roleOf: Partial<Record<QuestionId, Role>> = {
  'who.partner': 'partner',
  'advocate.helper': 'advocate_helper',
  'involve.who': 'involved',
  'involve.not': 'involved',
  'support.who': 'support',
  'network.who': 'network',
  'budget.manager': 'money_manager',
  'contingency.call': 'call',
  'contingency.backup': 'backup',
  'emergency.contact': 'emergency',
  'risk.who': 'risk',
  'share.who': 'sharing',
  'review.who': 'review',
};

const relations: ReadonlyMap<string, RegExp> = matchers(lexicon.relations);
const relationWord = matcher(Object.values(lexicon.relations).flatMap(wordList));
const mine = new RegExp(`\\b(?:my|our) (${relationWord.source})`, 'giu');
const leading = new RegExp(`^(?:${wordList(lexicon.leading).join('|')})\\s+`, 'iu');
const pronoun = new Set(wordList(lexicon.pronouns));
const firstPerson = new Set(wordList(lexicon.first_person));

/** "mum" and "mother" are one relation. */
const relationOf = (words: string | undefined): string | undefined => {
  if (words === undefined) return undefined;
  for (const [relation, words_] of relations) if (words_.exec(words)?.[0].length === words.length) return relation;
  return words.toLowerCase();
};
const isRelation = (words: string) => relationWord.exec(words)?.[0].length === words.length;
const bare = (name: string) => plainQuotes(name).replace(leading, '').trim() || name;
const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
/** "Priya" and "Priya Patel". */
const startsLike = (one: string, other: string) =>
  `${one} `.toLowerCase().startsWith(`${other} `.toLowerCase()) ||
  `${other} `.toLowerCase().startsWith(`${one} `.toLowerCase());

/** Goes through all answers that name people, in the order in which they were first given. */
export function registryOf(material: Material): Registry {
  const people: PlanPerson[] = [];
  const named = new Map<string, PersonRef[]>();
  const state: Naming = { people, last: undefined, writer: writerOf(material) };
  const { partner } = material.kept.record ?? {};
  if (partner !== undefined) register(state, partner, 'partner', { role: 'system' });
  for (const [slot, answer] of material.answers) {
    if (questions[answer.question].kind === 'person') {
      const said = material.value<People>(answer.question, answer.item)?.people ?? [];
      const refs = said.flatMap((one) => register(state, one, roleOf[answer.question], answer.by) ?? []);
      named.set(slot, [...new Set(refs)]);
    }
    if (answer.question === 'network.emergency') ringable(state, material, answer.item, answer.value);
  }
  const find = (ref: PersonRef | undefined) => people.find(({ id }) => id === ref);
  return {
    people,
    refs: (question, item) => named.get(item === undefined ? question : `${question}@${item}`) ?? [],
    refOf: (said) => matching(state, said, { role: 'system' }),
    mentionedIn: (text) => mentioned(people, text),
    namedIn: (text, role) => {
      for (const [, link = ''] of plainQuotes(text).matchAll(mine))
        register(state, { name: link }, role, { role: 'system' });
      const refs = mentioned(people, text);
      for (const ref of refs) addRole(find(ref), role);
      return refs;
    },
    find,
  };
}

interface Naming {
  readonly people: PlanPerson[];
  /** Whom "her" would mean. */
  last: PersonRef | undefined;
  /** Who types for the person. Their "me" is not the person whose plan it is. */
  readonly writer: PersonSaid | undefined;
}

function writerOf(material: Material): PersonSaid | undefined {
  const name = material.text('who.call_me');
  if (material.kept.mode !== 'on_behalf' || name === undefined) return undefined;
  const link = relationWord.exec(material.text('who.relation') ?? '')?.[0];
  return { name, ...(link === undefined ? {} : { link }) };
}

const addRole = (person: PlanPerson | undefined, role: Role | undefined) => {
  if (person !== undefined && role !== undefined && !person.roles.includes(role)) person.roles.push(role);
};

function register(state: Naming, said: PersonSaid, role: Role | undefined, by: Author): PersonRef | undefined {
  const known = matching(state, said, by);
  if (known === 'self') return 'self';
  const person = state.people.find(({ id }) => id === known) ?? newcomer(state, said);
  learn(person, said);
  addRole(person, role);
  state.last = person.id;
  return person.id;
}

function newcomer(state: Naming, said: PersonSaid): PlanPerson {
  const name = bare(said.name);
  const link = said.link ?? (isRelation(name) ? name : undefined);
  const person: PlanPerson = {
    id: `p${state.people.length + 1}`,
    name,
    name_given: !isRelation(name) && !pronoun.has(name.toLowerCase()),
    ...(link === undefined ? {} : { link: bare(link) }),
    roles: [],
    may_see_plan: 'none',
  };
  state.people.push(person);
  return person;
}

/** A number, a name or a link that is given later belongs to the same person. */
function learn(person: PlanPerson, said: PersonSaid): void {
  const name = bare(said.name);
  const isName =
    !said.self && !isRelation(name) && !pronoun.has(name.toLowerCase()) && !firstPerson.has(firstWord(name));
  if (isName && (!person.name_given || (startsLike(name, person.name) && name.length > person.name.length))) {
    person.name = name;
    person.name_given = true;
  }
  if (said.link !== undefined) person.link ??= bare(said.link);
  if (said.phone !== undefined) person.phone = said.phone;
  if (said.email !== undefined) person.email = said.email;
}

const firstWord = (name: string) => name.toLowerCase().split(' ')[0] ?? '';

/** The one person it can be. Where it might be either of two daughters it is nobody: a wrong person is worse than a new one. */
function matching(state: Naming, said: PersonSaid, by: Author): PersonRef | undefined {
  if (said.self) return speaker(state, by);
  const name = bare(said.name);
  if (firstPerson.has(firstWord(plainQuotes(said.name)))) return speaker(state, by);
  if (pronoun.has(name.toLowerCase())) return state.last;
  const byName = state.people.filter((person) => person.name_given && startsLike(person.name, name));
  const exact = byName.find((person) => same(person.name, name)) ?? only(byName);
  if (exact !== undefined) return exact.id;
  const relation = relationOf(said.link === undefined ? (isRelation(name) ? name : undefined) : bare(said.link));
  if (relation === undefined) return state.people.find((person) => same(person.name, name))?.id;
  const linked = state.people.filter((person) => relationOf(person.link) === relation);
  if (isRelation(name)) return only(linked)?.id;
  return only(linked.filter((person) => !person.name_given))?.id;
}

const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

/** "Ring us": whoever said it. */
function speaker(state: Naming, by: Author): PersonRef | undefined {
  const { writer } = state;
  if (writer !== undefined && by.role !== 'worker' && by.name === undefined)
    return matching(state, writer, by) ?? newcomer(state, writer).id;
  if (by.role === 'person') return 'self';
  const { name } = by;
  const called = state.people.find((person) => name !== undefined && same(person.name, name));
  if (called !== undefined) return called.id;
  if (by.role === 'worker') return state.people.find((person) => person.roles.includes('partner'))?.id;
  return name === undefined ? undefined : newcomer(state, { name }).id;
}

function ringable(state: Naming, material: Material, item: string | undefined, value: unknown): void {
  const seed = item === undefined ? undefined : (material.kept.seeds[item] as PersonSaid | undefined);
  const phone = Phone.safeParse(value);
  if (seed === undefined || !phone.success) return;
  const ref = matching(state, seed, { role: 'system' });
  const person = state.people.find(({ id }) => id === ref);
  if (person === undefined) return;
  person.may_contact = phone.data.may_ring;
  if (phone.data.phone !== undefined) person.phone = phone.data.phone;
}

function mentioned(people: readonly PlanPerson[], text: string): PersonRef[] {
  const words = plainQuotes(text);
  const at = people.flatMap((person) => {
    const found = Math.min(...namesOf(person, people).map((name) => position(words, name)));
    return Number.isFinite(found) ? [{ id: person.id, found }] : [];
  });
  return at.toSorted((one, other) => one.found - other.found).map(({ id }) => id);
}

const position = (words: string, name: RegExp) => name.exec(words)?.index ?? Number.POSITIVE_INFINITY;

function namesOf(person: PlanPerson, people: readonly PlanPerson[]): RegExp[] {
  const relation = relationOf(person.link);
  const alone = people.filter((other) => relationOf(other.link) === relation).length === 1;
  const words =
    relation === undefined || !alone ? undefined : (relations.get(relation) ?? matcher([person.link ?? '']));
  const names = [person.name, ...(person.name_given ? [firstWord(person.name)] : [])];
  return [matcher(names.filter((name) => name.length > 1)), ...(words === undefined ? [] : [words])];
}
