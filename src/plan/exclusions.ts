/** What a budget may not be for: asked about kindly, never refused. A worker decides (`plan-content` 17). */
import type { exclusions } from './schema/money.ts';
import { lexicon, matcher, matchers, wordList } from './words.ts';

/** Why somebody should look at a cost; undefined when nothing stands out. `namesSomebody`: it speaks of a person of the plan. */
export function exclusionIn(what: string, namesSomebody = false): Exclusion | undefined {
  if (pay.test(what) && (relatives.test(what) || namesSomebody)) return 'paid_relative';
  for (const [reason, words] of reasons) if (words.test(what)) return reason;
  return undefined;
}

export type Exclusion = (typeof exclusions)[number];
const reasons = matchers(lexicon.exclusions);
const pay = matcher(lexicon.pay);
/** Not relatives: they are paid for their work. */
const professions = new Set(['carer', 'gp', 'nurse', 'social_worker', 'advocate', 'friend', 'neighbour']);
const relatives = matcher(
  Object.entries(lexicon.relations).flatMap(([relation, words]) => (professions.has(relation) ? [] : wordList(words))),
);
