/** What is kept of a talk: the fold of its facts. Everything else (position, plan, page) is worked out from it. */
import type { AssessmentRecord, Author, Fact, FactOf, Mode } from './facts.ts';
import { localIdeaIn } from './local-idea.ts';
import { isQuestionId, type QuestionId, questions, sections } from './questions/index.ts';
import { type ListName, lists } from './questions/kinds.ts';
import type { Blank, People } from './values.ts';

/** The name of one answerable place: `person` questions as they are, items with theirs: `goal.by_when@g1`. */
export type Slot = string;
export const slotOf = (question: string, item?: string): Slot =>
  item === undefined ? question : `${question}@${item}`;

/** An answer, or the reason why there is none. */
export interface Answer {
  readonly question: QuestionId;
  readonly item?: string | undefined;
  /** Undefined when `blank` says why. */
  readonly value?: unknown;
  readonly blank?: Blank;
  readonly said: string;
  readonly by: Author;
  readonly at: string;
  readonly notes: readonly string[];
}

/** A list, and whose it is: `goal`, `action@g1`. */
export type ListKey = string;
export const listKey = (list: ListName, parent?: string): ListKey => slotOf(list, parent);

export interface Kept {
  readonly plan: string;
  readonly nation: 'england' | 'wales';
  readonly channel: 'webchat' | 'teams' | 'assisted';
  readonly lang: string;
  readonly key?: string | undefined;
  readonly record?: AssessmentRecord | undefined;
  readonly mode: Mode;
  readonly state: 'talking' | 'paused' | 'declined';
  readonly answers: Readonly<Record<Slot, Answer>>;
  /** Item ids by list, in the order in which they came; removed ones are not there. */
  readonly items: Readonly<Record<ListKey, readonly string[]>>;
  /** What an item was made from: a kind of support, a person who helps, a need of the record. */
  readonly seeds: Readonly<Record<string, unknown>>;
  readonly parents: Readonly<Record<string, string>>;
  /** True: "that is enough" was said of the list. False: another one is wanted, and not begun yet. */
  readonly closed: Readonly<Record<ListKey, boolean | undefined>>;
  /** The highest number ever used in an item id, by list: ids are never used twice. */
  readonly highest: Readonly<Partial<Record<ListName, number>>>;
  readonly told: Readonly<Record<string, string>>;
  readonly noticeVersion?: string | undefined;
  /** An answered place that the person went back to. */
  readonly focus: Slot | null;
  readonly deepened: Readonly<Record<string, true>>;
  readonly leftOut: Readonly<Record<string, true>>;
  readonly stumbles: { readonly slot: Slot; readonly dont_know: number; readonly unclear: number } | null;
  readonly flags: readonly FactOf<'flagged'>[];
  /** The flag that has stopped the plan for now; null when the talk is about the plan. */
  readonly safety: { readonly flag: string; readonly kind: string } | null;
  readonly callBacks: readonly string[];
  readonly authors: readonly { readonly by: Author; readonly question: string; readonly item?: string | undefined }[];
  readonly beganAt: string;
  readonly changedAt: string;
  /** When it was last sent; null when it never was, or was changed since. */
  readonly sentAt: string | null;
  readonly everSent: string | null;
}

export const isBlank = (answer: Answer | undefined): boolean => answer === undefined || answer.blank !== undefined;
/** Answered with "no, nothing": an answer, not a blank. */
export const isNone = (answer: Answer | undefined): boolean => answer?.notes.includes('none') ?? false;
export const valueAt = <T>(kept: Kept, question: QuestionId, item?: string): T | undefined =>
  kept.answers[slotOf(question, item)]?.value as T | undefined;

/** The id that the next new item of a list will bear. */
export const freshId = (kept: Kept, list: ListName): string => `${lists[list]}${(kept.highest[list] ?? 0) + 1}`;

/** Lists whose items are begun by answering a question about the item itself; skipping that question ends the list. */
const anchors: Partial<Record<QuestionId, ListName>> = {
  'goal.what': 'goal',
  'action.what': 'action',
  'spend.item': 'spend',
  'contingency.trigger': 'contingency',
  'risk.what': 'risk',
};
const anothers: Partial<Record<QuestionId, ListName>> = {
  'goal.another': 'goal',
  'action.another': 'action',
  'spend.another': 'spend',
  'contingency.another': 'contingency',
  'risk.another': 'risk',
};

