/** The languages on offer, and what happens when somebody wants another one: a switch, or a note for the worker. */
import type { Event, Stamp } from '../dialog/index.ts';
import type { Filling, Offer, Reply } from '../plan/replies.ts';
import type { Decision } from './decision.ts';
import { type Position, restingAt } from './position.ts';
import type { Tools } from './tools.ts';

/** Each language by its own name. */
export const languageOffers = ({ languages }: Tools): readonly Offer[] =>
  languages.map((id) => ({ id, words: nameIn(id, id) }));

/** What a language is called: by those who speak it, in English, and in the language of the talk. */
export const namesOf = (id: string, lang: string): readonly string[] =>
  [id, lang, 'en-GB'].map((reader) => nameIn(id, reader));

/** "English", "Cymraeg": for a list inside a sentence. */
export const languageNames = (tools: Tools): Filling => ({
  list: languageOffers(tools).map(({ words = '' }) => words),
});

/** `about`: the language that was named, in any of its names; empty when none was. */
export function speak(about: string, before: Position, tools: Tools, stamp: Stamp): Decision {
  const { kept } = before.context;
  const meant = tools.languages.find((id) => namesOf(id, kept.lang).some((name) => alike(name, about)));
  if (meant !== undefined) {
    const switched: Event = { type: 'NOTE', stamp, facts: [{ type: 'language', ...stamp, lang: meant, said: about }] };
    return { events: meant === kept.lang ? [] : [switched], says: [nowIn(meant)] };
  }
  if (about === '' && tools.languages.length > 1) return choose(before, tools, stamp);
  const named = about === '' || !isFree(before) ? [] : [speaks(about, stamp)];
  return { events: [...wantsInterpreter(before, about, stamp), ...named], says: notOffered(about, tools, stamp.at) };
}

/** Asked again where it can be; else the languages are named, and one of them can be said. */
function choose(before: Position, tools: Tools, stamp: Stamp): Decision {
  const asked = before.context.kept.answers['language.choice'] !== undefined && isFree(before);
  return asked
    ? { events: [{ type: 'CHANGE', slot: 'language.choice', stamp }], says: [] }
    : { events: [], says: [line('conversation.language_which', { languages: languageNames(tools) })] };
}

/** The talk is about the plan, and not in the middle of a change or after it was sent. */
const isFree = (before: Position): boolean => {
  const { state, safety, focus, sentAt } = before.context.kept;
  return state === 'talking' && safety === null && focus === null && sentAt === null;
};

const speaks = (about: string, stamp: Stamp): Event => {
  const value = `${about.slice(0, 1).toUpperCase()}${about.slice(1)}`;
  return { type: 'ANSWER', stamp, question: 'comm.language', value, said: value, notes: ['in_passing'] };
};

/** That somebody should find an interpreter is for the worker to know, once. */
function wantsInterpreter(before: Position, said: string, stamp: Stamp): Event[] {
  const { flags } = before.context.kept;
  if (flags.some(({ kind }) => kind === 'interpreter')) return [];
  const where = restingAt(before)?.question ?? 'nav.any';
  const fact = { type: 'flagged', ...stamp, id: `f${flags.length + 1}`, kind: 'interpreter', where, said } as const;
  return [{ type: 'NOTE', stamp, facts: [{ ...fact, level: 'with_the_plan', shown_to_person: true }] }];
}

function notOffered(about: string, tools: Tools, now: string): Reply[] {
  const facts = { ...tools.council(now), languages: languageNames(tools) };
  return [
    line('conversation.language', facts),
    line(about === '' ? 'conversation.language_name' : 'conversation.language_noted', facts),
  ];
}

/** What is said once a language was chosen, in that language. */
export const nowIn = (lang: string): Reply => line('conversation.language_now', { language: nameIn(lang, lang) });

const line = (say: string, fillings: Record<string, Filling>): Reply => ({ say, with: fillings, waits: false });

function nameIn(id: string, reader: string): string {
  const [language = id] = id.split('-');
  return new Intl.DisplayNames([reader], { type: 'language' }).of(language) ?? id;
}

const alike = (one: string, other: string): boolean => one.toLowerCase() === other.trim().toLowerCase();

/** The fact that an answer to "which language?" stands for; none when it is a language that is not offered. */
export const chosen = (value: unknown, said: string, tools: Tools, stamp: Stamp): Event[] =>
  tools.languages.includes(String(value))
    ? [{ type: 'NOTE', stamp, facts: [{ type: 'language', ...stamp, lang: String(value), said }] }]
    : [];
