/**
 * The vocabulary that dialogs are written in. A dialog is a statechart over what is kept: where the talk stands is
 * worked out by walking past every settled question, and is never stored.
 */
import { assign, setup } from 'xstate';
import type { Author, Fact } from '../plan/facts.ts';
import { apply } from '../plan/fold.ts';
import { freshId, isBlank, isNone, type Kept, listKey, type Slot, slotOf } from '../plan/kept.ts';
import {
  isQuestionId,
  type QuestionId,
  questions,
  type SectionName,
  sectionOf,
  sections,
} from '../plan/questions/index.ts';
import type { ListName } from '../plan/questions/kinds.ts';
import type { Topic } from '../plan/questions/prepare.ts';
import type { Blank } from '../plan/values.ts';
import { type Condition, type Cursor, conditions, type Place } from './conditions.ts';

/** When and by whom something is said; every fact bears it. */
export interface Stamp {
  readonly at: string;
  readonly by: Author;
}

export interface Input {
  readonly kept: Kept;
  readonly stamp: Stamp;
  readonly languages: number;
  /** Walks past every question, to see which are on the route at all. */
  readonly survey?: boolean;
}

/** The places walked past, newest first: the way back. */
export interface Passed {
  readonly slot: Slot;
  readonly before: Passed | null;
}

interface Context extends Place {
  readonly passed: Passed | null;
  readonly stamp: Stamp;
  readonly survey: boolean;
  /** What became true in the turn that `turn` stands for. */
  readonly became: readonly Fact[];
  readonly turn: Stamp;
}

/** Before the first step of the walk. */
export const atTheStart = (input: Input): Context => ({
  ...input,
  survey: input.survey ?? false,
  at: {},
  passed: null,
  became: [],
  turn: input.stamp,
});

/** The question on which a state rests, and what its options do besides being an answer. */
export interface Meta {
  readonly question: QuestionId;
  /** Option -> the question that it opens again, for the same item. */
  readonly opens?: Readonly<Record<string, QuestionId>>;
  /** The option that takes the item out. */
  readonly removes?: string;
  /** Options after which the talk is walked again from the top, for they open something earlier. */
  readonly again?: readonly string[] | 'any';
  /** The first time it is skipped, it is said why it is asked; the second time it is let go. */
  readonly urges?: true;
  /** Option -> what is said when it is taken. */
  readonly says?: Readonly<Record<string, string>>;
}

interface At {
  readonly question: QuestionId;
  readonly item?: string | undefined;
  readonly parent?: string | undefined;
}

export type Event = { readonly stamp: Stamp } & (
  | ({ type: 'ANSWER'; value: unknown; said: string; notes?: string[]; meta?: Meta } & At)
  | ({ type: 'SKIP'; reason: Blank; said?: string } & At)
  | ({ type: 'STUMBLE'; how: 'dont_know' | 'unclear' } & At)
  | { type: 'BACK' }
  | { type: 'CHANGE'; slot: Slot }
  | { type: 'MORE'; section: string }
  | { type: 'REOPEN'; slots: readonly At[] }
  | { type: 'REMOVE'; item: string }
  | { type: 'LEAVE_OUT'; section: string; out: boolean }
  | { type: 'STOP' }
  | { type: 'RESUME' }
  | { type: 'LANGUAGE'; lang: string }
  | { type: 'NOTE'; facts: readonly Fact[] }
  | { type: 'FLAG'; facts: readonly Fact[] }
);

/** How a question is asked only sometimes. */
interface How {
  /** Asked only while this is true. */
  readonly when?: Condition | undefined;
  /** Asked on the full way, or after "tell us more about" its section; never on the short way. */
  readonly detail?: true | undefined;
  /** Only these options settle it; with any other it is asked again. */
  readonly settles?: readonly string[] | undefined;
  /** One of the twelve topics: asked when it was picked. */
  readonly topic?: Topic | undefined;
}
type Asked = How & { readonly question: QuestionId };

const itemOf = (question: QuestionId, at: Cursor) => {
  const { of } = questions[question];
  return of === undefined ? undefined : at[of];
};
const slotAt = (question: QuestionId, at: Cursor) => slotOf(question, itemOf(question, at));
const answerAt = ({ kept, at }: Place, question: QuestionId) => kept.answers[slotAt(question, at)];

/** A question is wanted when its condition holds and, for details, when the person chose to say more. */
function wanted(place: Place, { question, when, detail, topic }: Asked): boolean {
  if (when !== undefined && !conditions[when](place)) return false;
  if (topic !== undefined) return answerAt(place, question) !== undefined || isPicked(place, topic);
  if (detail === undefined || answerAt(place, question) !== undefined) return true;
  return place.kept.answers['way.choose']?.value === 'full' || place.kept.deepened[sectionOf(question)] === true;
}

