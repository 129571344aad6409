import type { Stamp } from '../dialog/index.ts';
import { type Kept, slotOf } from '../plan/kept.ts';
import { questions } from '../plan/questions/index.ts';
import type { Offer } from '../plan/replies.ts';
import type { DateValue, Money } from '../plan/values.ts';
import { type Understood, understand } from '../understanding/index.ts';
import { bareYesOrNo } from './are-you-ok.ts';
import type { Asked } from './decision.ts';
import { asksForWhom, forAnother } from './for-another.ts';
import { namesOf } from './language.ts';

/** What words mean at the question that was asked, given what is offered there and what is known of the person. */
export function read({ before, resting, tools, stamp }: Asked, offers: readonly Offer[], text: string): Understood {
  const { kept } = before.context;
  const question = { ...questions[resting.question], id: resting.question };
  const labelled = tools.optionWords(resting.question, offers, kept);
  // Fixed options are handed on as they are: what is made of them is made once.
  const options = offers.every((offer) => offer.words === undefined)
    ? labelled
    : labelled.map(({ id, words }) => ({
        id,
        words: [
          ...words,
          ...(resting.question === 'language.choice' && id !== 'other'
            ? namesOf(id, kept.lang)
            : ownWords(offers.find((offer) => offer.id === id)?.words, offers)),
        ],
      }));
  const understood = understand(text, question, { now: stamp.at, lang: kept.lang, options, known: knownIn(kept) });
  const suggested = offers.find(({ id }) => id.startsWith('='));
  // "Yes" to a date that was offered takes that date.
  if (suggested !== undefined && understood.is !== 'answer') {
    const yes = understand(
      text,
      { ...questions['privacy.save'], id: 'privacy.save' },
      { now: stamp.at, lang: kept.lang, options: [] },
    );
    if (yes.is === 'answer' && yes.value === true)
      return { is: 'answer', value: JSON.parse(suggested.id.slice(1)), notes: [] };
  }
  const asked = { before, resting, tools, stamp };
  if (resting.question === 'safety.check') return bareYesOrNo(asked, understood, text);
  if (asksForWhom.has(resting.question)) return forAnother(asked, understood, text);
  return resting.question === 'budget.know' ? byAmount(text, understood, stamp, kept) : understood;
}

/** "Washing", of the need "Washing and getting dressed": long words that no other of the person's own things has. */
function ownWords(words: string | undefined, offers: readonly Offer[]): string[] {
  const longIn = (text: string) => text.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
  const others = new Set(offers.flatMap((offer) => (offer.words === words ? [] : longIn(offer.words ?? ''))));
  return words === undefined ? [] : longIn(words).filter((word) => !others.has(word));
}

/** "Yes, 210 a week": who gives the amount knows of the budget. */
function byAmount(text: string, understood: Understood, stamp: Stamp, kept: Kept): Understood {
  if (understood.is !== 'which' && understood.is !== 'unclear') return understood;
  const amount = { ...questions['budget.amount'], id: 'budget.amount' };
  const found = understand(text, amount, { now: stamp.at, lang: kept.lang, options: [] });
  if (found.is !== 'answer') return understood;
  return { is: 'answer', value: (found.value as Money).sure ? 'known' : 'told_roughly', notes: [] };
}

/** Events and people that were named already, so that "before the wedding" or "her" can be understood. */
function knownIn(kept: Kept) {
  const spurs = (kept.items.goal ?? []).flatMap((id) => {
    const spur = kept.answers[slotOf('goal.spur', id)];
    const date = spur?.notes.find((note) => note.startsWith('date:'));
    return spur === undefined || date === undefined
      ? []
      : [{ name: spur.said, date: JSON.parse(date.slice(5)) as DateValue }];
  });
  return { events: spurs };
}
