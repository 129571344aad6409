/** Which part of the plan each of its fields stands in, as `plan-content` numbers them. Fields of no part are a worker's. */
import type { SectionName } from '../../plan/questions/index.ts';

/** `holds`: the starts of paths, the longest one wins. `asks`: the sections of the talk that fill this part. */
export const parts = [
  part(
    'S1',
    ['person', 'plan.partner', 'deciding.help_tried', 'advocate', 'comms', 'about.dos_donts'],
    ['who', 'deciding', 'communication'],
  ),
  part(
    'S2',
    ['about', 'best_interests.wishes_now', 'best_interests.wishes_past', 'best_interests.values', 'well', 'carer'],
    ['prepare', 'wellbeing', 'carer'],
  ),
  part('S3', ['needs', 'plan.based_on'], ['needs']),
  part('S4', ['goals', 'actions', 'well.self_care', 'well.self_care_help'], ['goals']),
  part('S5', ['support', 'plan.after_reablement', 'well.varies', 'well.bad_spell'], ['support']),
  part('S6', ['network', 'community'], ['network']),
  part('S7', ['budget', 'spend', 'direct_payment'], ['money']),
  part('S8', ['contingency', 'emergency', 'well.signs', 'network.in_emergency'], ['contingency']),
  part('S9', ['risks', 'barriers', 'best_interests.least_limit'], ['risks']),
  part('S10', ['advice', 'well.prevent'], []),
  part('S11', ['sharing', 'involve'], ['sharing']),
  part('S12', ['review'], ['reviewing']),
  part('S13', ['agreement', 'deciding', 'best_interests', 'author', 'prepare.questions'], ['check']),
] as const;
export type Part = (typeof parts)[number];

/** The part in which a path without its items (`goals.by_when`) is shown. */
export function partOf(field: string): Part | undefined {
  const fits = parts.flatMap((one) =>
    one.holds.filter((start) => within(field, start)).map((start) => ({ one, start })),
  );
  return fits.toSorted((a, b) => b.start.length - a.start.length)[0]?.one;
}

const within = (field: string, start: string) => field === start || field.startsWith(`${start}.`);

/** `goals[g1].by_when` is the field `goals.by_when` of the item g1; `about.topics[enjoy]` the field `about.topics.enjoy`. */
export function fieldOf(path: string): { readonly field: string; readonly item?: string } {
  const item = /\[([a-z]\d+)\]/.exec(path)?.[1];
  const field = path.replace(/\[[a-z]\d+\]/g, '').replace(/\[(\w+)\]/g, '.$1');
  return item === undefined ? { field } : { field, item };
}

function part(id: string, holds: readonly string[], asks: readonly SectionName[]) {
  return { id, holds, asks };
}