function isPicked({ kept }: Place, topic: Topic): boolean {
  const picked = (kept.answers['prepare.pick']?.value ?? []) as readonly string[];
  return picked.includes(topic) || picked.includes('one_at_a_time');
}

function settled(place: Place, { question, settles }: Asked): boolean {
  const slot = slotAt(question, place.at);
  const answer = place.kept.answers[slot];
  if (answer === undefined || place.kept.focus === slot) return false;
  return settles === undefined || isBlank(answer) || settles.includes(String(answer.value));
}

/** An item that was begun with "nothing", while the person is back at the question with which it began. */
function visitedVoid(kept: Kept, list: ListName, at: Cursor): string[] {
  const [question = '', item] = kept.focus?.split('@') ?? [];
  if (item === undefined || !isQuestionId(question) || questions[question].of !== list) return [];
  const key = listKey(list, list === 'action' ? at.goal : undefined);
  const here = list !== 'action' || kept.parents[item] === at.goal;
  return here && !(kept.items[key] ?? []).includes(item) ? [item] : [];
}

/** The item of a list after the one that the talk is at; a new one when the list is empty or another was asked for. */
function itemAfter({ kept, at }: Place, list: ListName, grows: boolean): string | undefined {
  const key = listKey(list, list === 'action' ? at.goal : undefined);
  const items: readonly string[] =
    list === 'part' ? partsOf(kept) : [...(kept.items[key] ?? []), ...visitedVoid(kept, list, at)];
  const here = at[list];
  const next = items[here === undefined ? 0 : items.indexOf(here) + 1];
  if (next !== undefined && next !== here) return next;
  const begins = kept.closed[key] === false || (items.length === 0 && kept.closed[key] === undefined);
  return grows && begins ? freshId(kept, list) : undefined;
}

/** The sections in which something was said: the parts of the plan that can be checked, or left out. */
export function partsOf(kept: Kept): readonly SectionName[] {
  const told = new Set(
    Object.values(kept.answers)
      .filter((answer) => !isBlank(answer) && questions[answer.question].stores !== undefined)
      .map((answer) => sectionOf(answer.question)),
  );
  // What is done for a goal is checked with the goal.
  if (told.delete('actions')) told.add('goals');
  return (Object.keys(sections) as SectionName[]).filter((name) => told.has(name) && !neverParts.has(name));
}
const neverParts: ReadonlySet<SectionName> = new Set(['hello', 'check', 'safety'] as const);

/** What is kept with these facts added. `became` begins anew with each turn, which one stamp stands for. */
function become(context: Context, event: Event, ...facts: Fact[]) {
  const turn = stampOf(context, event);
  const before = context.turn === turn ? context.became : [];
  return { kept: facts.reduce(apply, context.kept), became: [...before, ...facts], turn };
}
const at = ({ question, item, parent }: At) => ({
  question,
  ...(item === undefined ? {} : { item }),
  ...(parent === undefined ? {} : { parent }),
});

type List = { list: ListName; grows?: boolean };

