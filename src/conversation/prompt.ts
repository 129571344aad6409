/** The question on which the talk rests, as a message: its key, what fills it, and what can be tapped. */
import { partsOf } from '../dialog/index.ts';
import { sectionParts } from '../plan/assemble/sharing.ts';
import type { AssessmentRecord } from '../plan/facts.ts';
import { type Kept, slotOf, valueAt } from '../plan/kept.ts';
import { localIdeaIn } from '../plan/local-idea.ts';
import { type QuestionId, questions } from '../plan/questions/index.ts';
import type { Filling, Offer, Reply } from '../plan/replies.ts';
import type { People, PersonSaid } from '../plan/values.ts';
import { lexicon } from '../plan/words.ts';
import { givenBefore } from './given-before.ts';
import { dateOffers, goalsInOrder, goalWords, isScoredAgain } from './goal-words.ts';
import { languageOffers } from './language.ts';
import type { Position, Resting } from './position.ts';
import { restingAt, resume } from './position.ts';
import { isForRelative, spendTotals } from './spending.ts';
import type { Tools } from './tools.ts';

/** The message that asks the question; null while nothing is asked. */
export function prompt(position: Position, tools: Tools, now: string): Reply | null {
  const { kept } = position.context;
  if (kept.state === 'paused') return paused(kept, 'conversation.paused', tools, now);
  const resting = restingAt(position);
  if (resting === null) return null;
  const fillings = fillingsOf(kept, resting, tools, now);
  const offer = offersOf(kept, resting, tools);
  return {
    say: wording(kept, resting, tools),
    question: resting.question,
    ...(resting.item === undefined ? {} : { item: resting.item }),
    ...(Object.keys(fillings).length === 0 ? {} : { with: fillings }),
    ...(offer.length === 0 ? {} : { offer: [...offer] }),
    ...givenBefore(kept, resting, offer),
    waits: true,
  };
}

/** Somebody else can see the screen: what is said about safety must not show that it is. */
export const isWatched = (kept: Kept): boolean => valueAt(kept, 'privacy.alone') === 'someone_watching';

/** Which wording: about the helper who types, about what the record shows already, or the usual one. */
function wording(kept: Kept, { question, item }: Resting, tools: Tools): string {
  if (isWatched(kept) && tools.has(`${question}.quiet`)) return `${question}.quiet`;
  if (question === 'budget.know' && kept.record?.budget !== undefined) return `${question}.ask_record`;
  if (question === 'goal.importance' && isScoredAgain(kept)) return `${question}.ask_named`;
  if (question === 'spend.excluded' && isForRelative(kept, item)) return `${question}.prompt_family`;
  const isHelper =
    question.startsWith('network.') && item !== undefined && (kept.seeds[item] as PersonSaid).self === true;
  return isHelper ? `${question}.ask_you` : `${question}.ask`;
}

/** While the talk is paused: how to carry on. Of a talk that was not to be saved there is nothing to come back to. */
export function paused(kept: Kept, say: string, tools: Tools, now: string): Reply {
  if (valueAt(kept, 'privacy.save') === false && kept.everSent === null)
    return { say: say === 'conversation.left' ? 'conversation.left_unsaved' : 'conversation.gone', waits: false };
  const stamp = { at: now, by: { role: 'system' } } as const;
  const next = restingAt(resume({ ...kept, state: 'talking', safety: null }, stamp, tools.languages.length).position);
  const forOthers = next?.question === 'who.too_young' && say === 'conversation.paused';
  return {
    ...(forOthers ? { say: 'conversation.paused_too_young', with: tools.council(now) } : { say }),
    question: 'nav.resume',
    offer: [{ id: 'carry_on', key: 'conversation.carry_on_button' }],
    waits: true,
  };
}

type Fillings = Record<string, Filling>;

/** Names that any text about this plan may use, and what this question is about. */
export function fillingsOf(kept: Kept, { question, item }: Resting, tools: Tools, now: string): Fillings {
  return { ...namesIn(kept), ...about[question]?.(kept, item ?? '', tools, now) };
}

/** The person's name in a plan that somebody writes for them, and the cared-for person's in a carer's own plan. */
export function namesIn(kept: Kept): Fillings {
  const name = valueAt<string>(kept, 'who.person_name');
  if (kept.mode === 'on_behalf') return { name: name ?? { key: 'value.missing.name' } };
  if (kept.mode === 'carer_self') return { cared_for: name ?? { key: 'value.missing.cared_for' } };
  return {};
}

