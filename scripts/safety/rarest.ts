/** Which word of a way of saying is met least often: by that it is looked up. */
import type { Part, Pattern } from '../../src/safety/pattern.ts';

/** Words one of which is always there when the pattern is, and how many words can stand before it. */
export interface Hook {
  readonly words: ReadonlySet<string>;
  readonly least: number;
  readonly most: number;
  /** How often these words are met: the rarer, the better to look a pattern up by. */
  readonly weight: number;
}

/** `common` holds the words of most messages, with their rank; what is known of a part is not worked out again. */
export function rarestIn(pattern: Pattern, common: ReadonlyMap<string, number>, known: Map<Part, Hook | null>): Hook {
  let best: Hook = { words: new Set(), least: 0, most: 0, weight: Number.POSITIVE_INFINITY };
  for (const [at, part] of pattern.entries()) {
    const own = known.get(part);
    const hook = own === undefined ? partHook(part, common, known) : own;
    known.set(part, hook);
    if (hook === null || hook.weight >= best.weight) continue;
    const before = pattern.slice(0, at);
    best = { ...hook, least: fewestIn(before) + hook.least, most: mostIn(before) + hook.most };
  }
  return best;
}

/** Null when no word of it is always there. */
function partHook(part: Part, common: ReadonlyMap<string, number>, known: Map<Part, Hook | null>): Hook | null {
  if (part.is !== 'words' || part.optional) return null;
  const hooks = part.phrases.all.map((phrase) => rarestIn(phrase, common, known));
  if (hooks.some((hook) => hook.words.size === 0)) return null;
  const words = hooks.length === 0 ? part.words : new Set([...part.words, ...hooks.flatMap((hook) => [...hook.words])]);
  let weight = 0;
  for (const word of words) weight += 1 / ((common.get(word) ?? 2_000) + 3);
  const least = part.words.size > 0 ? 0 : Math.min(...hooks.map((hook) => hook.least));
  return { words, weight, least, most: Math.max(0, ...hooks.map((hook) => hook.most)) };
}

/** The most words that these parts can take. */
function mostIn(pattern: Pattern): number {
  return pattern.reduce((sum, part) => {
    if (part.is === 'gap') return sum + part.most;
    if (part.is === 'any') return sum + 1;
    return part.is === 'words' ? sum + Math.max(1, ...part.phrases.all.map(mostIn)) : sum;
  }, 0);
}

/** The fewest words that these parts can take. */
function fewestIn(pattern: Pattern): number {
  return pattern.reduce((sum, part) => {
    if (part.is === 'any') return sum + 1;
    if (part.is !== 'words' || part.optional) return sum;
    return sum + Math.min(part.words.size > 0 ? 1 : Number.POSITIVE_INFINITY, ...part.phrases.all.map(fewestIn));
  }, 0);
}
