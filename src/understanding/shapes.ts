/** Sentences known by their make rather than word for word: "<ask> <say> <it>* <again>" is any way to ask for it again. */
import enGB from '../../locales/en-GB/understanding-shapes.json' with { type: 'json' };
import { wordsIn } from './plain.ts';
import { lengthAt, type Phrases, phrasesOf, standsAt, type Words } from './words.ts';

export type Shaped = keyof typeof enGB.shapes;

/** A slot of a shape: one phrase of a part, or the words themselves; perhaps none, perhaps several. */
interface Slot {
  readonly phrases: Phrases;
  readonly optional: boolean;
  readonly repeats: boolean;
}

/** Longer messages tell something, whatever they begin with. */
const longest = 26;
/** What may follow a reason such as "my eyes ...". */
const reasonWords = 7;

/** The last meaning said when the whole message is made of these shapes, politeness and reasons; otherwise undefined. */
export function shapedAs<Name extends Shaped>(
  said: readonly string[],
  names: readonly Name[],
  words: Words,
): Name | undefined {
  if (said.length === 0 || said.length > longest) return undefined;
  const spelled = said.map((word) => spellings.get(word) ?? word);
  if (hasStrange(spelled, names, words)) return undefined;
  const possible = possibleIn(spelled, names, words);
  if (possible.length === 0) return undefined;
  const reached = new Map<number, Name | undefined>([[0, undefined]]);
  for (let at = 0; at < spelled.length; at += 1) {
    if (!reached.has(at)) continue;
    const before = reached.get(at);
    for (const { name, shape } of possible) {
      for (const end of endsOf(spelled, at, shape, words)) if (end > at) reached.set(end, name);
    }
    for (const end of [...passing(spelled, at, words), ...reasonEnds(spelled, at, before, words)]) {
      if (reached.get(end) === undefined) reached.set(end, before);
    }
  }
  return reached.get(spelled.length);
}

/** A word that is in none of these shapes, and no reason before it that could hold it. */
function hasStrange<Name extends Shaped>(said: readonly string[], names: readonly Name[], words: Words): boolean {
  const { vocabulary } = indexOf(names, words);
  const strange = said.findIndex((word) => !vocabulary.has(word));
  const begins = words.made('shape reasons', () => phrasesOf(enGB.reasons));
  return (
    strange >= 0 &&
    said.every((_, at) => at > strange || phraseEnds(said, at, begins).every((end) => said.length - end > reasonWords))
  );
}

/** Is the whole message of this make? */
export const isShaped = (said: readonly string[], name: Shaped, words: Words): boolean =>
  shapedAs(said, alone(name), words) === name;

const alone = <Name extends Shaped>(name: Name): readonly Name[] =>
  (onlyOne.get(name) ?? onlyOne.set(name, [name]).get(name) ?? [name]) as readonly Name[];
const onlyOne = new Map<Shaped, readonly Shaped[]>();

/** A shape with the name of what it means, in the order in which they are written. */
interface Named<Name> {
  readonly name: Name;
  readonly shape: readonly Slot[];
  readonly order: number;
}

/** Most shapes need a word that is nowhere in the message: they are passed over at once, found by their rarest slot. */
function possibleIn<Name extends Shaped>(said: readonly string[], names: readonly Name[], words: Words) {
  const { byWord, anywhere } = indexOf(names, words);
  const begun = begunIn(said);
  const begins = (phrases: Phrases): boolean => {
    const known = begun.get(phrases);
    if (known !== undefined) return known;
    const isThere = said.some((word) => phrases.byFirst.has(word));
    begun.set(phrases, isThere);
    return isThere;
  };
  const isPossible = ({ shape }: Named<Name>) => shape.every((slot) => slot.optional || begins(slot.phrases));
  const found = new Set<Named<Name>>(anywhere.filter(isPossible));
  for (const word of said) for (const one of byWord.get(word) ?? []) if (isPossible(one)) found.add(one);
  return [...found].sort((one, other) => one.order - other.order);
}

/** Many shapes, of many meanings, have a part in common: whether it begins anywhere in a message is looked up once. */
function begunIn(said: readonly string[]): Map<Phrases, boolean> {
  const key = said.join(' ');
  if (key !== lastBegun.key) lastBegun = { key, begun: new Map() };
  return lastBegun.begun;
}
let lastBegun = { key: '', begun: new Map<Phrases, boolean>() };

interface Index<Name> {
  readonly byWord: ReadonlyMap<string, readonly Named<Name>[]>;
  /** Every word of theirs, of politeness and of whole reasons. */
  readonly vocabulary: ReadonlySet<string>;
  /** Those that need no word. */
  readonly anywhere: readonly Named<Name>[];
}

