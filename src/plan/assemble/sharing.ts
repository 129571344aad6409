/** Who may see the plan, and which parts, from the person's own words. What is not plainly given is not shared. */
import type { z } from 'zod';
import sharingWords from '../../../locales/en-GB/sharing-words.json' with { type: 'json' };
import type { Format } from '../schema/comms.ts';
import type { PersonRef } from '../schema/people.ts';
import type { Shared } from '../schema/sharing.ts';
import { contentWords, lines, matcher, matchers, plainQuotes } from '../words.ts';
import type { Material } from './material.ts';
import type { Registry } from './people.ts';
import { optional } from './who.ts';

interface Contents {
  readonly goals: readonly { what: string }[];
  readonly actions: readonly { what: string; kind?: string }[];
}

export function sharing(
  material: Material,
  registry: Registry,
  plan: Contents,
  formats: readonly z.infer<typeof Format>[],
) {
  const people = shared(material, registry, plan);
  const record = material.value<string[]>('share.record') ?? [];
  const who = material.answer('share.who');
  return {
    people,
    never: nevers(material, registry, plan),
    copies: [
      { who: 'person' as const, formats: formats.length > 0 ? [...formats] : [{ kind: 'normal' as const }] },
      ...copies(material, registry),
    ],
    ...optional('said_on', who === undefined || who.blank !== undefined ? undefined : who.at.slice(0, 10)),
    limits_told:
      material.kept.told['welcome.hello'] !== undefined || material.kept.told['privacy.notice'] !== undefined,
    summary_to_record: record,
  };
}

const { not, but, all, only_named, parts } = sharingWords.sharing_words;
const notWords = matcher(not);
const butWords = matcher(but);
const allWords = matcher(all);
const partWords = matchers(parts);
const smallWords = new RegExp(matcher(only_named).source, 'giu');

/** A part that goes with another: money is the budget, what it is spent on, and how it is paid. */
const together: Readonly<Record<string, readonly string[]>> = {
  budget: ['budget', 'spend', 'direct_payment'],
  contingency: ['contingency', 'emergency'],
  goals: ['goals', 'actions'],
};
const widened = (found: readonly string[]) => [...new Set(found.flatMap((part) => together[part] ?? [part]))];

function shared(material: Material, registry: Registry, plan: Contents): Shared[] {
  const answer = material.answer('share.who');
  const who = registry.refs('share.who').filter((ref) => ref !== 'self');
  if (answer === undefined || who.length === 0) return [];
  const chosen =
    material.answer('share.parts')?.blank === undefined
      ? chosenParts(material.value<string[]>('share.parts'), material.value<string[]>('share.choose'))
      : notSaid;
  const byWords = partsInWords(answer.said, who, registry, plan);
  const worried = new Set(material.kept.flags.filter(isHarm).flatMap(({ said }) => registry.mentionedIn(said)));
  return who.map((ref) => {
    // Whoever a worry about harm speaks of gets no copy before a worker has talked with the person.
    if (worried.has(ref)) return { who: ref, said: answer.said, parts: [], not_parts: [], unclear: true as const };
    const words = byWords.get(ref) ?? { parts: ['all'], not_parts: [] };
    const given = chosen === undefined ? words : narrowed(words, chosen);
    return {
      who: ref,
      said: answer.said,
      ...(words.not_said === undefined ? {} : { not_said: words.not_said }),
      ...given,
    };
  });
}

const isHarm = ({ level }: { level: string }) => level === 'now' || level === 'same_day';

interface Given {
  readonly parts: string[];
  readonly not_parts: string[];
  readonly not_said?: string;
  readonly unclear?: true;
}

/** What was tapped as parts decides what is shared; what was said to be kept back stays back. */
function narrowed(words: Given, chosen: Given): Given {
  const open = words.parts.includes('all') || words.unclear === true;
  return {
    parts: open ? chosen.parts : words.parts,
    not_parts: [...new Set([...words.not_parts, ...chosen.not_parts])],
    ...(chosen.unclear && open ? { unclear: true as const } : {}),
  };
}

/** Asked which parts, and not answered: nothing is given until somebody has asked again. */
const notSaid: Given = { parts: [], not_parts: [], unclear: true };

function chosenParts(
  chosen: readonly string[] | undefined,
  sections: readonly string[] | undefined,
): Given | undefined {
  if (chosen === undefined) return undefined;
  if (chosen.includes('choose')) {
    if (sections === undefined) return notSaid;
    return { parts: sections.flatMap((section) => sectionParts[section] ?? []), not_parts: [] };
  }
  const kept = chosen.includes('not_money') ? [...(together.budget ?? [])] : [];
  const given = chosen.flatMap((option) => offered[option] ?? []);
  return { parts: given.length > 0 ? given : ['all'], not_parts: kept };
}

/** What somebody sees of the plan when a section of the talk is shared with them. Other sections are never in a copy. */
export const sectionParts: Readonly<Record<string, readonly string[]>> = {
  communication: ['comms'],
  prepare: ['about'],
  wellbeing: ['well'],
  goals: ['goals', 'actions'],
  needs: ['needs'],
  support: ['support'],
  network: ['network', 'community', 'barriers'],
  money: ['budget', 'spend', 'direct_payment'],
  contingency: ['contingency', 'emergency'],
  risks: ['risks', 'advice'],
  reviewing: ['review'],
};

