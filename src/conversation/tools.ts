/** What a turn needs from outside. All of it is handed in: the core has no clock, no words and no council of its own. */
import type { Mode } from '../plan/facts.ts';
import type { Filling, Offer } from '../plan/replies.ts';

/** A worry about safety in a message. */
export interface Danger {
  /** `maybe` asks one gentle question; `sure` goes straight to the script. */
  readonly level: 'maybe' | 'sure';
  /** A flag kind of `plan-content` 24: crisis, danger, abuse ... */
  readonly kind: string;
  /** The words that raised it, to be said back in the gentle question. */
  readonly words: string;
  /** What the one who is spoken of is to them; null when nobody is named. */
  readonly by?: 'partner' | 'family' | 'other' | null | undefined;
  /** What is left of the message without the words about harm; null when that is nothing. */
  readonly rest: string | null;
}

/** An option with all the words by which people name it. */
export interface OptionWords {
  readonly id: string;
  readonly words: readonly string[];
}

export interface Tools {
  /** Languages on offer, as ids; the first is the council's own. */
  readonly languages: readonly string[];
  readonly noticeVersion: string;
  /** Reads a message for danger before anything else does. */
  danger(text: string, lang: string): Danger | null;
  /** Is a message in a language for which there are no lists, so that it could not be read for danger? */
  unreadable(text: string, lang: string): boolean;
  /** Are there words for this key? Some questions have an example, some statements have more lines. */
  has(key: string): boolean;
  /** The words of offered options, with their synonyms. */
  optionWords(question: string, offers: readonly Offer[], reader: { lang: string; mode: Mode }): readonly OptionWords[];
  /** Names, numbers and hours of the council, true at this instant (ISO): council, duty_phone, until ... */
  council(now: string): Readonly<Record<string, Filling>>;
  /** Up to three local groups or services that fit these words, and none of those; `of` is what the person is anyway, such as `carers`. */
  localIdeas(fits: readonly string[], not: readonly string[], of: readonly string[]): readonly string[];
  /** Meaning of a glossary term, as a text key; null when the term is not known. */
  glossary(term: string, lang: string): string | null;
}
