/** What somebody says to whatever the assistant asks: the short way through, or a very long plan. */
import type { Asking } from '../src/conversation/talk.ts';

/** An answer, tapped or typed. */
export type Answer = { readonly pick: readonly string[] } | { readonly text: string };

/** How many of each list are told. */
export interface Size {
  readonly way: 'short' | 'full';
  readonly goals: number;
  readonly actions: number;
  readonly others: number;
}

export const ordinary: Size = { way: 'short', goals: 1, actions: 1, others: 1 };
/** More than 200 answers before anything is sent. */
export const long: Size = { way: 'full', goals: 4, actions: 2, others: 3 };

/** Says what is said next. One for each talk, for it counts what was told. */
export function speaker(size: Size): (asking: Asking) => Answer {
  const told = new Map<string, number>();
  return ({ question, item, kind, offer }) => {
    const name = `${question}@${question === 'action.another' ? item : ''}`;
    const count = (told.get(name) ?? 0) + 1;
    told.set(name, count);
    const chosen = choices[question] ?? (question.endsWith('.another') ? another(question, count, size) : undefined);
    if (question === 'way.choose') return { pick: [size.way] };
    if (chosen !== undefined) return { pick: chosen };
    if (texts[question] !== undefined) return { text: texts[question] };
    const first = offer[0]?.id;
    if (kind === 'multi') return { pick: offer.slice(0, size.others).map(({ id }) => id) };
    if ((kind === 'choice' || kind === 'yes_no') && first !== undefined) return { pick: [first] };
    return { text: typed[kind] ?? 'It matters to me and to my family.' };
  };
}

function another(question: string, count: number, { goals, actions, others }: Size): string[] {
  const wanted = question === 'goal.another' ? goals : question === 'action.another' ? actions : others;
  return [count < wanted ? 'another' : 'enough'];
}

const choices: Readonly<Record<string, string[]>> = {
  'welcome.start_kind': ['start'],
  'privacy.alone': ['alone'],
  'privacy.go_on': ['yes'],
  'privacy.save': ['yes'],
  'who.plan_for': ['me'],
  'who.assessment': ['not_yet'],
  'pause.offer': ['carry_on'],
  'goal.confirm': ['yes'],
  'goal.order': ['yes'],
  'budget.know': ['known'],
  'spend.check': ['yes'],
};

const texts: Readonly<Record<string, string>> = {
  'who.call_me': 'Nancy',
  'who.birth_date': '4 March 1948',
  'goal.what': 'See my friends at the bowls club again',
  'goal.by_when': 'by next June',
  'network.who': 'my daughter Priya, my son Tom, my friend Jean and my neighbour Bob',
};

const typed: Readonly<Record<string, string>> = {
  date: '4 March 2027',
  scale: '3',
  money: '£40 a week',
  number: '2',
  person: 'my daughter Priya 07700 900123',
  phone: '07700 900123',
};
