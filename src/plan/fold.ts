/** The fold: facts, oldest first, to what is kept of a talk. */
import { accessAfter, accessFrom } from './access.ts';
import type { Fact, FactOf } from './facts.ts';
import { grown } from './growing.ts';
import { type Answer, type Kept, slotOf, unanswered } from './kept.ts';
import { isQuestionId, type QuestionId, questions } from './questions/index.ts';
import { lists } from './questions/kinds.ts';

/** Throws when the first is not `began`: that is not a plan. */
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
    toAsk: [],
    access: accessFrom(fact),
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
    case 'paused':
      return { ...kept, state: 'paused' };
    case 'resumed':
      return { ...kept, state: 'talking' };
    case 'declined':
      return { ...kept, state: 'declined' };
    case 'sent':
      return { ...kept, sentAt: fact.at, everSent: fact.at };
    case 'language':
      return inLanguage(kept, fact);
    case 'call_back':
      return { ...kept, callBacks: [...kept.callBacks, fact] };
    case 'to_ask':
      return { ...changedSinceSent(kept), toAsk: [...kept.toAsk, fact.said] };
    case 'flagged':
      return flagged(kept, fact);
    default:
      return withAccess(kept, accessAfter(kept.access, fact));
  }
}

/** The answer to "which language?" goes with it, so that both say the same. */
function inLanguage(kept: Kept, { lang, said }: FactOf<'language'>): Kept {
  const { 'language.choice': choice, ...answers } = kept.answers;
  if (choice === undefined) return { ...kept, lang };
  return {
    ...kept,
    lang,
    answers: { 'language.choice': { ...choice, value: lang, said: said ?? choice.said }, ...answers },
  };
}

const withAccess = (kept: Kept, access: Kept['access']): Kept => (access === kept.access ? kept : { ...kept, access });

/**
 * A flag about harm stops the plan until the person chooses how to go on; the others only wait for the worker. So does what
 * somebody told who helps: the person's own screen shows nothing of it.
 */
function flagged(kept: Kept, fact: FactOf<'flagged'>): Kept {
  const flags = [...kept.flags, fact];
  const stops = fact.level === 'now' || fact.level === 'same_day' || fact.kind === 'maybe_harm';
  if (!stops || fact.by.role === 'helper') return { ...kept, flags };
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

function without(kept: Kept, item: string): Kept {
  const items = Object.fromEntries(
    Object.entries(kept.items).map(([key, ids]) => [key, ids.filter((id) => id !== item)]),
  );
  return { ...kept, items };
}
