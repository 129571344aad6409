/** The statecharts as a model whose whole graph can be walked: one event for each class of thing that can be said. */
import { TestModel } from '@xstate/test'; // `xstate/graph` is its successor: nothing here changes but this line.
import { assign, type EventFromLogic, initialTransition } from 'xstate';
import { planMachine } from '../../dialogs/plan.ts';
import { type Position, type Resting, restingAt } from '../../src/conversation/position.ts';
import type { Event, Stamp } from '../../src/dialog/index.ts';
import { slotOf } from '../../src/plan/kept.ts';
import { type QuestionId, questions } from '../../src/plan/questions/index.ts';
import { type Sample, samplesAt } from './samples.ts';
import { type Held, noon, tools, worries } from './world.ts';

export type ModelEvent = Event & { readonly sample?: Sample };
export interface Edge {
  readonly state: Position;
  readonly event: ModelEvent;
  readonly nextState: Position;
}

/** Answers that decide on questions far away: a model takes one of them, and another model another. */
export type Character = Partial<Record<QuestionId, (sample: Sample) => boolean>>;

/**
 * The model of a talk from its first question. Three ways round the tools as they are: `new TestModel` and exact events
 * (made-up ones for '*' are refused), effects that do nothing (the tool runs no action but `assign`), and a first state
 * (it passes no input on).
 */
export function modelOf(first: Held, character: Character) {
  const { kept } = first.position.context;
  const [fromState] = initialTransition(quiet, { kept, stamp: newStamp(), languages: tools.languages.length });
  return new TestModel(quiet as never, {
    events: (state: never) => sayable(state, character) as EventFromLogic<never>[],
    serializeState: (state: never) => placeOf(state),
    fromState: fromState as never,
    traversalLimit: 60_000,
  });
}

const quiet = planMachine.provide({ actions: { say: assign({}) } });

/** The same place in the real statechart, which says things. */
export const inEarnest = ({ value, context }: Position): Position =>
  planMachine.resolveState({ value, context }) as Position;

/** Every step that can be taken from any place of a model. */
export const edgesOf = (model: ReturnType<typeof modelOf>): readonly Edge[] =>
  model.getAdjacencyList() as unknown as Edge[];

/**
 * What makes two places of a talk the same, so that there are only so many: items count by their place in the list, for
 * ids are never used twice. Lists grow to two items at most.
 */
export function placeOf(position: Position): string {
  const { kept } = position.context;
  const { question, item, parent } = restingAt(position) ?? {};
  const list = question === undefined ? undefined : questions[question].of;
  const among = list === undefined ? [] : (kept.items[slotOf(list, parent)] ?? []);
  const nth = list === 'part' ? item : item === undefined ? undefined : among.indexOf(item);
  const whose = parent === undefined ? undefined : kept.items.goal?.indexOf(parent);
  const ended = question?.endsWith('.another') ? kept.items[slotOf(question.slice(0, -8), item)]?.length : undefined;
  const goals = (kept.items.goal?.length ?? 0) > 0;
  const beside = [kept.mode, kept.state, kept.focus !== null, kept.sentAt !== null, goals];
  return JSON.stringify([position.value, nth, whose, ended, ...beside]);
}

const newStamp = (): Stamp => ({ at: noon, by: { role: 'person' } });

/** Places where something about harm is said; the random talks say it anywhere. */
const disclosedAt: ReadonlySet<QuestionId> = new Set(['who.call_me', 'goal.difference'] as const);

function sayable(state: Position, character: Character): readonly ModelEvent[] {
  if (state.context.kept.state === 'paused') return [{ type: 'RESUME', stamp: newStamp() }];
  const resting = restingAt(state);
  if (resting === null) return [];
  const answers = samplesAt(state, resting)
    .filter((sample) => character[resting.question]?.(sample) ?? true)
    .filter((sample) => !growsTooLong(state, resting, sample))
    .map((sample): ModelEvent => ({ ...answerOf(resting, sample), sample }));
  const { item, question, parent } = resting;
  const skip: ModelEvent = {
    type: 'SKIP',
    reason: 'skipped',
    stamp: newStamp(),
    question,
    ...(item === undefined ? {} : { item }),
    ...(parent === undefined ? {} : { parent }),
  };
  return [
    ...answers,
    ...(disclosedAt.has(question) ? worries.map((said) => worryOf(state, said)) : []),
    ...(questions[question].skip ? [skip] : []),
    { type: 'BACK', stamp: newStamp() },
    { type: 'STOP', stamp: newStamp() },
  ];
}

const answerOf = ({ question, item, parent, meta }: Resting, { value, said, notes }: Sample): ModelEvent => ({
  type: 'ANSWER',
  stamp: newStamp(),
  question,
  ...(item === undefined ? {} : { item }),
  ...(parent === undefined ? {} : { parent }),
  value,
  said: 'text' in said ? (said.text ?? '') : '',
  notes: [...notes],
  meta,
});

/** A message about harm, as `conversation/danger.ts` flags it. */
function worryOf({ context: { kept } }: Position, said: string): ModelEvent {
  const stamp = newStamp();
  const danger = tools.danger(said, kept.lang);
  const kind = danger?.kind ?? '';
  const level = kind === 'maybe_harm' ? 'note' : ['danger', 'crisis'].includes(kind) ? 'now' : 'same_day';
  const flag = {
    type: 'flagged',
    ...stamp,
    id: `f${kept.flags.length + 1}`,
    kind,
    level,
    where: 'nav.any',
    said,
  } as const;
  return { type: 'FLAG', stamp, facts: [{ ...flag, shown_to_person: kind !== 'maybe_harm' }] };
}

function growsTooLong({ context: { kept } }: Position, { question, item }: Resting, { value }: Sample): boolean {
  if (!question.endsWith('.another')) return false;
  const list = question.slice(0, -'.another'.length);
  return value === 'another' && (kept.items[slotOf(list, item)]?.length ?? 0) >= 2;
}
