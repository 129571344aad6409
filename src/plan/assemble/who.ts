/** Who the plan is for, who writes it, how to talk with them, and who should take part. */
import type { z } from 'zod';
import type { Format } from '../schema/comms.ts';
import type { Reach } from '../schema/people.ts';
import type { DateValue } from '../values.ts';
import { lexicon, matcher, plainQuotes, sentences, wordList } from '../words.ts';
import { plainFields } from './defaults.ts';
import type { Material } from './material.ts';
import type { Registry } from './people.ts';

export function who(material: Material, registry: Registry) {
  const { kept } = material;
  return {
    person: person(material),
    ...(kept.mode === 'self' ? {} : { author: author(material) }),
    deciding: { ...plainFields(material, 'deciding'), authority: material.value('decide.authority') ?? [] },
    best_interests: plainFields(material, 'best_interests'),
    involve: {
      ...plainFields(material, 'involve'),
      people: registry.refs('involve.who'),
      not: registry.refs('involve.not').filter((ref) => ref !== 'self'),
    },
    advocate: {
      ...plainFields(material, 'advocate'),
      ...optional('helper', reach(registry, registry.refs('advocate.helper')[0])),
    },
    comms: { ...plainFields(material, 'comms'), formats: formats(material) },
    privacy: privacy(material),
    ...(kept.mode === 'carer_self' ? { carer: plainFields(material, 'carer') } : {}),
  };
}

/** `{ name: value }`, or nothing where there is no value. */
export const optional = <K extends string, V>(name: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [name]: value } as Record<K, V>);

/** Somebody with the number they have today. */
export function reach(registry: Registry, person: string | undefined): z.infer<typeof Reach> | undefined {
  return person === undefined ? undefined : { person, ...optional('phone', registry.find(person)?.phone) };
}

function person(material: Material) {
  const known = material.kept.record?.person;
  const born = material.value<DateValue>('who.birth_date')?.date ?? known?.dob;
  const full = material.text('who.details');
  const contact = material.text('who.contact');
  return {
    ...plainFields(material, 'person'),
    ...optional('full_name', full === undefined ? known?.full_name : nameIn(full)),
    ...optional('dob', born),
    ...optional('contact', contact === undefined ? undefined : contactIn(contact)),
  };
}

const named = new RegExp(`^(?:${wordList(lexicon.named).join('|')})\\s+`, 'iu');
const birth = matcher(lexicon.birth);

/** "I'm Doris Smith, born 3 April 1941" → "Doris Smith". The birth date is asked for itself. */
function nameIn(words: string): string {
  const plain = plainQuotes(words).replace(named, '');
  const until = Math.min(...[birth.exec(plain)?.index, /\d/.exec(plain)?.index].map((at) => at ?? plain.length));
  return plain.slice(0, until).replace(/[\s,.;:(-]+$/u, '') || plain;
}

const phone = /(?:\+44|\(?0)[\d\s()-]{8,14}\d/;
const email = /[^\s@<>]+@[^\s@<>]+\.[^\s@<>.,]+/;
const contactIn = (said: string) => ({
  said,
  ...optional('phone', phone.exec(said)?.[0]),
  ...optional('email', email.exec(said)?.[0]),
  safe_to_use: true,
});

function author(material: Material) {
  const by = [...material.answers.values()].find(
    (answer) => answer.by.role === 'helper' && answer.by.name !== undefined,
  );
  const plain = plainFields(material, 'author');
  return {
    ...optional('name', material.kept.mode === 'carer_self' ? material.text('who.call_me') : by?.by.name),
    ...plain,
    ...(material.value('who.plan_for') === 'paid_worker' ? { paid: true } : {}),
  };
}

/** Large print with its size, braille on paper or as a file. */
function formats(material: Material): z.infer<typeof Format>[] {
  const size = Number(material.value('comm.print_size'));
  const braille = material.value<'paper' | 'brf'>('comm.braille_kind');
  const kinds = material.value<z.infer<typeof Format>['kind'][]>('comm.format') ?? [];
  return kinds.map((kind) => ({
    kind,
    ...(kind === 'large_print' && size > 0 ? { size_pt: size } : {}),
    ...(kind === 'braille' ? optional('braille', braille) : {}),
  }));
}

function privacy(material: Material) {
  const { told, noticeVersion } = material.kept;
  const at = told['privacy.notice'];
  return {
    ...plainFields(material, 'privacy'),
    ...(at === undefined ? {} : { notice_seen: { at, ...optional('version', noticeVersion) } }),
  };
}

/** Questions for the worker, a sentence each. */
export const questionsFor = (material: Material): string[] => [
  ...(['pause.questions', 'check.missing'] as const).flatMap((id) => sentences(material.text(id) ?? '')),
  ...material.kept.toAsk,
];
