import { assign, setup } from 'xstate';
import type { Fact } from '../plan/facts.ts';
import { apply } from '../plan/fold.ts';
import { isBlank, isNone, slotOf } from '../plan/kept.ts';
import { type QuestionId, questions } from '../plan/questions/index.ts';
import type { ListName } from '../plan/questions/kinds.ts';
import { type Condition, conditions } from './conditions.ts';
import type { At, Context, Event, Input, Meta, Stamp } from './event.ts';
import { itemAfter, keyAt, longAt } from './lists.ts';
import { type Asked, answerAt, settled, slotAt, wanted } from './wanted.ts';

interface List {
  readonly list: ListName;
  readonly grows?: boolean;
}

/** What dialogs are made with: the types, and every guard and action that a statechart may name. */
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
      const closed = context.kept.closed[keyAt(list, context.at)] === true;
      const visited = context.kept.focus === slotAt(asked.question, context.at);
      return context.survey || (!visited && (closed || !wanted(context, asked)));
    },
    moreWanted: ({ context }, { list }: List) =>
      !context.survey && context.kept.closed[keyAt(list, context.at)] === false,
    sent: ({ context }) => context.kept.sentAt !== null || context.survey,
    toBeSent: ({ context }) => context.kept.answers['check.send']?.value === 'yes' && context.kept.focus === null,
    saidNo: ({ context }, { question }: { question: QuestionId }) => answerAt(context, question)?.value === false,
    fits: ({ event }) => event.type === 'ANSWER' && questions[event.question].answer.safeParse(event.value).success,
    opens: ({ event }) => event.type === 'ANSWER' && event.meta?.opens?.[String(event.value)] !== undefined,
    again: ({ event }) => event.type === 'ANSWER' && isAgain(event.meta?.again, event.value),
    removes: ({ event }) => event.type === 'ANSWER' && event.meta?.removes === event.value && event.item !== undefined,
    mayBeEmpty: ({ event }) => event.type === 'SKIP' && questions[event.question].skip,
    canGoBack: ({ context }) => context.passed !== null,
    exists: ({ context, event }) => event.type === 'CHANGE' && Object.hasOwn(context.kept.answers, event.slot),
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
    toLong: assign(({ context }, { of, when }: { of: QuestionId; when?: Condition | undefined }) => {
      const { long: _before, ...at } = context.at;
      const long = when === undefined || conditions[when](context) ? longAt(context, of) : undefined;
      return { at: long === undefined ? at : { ...at, long } };
    }),
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
    remove: assign(({ context, event }) =>
      event.type === 'ANSWER' && event.item !== undefined
        ? become(context, event, { type: 'removed', ...event.stamp, item: event.item })
        : {},
    ),
    pause: assign(({ context, event }) => become(context, event, { type: 'paused', ...stampOf(context, event) })),
    resume: assign(({ context, event }) => become(context, event, { type: 'resumed', ...stampOf(context, event) })),
    decline: assign(({ context, event }) => become(context, event, { type: 'declined', ...stampOf(context, event) })),
    send: assign(({ context, event }) => become(context, event, { type: 'sent', ...stampOf(context, event) })),
    note: assign(({ context, event }) =>
      event.type === 'NOTE' || event.type === 'FLAG' ? become(context, event, ...event.facts) : {},
    ),
  },
});

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