export const dialog = setup({
  types: {} as { context: Context; events: Event; input: Input; meta: Meta },
  guards: {
    holds: ({ context }, { when }: { when: Condition }) => conditions[when](context),
    paused: ({ context }) => context.kept.state === 'paused' && !context.survey,
    declined: ({ context }) => context.kept.state === 'declined',
    unsafe: ({ context }) => context.kept.safety !== null && !context.survey,
    dangerIs: ({ context }, { kinds }: { kinds: readonly string[] }) => kinds.includes(context.kept.safety?.kind ?? ''),
    told: ({ context }, { question }: { question: QuestionId }) =>
      context.kept.told[question] !== undefined || context.survey,
    goesBy: ({ context }, asked: Asked) => context.survey || !wanted(context, asked) || settled(context, asked),
    isVoid: ({ context }, { question }: { question: QuestionId }) => {
      const answer = answerAt(context, question);
      const gone = answer !== undefined && (isBlank(answer) || isNone(answer));
      return (gone || (context.survey && answer === undefined)) && context.kept.focus !== slotAt(question, context.at);
    },
    another: ({ context }, { list, grows = false }: List) =>
      itemAfter(context, list, grows && !context.survey) !== undefined,
    enough: ({ context }, { list, ...asked }: List & Asked) => {
      const key = listKey(list, list === 'action' ? context.at.goal : undefined);
      const visited = context.kept.focus === slotAt(asked.question, context.at);
      return context.survey || (!visited && (context.kept.closed[key] === true || !wanted(context, asked)));
    },
    moreWanted: ({ context }, { list }: List) => {
      const key = listKey(list, list === 'action' ? context.at.goal : undefined);
      return !context.survey && context.kept.closed[key] === false;
    },
    sent: ({ context }) => context.kept.sentAt !== null || context.survey,
    toBeSent: ({ context }) => context.kept.answers['check.send']?.value === 'yes' && context.kept.focus === null,
    saidNo: ({ context }, { question }: { question: QuestionId }) => answerAt(context, question)?.value === false,
    fits: ({ event }) => event.type === 'ANSWER' && questions[event.question].answer.safeParse(event.value).success,
    opens: ({ event }) => event.type === 'ANSWER' && event.meta?.opens?.[String(event.value)] !== undefined,
    again: ({ event }) => event.type === 'ANSWER' && isAgain(event.meta?.again, event.value),
    removes: ({ event }) => event.type === 'ANSWER' && event.meta?.removes === event.value && event.item !== undefined,
    mayBeEmpty: ({ event }) => event.type === 'SKIP' && questions[event.question].skip,
    canGoBack: ({ context }) => context.passed !== null,
    exists: ({ context, event }) => event.type === 'CHANGE' && context.kept.answers[event.slot] !== undefined,
    under18: ({ context }) => isUnder18(context),
  },
  actions: {
    /** An effect for whoever runs the turn; the words are the texts' business. */
    say: (_, _what: { key: string }) => {},
    pass: assign(({ context }, asked: Asked) =>
      wanted(context, asked) && (context.survey || answerAt(context, asked.question) !== undefined)
        ? { passed: { slot: slotAt(asked.question, context.at), before: context.passed } }
        : {},
    ),
    fromTheTop: assign({ at: {}, passed: null }),
    toList: assign(({ context }, { list }: List) => ({ at: { ...context.at, [list]: undefined } })),
    toNext: assign(({ context }, { list, grows = false }: List) => ({
      at: { ...context.at, [list]: itemAfter(context, list, grows) },
    })),
    noteTold: assign(({ context, event }, { question }: { question: QuestionId }) =>
      become(context, event, { type: 'told', ...stampOf(context, event), question }),
    ),
    record: assign(({ context, event }) => {
      if (event.type === 'ANSWER') {
        const { value, said, notes } = event;
        const answered = { type: 'answered', ...event.stamp, ...at(event), value, said } as const;
        return become(context, event, notes === undefined || notes.length === 0 ? answered : { ...answered, notes });
      }
      if (event.type === 'SKIP') {
        const { reason, said } = event;
        return become(context, event, {
          type: 'skipped',
          ...event.stamp,
          ...at(event),
          reason,
          ...(said === undefined ? {} : { said }),
        });
      }
      return {};
    }),
    stumble: assign(({ context, event }) =>
      event.type === 'STUMBLE'
        ? become(context, event, { type: 'stumbled', ...event.stamp, ...at(event), how: event.how })
        : {},
    ),
    open: assign(({ context, event }) => {
      const opened = event.type === 'ANSWER' ? event.meta?.opens?.[String(event.value)] : undefined;
      if (event.type !== 'ANSWER' || opened === undefined) return {};
      return become(context, event, { type: 'went', ...event.stamp, to: slotOf(opened, itemFor(opened, event)) });
    }),
    goBack: assign(({ context, event }) =>
      become(context, event, { type: 'went', ...stampOf(context, event), to: context.passed?.slot ?? null }),
    ),
    goTo: assign(({ context, event }) =>
      event.type === 'CHANGE' ? become(context, event, { type: 'went', ...event.stamp, to: event.slot }) : {},
    ),
    deepen: assign(({ context, event }) =>
      event.type === 'MORE' ? become(context, event, { type: 'deepened', ...event.stamp, section: event.section }) : {},
    ),
    reopen: assign(({ context, event }) =>
      event.type === 'REOPEN'
        ? become(
            context,
            event,
            ...event.slots.map((slot) => ({ type: 'reopened', ...event.stamp, ...at(slot) }) as const),
          )
        : {},
    ),
    remove: assign(({ context, event }) => {
      const item = event.type === 'REMOVE' || event.type === 'ANSWER' ? event.item : undefined;
      return item === undefined ? {} : become(context, event, { type: 'removed', ...stampOf(context, event), item });
    }),
    leaveOut: assign(({ context, event }) =>
      event.type === 'LEAVE_OUT'
        ? become(context, event, { type: 'left_out', ...event.stamp, section: event.section, out: event.out })
        : {},
    ),
    pause: assign(({ context, event }) => become(context, event, { type: 'paused', ...stampOf(context, event) })),
    resume: assign(({ context, event }) => become(context, event, { type: 'resumed', ...stampOf(context, event) })),
    decline: assign(({ context, event }) => become(context, event, { type: 'declined', ...stampOf(context, event) })),
    send: assign(({ context, event }) => become(context, event, { type: 'sent', ...stampOf(context, event) })),
    speak: assign(({ context, event }) =>
      event.type === 'LANGUAGE' ? become(context, event, { type: 'language', ...event.stamp, lang: event.lang }) : {},
    ),
    note: assign(({ context, event }) =>
      event.type === 'NOTE' || event.type === 'FLAG' ? become(context, event, ...event.facts) : {},
    ),
  },
});

