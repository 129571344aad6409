/** What a question may depend on: each a claim about what is kept, at the place in the lists where the talk is. */
import { isBlank, isNone, type Kept, slotOf, valueAt } from '../plan/kept.ts';
import { localIdeaIn } from '../plan/local-idea.ts';
import type { QuestionId } from '../plan/questions/index.ts';
import type { ListName } from '../plan/questions/kinds.ts';
import type { Money, People } from '../plan/values.ts';

/** Where in the lists the talk is: the goal it is about, and that goal's action. */
export type Cursor = Readonly<Partial<Record<ListName, string>>>;

export interface Place {
  readonly kept: Kept;
  readonly at: Cursor;
  /** How many languages the council offers. */
  readonly languages: number;
}

const one = <T>({ kept }: Place, question: QuestionId, item?: string) => valueAt<T>(kept, question, item);
const said = ({ kept }: Place, question: QuestionId, item?: string) => {
  const answer = kept.answers[slotOf(question, item)];
  return !isBlank(answer) && !isNone(answer);
};
const picked = (place: Place, question: QuestionId, option: string, item?: string) =>
  one<string[]>(place, question, item)?.includes(option) ?? false;
const notesOf = ({ kept }: Place, question: QuestionId, item?: string) =>
  kept.answers[slotOf(question, item)]?.notes ?? [];
/** Words went in as a goal that read as a thing to do. */
const readsAsAction = (place: Place, question: QuestionId) =>
  notesOf(place, question, place.at.goal).includes('reads_as_action');
const looksAfterMoney = (place: Place) =>
  ['direct_payment', 'third_party', 'mixed'].includes(one<string>(place, 'budget.managed') ?? '');
const isLinked = ({ record }: Kept) => record?.reference !== undefined || (record?.needs.length ?? 0) > 0;
const hasBudget = (place: Place) => ['known', 'told_roughly'].includes(one<string>(place, 'budget.know') ?? '');

