/** Goals, and what the person will do for each. */
import type { z } from 'zod';
import { slotOf } from '../kept.ts';
import type { Goal, Importance } from '../schema/goals.ts';
import type { PersonRef } from '../schema/people.ts';
import { lexicon, lines, matcher, plainQuotes } from '../words.ts';
import { plainFields } from './defaults.ts';
import type { Material } from './material.ts';
import type { Registry } from './people.ts';
import { goalAnswer } from './places.ts';
import { optional } from './who.ts';

export function goals(material: Material, registry: Registry) {
  const ids = material.items('goal');
  return {
    goals: ids.map((id) => goal(material, id)),
    actions: ids.flatMap((id) =>
      material.items('action', id).map((action) => actionOf(material, registry, id, action)),
    ),
  };
}

function goal(material: Material, id: string) {
  const words = goalAnswer(material, id);
  const what = String(words?.value ?? '');
  const first = material.text('goal.what', id);
  const score = material.value<number>('goal.confidence', id);
  return {
    id,
    ...plainFields(material, 'goals', id),
    what,
    kind: kindOf(what),
    ...optional('importance', importance(material, id)),
    ...optional('confidence', score === undefined ? undefined : { score, scale: '10 very sure' as const }),
    may_be_action: words?.notes.includes('reads_as_action') ?? false,
    ...optional('action_idea', words?.question === 'goal.what' ? undefined : first),
    need_links: material.items('need').filter((need) => material.value<string[]>('need.goal', need)?.includes(id)),
    status: 'proposed' as const,
  };
}

const keep = matcher(lexicon.goal_kinds.keep);
const notKeep = matcher(lexicon.goal_kinds.not_keep);
const stop = matcher(lexicon.goal_kinds.stop_or_prevent);

/** "Stay in my own home" keeps something, "stop falling" ends or heads off something; whichever is said first. */
export function kindOf(words: string): Goal['kind'] {
  const plain = plainQuotes(words).replace(new RegExp(notKeep.source, 'giu'), '');
  const [kept, stopped] = [keep, stop].map((kind) => kind.exec(plain)?.index ?? Number.POSITIVE_INFINITY);
  if (kept === stopped) return 'change';
  return (kept ?? 0) < (stopped ?? 0) ? 'keep' : 'stop_or_prevent';
}

/** The score as said. A "10" that was checked becomes 1 only on a yes, and the first answer stays beside it. */
function importance(material: Material, id: string): z.infer<typeof Importance> | undefined {
  const given = material.answer('goal.importance', id);
  const check = material.answer('goal.importance_check', id);
  const score = material.value<number>('goal.importance', id);
  if (given === undefined || score === undefined) return undefined;
  const scale = '1 matters most' as const;
  if (check?.value === undefined || check.at < given.at) return { score, scale };
  if (check.value !== true) return { score, scale, confirmed_after_check: true };
  return { score: 1, scale, ...(score === 1 ? {} : { first_answer: score }), confirmed_after_check: true };
}

function actionOf(material: Material, registry: Registry, goal: string, id: string) {
  const what = material.text('action.what', id) ?? '';
  const helpersSaid = material.text('action.who_helps', id);
  const who = material.value<'me' | 'me_with_someone' | 'someone_else'>('action.who', id);
  const said = [
    helpersSaid ?? '',
    who === undefined ? '' : (material.kept.answers[slotOf('action.who', id)]?.said ?? ''),
  ];
  const helpers = new Set<PersonRef>(said.flatMap((words) => registry.namedIn(words, 'helper')));
  return {
    id,
    goal,
    ...plainFields(material, 'actions', id),
    what,
    ...optional('who', who === undefined ? undefined : doer[who]),
    not_suit: notSuiting(material.text('action.not_suit', id)),
    also_matters: lines(material.text('action.also_matters', id) ?? ''),
    helpers: [...helpers],
    ...optional('helpers_said', helpersSaid),
    status: 'to_start' as const,
  };
}

const doer = { me: 'self', me_with_someone: 'self_with_someone', someone_else: 'someone_else' } as const;

/** "A gym. I'd feel awkward in one." → what, and why. */
function notSuiting(said: string | undefined) {
  return lines(said ?? '').map((line) => {
    const [what = line, ...why] = line.split(/(?<=[.!?])\s+/u);
    const reason = why.join(' ');
    return { what: what.replace(/[.!]+$/u, ''), ...optional('why', reason === '' ? undefined : reason) };
  });
}