/** A text that may name the person. */
export function named(kept: Kept, key: string): { key: string; with?: Fillings } {
  const names = namesIn(kept);
  return Object.keys(names).length === 0 ? { key } : { key, with: names };
}

/** Somebody's words inside a sentence of ours, without their own full stop. */
const quoted = (words: string): string => words.trim().replace(/[.!]+$/u, '');
const helperOf = (kept: Kept, item: string): Fillings => ({
  helper: calledTo(kept.seeds[item] as PersonSaid | undefined, kept),
});

/** Somebody as the person is spoken to about them: their name, or "your daughter" when only that was said. */
function calledTo(helper: PersonSaid | undefined, kept: Kept): Filling {
  if (helper === undefined) return '';
  if (helper.self === true) return { key: 'conversation.you' };
  const { name, link } = helper;
  // "My daughter" is theirs; "her husband", of a neighbour, is not.
  const onlyLink = link !== undefined && name.replace(mine, '').toLowerCase() === link.toLowerCase();
  return onlyLink ? { ...named(kept, 'conversation.your'), with: { ...namesIn(kept), whom: link } } : name;
}
const mine = new RegExp(`^(?:${lexicon.leading.replaceAll(' | ', '|')})\\s+`, 'iu');
const kindOf = (kept: Kept, item: string): Fillings => ({
  thing: named(kept, `support.things.${String(kept.seeds[item] ?? 'other')}`),
});
type Need = AssessmentRecord['needs'][number];
const needOf = (kept: Kept, item: string): Fillings => ({ need: (kept.seeds[item] as Need | undefined)?.text ?? '' });
const about: Partial<
  Record<QuestionId, (kept: Kept, item: string, tools: Tools, now: string) => Readonly<Record<string, Filling>>>
> = {
  'who.too_young': (_kept, _item, tools, now) => tools.council(now),
  'who.assessment_right': (kept) => ({
    when:
      kept.record?.date === undefined
        ? { key: 'conversation.date_unknown' }
        : { date: { said: kept.record.date, date: kept.record.date, precision: 'day' } },
  }),
  'goal.importance': (kept, item) => (isScoredAgain(kept) ? { goal: quoted(goalWords(kept, item)) } : {}),
  'goal.importance_check': (kept, item) => ({ score: valueAt<number>(kept, 'goal.importance', item) ?? '' }),
  'goal.confirm': (kept, item) => ({ goal: quoted(goalWords(kept, item)) }),
  'goal.order': (kept) => ({ goals: { list: goalsInOrder(kept).map((id) => quoted(goalWords(kept, id))) } }),
  'action.idea': (kept, item) => ({ idea: quoted(kept.answers[slotOf('goal.what', item)]?.said ?? '') }),
  'action.suggestion': (kept, item) => ({
    idea: localIdeaIn(valueAt<string>(kept, 'action.who_helps', item) ?? '') ?? '',
  }),
  'need.right': (kept) => ({ needs: { lines: (kept.record?.needs ?? []).map(({ text }) => quoted(text)) } }),
  'need.met_by': needOf,
  'need.goal': needOf,
  'support.what': kindOf,
  'support.who': kindOf,
  'support.when': kindOf,
  'support.start': kindOf,
  'support.how_long': kindOf,
  'support.paid_by': kindOf,
  'support.if_liked': kindOf,
  'network.does': helperOf,
  'network.willing': helperOf,
  'network.emergency': helperOf,
  'budget.know': ({ record }) =>
    record?.budget === undefined ? {} : { budget: { money: { ...record.budget, sure: false } } },
  'spend.excluded': (kept, item) => ({ item: kept.answers[slotOf('spend.item', item)]?.said ?? '' }),
  'spend.cost': (kept, item) => ({ item: kept.answers[slotOf('spend.item', item)]?.said ?? '' }),
  'spend.for': (kept, item) => ({ item: kept.answers[slotOf('spend.item', item)]?.said ?? '' }),
  'spend.check': (kept) => spendTotals(kept),
  'check.section': (kept, item) => ({ section: named(kept, `sections.${item}.topic`) }),
};

/** What can be tapped: the question's options, things the plan holds, or suggestions for an open question. */
export function offersOf(kept: Kept, { question, item, meta }: Resting, tools: Tools): readonly Offer[] {
  const dynamic = holds[question];
  if (dynamic !== undefined) return dynamic(kept, item ?? '', tools);
  const { kind, options } = questions[meta.question];
  if (kind === 'yes_no')
    return tools.has(`${question}.options.yes`) ? ownYesNo(kept, question, item ?? '', tools) : yesNo;
  if (kind === 'scale') return scores;
  const quietly = isWatched(kept) && tools.has(`${question}.quiet_options.${options[0]}`);
  return quietly
    ? options
        .filter((id) => tools.has(`${question}.quiet_options.${id}`))
        .map((id) => ({ id, ...named(kept, `${question}.quiet_options.${id}`) }))
    : options.map((id) => ({ id, ...named(kept, `${question}.options.${id}`) }));
}

