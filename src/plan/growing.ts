/** Answers that do more than fill a field: they begin items of a list, end it, or open other answers again. */
import type { Mode } from './facts.ts';
import { type Answer, freshId, isBlank, isNone, type Kept, leftOut, listKey, slotOf, unanswered } from './kept.ts';
import { localIdeaIn } from './local-idea.ts';
import { type QuestionId, sections } from './questions/index.ts';
import { type ListName, lists } from './questions/kinds.ts';
import { topics } from './questions/prepare.ts';
import type { People } from './values.ts';

/** The lists as they are after an answer: items begun, added, ended, or made from what was picked. */
export function grown(before: Kept, question: QuestionId, answer: Answer, parent: string | undefined): Kept {
  const kept = withLong(before, question, answer);
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

/** Of a very long answer it is asked which part matters most. Once it is given anew and shorter, it is not one any more. */
function withLong(kept: Kept, question: QuestionId, { item, notes }: Answer): Kept {
  if (!asksMainPart.has(question)) return kept;
  const slot = slotOf(question, item);
  const there = kept.items.long ?? [];
  const known = Object.keys(kept.seeds).find((id) => id.startsWith(lists.long) && kept.seeds[id] === slot);
  if (!notes.includes('long_answer'))
    return known === undefined ? kept : { ...kept, items: { ...kept.items, long: there.filter((id) => id !== known) } };
  if (known !== undefined && there.includes(known)) return kept;
  const id = known ?? freshId(kept, 'long');
  return {
    ...kept,
    highest: { ...kept.highest, long: Math.max(kept.highest.long ?? 0, Number(id.slice(1))) },
    seeds: { ...kept.seeds, [id]: slot },
    items: { ...kept.items, long: [...there, id] },
  };
}

/** Open questions about what matters, goals and needs. */
const asksMainPart: ReadonlySet<QuestionId> = new Set([
  ...topics.map((topic) => `topic.${topic}` as const),
  'topic.matters_most',
  'goal.what',
  'goal.difference',
  'need.wrong',
  'need.from_memory',
] as const);

/** Answers that do more than fill a field. */
const steers: Partial<Record<QuestionId, (kept: Kept, answer: Answer) => Kept>> = {
  'who.plan_for': (kept, answer) => ({ ...kept, mode: modeOf[String(answer.value)] ?? kept.mode }),
  'support.pick': (kept, answer) => {
    const picked = ((answer.value ?? []) as string[]).filter((kind) => kind !== 'none');
    return seeded(kept, 'support', picked, (kind) => kind);
  },
  'network.who': (kept, answer) => {
    const named = (answer.value as People | undefined)?.people ?? [];
    // Only somebody who writes for another can be one of the helpers themselves.
    const people = named.filter((helper) => helper.self === undefined || kept.mode === 'on_behalf');
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

function howToGoOn(kept: Kept, { value, question }: Answer): Kept {
  // Left empty, the last of these questions would be walked past for ever: the talk goes on with the plan.
  const isLeft = value === undefined && question === 'safety.resume';
  if (value === 'carry_on' || isLeft) return { ...kept, safety: null };
  return value === 'stop' || value === 'leave_now' ? { ...kept, safety: null, state: 'paused' } : kept;
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
