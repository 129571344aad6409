/** What the conversation needs from the words and the council's pack, put together once at start. */
import type { Danger, OptionWords, Tools } from './conversation/tools.ts';
import { localIdeas } from './council/local-ideas.ts';
import { openAt, type Pack } from './council/pack.ts';
import { questionIds, questions, sectionOf } from './plan/questions/index.ts';
import type { Filling, Offer } from './plan/replies.ts';
import { unreadable } from './safety/index.ts';
import type { Reader, Texts } from './text/index.ts';

export interface Parts {
  readonly texts: Texts;
  readonly pack: Pack;
  readonly danger: (text: string, lang: string) => Danger | null;
}

export function toolsOf({ texts, pack, danger }: Parts): Tools {
  const known = new Map<string, readonly OptionWords[]>();
  let ours: ReadonlySet<string> | undefined;
  return {
    languages: offered(pack, texts),
    unreadable,
    noticeVersion: pack.privacy.version,
    // Made when something is first heard as danger: most messages are not.
    danger: (text, lang) => {
      const worry = danger(text, lang);
      if (worry === null) return null;
      ours ??= ownWords(texts);
      return ours.has(bare(text)) ? null : worry;
    },
    has: (key) => texts.has(key, 'en-GB'),
    optionWords: (question, offers, reader) => wordsFor(question, offers, reader, texts, known),
    council: byMinute((now) => councilFacts(pack, now)),
    localIdeas: (fits, not, of) => localIdeas(pack.services, fits, not, of),
    glossary: (term, lang) => glossaryKey(term, lang, texts),
  };
}

/** Our own labels, examples and questions, whole and by the sentence: who says one back tells of no harm. Not those about a worry. */
function ownWords(texts: Texts): ReadonlySet<string> {
  const modes = ['self', 'on_behalf', 'carer_self'] as const;
  const asked = questionIds.filter((id) => sectionOf(id) !== 'safety' && questions[id].kind !== 'statement');
  const keys = asked.flatMap((id) =>
    ['ask', 'eg', 'simple', 'short', ...questions[id].options.map((option) => `options.${option}`)].map(
      (key) => `${id}.${key}`,
    ),
  );
  const words = texts.languages.flatMap((lang) =>
    modes.flatMap((mode) =>
      keys.filter((key) => texts.has(key, lang, mode)).map((key) => texts.t(key, undefined, { lang, mode })),
    ),
  );
  return new Set(words.flatMap((one) => [one, ...one.split(/(?<=[.?!])\s+|"/u)].map(bare)));
}

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What the council offers and there are words for; the council's own first. */
function offered({ languages }: Pack, texts: Texts): readonly string[] {
  const worded = languages.filter((lang) => texts.languages.includes(lang));
  return worded.length > 0 ? worded : texts.languages.slice(0, 1);
}

/** Labels and synonyms. Those that are the same for everybody are made once. */
function wordsFor(
  question: string,
  offers: readonly Offer[],
  { lang, mode }: Reader,
  texts: Texts,
  known: Map<string, readonly OptionWords[]>,
): readonly OptionWords[] {
  const fixed = offers.every((offer) => offer.words === undefined && offer.with === undefined);
  const name = `${question} ${lang} ${mode} ${offers.map(({ id }) => id).join()}`;
  const before = fixed ? known.get(name) : undefined;
  if (before !== undefined) return before;
  const words = offers.map((offer) => {
    const also = `${question}.options_also.${offer.id}`;
    const synonyms = texts.has(also, lang) ? texts.t(also, undefined, { lang, mode }).split('|') : [];
    return { id: offer.id, words: [texts.label(offer, { lang, mode }), ...synonyms.map((one) => one.trim())] };
  });
  if (fixed) known.set(name, words);
  return words;
}

/** Teams come and go on the minute: what was true at a minute's start is true to its end. */
function byMinute<T>(facts: (now: string) => T): (now: string) => T {
  let known: { readonly minute: string; readonly facts: T } | undefined;
  return (now) => {
    const minute = now.slice(0, 16);
    if (known?.minute !== minute) known = { minute, facts: facts(now) };
    return known.facts;
  };
}

/** Names, numbers and hours, true at this instant. */
function councilFacts(pack: Pack, now: string): Record<string, Filling> {
  const duty = openAt(pack.duty, now);
  return {
    council: pack.name,
    duty_team: { key: 'safety.teams.duty' },
    duty_phone: pack.duty.phone,
    duty_hours: hours(duty, now),
    ...there('duty', pack, now),
    ...there('safeguarding', pack, now),
    ...there('children', pack, now),
    safeguarding: { key: 'safety.teams.safeguarding' },
    safeguarding_phone: pack.safeguarding.phone,
    children_team: { key: 'safety.teams.children' },
    children_phone: pack.children.phone,
    out_of_hours_phone: pack.out_of_hours.phone,
    complaint_phone: pack.complaint.phone,
    ombudsman_phone: pack.ombudsman.phone,
    days: pack.reply_within_days,
  };
}

/** Whether a team is there at this instant, and until when or from when: `duty_is`, `duty_time`. */
function there(team: 'duty' | 'safeguarding' | 'children', pack: Pack, now: string): Record<string, Filling> {
  const { open, until, opens } = openAt(pack[team], now);
  const change = until ?? opens;
  const staffed = change === undefined ? 'always' : 'staffed';
  const away = change === undefined ? 'closed' : 'not_staffed';
  return { [`${team}_is`]: open ? staffed : away, [`${team}_time`]: clock(change, now) };
}

function hours({ open, until, opens }: ReturnType<typeof openAt>, now: string): Filling {
  if (open && until === undefined) return { key: 'conversation.clause.always' };
  return open
    ? { key: 'conversation.clause.staffed', with: { time: clock(until, now) } }
    : { key: 'conversation.clause.not_staffed', with: { time: clock(opens, now) } };
}

const zone = { timeZone: 'Europe/London' } as const;
const timeOf = new Intl.DateTimeFormat('en-GB', { ...zone, hour: 'numeric', minute: '2-digit', hour12: true });
const dayOf = new Intl.DateTimeFormat('en-GB', { ...zone, weekday: 'long' });
const dateOf = new Intl.DateTimeFormat('en-GB', { ...zone, dateStyle: 'short' });

/** "5pm" today, or "8:45am on Monday". */
function clock(instant: string | undefined, now: string): Filling {
  if (instant === undefined) return '';
  const at = new Date(instant);
  const time = timeOf.format(at).replace(':00', '').replaceAll(/\s/gu, '');
  return dateOf.format(at) === dateOf.format(new Date(now))
    ? time
    : { key: 'conversation.clause.on_day', with: { time, day: dayOf.format(at) } };
}

function glossaryKey(term: string, lang: string, texts: Texts): string | null {
  const said = term
    .toLowerCase()
    .replace(/[^a-z' -]/g, '')
    .trim();
  const reader: Reader = { lang, mode: 'self' };
  const id = glossaryIds(texts).find((one) => {
    const also = `glossary.${one}.also`;
    const names = [
      texts.t(`glossary.${one}.term`, undefined, reader),
      ...(texts.has(also, lang) ? texts.t(also, undefined, reader).split('|') : []),
    ];
    return names.some((name) => name.trim().toLowerCase() === said.replace(/^(?:an?|the) /, ''));
  });
  return id === undefined ? null : `glossary.${id}.meaning`;
}

const glossaryIds = (texts: Texts): readonly string[] => texts.under('glossary');