const offered: Readonly<Record<string, readonly string[]>> = {
  all: ['all'],
  talk_with_me: ['comms', 'about.dos_donts'],
  emergency: ['contingency', 'emergency'],
  goals: ['goals', 'actions'],
};

/** "My daughter can see the walking bit. not the low mood bit": clause by clause, each for whoever was named last. */
function partsInWords(
  said: string,
  who: readonly PersonRef[],
  registry: Registry,
  plan: Contents,
): ReadonlyMap<PersonRef, Given> {
  const given = new Map<PersonRef, Given>();
  let current: readonly PersonRef[] = who;
  for (const clause of clauses(said)) {
    const named = registry.mentionedIn(clause).filter((ref) => who.includes(ref));
    if (named.length > 0) current = named;
    for (const ref of current) given.set(ref, withClause(given.get(ref), clause, registry, plan));
  }
  return new Map([...given].map(([ref, words]) => [ref, closed(words)]));
}

const clauses = (said: string) =>
  plainQuotes(said)
    .split(/[.!?;,\n]+/u)
    .flatMap((clause) => clause.split(butWords))
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');

function withClause(before: Given | undefined, clause: string, registry: Registry, plan: Contents): Given {
  const words = before ?? { parts: [], not_parts: [] };
  const found = partsOf(withoutNames(clause, registry), plan);
  if (notWords.test(clause)) {
    const not_said = [words.not_said, clause].filter((part) => part !== undefined).join('. ');
    const lost = found.length === 0 && contentWords(clause).size === 0;
    return {
      ...words,
      not_parts: [...new Set([...words.not_parts, ...found])],
      not_said,
      ...(lost ? { unclear: true } : {}),
    };
  }
  if (found.length > 0) return { ...words, parts: [...new Set([...words.parts, ...found])] };
  return leftOver(clause, registry) ? { ...words, unclear: true } : words;
}

/** Words beyond a name and "can see it" that no part answers to: it is not clear what may be seen. */
function leftOver(clause: string, registry: Registry): boolean {
  return contentWords(withoutNames(clause.replace(smallWords, ' '), registry)).size > 0;
}

function withoutNames(clause: string, { people }: Registry): string {
  const names = people.flatMap(({ name, link }) => (link === undefined ? [name] : [name, link]));
  return clause.replace(new RegExp(matcher(names).source, 'giu'), ' ');
}

/** Nothing in particular was named: all of it, but for what is to be kept back. */
function closed(words: Given): Given {
  if (words.unclear && words.parts.length === 0) return words;
  const { unclear: _, ...clear } = words;
  return clear.parts.length === 0 ? { ...clear, parts: ['all'] } : clear;
}

function partsOf(clause: string, plan: Contents): string[] {
  const found = [...partWords].filter(([, words]) => words.test(clause)).map(([part]) => part as string);
  const words = contentWords(clause);
  const speaksOf = (about: string) => [...contentWords(about)].some((word) => words.has(word));
  if (plan.actions.some(({ what, kind = '' }) => speaksOf(`${what} ${kind}`))) {
    return [
      ...new Set(['actions', ...found.filter((part) => part !== 'goals').flatMap((part) => together[part] ?? [part])]),
    ];
  }
  if (found.length === 0 && plan.goals.some(({ what }) => speaksOf(what))) return ['goals'];
  return allWords.test(clause) && found.length === 0 ? ['all'] : widened(found);
}

/** Who must never see it, and what is to be kept back from everybody. It beats every other rule. */
function nevers(material: Material, registry: Registry, plan: Contents) {
  const said = material.text('share.never');
  if (said === undefined) return [];
  const people = registry.mentionedIn(said);
  const parts = partsOf(said, plan).filter((part) => part !== 'all');
  // Whoever a carer looks after gets no copy as it is.
  const caredFor = material.kept.mode === 'carer_self' ? material.text('who.person_name') : undefined;
  const isClear = people.length + parts.length > 0 || (caredFor !== undefined && matcher([caredFor]).test(said));
  return [{ said, people, parts, ...(isClear ? {} : { unclear: true as const }) }];
}

function copies(material: Material, registry: Registry) {
  return lines(material.text('share.copy') ?? '').flatMap((said) => {
    const refs = registry.namedIn(said, 'copy');
    return refs.length === 0 ? [{ said, formats: [] }] : refs.map((who) => ({ who, said, formats: [] }));
  });
}

/** The words that give away a part that is kept back: "low", "mood". Whatever holds one of them is left out of a copy. */
export function wordsToKeepBack(notParts: readonly string[], notSaid: string | undefined): ReadonlySet<string> {
  const topics = notParts.filter((part) => part.startsWith('about.topics.'));
  const listed = topics.flatMap((part) => [...contentWords((parts as Record<string, string>)[part] ?? '')]);
  return new Set([...listed, ...contentWords((notSaid ?? '').replace(new RegExp(notWords.source, 'giu'), ' '))]);
}
