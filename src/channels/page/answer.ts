/** From what a form sent to what was said. */
import { type Command, commands, type Said } from '../../conversation/talk.ts';
import { slotOf } from '../../plan/kept.ts';
import { offeredPeriods, type Waiting } from './talk-view.ts';
import type { Words } from './words.ts';

/** What was said; or the text key of what is missing. `moved`: the form belongs to a question that is no longer asked. */
export type Answered = { said: Said } | { missing: string } | { moved: true };

export function answerIn(fields: URLSearchParams, asking: Waiting | null, words: Words): Answered {
  const base = { id: fields.get('id') ?? '', channel: 'webchat' } as const;
  const command = commandIn(fields);
  if (command !== undefined) return { said: { ...base, command } };
  if (asking === null || fields.get('slot') !== slotOf(asking.question, asking.item)) return { moved: true };
  const { typed, picked, filled } = newIn(asking, draftIn(fields), fields, boxes(asking, fields, words));
  if (picked.length > 0 && typed === '') {
    const { question, item } = asking;
    return { said: { ...base, pick: { question, ...(item === undefined ? {} : { item }), options: picked } } };
  }
  const labels = asking.offer.filter(({ id }) => picked.includes(id)).map((offer) => words.label(offer));
  const text = [...labels, filled, typed].filter((part) => part !== '').join(', ');
  return text === '' ? { missing: `page.missing.${asking.kind}` } : { said: { ...base, text } };
}

/** Where the old answer stood in the control, what was put beside it is meant instead of it. */
function newIn({ kind, say }: Waiting, typed: string, fields: URLSearchParams, filled: string) {
  const picked = fields.getAll('choice').filter((one) => one !== '');
  const given = say?.given;
  if (given === undefined) return { typed, picked, filled };
  const isOld = kind !== 'multi' && picked.length > 0 && picked.join() === given.picks.join();
  if (isOld && typed !== '') return { typed, picked: [], filled };
  return { typed: typed === given.words && (filled !== '' || picked.length > 0) ? '' : typed, picked, filled };
}

/** What somebody had typed when they pressed Help or Why: it is put back into the box. */
export const draftIn = (fields: URLSearchParams): string => (fields.get('text') ?? '').trim();

function commandIn(fields: URLSearchParams): Command | undefined {
  const asked = fields.get('command');
  return commands.find((command) => command === asked);
}

/** A date, an amount or a person given in boxes, put as it would be typed: understanding words is one place's work. */
function boxes({ kind }: Waiting, fields: URLSearchParams, words: Words): string {
  const box = (name: string) => (fields.get(name) ?? '').trim();
  const all = (...names: string[]) =>
    names
      .map(box)
      .filter((part) => part !== '')
      .join(' ');
  switch (kind) {
    case 'date':
      return [box('day'), monthName(box('month'), words.reader.lang), box('year')]
        .filter((part) => part !== '')
        .join(' ');
    case 'money': {
      const period = offeredPeriods.find((one) => one === box('period'));
      const amount = box('amount').replace(/^£\s*/, '');
      if (amount === '') return '';
      return [`£${amount}`, period === undefined ? '' : words.t(`page.period.${period}`)].join(' ').trim();
    }
    case 'number':
      return box('number');
    case 'person':
      return all('link', 'name', 'phone');
    case 'phone':
      return [box('ring'), box('phone')].filter((part) => part !== '').join(', ');
    default:
      return '';
  }
}

/** "3 5 2027" might be read in two ways; "3 May 2027" can't be. */
function monthName(typed: string, lang: string): string {
  const number = /^\d{1,2}$/.test(typed) ? Number(typed) : 0;
  if (number < 1 || number > 12) return typed;
  return new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2000, number - 1, 1)),
  );
}