const modeOf: Record<string, Mode> = {
  me: 'self',
  asked_me: 'on_behalf',
  cannot_alone: 'on_behalf',
  paid_worker: 'on_behalf',
  i_care: 'carer_self',
};

/** The fold: facts, oldest first, to what is kept. Throws when the first is not `began`: that is not a plan. */
export function fold(facts: readonly Fact[]): Kept {
  const [first, ...rest] = facts;
  if (first?.type !== 'began') throw new Error('a plan begins with the fact "began"');
  return rest.reduce(apply, begin(first));
}

export function begin(fact: FactOf<'began'>): Kept {
  const needs = fact.record?.needs ?? [];
  const ids = needs.map((_, index) => `${lists.need}${index + 1}`);
  return {
    plan: fact.plan,
    nation: fact.nation,
    channel: fact.channel,
    lang: fact.lang,
    key: fact.key,
    record: fact.record,
    mode: 'self',
    state: 'talking',
    answers: {},
    items: { need: ids },
    seeds: Object.fromEntries(needs.map((need, index) => [ids[index], need])),
    parents: {},
    closed: {},
    highest: { need: ids.length },
    told: {},
    focus: null,
    deepened: {},
    leftOut: {},
    stumbles: null,
    flags: [],
    safety: null,
    callBacks: [],
    authors: [],
    beganAt: fact.at,
    changedAt: fact.at,
    sentAt: null,
    everSent: null,
  };
}

/** What is kept after one more fact. Facts of a kind or a question that this release does not know change nothing. */
export function apply(kept: Kept, fact: Fact): Kept {
  const next = become(kept, fact);
  return next === kept ? kept : { ...next, changedAt: fact.at };
}

function become(kept: Kept, fact: Fact): Kept {
  switch (fact.type) {
    case 'answered':
      return isQuestionId(fact.question) ? answered(kept, fact, fact.question) : kept;
    case 'skipped':
      return isQuestionId(fact.question) ? answered(kept, fact, fact.question) : kept;
    case 'reopened':
      return unanswered(kept, [slotOf(fact.question, fact.item)]);
    case 'told':
      return {
        ...kept,
        told: { ...kept.told, [fact.question]: fact.at },
        noticeVersion: fact.version ?? kept.noticeVersion,
      };
    case 'went':
      return { ...kept, focus: fact.to, stumbles: null };
    case 'stumbled':
      return { ...kept, stumbles: stumbled(kept, fact) };
    case 'deepened':
      return { ...kept, deepened: { ...kept.deepened, [fact.section]: true } };
    case 'removed':
      return { ...without(changedSinceSent(kept), fact.item), focus: null };
    case 'left_out':
      return leftOut(changedSinceSent(kept), fact.section, fact.out);
    case 'paused':
      return { ...kept, state: 'paused' };
    case 'resumed':
      return { ...kept, state: 'talking' };
    case 'declined':
      return { ...kept, state: 'declined' };
    case 'sent':
      return { ...kept, sentAt: fact.at, everSent: fact.at };
    case 'language':
      return { ...kept, lang: fact.lang };
    case 'call_back':
      return { ...kept, callBacks: [...kept.callBacks, fact.said] };
    case 'flagged':
      return flagged(kept, fact);
    default:
      return kept;
  }
}

/** A flag about harm stops the plan until the person chooses how to go on; the others only wait for the worker. */
function flagged(kept: Kept, fact: FactOf<'flagged'>): Kept {
  const flags = [...kept.flags, fact];
  const stops = fact.level === 'now' || fact.level === 'same_day' || fact.kind === 'maybe_harm';
  if (!stops) return { ...kept, flags };
  const asked = Object.keys(kept.answers).filter((slot) => slot.startsWith('safety.'));
  return { ...unanswered(kept, asked), flags, state: 'talking', safety: { flag: fact.id, kind: fact.kind } };
}