const yesNo: readonly Offer[] = [
  { id: 'yes', key: 'conversation.yes' },
  { id: 'no', key: 'conversation.no' },
];
const ownYesNo = (kept: Kept, question: QuestionId, item: string, tools: Tools): readonly Offer[] =>
  ['yes', 'no'].map((id) => ({
    id,
    key: `${question}.options.${id}`,
    with: { ...namesIn(kept), ...about[question]?.(kept, item, tools, kept.changedAt) },
  }));
const scores: readonly Offer[] = Array.from({ length: 10 }, (_, index) => ({
  id: `${index + 1}`,
  words: `${index + 1}`,
}));

const goalOffers = (kept: Kept): Offer[] => (kept.items.goal ?? []).map((id) => ({ id, words: goalWords(kept, id) }));
const needOffers = (kept: Kept): Offer[] =>
  (kept.items.need ?? []).map((id) => ({ id, words: (kept.seeds[id] as Need | undefined)?.text ?? id }));
const sectionOffers = (kept: Kept): Offer[] =>
  partsOf(kept).map((id) => ({ id, ...named(kept, `sections.${id}.title`) }));

const holds: Partial<Record<QuestionId, (kept: Kept, item: string, tools: Tools) => readonly Offer[]>> = {
  'language.choice': (_kept, _item, tools) => [
    ...languageOffers(tools),
    { id: 'other', key: 'language.choice.options.other' },
  ],
  'need.goal': (kept) => [...goalOffers(kept), { id: 'none', key: 'conversation.none_of_these' }],
  'spend.for': (kept) => [...goalOffers(kept), ...needOffers(kept)],
  'spend.change': (kept) =>
    (kept.items.spend ?? []).map((id) => ({ id, words: kept.answers[slotOf('spend.item', id)]?.said ?? id })),
  'check.parts': sectionOffers,
  'share.choose': (kept) => [
    ...sectionOffers(kept).filter(({ id }) => sectionParts[id] !== undefined),
    { id: 'none', key: 'conversation.none_of_these' },
  ],
  'goal.by_when': (kept, item) => dateOffers(kept, item),
  'action.who_helps': (kept, item, tools) =>
    tools
      .localIdeas(
        [
          goalWords(kept, kept.parents[item] ?? ''),
          ...actionWords.map((question) => kept.answers[slotOf(question, item)]?.said ?? ''),
        ],
        [kept.answers[slotOf('action.not_suit', item)]?.said ?? ''],
        kept.mode === 'carer_self' ? ['carers'] : [],
      )
      .map((words) => ({ id: words, words })),
  'contingency.trigger': whatIfs,
};

const actionWords = ['action.what', 'action.kind', 'action.also_matters'] as const;

/** One "what if" for each thing that is relied on and has no back-up yet, the most serious first. */
function whatIfs(kept: Kept): readonly Offer[] {
  const told = (kept.items.contingency ?? [])
    .map((id) => kept.answers[slotOf('contingency.trigger', id)]?.said.toLowerCase() ?? '')
    .join(' ');
  const people = (kept.items.network ?? []).flatMap((id) => (kept.seeds[id] as PersonSaid | undefined) ?? []);
  const helpers = people
    .filter(({ name, link }) => !told.includes((link ?? name).toLowerCase()))
    .map((helper) => ({
      id: `helper:${helper.name}`,
      key: 'contingency.trigger.prompt_person',
      with: { helper: calledTo(helper, kept) },
    }));
  const supports = (kept.items.support ?? []).map((id) => {
    const thing = named(kept, `support.things.${String(kept.seeds[id])}`);
    return { id: `support:${id}`, key: 'contingency.trigger.prompt_support', with: { ...namesIn(kept), thing } };
  });
  const manager = valueAt<People>(kept, 'budget.manager')?.people[0];
  const money =
    manager === undefined
      ? []
      : [{ id: 'money', key: 'contingency.trigger.prompt_money', with: { helper: calledTo(manager, kept) } }];
  const spell =
    valueAt(kept, 'well.varies') === 'up_and_down'
      ? [{ id: 'bad_spell', ...named(kept, 'contingency.trigger.prompt_bad_spell') }]
      : [];
  return [...helpers, ...supports, ...money, ...spell].slice(0, 6);
}