export const conditions = {
  /** Somebody writes for the person. */
  onBehalf: ({ kept }: Place) => kept.mode === 'on_behalf',
  /** A carer makes a plan about their own support. */
  carerSelf: ({ kept }: Place) => kept.mode === 'carer_self',
  notOnBehalf: ({ kept }: Place) => kept.mode !== 'on_behalf',
  notSelf: ({ kept }: Place) => kept.mode !== 'self',
  notCarer: ({ kept }: Place) => kept.mode !== 'carer_self',

  severalLanguages: ({ languages }: Place) => languages > 1,
  /** A language that the assistant does not speak was wanted at the start; then it is asked there which. */
  anotherLanguage: (place: Place) => one(place, 'language.choice') === 'other',
  languageOffered: (place: Place) => one(place, 'language.choice') !== 'other',
  /** Some questions are not for other eyes. */
  notWatched: (place: Place) => one(place, 'privacy.alone') !== 'someone_watching',
  nameUnknown: ({ kept }: Place) => kept.record?.person?.full_name === undefined,
  birthDateUnknown: ({ kept }: Place) => kept.record?.person?.dob === undefined,
  assessmentLinked: ({ kept }: Place) => isLinked(kept),
  partnerUnknown: ({ kept }: Place) => kept.record?.partner === undefined,
  reablementUnknown: ({ kept }: Place) => kept.mode !== 'carer_self' && kept.record?.reablement === undefined,

  /** The helper thinks that the person may not be able to choose: wishes, values and views are gathered (MCA s.4). */
  bestInterests: (place: Place) =>
    place.kept.mode === 'on_behalf' && ['some', 'no', 'unsure'].includes(one<string>(place, 'decide.person_can') ?? ''),
  doesNotKnowOrAgree: (place: Place) => ['not_happy', 'no'].includes(one<string>(place, 'decide.knows') ?? ''),
  /** One of the four things of Care Act s.67(4) is hard. */
  findsItHard: (place: Place) => said(place, 'advocate.hard') && !picked(place, 'advocate.hard', 'none'),

  largePrint: (place: Place) => picked(place, 'comm.format', 'large_print'),
  braille: (place: Place) => picked(place, 'comm.format', 'braille'),

  /** The full way, or "tell us more about what matters to you". */
  saysMoreInPrepare: ({ kept }: Place) =>
    kept.answers['way.choose']?.value === 'full' || kept.deepened.prepare === true,
  needsToFindOut: (place: Place) => said(place, 'info.need'),
  wantsToPause: (place: Place) => one(place, 'pause.offer') === 'later',
  hardTimesTold: (place: Place) => said(place, 'well.hard_times'),
  upAndDown: (place: Place) => one(place, 'well.varies') === 'up_and_down',

  /** What was given as a goal reads as a thing to do: it is coached, at most twice. */
  goalReadsAsAction: (place: Place) => readsAsAction(place, 'goal.what'),
  stillReadsAsAction: (place: Place) => readsAsAction(place, 'goal.what') && readsAsAction(place, 'goal.coach'),
  feelsBig: (place: Place) => one(place, 'goal.manageable', place.at.goal) === 'big',
  /** 8, 9 or 10 with strong words: many people expect 10 to be the top. */
  scoreMayBeTurned: (place: Place) =>
    notesOf(place, 'goal.importance', place.at.goal).includes('strong_words') &&
    (one<number>(place, 'goal.importance', place.at.goal) ?? 0) >= 8,
  notSoSure: (place: Place) => (one<number>(place, 'goal.confidence', place.at.goal) ?? 10) < 7,
  severalGoals: ({ kept }: Place) => (kept.items.goal?.length ?? 0) > 1,

  /** A thing to do that came up as a goal is offered back for this goal's first action. */
  ideaKept: (place: Place) =>
    readsAsAction(place, 'goal.what') && (place.kept.items[`action@${place.at.goal}`]?.length ?? 0) === 0,
  localIdeaNamed: (place: Place) => {
    const helpers = one<string>(place, 'action.who_helps', place.at.action);
    const what = one<string>(place, 'action.what', place.at.action) ?? '';
    const idea = helpers === undefined ? undefined : localIdeaIn(helpers);
    return idea !== undefined && !what.toLowerCase().includes(idea.toLowerCase());
  },
  firstStepNamed: (place: Place) => said(place, 'action.first_step', place.at.action),
  actionMayFail: (place: Place) => said(place, 'action.barrier', place.at.action),

  needsListed: ({ kept }: Place) => (kept.items.need?.length ?? 0) > 0,
  /** Somebody who says that they had no assessment is not asked what it said. */
  needsUnlisted: (place: Place) => (place.kept.items.need?.length ?? 0) === 0 && one(place, 'who.assessment') === 'yes',
  needsNotRight: (place: Place) => ['wrong', 'missing', 'not_seen'].includes(one<string>(place, 'need.right') ?? ''),
  goalsAndNeeds: ({ kept }: Place) => (kept.items.need?.length ?? 0) > 0 && (kept.items.goal?.length ?? 0) > 0,

  barrierTold: (place: Place) => said(place, 'barrier.what'),

  hasBudget,
  budgetAmountUnknown: (place: Place) => hasBudget(place) && place.kept.record?.budget === undefined,
  looksAfterMoney: (place: Place) => hasBudget(place) && looksAfterMoney(place),
  someoneElseHasMoney: (place: Place) => {
    const people = one<People>(place, 'budget.manager')?.people ?? [];
    return (
      hasBudget(place) &&
      looksAfterMoney(place) &&
      people.some((somebody) => somebody.self === undefined || place.kept.mode === 'on_behalf')
    );
  },
  directPayment: (place: Place) =>
    hasBudget(place) && ['direct_payment', 'mixed'].includes(one<string>(place, 'budget.managed') ?? ''),
  mayBeExcluded: (place: Place) => notesOf(place, 'spend.item', place.at.spend).includes('excluded_item'),
  /** The answer before was very long. */
  tooLong: ({ at }: Place) => at.long !== undefined,
  goalsOrNeeds: ({ kept }: Place) => (kept.items.need?.length ?? 0) + (kept.items.goal?.length ?? 0) > 0,
  spendingKnown: (place: Place) => {
    const costs = place.kept.items.spend ?? [];
    return (
      hasBudget(place) && costs.length > 0 && costs.some((id) => one<Money>(place, 'spend.cost', id)?.amount_pence)
    );
  },
  wantsToChangeSpending: (place: Place) => one(place, 'spend.check') === 'change',

  /** In a crisis: somebody is to call. */
  wantsToBeRung: (place: Place) => one(place, 'safety.crisis_next') === 'call_me',
  someoneMaySee: (place: Place) => (one<People>(place, 'share.who')?.people.length ?? 0) > 0,
  choosesParts: (place: Place) => picked(place, 'share.parts', 'choose'),
  notMine: (place: Place) => ['mostly', 'no'].includes(one<string>(place, 'check.words') ?? ''),
  onlySomeParts: (place: Place) => one(place, 'check.send') === 'some_parts',
} satisfies Record<string, (place: Place) => boolean>;
export type Condition = keyof typeof conditions;