function stumbled(kept: Kept, fact: FactOf<'stumbled'>): Kept['stumbles'] {
  const slot = slotOf(fact.question, fact.item);
  const before = kept.stumbles?.slot === slot ? kept.stumbles : { slot, dont_know: 0, unclear: 0 };
  return { ...before, [fact.how]: before[fact.how] + 1 };
}

function answered(before: Kept, fact: FactOf<'answered'> | FactOf<'skipped'>, question: QuestionId): Kept {
  const slot = slotOf(question, fact.item);
  const value = fact.type === 'answered' ? fact.value : undefined;
  const answer: Answer = {
    question,
    ...(fact.item === undefined ? {} : { item: fact.item }),
    ...(fact.type === 'answered' ? { value } : { blank: fact.reason }),
    said: fact.said ?? '',
    by: fact.by,
    at: fact.at,
    notes: (fact.type === 'answered' ? fact.notes : undefined) ?? [],
  };
  const isSteer = questions[question].stores === undefined;
  const unsent = isSteer ? before : changedSinceSent(before);
  const kept: Kept = {
    ...unsent,
    answers: { ...unsent.answers, [slot]: answer },
    focus: null,
    stumbles: null,
    authors:
      fact.by.role === 'person' || fact.by.role === 'system'
        ? before.authors
        : [...before.authors, { by: fact.by, question, item: fact.item }],
  };
  return grown(kept, question, answer, fact.parent);
}

/** A plan that was sent and then changed has not been sent as it now is: whether to send it is asked again. */
function changedSinceSent(kept: Kept): Kept {
  if (kept.sentAt === null) return kept;
  const { 'check.next': _said, ...told } = kept.told;
  return { ...unanswered(kept, ['check.send']), told, sentAt: null };
}

/** The answers as they are when these places are to be asked again. */
function unanswered(kept: Kept, slots: readonly Slot[]): Kept {
  const answers = Object.fromEntries(Object.entries(kept.answers).filter(([slot]) => !slots.includes(slot)));
  return { ...kept, answers };
}

/** The lists as they are after an answer: items begun, added, ended, or made from what was picked. */
function grown(kept: Kept, question: QuestionId, answer: Answer, parent: string | undefined): Kept {
  const anchored = anchors[question];
  if (anchored !== undefined && answer.item !== undefined) return begun(kept, anchored, answer, parent);
  const list = anothers[question];
  if (list !== undefined) {
    const key = listKey(list, answer.item);
    return { ...kept, closed: { ...kept.closed, [key]: answer.value !== 'another' } };
  }
  const steer = steers[question];
  if (steer !== undefined) return steer(kept, answer);
  return kept;
}