function indexOf<Name extends Shaped>(names: readonly Name[], words: Words): Index<Name> {
  const indexes = words.made('shape indexes', () => new WeakMap<readonly Shaped[], Index<Shaped>>());
  const known = indexes.get(names) ?? made(names, words);
  indexes.set(names, known);
  return known as Index<Name>;
}

function made(names: readonly Shaped[], words: Words): Index<Shaped> {
  const byWord = new Map<string, Named<Shaped>[]>();
  const anywhere: Named<Shaped>[] = [];
  const all = names.flatMap((name) => shapesOf(name, words).map((shape) => ({ name, shape })));
  for (const [order, { name, shape }] of all.entries()) {
    const one = { name, shape, order };
    const needed = shape.filter((slot) => !slot.optional).map(({ phrases }) => phrases.byFirst);
    const rarest = needed.toSorted((some, others) => some.size - others.size)[0];
    if (rarest === undefined) anywhere.push(one);
    for (const word of rarest?.keys() ?? []) byWord.set(word, [...(byWord.get(word) ?? []), one]);
  }
  const vocabulary = new Set(all.flatMap(({ shape }) => shape.flatMap(({ phrases }) => phrases.all.flat())));
  for (const phrase of [...enGB.fillers, ...enGB.wholeReasons])
    for (const word of wordsIn(phrase)) vocabulary.add(word);
  return { byWord, anywhere, vocabulary };
}

const spellings = new Map(Object.entries(enGB.spellings));
const parts: Readonly<Record<string, readonly string[]>> = enGB.parts;

const shapesOf = (name: Shaped, words: Words): readonly (readonly Slot[])[] =>
  words.made(`shapes ${name}`, () =>
    enGB.shapes[name].map((shape) => shape.split(' ').map((slot) => slotOf(slot, words))),
  );

function slotOf(written: string, words: Words): Slot {
  const [, part, word = '', sign] = /^(?:<(\w+)>|([^?*]+))([?*])?$/.exec(written) ?? [];
  const phrases =
    part === undefined
      ? words.made(`word ${word}`, () => phrasesOf([word]))
      : words.made(`part ${part}`, () => phrasesOf(partOf(part)));
  return { phrases, optional: sign !== undefined, repeats: sign === '*' };
}

function partOf(name: string): readonly string[] {
  const part = parts[name];
  if (part === undefined) throw new Error(`understanding-shapes.json has no part <${name}>`);
  return part;
}

/** Every place where the shape may end that begins at `from`; fillers may stand between its slots. */
function endsOf(said: readonly string[], from: number, shape: readonly Slot[], words: Words): ReadonlySet<number> {
  let places = new Set([from]);
  for (const slot of shape) {
    const next = new Set(slot.optional ? places : []);
    const queue = [...places];
    for (let place = queue.shift(); place !== undefined; place = queue.shift()) {
      for (const start of [place, ...passing(said, place, words)]) {
        for (const end of phraseEnds(said, start, slot.phrases)) {
          if (next.has(end)) continue;
          next.add(end);
          if (slot.repeats) queue.push(end);
        }
      }
    }
    places = next;
    if (places.size === 0) break;
  }
  return places;
}

const phraseEnds = (said: readonly string[], at: number, phrases: Phrases): number[] =>
  (phrases.byFirst.get(said[at] ?? '') ?? [])
    .filter((phrase) => standsAt(said, at, phrase))
    .map((phrase) => at + phrase.length);

/** Past "please", "love", "um": all at once. */
function passing(said: readonly string[], at: number, words: Words): number[] {
  const fillers = words.made('shape fillers', () => phrasesOf(enGB.fillers));
  const ends: number[] = [];
  let end = at;
  for (let more = lengthAt(said, end, fillers); more > 0; more = lengthAt(said, end, fillers)) {
    end += more;
    ends.push(end);
  }
  return ends;
}

/** "... my eyes are bad", "I'm tired, ...": why something is asked, before or after it. */
function reasonEnds(said: readonly string[], at: number, before: Shaped | undefined, words: Words): number[] {
  const begins = words.made('shape reasons', () => phrasesOf(enGB.reasons));
  const whole = words.made('shape whole reasons', () => phrasesOf(enGB.wholeReasons));
  const open = before === undefined || before === 'none' || before === 'nobody' ? [] : phraseEnds(said, at, begins);
  const rest = open.some((end) => said.length - end <= reasonWords) ? [said.length] : [];
  return [...phraseEnds(said, at, whole), ...rest];
}
