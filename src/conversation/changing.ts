/** "Change my goal": which answer is meant, and the way back to it. */
import type { Stamp } from '../dialog/index.ts';
import { type Kept, slotOf } from '../plan/kept.ts';
import { questions } from '../plan/questions/index.ts';
import type { Offer } from '../plan/replies.ts';
import { questionsNamed, understand } from '../understanding/index.ts';
import { changedTo, swappedTo, takenOut } from './corrections.ts';
import { type Decision, only } from './decision.ts';
import type { Position } from './position.ts';
import { named } from './prompt.ts';
import type { Tools } from './tools.ts';

interface Change {
  readonly about?: string;
  readonly to?: string;
  readonly swaps?: true;
  readonly out?: true;
}

/** "Change my date": back to the one answered place that it names; asked which when it could be several. */
export function change(before: Position, wanted: Change, tools: Tools, stamp: Stamp): Decision {
  const { about = '', to, swaps, out } = wanted;
  const swapped = swaps === true && to !== undefined ? swappedTo(before, about, to, tools, stamp) : null;
  if (swapped !== null) return swapped;
  const { kept } = before.context;
  const offers = changeable(kept);
  const found =
    called(about, kept) ??
    firstOf(
      () => match(about, offers, kept, tools),
      () => labelled(about, offers, kept, tools),
    );
  const own = found.length === 1 ? [] : inOwnWords(about, offers, kept);
  const meant = own.length > 0 ? own : found;
  const [slot] = meant;
  if (meant.length === 1 && slot !== undefined) {
    const done = out === true ? takenOut(before, slot.id, stamp) : null;
    const given = to === undefined ? null : changedTo(before, slot.id, to, tools, stamp);
    return done ?? given ?? { events: [{ type: 'CHANGE', slot: slot.id, stamp }], says: [] };
  }
  return whichToChange(meant.length > 1 ? meant : offers);
}

/** Offers what can be changed, the latest last. What is named instead is changed too. */
export function whichToChange(offers: readonly Offer[]): Decision {
  if (offers.length === 0) return only([{ say: 'conversation.nothing_to_change', waits: false }]);
  return {
    events: [],
    says: [],
    again: { say: 'conversation.which.change', question: 'nav.change', offer: offers.slice(-9), waits: true },
  };
}

/** The answers to the question that is called so, those that were left empty too; undefined where none is. */
function called(about: string, { answers }: Kept): readonly Offer[] | undefined {
  for (const question of questionsNamed(about)) {
    const given = Object.values(answers).filter((answer) => answer.question === question);
    const full = given.filter(({ blank }) => blank === undefined);
    const meant = full.length > 0 ? full : given;
    if (meant.length > 0)
      return meant.map(({ item, said }) => ({ id: slotOf(question, item), words: said.slice(0, 60) }));
  }
  return undefined;
}

const firstOf = (...tries: readonly (() => readonly Offer[])[]): readonly Offer[] => {
  for (const found of tries.map((one) => one())) if (found.length > 0) return found;
  return [];
};

/** "My goal to getting there for a week": whatever else was said, the answer's own label was. */
function labelled(about: string, offers: readonly Offer[], kept: Kept, tools: Tools): readonly Offer[] {
  const labels = offers.map(({ id }): Offer => ({ id, key: `${id.split('@')[0]}.short` }));
  const said = ` ${about.toLowerCase()} `;
  const ids = tools
    .optionWords('nav', labels, kept)
    .filter(({ words }) => words.some((label) => said.includes(` ${label.toLowerCase()} `)))
    .map(({ id }) => id);
  return offers.filter(({ id }) => ids.includes(id));
}

/** "The gas bill": the one answer that holds all the long words of it. */
function inOwnWords(about: string, offers: readonly Offer[], { answers }: Kept): readonly Offer[] {
  const longWords = about.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  if (longWords.length === 0) return [];
  const holding = offers.filter(({ id }) => {
    const said: readonly string[] = answers[id]?.said.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
    return longWords.every((word) => said.includes(word));
  });
  return holding.length === 1 ? holding : [];
}

/** What was answered and is in the plan, as it can be tapped to change it. */
export const changeable = (kept: Kept): Offer[] =>
  Object.values(kept.answers)
    .filter(({ question, blank: empty }) => questions[question].stores !== undefined && empty === undefined)
    .map(({ question, item, said }) => ({
      id: slotOf(question, item),
      key: 'conversation.label_and_words',
      with: { label: named(kept, `${question}.short`), words: said.slice(0, 60) },
    }));

/** Those of the offers that are named. */
export function match(about: string, offers: readonly Offer[], kept: Kept, tools: Tools): readonly Offer[] {
  if (about.trim() === '') return [];
  const options = tools.optionWords('nav', offers, kept);
  const found = understand(
    about,
    { ...questions['check.parts'], id: 'nav' },
    { now: kept.changedAt, lang: kept.lang, options },
  );
  const ids =
    found.is === 'answer' ? (found.value as string[]) : found.is === 'which' ? found.between.map(({ id }) => id) : [];
  return offers.filter(({ id }) => ids.includes(id));
}