/** Answers that do more than fill a field. */
const steers: Partial<Record<QuestionId, (kept: Kept, answer: Answer) => Kept>> = {
  'who.plan_for': (kept, answer) => ({ ...kept, mode: modeOf[String(answer.value)] ?? kept.mode }),
  'support.pick': (kept, answer) => {
    const picked = ((answer.value ?? []) as string[]).filter((kind) => kind !== 'none');
    return seeded(kept, 'support', picked, (kind) => kind);
  },
  'network.who': (kept, answer) => {
    const people = (answer.value as People | undefined)?.people ?? [];
    return seeded(kept, 'network', people, (helper) => helper.name.toLowerCase());
  },
  /** "Change the order": how much each goal matters is asked again. */
  'goal.order': (kept, answer) =>
    answer.value === 'change'
      ? unanswered(kept, [
          'goal.order',
          ...(kept.items.goal ?? []).flatMap((id) => [`goal.importance@${id}`, `goal.importance_check@${id}`]),
        ])
      : kept,
  /** The idea that came up as a goal becomes the goal's first action, in the words it was said in. */
  'action.idea': (kept, { value, item = '' }) => {
    const idea = kept.answers[slotOf('goal.what', item)];
    if (value !== 'yes' || idea === undefined) return kept;
    const id = freshId(kept, 'action');
    const what: Answer = { ...idea, question: 'action.what', item: id, notes: [] };
    const answers = { ...kept.answers, [slotOf('action.what', id)]: what };
    return begun({ ...kept, answers }, 'action', what, item);
  },
  /** The group or place that was named becomes what is done. */
  'action.suggestion': (kept, { value, item = '', at, by }) => {
    const named = kept.answers[slotOf('action.who_helps', item)];
    const idea = localIdeaIn(named?.said ?? '');
    if (value !== 'yes' || named === undefined || idea === undefined) return kept;
    const what: Answer = { question: 'action.what', item, value: idea, said: named.said, by, at, notes: [] };
    return { ...kept, answers: { ...kept.answers, [slotOf('action.what', item)]: what } };
  },
  /** The cost to change, and the sum that it belongs to, are asked again. */
  'spend.change': (kept, { value }) => unanswered(kept, [`spend.cost@${value}`, 'spend.check', 'spend.change']),
  'safety.check': (kept, { value }) => (value === 'saying' || value === undefined ? { ...kept, safety: null } : kept),
  'safety.crisis_next': howToGoOn,
  'safety.resume': howToGoOn,
  'check.section': (kept, { value, item = '' }) => leftOut(kept, item, value === 'leave_out'),
  /** Only the parts that were picked are sent; whether to send is then asked again. */
  'check.parts': (kept, { value }) => {
    const picked = (value ?? []) as string[];
    const out = Object.keys(sections).filter((name) => !picked.includes(name));
    return out.reduce((before, name) => leftOut(before, name, true), {
      ...unanswered(kept, ['check.send']),
      leftOut: {},
    });
  },
};

function howToGoOn(kept: Kept, { value }: Answer): Kept {
  if (value === 'carry_on') return { ...kept, safety: null };
  return value === 'stop' || value === 'leave_now' ? { ...kept, safety: null, state: 'paused' } : kept;
}

function leftOut(kept: Kept, section: string, out: boolean): Kept {
  const { [section]: _put, ...others } = kept.leftOut;
  return { ...kept, leftOut: out ? { ...others, [section]: true } : others };
}

function begun(kept: Kept, list: ListName, answer: Answer, parent: string | undefined): Kept {
  const id = answer.item ?? '';
  const key = listKey(list, parent ?? kept.parents[id]);
  const there = kept.items[key] ?? [];
  const highest = { ...kept.highest, [list]: Math.max(kept.highest[list] ?? 0, Number(id.slice(1)) || 0) };
  if (isBlank(answer) || isNone(answer)) {
    const items = { ...kept.items, [key]: there.filter((one) => one !== id) };
    const parents = parent === undefined ? kept.parents : { ...kept.parents, [id]: parent };
    return { ...kept, highest, items, parents, closed: { ...kept.closed, [key]: true } };
  }
  if (there.includes(id)) return { ...kept, highest };
  return {
    ...kept,
    highest,
    items: { ...kept.items, [key]: [...there, id] },
    closed: { ...kept.closed, [key]: undefined },
    parents: parent === undefined ? kept.parents : { ...kept.parents, [id]: parent },
  };
}

/** A list made from what was picked or named. What was there keeps its id, and with it its answers. */
function seeded<T>(kept: Kept, list: ListName, seeds: readonly T[], nameOf: (seed: T) => string): Kept {
  const letter = lists[list];
  const known = new Map(
    Object.entries(kept.seeds)
      .filter(([id]) => id.startsWith(letter))
      .map(([id, seed]) => [nameOf(seed as T), id]),
  );
  let highest = kept.highest[list] ?? 0;
  const entries = seeds.map((seed) => {
    const id = known.get(nameOf(seed));
    if (id !== undefined) return [id, seed] as const;
    highest += 1;
    return [`${letter}${highest}`, seed] as const;
  });
  return {
    ...kept,
    highest: { ...kept.highest, [list]: highest },
    seeds: { ...kept.seeds, ...Object.fromEntries(entries) },
    items: { ...kept.items, [list]: entries.map(([id]) => id) },
  };
}

function without(kept: Kept, item: string): Kept {
  const items = Object.fromEntries(
    Object.entries(kept.items).map(([key, ids]) => [key, ids.filter((id) => id !== item)]),
  );
  return { ...kept, items };
}
