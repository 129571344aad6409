import { type Check, finding, seen, supportName, text, textIf } from './finding.ts';

/** C13. How long each kind of support is needed (003:29). "Not sure" counts, and is listed. What is paid once needs no length. */
export const c13: Check = (plan) => {
  const each = [
    ...plan.support.map((support) => ({
      path: `support[${support.id}].length`,
      name: supportName(support),
      length: support.length,
    })),
    ...plan.spend.items
      .filter(({ one_off }) => !one_off)
      .map((cost) => ({ path: `spend[${cost.id}].length`, name: cost.what, length: cost.length })),
  ];
  const none = each.filter(({ length }) => length === undefined);
  const unsure = each.filter(({ length }) => length === 'unsure');
  return finding('C13', none.length > 0 ? 'not shown' : 'met', {
    evidence: each.map(({ path, length }) => seen(path, length)),
    worker: [
      text('c13.worker.lengths', { count: each.length, given: each.length - none.length }),
      ...textIf(
        unsure.map(({ name }) => name),
        'c13.worker.unsure',
      ),
      ...textIf(
        none.map(({ name }) => name),
        'c13.worker.not_shown',
      ),
    ],
    resident:
      none.length > 0
        ? textIf(
            none.map(({ name }) => name),
            'c13.resident.not_shown',
          )
        : [text(each.length === 0 ? 'c13.resident.nothing' : 'c13.resident.met')],
  });
};
