/** The plan as a page shows it: by parts, in the person's words, with a way to change each answer. */
import { z } from 'zod';
import type { Progress } from '../../conversation/talk.ts';
import { slotOf } from '../../plan/kept.ts';
import type { Plan, Provenance } from '../../plan/plan.ts';
import { isQuestionId, questionIds, questions } from '../../plan/questions/index.ts';
import type { Filling } from '../../plan/replies.ts';
import { DateValue, Money } from '../../plan/values.ts';
import { fieldOf, partOf, parts } from './plan-parts.ts';
import type { Words } from './words.ts';

/** One answer: its name, what was said, and the slot by which the talk goes back to it. */
interface Row {
  /** Of its question, in the order of the talk. */
  readonly place: number;
  readonly item: string | undefined;
  readonly field: string;
  readonly label: string;
  readonly lines: readonly string[];
  /** What was made of the words, when that says more: "around June 2027". */
  readonly tidy: string;
  readonly from: string;
  readonly slot: string;
  readonly blank: boolean;
}

/** So many missing things stand open at the top; the others are folded. */
const shownGaps = 3;

export function planView(plan: Plan, progress: readonly Progress[], words: Words) {
  const rows = [...council(plan, words), ...said(plan, words), ...blanks(plan, words)].toSorted(
    (one, other) => one.place - other.place,
  );
  const missing = gaps(plan, words);
  const all = parts.map((part) => {
    const own = rows.filter(({ field }) => partOf(field)?.id === part.id);
    const more = progress.filter(({ section, more }) => more && (part.asks as readonly string[]).includes(section));
    return {
      id: part.id,
      title: words.t(`plan.summary.${part.id}`),
      rows: own.filter(({ item }) => item === undefined),
      groups: groups(own, plan, words),
      more: more.map(({ section }) => ({ section, label: words.t(`sections.${section}.more`) })),
      isEmpty: own.every(({ blank }) => blank),
    };
  });
  return {
    parts: all,
    emptyParts: all.filter((part) => part.rows.length + part.groups.length === 0),
    totals: totals(plan, words),
    gaps: { first: missing.slice(0, shownGaps), others: missing.slice(shownGaps) },
    checks: [
      ...new Set(plan.agreement.checks.flatMap(({ resident }) => resident.map((text) => words.t(text.key, text.with)))),
    ],
    isAgreed: plan.plan.status === 'agreed' || plan.plan.status === 'agreed_in_part',
  };
}

/** The council's own number, first among whom to ring. */
function council({ emergency }: Plan, words: Words): Row[] {
  const field = 'emergency.council_out_of_hours';
  const label = labelOf(field, words);
  const { council_out_of_hours: phone } = emergency;
  if (phone === undefined || label === null) return [];
  return [{ place: -1, item: undefined, field, label, lines: [phone], tidy: '', from: '', slot: '', blank: false }];
}

function said(plan: Plan, words: Words): Row[] {
  return Object.entries(plan.provenance).flatMap(([path, origin]) => {
    const long = plan.long_answers.find(({ id }) => path === `long_answers[${id}].matters_most`);
    const { field, item } = fieldOf(long?.path ?? path);
    const own = labelOf(field, words);
    const label = long === undefined || own === null ? own : words.t('plan.fields.long_answers.matters_most');
    if (label === null) return [];
    const tidy = tidyAt(plan, path, field, words);
    const lines = wordsOf(plan, path, origin, tidy).split(/\n+/);
    return [
      {
        place: placeOf(long?.question ?? origin.question),
        item,
        field,
        label,
        lines,
        tidy: tidy === lines.join(' ') ? '' : tidy,
        from: fromWhom(origin, words),
        slot: slotFor(origin.question, long?.id ?? item),
        blank: false,
      },
    ];
  });
}

/** The person's own words, unless they say less than what was made of them: a bare number, or a sentence about something else too. */
function wordsOf(plan: Plan, path: string, { said, notes = [] }: Provenance, tidy: string): string {
  if (path === 'person.full_name') return String(valueAt(plan, path) ?? said);
  return said.trim() === '' || /^\d+$/.test(said) || notes.includes('in_passing') ? tidy || said : said;
}

/** Why a place is empty, where the person themselves left it so. What was never asked is offered by "tell us more". */
function blanks(plan: Plan, words: Words): Row[] {
  return Object.entries(plan.blanks).flatMap(([path, reason]) => {
    const { field, item } = fieldOf(path);
    const label = labelOf(field, words);
    if (label === null || reason === 'not_asked' || reason === 'not_relevant') return [];
    const asked = questionIds.find((id) => fieldOf(questions[id].stores?.replace('[]', '') ?? '').field === field);
    const slot = asked === undefined ? '' : slotFor(asked, item);
    const lines = [words.t(`plan.blank.${reason}`)];
    return [{ place: placeOf(asked), item, field, label, lines, tidy: '', from: '', slot, blank: true }];
  });
}

