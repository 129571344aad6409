/** Sentences taken apart by what their words do: who is asked, what is asked for, and words that carry nothing. */
import enGB from '../../locales/en-GB/understanding-talk.json' with { type: 'json' };
import { wordsIn } from './plain.ts';
import { isRightlySpelled, meantBy } from './talk-slips.ts';

/** How far a message may hold other things beside it: nothing at all, an excuse ("my eyes are bad"), or any story. */
export type Strength = 'alone' | 'excused' | 'anywhere';

/** One way of saying something, as a row of parts; light words may stand between them. */
export interface Making {
  readonly command: string;
  readonly strength: Strength;
  readonly slots: readonly Slot[];
}

interface Slot {
  /** A part, or one literal word; undefined: any few words. */
  readonly part: string | undefined;
  readonly optional: boolean;
}

/** The words of a message, and where each part of a sentence stands among them. */
export interface Parts {
  readonly said: readonly string[];
  /** By place: the part's name, and the places where it may end. */
  readonly at: readonly ReadonlyMap<string, readonly number[]>[];
  readonly named: ReadonlySet<string>;
}

/** The longest run of light words between two parts of one sentence, and of any words where any may stand. */
const longestGap = 4;
const longestAny = 8;

const written: Readonly<Record<string, string>> = enGB.parts;

function phrasesOfPart(name: string): string[] {
  const part = written[name];
  if (part === undefined) throw new Error(`understanding-talk.json has no part <${name}>`);
  return part
    .split('|')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
    .flatMap((phrase) => (phrase.startsWith('+') ? phrasesOfPart(phrase.slice(1)) : [phrase]));
}

interface Tagged {
  readonly part: string;
  readonly words: readonly string[];
  readonly order: number;
}

/** The phrases that begin with one word: those of that word alone, and the others by their second word. */
interface Begun {
  readonly alone: Tagged[];
  readonly bySecond: Map<string, Tagged[]>;
}

interface Ready {
  readonly byFirst: ReadonlyMap<string, Begun>;
  readonly vocabulary: ReadonlySet<string>;
  /** Words that may be typed wrongly, by their first letter. */
  readonly longWords: ReadonlyMap<string, readonly string[]>;
  /** By the rarest part that each of them needs: most messages have none of it. */
  readonly makings: ReadonlyMap<string, readonly Making[]>;
  readonly cues: readonly Cue[];
  /** Words that are used of the talk, and words that carry nothing. */
  readonly ofTheTalk: ReadonlySet<string>;
}

/** Parts that hint at a command when they stand together, in any order. */
interface Cue {
  readonly command: string;
  readonly needs: readonly string[];
  /** Written with "!": to whom it is said is plain from the words themselves. */
  readonly isPlain: boolean;
}

let ready: Ready | undefined;

/** Made when first needed. */
function lexicon(): Ready {
  if (ready !== undefined) return ready;
  const makings = Object.entries(enGB.makings).flatMap(([command, list]) => list.map((one) => madeOf(command, one)));
  const literals = makings.flatMap(({ slots }) => slots.flatMap(({ part }) => (part?.startsWith('=') ? [part] : [])));
  const tagged = [
    ...Object.keys(written).flatMap((part) => phrasesOfPart(part).map((one) => ({ part, words: wordsIn(one) }))),
    ...[...new Set(literals)].map((part) => ({ part, words: [part.slice(1)] })),
  ];
  const byFirst = begunWith(tagged.map((one, order) => ({ ...one, order })));
  const vocabulary = new Set(tagged.flatMap(({ words }) => words));
  const cues = Object.entries(enGB.cues).flatMap(([command, list]) =>
    list.map((one) => ({ command, needs: one.replace('!', '').split(' '), isPlain: one.startsWith('!') })),
  );
  const ofTheTalk = new Set(tagged.flatMap(({ part, words }) => (lifeParts.has(part) ? [] : words)));
  const longWords = Map.groupBy(
    [...vocabulary].filter((word) => word.length > 4),
    (word) => word[0] ?? '',
  );
  ready = { byFirst, vocabulary, longWords, makings: byRarest(makings), cues, ofTheTalk };
  return ready;
}

function begunWith(tagged: readonly Tagged[]): ReadonlyMap<string, Begun> {
  const byFirst = new Map<string, Begun>();
  for (const one of tagged) {
    const [first = '', second] = one.words;
    const begun = byFirst.get(first) ?? { alone: [], bySecond: new Map<string, Tagged[]>() };
    byFirst.set(first, begun);
    if (second === undefined) begun.alone.push(one);
    else begun.bySecond.set(second, [...(begun.bySecond.get(second) ?? []), one]);
  }
  return byFirst;
}

/** Each making under the part it needs that fewest others need. */
function byRarest(makings: readonly Making[]): ReadonlyMap<string, readonly Making[]> {
  const needed = ({ slots }: Making) =>
    slots.flatMap(({ part, optional }) => (part === undefined || optional ? [] : part));
  const uses = new Map<string, number>();
  for (const part of makings.flatMap(needed)) uses.set(part, (uses.get(part) ?? 0) + 1);
  return Map.groupBy(
    makings,
    (making) => needed(making).toSorted((one, other) => (uses.get(one) ?? 0) - (uses.get(other) ?? 0))[0] ?? '',
  );
}

