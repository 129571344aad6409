import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/plan/assemble.ts';
import type { Plan, Text } from '../../src/plan/plan.ts';
import { type Missing, textsFrom } from '../../src/text/index.ts';
import { readLocales, type Tree } from '../../src/text/locales.ts';
import { people, type Talk } from './facts.ts';
import { goodTalk, now } from './good-plan.ts';
import { mrsSmith } from './mrs-smith.ts';

const english = readLocales('locales')['en-GB'] ?? {};
const locales = {
  'en-GB': { 'values.json': english['values.json'] ?? {}, 'checks.json': english['checks.json'] ?? {} },
};
const missing: Missing[] = [];
const texts = textsFrom(locales, (one) => missing.push(one));
const say = ({ key, with: fillings }: Text) => texts.t(key, fillings, { lang: 'en-GB', mode: 'self' });

const plans: Record<string, Talk> = {
  'Mrs Smith': mrsSmith(),
  good: goodTalk(),
  poor: goodTalk()
    .skip('support.how_long', { item: 's1' })
    .answer('network.willing', 'finding_it_hard', { item: 'n1' })
    .answer('need.right', 'wrong')
    .answer('need.wrong', 'I can wash myself')
    .answer('spend.item', 'Paying my daughter', { item: 'c3' })
    .answer('share.never', 'you know who')
    .answer('barrier.what', 'Stairs')
    .answer('check.missing', 'Will it hurt? When is it?'),
  dear: goodTalk({ spendPence: 900_000 }).answer('spend.cost', { sure: true, find_out: true }, { item: 'c2' }),
  behalf: goodTalk()
    .answer('who.plan_for', 'cannot_alone')
    .answer('decide.person_can', 'no')
    .answer('decide.authority', ['lpa_money'])
    .answer('interests.disagree', 'My brother')
    .answer('budget.manager', people({ name: 'Raj' })),
  carer: goodTalk()
    .answer('who.plan_for', 'i_care')
    .add({ type: 'removed', item: 'k1' })
    .add({ type: 'removed', item: 'k2' }),
  empty: goodTalk().skip('network.who').add({ type: 'removed', item: 'r1' }),
};

const textsOf = (plan: Plan): Text[] => [
  ...plan.agreement.checks.flatMap(({ worker, resident }) => [...worker, ...resident]),
  ...plan.gaps.flatMap(({ note }) => note ?? []),
];

function leaves(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : leaves(value, `${prefix}${key}.`),
  );
}
const written = leaves(english['checks.json'] ?? {});

describe('the words of the checks', () => {
  it.each(Object.entries(plans))('are all there for a plan that is %s', (_, talk) => {
    missing.length = 0;
    const said = textsOf(assemble(talk.kept(), { now })).map(say);
    expect(missing).toEqual([]);
    expect(said.length).toBeGreaterThan(26);
    for (const words of said) expect(words).not.toMatch(/\{\{|checks\.|undefined/);
  });

  it('are all used by somebody', () => {
    const folder = 'src/plan';
    const files = [...readdirSync(`${folder}/checks`).map((file) => `checks/${file}`), 'legal.ts'];
    const code = files.map((file) => readFileSync(`${folder}/${file}`, 'utf8')).join('\n');
    const made =
      /^checks\.(support|met_by|eligible|authority|gap|legal|c6\.matter|c12\.(reason|plain)|c7\.worker\.(can|own_choices|person_says))\.|^checks\.c3\.worker\.(finding_it_hard|not_asked|no)$|^checks\.c8\.worker\.(paid|as)_|^checks\.c5\.(worker|resident)\.(under|over|exact|no_budget_figure)$|^checks\.c3\.worker\.(helps|not_shown)(_for_carer)?$/;
    const unused = written
      .map(([key]) => key.replace(/_(one|other)$/, ''))
      .filter(
        (key) => !made.test(key) && !code.includes(`'${key}'`) && !code.includes(`'${key.replace(/^checks\./, '')}'`),
      );
    expect([...new Set(unused)]).toEqual([]);
  });

  it('never speak of flags to the person', () => {
    const resident = written.filter(([key]) => key.includes('.resident.'));
    expect(resident.length).toBeGreaterThan(30);
    for (const [, words] of resident) expect(words).not.toMatch(/flag|abuse|safeguard|harm/i);
  });

  it('are short sentences', () => {
    for (const [key, words] of written) {
      for (const sentence of words.split(/[.?!:]\s/))
        expect(sentence.split(' ').length, `${key}: ${sentence}`).toBeLessThanOrEqual(20);
    }
  });
});

/** What the person reads about one check of their plan. */
const residentWords = (talk: Talk, id: string): string =>
  (assemble(talk.kept(), { now }).agreement.checks.find((check) => check.id === id)?.resident ?? []).map(say).join(' ');
const workerWords = (talk: Talk, id: string): string =>
  (assemble(talk.kept(), { now }).agreement.checks.find((check) => check.id === id)?.worker ?? []).map(say).join(' ');

describe('what the person reads is true of their plan', () => {
  const named = () =>
    goodTalk()
      .answer('need.met_by', ['council'], { item: 'd1' })
      .skip('network.does', { item: 'n1' })
      .skip('network.willing', { item: 'n1' });

  it('names who helps, when only how they help is not known', () => {
    const words = residentWords(named(), 'C3');
    expect(words).toContain('Your plan names');
    expect(words).not.toContain('not written down');
  });

  it('does not call a plan free of cost whose prices are all unknown', () => {
    const talk = ['c1', 'c2', 'c3'].reduce(
      (all, item) => all.answer('spend.cost', { sure: true, find_out: true }, { item }),
      goodTalk(),
    );
    expect(residentWords(talk, 'C5')).toContain('We still need a price for');
    expect(residentWords(talk, 'C5')).not.toContain('adds up to');
    expect(workerWords(talk, 'C5')).not.toContain('Planned');
  });

  it('names what the worker will look at, where it is about who provides help', () => {
    const talk = goodTalk();
    const [support] = assemble(talk.kept(), { now }).support.filter(({ kind }) => kind === 'home_care');
    if (support === undefined) throw new Error('the good plan has no home care');
    expect(residentWords(talk, 'C12')).toContain(support.what);
  });
});