const placeOf = (question = '') => (isQuestionId(question) ? questionIds.indexOf(question) : -1);

const labelOf = (field: string, words: Words) =>
  partOf(field) !== undefined && words.has(`plan.fields.${field}`) ? words.t(`plan.fields.${field}`) : null;

const slotFor = (question: string, item: string | undefined) => {
  if (!isQuestionId(question)) return '';
  return slotOf(question, questions[question].of === undefined ? undefined : item);
};

/** Only what is not the person's own word needs saying. */
function fromWhom({ source, by }: Provenance, words: Words): string {
  if (source === 'P' || source === 'C') return '';
  return words.t(`plan.source.${source}`, { by: by ?? words.t('plan.who.helper_unnamed') });
}

/** Dates as exactly as they were said, money with its period, and a score with its ends. */
function tidyAt(plan: Plan, path: string, field: string, words: Words): string {
  const value = valueAt(plan, path);
  const filling = fillingOf(value);
  if (filling !== null) return words.t('page.plan.value', { value: filling });
  const scale = field === 'goals.importance' ? 'importance' : field === 'goals.confidence' ? 'confidence' : null;
  const score: unknown = Object(value).score;
  return scale !== null && typeof score === 'number' ? words.t(`plan.scale.${scale}`, { score }) : '';
}

function fillingOf(value: unknown): Filling | null {
  const day = z.iso.date().safeParse(value);
  if (day.success) return { date: { said: day.data, date: day.data, precision: 'day' } };
  const date = DateValue.safeParse(value);
  if (date.success) return { date: date.data };
  const money = Money.safeParse(value);
  if (money.success && money.data.amount_pence !== undefined) return { money: money.data };
  return null;
}

/** What stands at a path; items are found by their id. */
function valueAt(plan: Plan, path: string): unknown {
  const steps = path.match(/[^.[\]]+/g) ?? [];
  return steps.reduce<unknown>((at, step) => {
    if (Array.isArray(at)) return at.find((one) => Object(one).id === step);
    const inside = Object(at)[step];
    return (
      inside ??
      (Array.isArray(Object(at).items) ? Object(at).items.find((one: unknown) => Object(one).id === step) : undefined)
    );
  }, plan);
}

/** The answers about one goal, one action, one helper ... together, goals with their actions behind them. */
function groups(rows: readonly Row[], plan: Plan, words: Words) {
  const ids = [...new Set(rows.flatMap(({ item }) => item ?? []))];
  const goals = plan.goals.map(({ id }) => id);
  const goalOf = (id: string) => plan.actions.find((action) => action.id === id)?.goal ?? id;
  const order = (id: string) =>
    goals.includes(goalOf(id)) ? goals.indexOf(goalOf(id)) * 100 + (id.startsWith('a') ? 1 : 0) : 0;
  return ids
    .toSorted((one, other) => order(one) - order(other))
    .map((id) => ({
      id,
      title: titleOf(id, plan, words),
      isAction: id.startsWith('a'),
      rows: rows.filter(({ item }) => item === id),
    }));
}

function titleOf(id: string, plan: Plan, words: Words): string {
  if (id.startsWith('g'))
    return words.t('plan.goal_number', { number: plan.goals.findIndex((goal) => goal.id === id) + 1 });
  if (id.startsWith('a')) return words.t('plan.action_number', { number: Number(id.slice(1)) });
  const kind = plan.support.find((support) => support.id === id)?.kind;
  if (kind !== undefined) return words.t(`plan.values.support.kind.${kind}`);
  const helper = plan.network.items.find((one) => one.id === id)?.person;
  return plan.people.find((person) => person.id === helper)?.name ?? '';
}

function totals({ spend }: Plan, words: Words): string[] {
  const { weekly_total: weekly, over_under: over } = spend;
  if (weekly === undefined || weekly.amount_pence === 0) return [];
  const amount = (pence: number): Filling => ({ money: { amount_pence: pence, sure: true } });
  const lines = [words.t('plan.money.weekly_total', { amount: amount(weekly.amount_pence) })];
  if (over === undefined) return lines;
  const way = over.amount_pence === 0 ? 'even' : over.amount_pence > 0 ? 'under' : 'over';
  return [...lines, words.t(`plan.money.${way}`, { diff: amount(Math.abs(over.amount_pence)) })];
}

/** What is not in the plan yet, and who can add it. */
function gaps(plan: Plan, words: Words) {
  const found = plan.gaps.flatMap(({ path, note, who_can_fill }) => {
    const label = note === undefined ? labelOf(fieldOf(path).field, words) : words.t(note.key, note.with);
    return label === null ? [] : [{ label, who: words.t(`plan.who_can_add.${who_can_fill}`) }];
  });
  return [...new Map(found.map((gap) => [gap.label, gap])).values()];
}