/** "!" may stand in any story, "~" only alone. */
function madeOf(command: string, text: string): Making {
  const strength = text.startsWith('!') ? 'anywhere' : text.startsWith('~') ? 'alone' : 'excused';
  const slots = text
    .replace(/^[!~]/, '')
    .split(' ')
    .map((slot): Slot => {
      if (slot === '...') return { part: undefined, optional: false };
      const [, part, word = '', sign] = /^(?:<(\w+)>|([^?]+))(\?)?$/.exec(slot) ?? [];
      return { part: part ?? `=${word}`, optional: sign !== undefined };
    });
  return { command, strength, slots };
}

const spellings = new Map(Object.entries(enGB.spellings));
/** Parts that name what is in somebody's life: an excuse, a visitor, a meal. */
const lifeParts: ReadonlySet<string> = new Set(enGB.lifeParts);

/** The words of a message with their slips mended, and their parts. */
export function partsOf(words: readonly string[]): Parts {
  const key = words.join(' ');
  if (key !== last?.key) last = { key, parts: takenApart(words) };
  return last.parts;
}
/** Each reader of a message asks for its parts; they are made once. */
let last: { readonly key: string; readonly parts: Parts } | undefined;

function takenApart(words: readonly string[]): Parts {
  const { byFirst, vocabulary, longWords } = lexicon();
  const said = words.flatMap((word) => {
    const spelled = spellings.get(word);
    if (spelled !== undefined) return spelled.split(' ');
    if (vocabulary.has(word) || word.length < 5 || isRightlySpelled(word)) return [word];
    return [meantBy(word, longWords.get(word[0] ?? '') ?? [])];
  });
  const bases = said.map((word, index) => (index > 0 && word.endsWith('ing') ? baseOf(word, vocabulary) : word));
  const named = new Set<string>();
  const at = said.map((word, from) => {
    const here = new Map<string, number[]>();
    const base = bases[from] ?? word;
    const next = [said[from + 1] ?? '', bases[from + 1] ?? ''] as const;
    for (const first of base === word ? [word] : [word, base]) {
      for (const { part, words: phrase } of beginning(byFirst.get(first), next)) {
        if (!phrase.every((one, index) => index < 2 || said[from + index] === one || bases[from + index] === one))
          continue;
        named.add(part);
        const ends = here.get(part);
        if (ends === undefined) here.set(part, [from + phrase.length]);
        else ends.push(from + phrase.length);
      }
    }
    return here;
  });
  return { said, at, named };
}

/** The phrases that begin with this word and the next, in the order in which they are written. */
function beginning(begun: Begun | undefined, [next, base]: readonly [string, string]): readonly Tagged[] {
  if (begun === undefined) return [];
  const second = begun.bySecond.get(next) ?? [];
  const other = base === next ? [] : (begun.bySecond.get(base) ?? []);
  if (second.length === 0 && other.length === 0) return begun.alone;
  return [...begun.alone, ...second, ...other].sort((one, another) => one.order - another.order);
}

/** "Going" is "go", "seeing" is "see": behind the first word, for a sentence that begins so names what is done. */
function baseOf(word: string, vocabulary: ReadonlySet<string>): string {
  const stem = word.slice(0, -3);
  return [stem, `${stem}e`].find((one) => one.length > 2 && vocabulary.has(one)) ?? word;
}

/** The makings whose parts are all in the message. Most are passed over here. */
export const makingsFor = ({ named }: Parts): readonly Making[] => {
  const { makings } = lexicon();
  return [...named].flatMap((part) =>
    (makings.get(part) ?? []).filter(({ slots }) =>
      slots.every((slot) => slot.optional || slot.part === undefined || named.has(slot.part)),
    ),
  );
};

/** The hints whose parts are all in the message. */
export const cuesFor = ({ named }: Parts): readonly Cue[] =>
  lexicon().cues.filter(({ needs }) => needs.every((need) => named.has(need)));

/** Is this a word that people use of the talk? */
export const isKnown = (word: string): boolean => lexicon().ofTheTalk.has(word);

/** Where a sentence of this making that begins at `from` may end. */
export function endsOfMaking(parts: Parts, { slots }: Making, from: number): ReadonlySet<number> {
  let places = new Set([from]);
  for (const slot of slots) {
    const next = new Set<number>(slot.optional ? places : []);
    for (const place of places) {
      if (slot.part === undefined) {
        for (let end = place + 1; end <= Math.min(place + longestAny, parts.said.length); end += 1) next.add(end);
        continue;
      }
      for (const start of afterLight(parts, place)) {
        for (const end of parts.at[start]?.get(slot.part) ?? []) next.add(end);
      }
    }
    places = next;
    if (places.size === 0) break;
  }
  return places;
}

/** This place, and those behind the light words that stand here. */
function afterLight({ at }: Parts, from: number): readonly number[] {
  const places = [from];
  for (let index = 0; index < places.length && places.length <= longestGap; index += 1) {
    for (const end of at[places[index] ?? 0]?.get('light') ?? []) if (!places.includes(end)) places.push(end);
  }
  return places;
}
