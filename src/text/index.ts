/** Makes words, in the reader's language and for the reader's kind of plan, out of what the conversation says as data. */
import { createInstance, type TFunction } from 'i18next';
import type { Mode } from '../plan/facts.ts';
import type { Filling, Offer, Reply } from '../plan/replies.ts';
import { type Formatting, formatting, type Say } from './fillings.ts';
import { type Locales, readLocales, resolveLocales, type Words } from './locales.ts';

/** The language that is always whole. What another language lacks is said in this one. */
export const referenceLanguage = 'en-GB';

/** Who reads: their language, and whose plan it is. The same question is worded for the person, a helper or a carer. */
export interface Reader {
  readonly lang: string;
  readonly mode: Mode;
}

/** What was missing when something was to be said. A person has then seen stop-gap words; it belongs in the log. */
export interface Missing {
  readonly what: 'text' | 'filling';
  readonly key: string;
  readonly lang: string;
}

export type Fillings = Readonly<Record<string, Filling>>;

export interface Texts {
  /** Language ids that have words (BCP 47), the reference language first. */
  readonly languages: readonly string[];
  /** The words of one message. */
  say(reply: Pick<Reply, 'say' | 'with'>, reader: Reader): string;
  /** The words on something that can be tapped. */
  label(offer: Offer, reader: Reader): string;
  t(key: string, fillings: Fillings | undefined, reader: Reader): string;
  /** Are there words for this key, in this language or in the reference language? Without a mode: for any kind of plan. */
  has(key: string, lang: string, mode?: Mode): boolean;
  /** The names that stand right below a key: `under('glossary')` are the ids of its terms. */
  under(key: string): readonly string[];
  direction(lang: string): 'ltr' | 'rtl';
}

/**
 * Reads all words at start, from a folder that holds one folder of JSON files for each language. Throws one error that
 * lists every fault in the files. Later, `report` hears of what is missing; nothing throws.
 */
export function loadTexts(folder: string, report: (missing: Missing) => void = () => undefined): Texts {
  return textsFrom(readLocales(folder), report);
}

/** The same, from words already read: for languages that are made, not written. */
export function textsFrom(locales: Locales, report: (missing: Missing) => void = () => undefined): Texts {
  const words = resolveLocales(locales, referenceLanguage);
  const byMode = keysByMode(words);
  const voices = new Map(Object.keys(words).map((lang) => [lang, voice(lang, words, report)]));
  const reference = voices.get(referenceLanguage) ?? voice(referenceLanguage, words, report);
  const voiceOf = (lang: string) => voices.get(lang) ?? reference;

  const t = (key: string, fillings: Fillings | undefined, { lang, mode }: Reader): string => {
    const { has, gaps, translate, format, lastResort } = voiceOf(lang);
    const exact = wordedFor(key, mode, byMode);
    if (!has(exact)) {
      report({ what: 'text', key: exact, lang });
      return lastResort;
    }
    if (fillings === undefined) return translate(exact, { nest: false });
    const say: Say = (inner, its) => t(inner, { ...plain(fillings), ...its }, { lang, mode });
    const replace: Record<string, string> = {};
    for (const name of gaps(exact)) {
      const filling = fillings[name];
      if (filling !== undefined) replace[name] = typeof filling === 'string' ? filling : format(filling, say);
    }
    const count = fillings.count;
    return translate(exact, typeof count === 'number' ? { nest: false, replace, count } : { nest: false, replace });
  };

  return {
    languages: [...voices.keys()],
    say: (reply, reader) => t(reply.say, reply.with, reader),
    label: (offer, reader) => offer.words ?? t(offer.key ?? offer.id, offer.with, reader),
    t,
    has: (key, lang, mode) =>
      mode === undefined ? byMode.has(key) || voiceOf(lang).has(key) : voiceOf(lang).has(wordedFor(key, mode, byMode)),
    under: (key) => namesUnder(key, words[referenceLanguage] ?? {}),
    direction: (lang) => voiceOf(lang).direction,
  };
}

function namesUnder(key: string, words: Readonly<Record<string, string>>): readonly string[] {
  const below = Object.keys(words).filter((one) => one.startsWith(`${key}.`));
  return [...new Set(below.map((one) => one.slice(key.length + 1).split('.')[0] ?? ''))];
}

/** A text inside a text knows the names and numbers of the one around it. */
const plain = (fillings: Fillings) =>
  Object.fromEntries(Object.entries(fillings).filter(([, filling]) => typeof filling !== 'object'));

interface Voice {
  readonly has: (key: string) => boolean;
  /** Names of the gaps in a text. Nothing else is made ready: a turn's facts are many, and a text uses few. */
  readonly gaps: (key: string) => readonly string[];
  readonly translate: TFunction;
  readonly format: Formatting;
  readonly lastResort: string;
  readonly direction: 'ltr' | 'rtl';
}

/**
 * One i18next instance a language. Nesting is switched off (`locales.ts` has put every reference in place already) and
 * fillings are never read again as templates, so a person who writes `$t(...)` or `{{...}}` sees just that.
 */
function voice(lang: string, words: Words, report: (missing: Missing) => void): Voice {
  const own = words[lang] ?? {};
  const fallback = words[referenceLanguage] ?? {};
  const at = (key: string) => own[key] ?? fallback[key];
  const instance = createInstance({
    lng: lang,
    fallbackLng: referenceLanguage,
    load: 'currentOnly',
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    resources: { [referenceLanguage]: { translation: { ...fallback } }, [lang]: { translation: { ...own } } },
    interpolation: { escapeValue: false, skipOnVariables: true },
    missingInterpolationHandler: (text: string, match: RegExpMatchArray) => {
      const name = match[1]?.trim() ?? '';
      report({ what: 'filling', key: `${name} in "${text}"`, lang });
      return at(`value.missing.${name}`) ?? at('value.missing.filling') ?? '';
    },
  });
  void instance.init();
  return {
    has: (key) => at(key) !== undefined || at(`${key}_other`) !== undefined,
    gaps: remember((key) =>
      gapsIn([key, ...plurals.map((form) => `${key}_${form}`)].map((one) => at(one) ?? '').join()),
    ),
    translate: instance.getFixedT(lang),
    format: formatting(lang),
    lastResort: at('value.missing.text') ?? '',
    direction: instance.dir(lang),
  };
}

const plurals = ['zero', 'one', 'two', 'few', 'many', 'other'];

const gapsIn = (text: string) => [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].flatMap((gap) => gap[1] ?? []))];

function remember<T>(work: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = work(key);
    known.set(key, found);
    return found;
  };
}

const variant = /^(.+)_(on_behalf|carer_self)(?:_(?:zero|one|two|few|many|other))?$/;

/** Keys that are worded by kind of plan. For these the wording of another kind is never used: it would address the wrong person. */
function keysByMode(words: Words): ReadonlySet<string> {
  const keys = Object.values(words).flatMap((own) => Object.keys(own));
  return new Set(keys.flatMap((key) => variant.exec(key)?.[1] ?? []));
}

function wordedFor(key: string, mode: Mode, byMode: ReadonlySet<string>): string {
  return mode !== 'self' && byMode.has(key) ? `${key}_${mode}` : key;
}