const isAgain = (again: Meta['again'], value: unknown) => again === 'any' || (again?.includes(String(value)) ?? false);
const stampOf = (context: Context, event: Event): Stamp => event.stamp ?? context.stamp;
const itemFor = (question: QuestionId, { item }: At) => (questions[question].of === undefined ? undefined : item);

function isUnder18({ kept, stamp }: Context): boolean {
  const birth =
    (kept.answers['who.birth_date']?.value as { date?: string } | undefined)?.date ?? kept.record?.person?.dob;
  if (birth === undefined || kept.focus === 'who.birth_date') return false;
  const [year = 0, rest] = [Number(birth.slice(0, 4)), birth.slice(4)];
  return `${year + 18}${rest}` > stamp.at.slice(0, 10);
}

/** A question: walked past when settled or not wanted; else the talk rests here until it is answered or skipped. */
export const ask = (question: QuestionId, then: string, how: How & Omit<Meta, 'question'> = {}) => {
  const { when, detail, settles, topic, ...meta } = how;
  const asked = { when, detail, settles, topic };
  return dialog.createStateConfig({
    meta: { question, ...meta },
    always: {
      guard: { type: 'goesBy', params: { question, ...asked } },
      actions: { type: 'pass', params: { question, ...asked } },
      target: then,
    },
  });
};

/** A question that the short way leaves out. */
export const detail = (question: QuestionId, then: string, how: How & Omit<Meta, 'question'> = {}) =>
  ask(question, then, { ...how, detail: true });

/** One of the twelve topics, asked when the person picked it. */
export const topic = (about: Topic, then: string) => ask(`topic.${about}`, then, { topic: about });

/** The question with which an item of a list begins. Left empty, or answered "nothing", there is no item: on to `none`. */
export const first = (question: QuestionId, then: string, none: string, how: How = {}) => {
  const asked = ask(question, then, how);
  return {
    ...asked,
    always: [
      {
        guard: { type: 'isVoid', params: { question } },
        actions: { type: 'pass', params: { question, ...how } },
        target: none,
      },
      asked.always,
    ],
  } as const;
};

/** Says something once, and goes on. */
export const tell = (question: QuestionId, then: string) =>
  dialog.createStateConfig({
    always: [
      { guard: { type: 'told', params: { question } }, target: then },
      {
        actions: [
          { type: 'say', params: { key: question } },
          { type: 'noteTold', params: { question } },
        ],
        target: then,
      },
    ],
  });

/** Goes through a list: to `item` for each of its items, then to `then`. `grows`: the talk may begin new items. */
export const each = (list: ListName, item: string, then: string, grows = false) =>
  dialog.createStateConfig({
    always: [
      {
        guard: { type: 'another', params: { list, grows } },
        actions: { type: 'toNext', params: { list, grows } },
        target: item,
      },
      { target: then },
    ],
  });

/** After the last item of a list: is there another one? Yes goes to `again`, where the list is gone through. */
export const another = (list: ListName, question: QuestionId, again: string, then: string, how: How = {}) =>
  dialog.createStateConfig({
    meta: { question },
    always: [
      { guard: { type: 'moreWanted', params: { list } }, target: again },
      {
        guard: { type: 'enough', params: { list, question, ...how } },
        actions: { type: 'pass', params: { question, ...how } },
        target: then,
      },
    ],
  });

/** A fork in the way: to `yes` while the condition holds, else to `no`. */
export const fork = (when: Condition, yes: string, no: string) =>
  dialog.createStateConfig({ always: [{ guard: { type: 'holds', params: { when } }, target: yes }, { target: no }] });
