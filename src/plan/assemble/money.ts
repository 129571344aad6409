/** The budget, who looks after it, and what it is to be spent on. */
import { exclusionIn } from '../exclusions.ts';
import { addUp, isOneOff, weeklyPence } from '../money.ts';
import type { Money } from '../values.ts';
import { contentWords } from '../words.ts';
import { plainFields } from './defaults.ts';
import type { Material } from './material.ts';
import type { Registry } from './people.ts';
import { optional } from './who.ts';

export interface Length {
  readonly what?: string | undefined;
  readonly length?: string | undefined;
  readonly needs: readonly string[];
  readonly goals: readonly string[];
}

export function money(material: Material, registry: Registry, supports: readonly Length[]) {
  const budget = budgetOf(material, registry);
  const items = material.items('spend').map((id) => costOf(material, id, supports));
  const { weekly, oneOff } = addUp(items.map(({ amount }) => amount));
  const total = weeklyPence(budget.total);
  return {
    budget,
    spend: {
      items,
      weekly_total: { amount_pence: weekly, period: 'week' as const },
      weekly_total_pence: weekly,
      one_off_total_pence: oneOff,
      ...optional(
        'over_under',
        total === undefined ? undefined : { amount_pence: total - weekly, period: 'week' as const },
      ),
      excluded: items.flatMap(({ id, what }) => excluded(material, registry, id, what)),
    },
    direct_payment: directPayment(material, budget),
  };
}

type Budget = ReturnType<typeof budgetOf>;

function budgetOf(material: Material, registry: Registry) {
  const record = material.kept.record?.budget;
  const said = material.value<Money>('budget.amount');
  const total: Money | undefined =
    record === undefined
      ? said
      : { amount_pence: record.amount_pence, period: record.period, sure: !record.indicative };
  const state = stateOf(material, record);
  const managed = material.value<string>('budget.managed');
  const [manager] = registry.refs('budget.manager');
  return {
    ...plainFields(material, 'budget'),
    ...optional('state', state),
    ...optional('total', state === 'none' || state === 'not_told' ? undefined : total),
    ...optional('said_total', record === undefined ? undefined : said),
    ...(total === undefined
      ? {}
      : { indicative: record?.indicative ?? state === 'told_roughly', change_note: true as const }),
    managed: managed === undefined || managed === 'unsure' ? [] : [managed],
    ...optional('manager', manager),
  };
}

/** What the person knows of a budget; a budget of the record stands even when nobody has told them yet. */
function stateOf(material: Material, record: { indicative: boolean } | undefined): string | undefined {
  const known = material.value<string>('budget.know');
  const told = known === 'known' || known === 'told_roughly';
  if (record !== undefined && !told) return record.indicative ? 'told_roughly' : 'known';
  return known === 'what_is_that' ? 'not_told' : known;
}

function costOf(material: Material, id: string, supports: readonly Length[]) {
  const what = material.text('spend.item', id) ?? '';
  const amount = material.value<Money>('spend.cost', id);
  const helps = material.value<string>('spend.for', id);
  const links = helps !== undefined && exists(material, helps) ? [helps] : [];
  return {
    id,
    ...plainFields(material, 'spend', id),
    what,
    ...optional('amount', amount),
    for: links,
    one_off: isOneOff(amount),
    ...optional('length', lengthOf(what, links, supports)),
  };
}

const exists = (material: Material, id: string) =>
  material.items('goal').includes(id) || material.items('need').includes(id);

/** A cost lasts as long as the support that it pays for: the one that speaks of the same thing, or serves the same end. */
function lengthOf(what: string, links: readonly string[], supports: readonly Length[]): string | undefined {
  const words = contentWords(what);
  const alike = supports.find((support) => [...contentWords(support.what ?? '')].some((word) => words.has(word)));
  const serving = supports.find(({ needs, goals }) =>
    links.some((link) => needs.includes(link) || goals.includes(link)),
  );
  return alike?.length ?? serving?.length;
}

/** What a worker should look at before council money pays for it. Nothing is refused. */
function excluded(material: Material, registry: Registry, id: string, what: string) {
  const answer = material.value<'yes' | 'no' | 'unsure'>('spend.excluded', id);
  const noticed = material.answer('spend.item', id)?.notes.includes('excluded_item') ?? false;
  const reason =
    exclusionIn(what, registry.mentionedIn(what).length > 0) ??
    (noticed || answer === 'yes' ? ('unclear' as const) : undefined);
  return reason === undefined ? [] : [{ item: id, reason, ...optional('answer', answer), said: what }];
}

/** s.31: the person or somebody they nominate. s.32: somebody authorised, only when the person cannot ask. */
function directPayment(material: Material, { managed, manager }: Budget) {
  const plain = plainFields(material, 'direct_payment');
  if (!managed.includes('direct_payment') && !managed.includes('mixed')) return plain;
  const cannotAsk = material.kept.mode === 'on_behalf' && material.value('decide.person_can') === 'no';
  if (manager === undefined) return plain;
  const kind = manager === 'self' ? 'person' : cannotAsk ? 'authorised' : 'nominated';
  return { ...plain, to: { kind, person: manager } };
}
